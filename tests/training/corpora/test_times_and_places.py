from training.corpora.places import geoparsing, use_of
from training.corpora.times import kind_of, tempeval3, wikiwars

from counterclaim.facts.gazetteer import Gazetteer
from training.corpora import validate

TML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-03-02">2031-03-02</TIMEX3></DCT>
<TEXT>
Orvania closed the ford <TIMEX3 tid="t1" type="DATE" value="2031-03-01">on Friday </TIMEX3>for
<TIMEX3 tid="t2" type="DURATION" value="P3D">three days</TIMEX3>; patrols pass
<TIMEX3 tid="t3" type="SET" value="P1D">daily</TIMEX3>.
</TEXT></TimeML>
"""


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(document, head):
    validate(document)
    return [(document.text[a:b], label) for a, b, label in document.spans[head]]


def test_timex_types_become_labels(tmp_path):
    for part in ("TimeBank", "AQUAINT"):
        put(tmp_path / "tempeval3/Training/TBAQ-cleaned" / part / "ford.tml", TML)
    documents = list(tempeval3(tmp_path))
    assert [one.name for one in documents] == ["tempeval3/AQUAINT/ford", "tempeval3/TimeBank/ford"]
    assert found(documents[0], "times") == [
        ("on Friday", "date"),
        ("three days", "duration"),
        ("daily", "set"),
    ]
    assert "2031-03-02" not in documents[0].text, "the creation time is no part of the text"


def test_wikiwars_calls_everything_a_date_so_the_value_decides(tmp_path):
    same = TML.replace('"DURATION"', '"DATE"').replace("2031-03-01", "2031-03-01TNI")
    put(tmp_path / "wikiwars/train/01_Ford.tml", same)
    (document,) = wikiwars(tmp_path)
    assert found(document, "times") == [
        ("on Friday", "time"),
        ("three days", "duration"),
        ("daily", "set"),
    ]


def test_kinds_of_dates():
    assert kind_of("DATE", "PAST_REF") == "date"
    assert kind_of("DATE", "1775-W04") == "date"
    assert kind_of("DATE", "P2Y") == "duration"
    assert kind_of("TIME", "2031") == "time"


LGL = (
    '<articles><article docid="1"><text>{text}</text>'
    "<toponyms>{toponyms}</toponyms></article></articles>"
)
TEXT = "Lurin Police met in Lurin. A French nurse came."


def toponym(phrase, start):
    return (
        f"<toponym><start>{start}</start><end>{start + len(phrase)}</end>"
        f"<phrase>{phrase}</phrase></toponym>"
    )


def test_toponyms_and_their_use(tmp_path):
    marks = toponym("Lurin", 0) + toponym("Lurin", 20) + toponym("French", 29)
    put(tmp_path / "geoparsing/lgl.xml", LGL.format(text=TEXT, toponyms=marks))
    put(tmp_path / "geoparsing/GeoVirus.xml", LGL.format(text=TEXT, toponyms=""))
    lgl, geovirus = geoparsing(tmp_path)
    assert found(lgl, "toponyms") == [
        ("Lurin", "associative"),
        ("Lurin", "literal"),
        ("French", "associative"),
    ]
    assert lgl.unknown == {}
    assert found(geovirus, "toponyms") == []
    assert [geovirus.text[a:b] for a, b in geovirus.unknown["toponyms"]] == ["French"]


def test_a_name_that_owns_an_institution_is_associative():
    gazetteer = Gazetteer.load()
    for rest, use in (
        (" Harbour Workers Union said", "associative"),
        (" residents left", "associative"),
        ("'s Parliament voted", "associative"),
        (" before the police came", "literal"),
        (".", "literal"),
        ("", "literal"),
    ):
        assert use_of("Lurin" + rest, 0, 5, gazetteer) == use, rest
