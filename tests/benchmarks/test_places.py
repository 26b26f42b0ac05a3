"""The places benchmark on a corpus of two invented articles in both XML forms."""

from pathlib import Path

import pytest
from benchmarks.places import Gold, Judge, kilometres, read_articles, run

from counterclaim.facts.gazetteer import Gazetteer

LGL = """<articles><article docid="1"><text><![CDATA[A shell fell in Damascus, Syria.]]></text>
<toponyms><toponym><start>16</start><end>24</end><phrase>Damascus</phrase><gaztag geonameid="1">
<fcode>PPLC</fcode><lat>33.51</lat><lon>36.29</lon><country>Syria</country></gaztag></toponym>
<toponym><start>26</start><end>31</end><phrase>Syria</phrase><gaztag geonameid="2">
<fcode>PCLI</fcode>
<lat>35.0</lat><lon>38.0</lon><country>Syria</country></gaztag></toponym></toponyms></article>
</articles>"""
GEOVIRUS = """<articles><article><text>It rained in Damascus.</text><locations><location>
<name>Damascus</name><start>14</start><end>22</end><lat>33.51</lat><lon>36.29</lon>
<page>https://example.org/wiki/Damascus</page></location></locations></article></articles>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "one.xml").write_text(LGL, encoding="utf-8")
    (tmp_path / "two.xml").write_text(GEOVIRUS, encoding="utf-8")
    return tmp_path


def test_both_forms_are_read_and_offsets_put_right(corpus: Path) -> None:
    articles = read_articles(corpus)
    names = [[a.text[g.start : g.end] for g in a.gold] for a in articles]
    assert names == [["Damascus", "Syria"], ["Damascus"]]
    assert read_articles(corpus / "two.xml")[0].gold[0].country == "Damascus"


def test_an_easy_corpus_scores_in_full(corpus: Path) -> None:
    report = run(corpus)
    assert report["recognition_f1"] == 100
    assert report["acc161"] == 100
    assert report["within20"] == 100
    assert report["coverage"] == 100
    assert report["words_per_s"] > 0


def test_an_empty_corpus_gives_noughts(tmp_path: Path) -> None:
    (tmp_path / "none.xml").write_text("<articles/>", encoding="utf-8")
    assert run(tmp_path)["recognition_f1"] == 0


def test_states_are_right_by_code_and_others_by_distance() -> None:
    gazetteer = Gazetteer.load()
    judge = Judge(gazetteer)
    syria, turkey = gazetteer.country("SY"), gazetteer.country("TR")
    gold = Gold(0, 5, 33.0, 36.0, "Syria", True)
    assert judge.error(gold, syria) == 0
    assert judge.error(gold, turkey) > 161
    assert judge.error(gold, None) == 20_039
    assert syria is not None
    assert kilometres(syria.lat, syria.lon, syria) < 0.001
