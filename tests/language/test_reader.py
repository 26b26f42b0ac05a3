"""The shipped model: what it finds, and that nothing but the text decides."""

import json
import shutil
from pathlib import Path

import pytest

from counterclaim.errors import ModelError
from counterclaim.language import Attribution, Reader, words
from counterclaim.language.model import DESCRIPTION, FOLDER, GRAPH, TOKENIZER

PAGE = (
    "The Transport Ministry said on Monday that the ferry had carried 40 passengers.\n\n"
    "“We counted more than sixty,” said Ilse Varn, a nurse at the harbour clinic. “Many were "
    "children.”\n\n"
    "According to the harbour master, the ship left late. Oro Lines denied that it was overloaded."
)
OTHERS = [
    "Short.",
    "",
    "A second page. The mayor told reporters that the bridge was closed.",
    "x " * 900,
]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(threads=1)


def texts(page: str, found: Attribution) -> tuple[list[str], list[str], list[str]]:
    source, cue, content = (
        [page[start:end] for start, end in role]
        for role in (found.source, found.cue, found.content)
    )
    return source, cue, content


def test_plain_statements_are_found(reader: Reader) -> None:
    (found,) = reader.attributions([PAGE])
    by_source = {texts(PAGE, each)[0][0]: texts(PAGE, each)[1:] for each in found}
    assert by_source["The Transport Ministry"][0][0].startswith("said")
    assert "the ferry had carried 40 passengers" in by_source["The Transport Ministry"][1][0]
    assert by_source["the harbour master"][0] == ["According to"]
    assert by_source["Oro Lines"][0] == ["denied"]


def test_a_quotation_cut_by_its_cue_is_one_content(reader: Reader) -> None:
    (found,) = reader.attributions([PAGE])
    (varn,) = [each for each in found if "Varn" in "".join(texts(PAGE, each)[0])]
    contents = texts(PAGE, varn)[2]
    assert len(contents) == 2
    assert "sixty" in contents[0]
    assert "children" in contents[1]


def test_alone_or_among_others_with_any_threads_the_labels_are_the_same(reader: Reader) -> None:
    alone = reader.label([PAGE])[0]
    for number in (1, 2, 5):
        among = Reader(threads=number).label([*OTHERS, PAGE, *OTHERS])
        assert among[len(OTHERS)] == alone


def test_labels_cover_every_word_of_a_long_text(reader: Reader) -> None:
    page = f"{'The minister said that rain fell. ' * 120}\n{'z ' * 700}"
    (found,) = reader.label([page])
    assert list(found.words) == words(page)
    assert len(found.tags) == len(found.words)
    assert len(found.attributions) > 100


@pytest.mark.parametrize("text", ["", " \n\t ", "—", "\ufeff", "\ud800", "\x00\x01"])
def test_odd_texts_have_no_attributions(reader: Reader, text: str) -> None:
    assert reader.attributions([text]) == [[]]


@pytest.mark.parametrize(
    "before", ["😀😀 ", "\r\n\r\n", "cafe\u0301 ", "حلب اليوم.\n", "\ufeff", "\u2028"]
)
def test_offsets_count_code_points(reader: Reader, before: str) -> None:
    page = f"{before}\nThe harbour master said that the ferry had sunk."
    found = reader.attributions([page])[0][-1]
    assert texts(page, found)[:2] == (["The harbour master"], ["said"])


def test_roles_are_word_bounded_and_scores_are_shares(reader: Reader) -> None:
    (found,) = reader.label([PAGE])
    starts, ends = ({span[side] for span in found.words} for side in (0, 1))
    for each in found.attributions:
        assert each.cue
        assert each.content
        assert 0 < each.score <= 1
        for start, end in (*each.source, *each.cue, *each.content):
            assert start in starts
            assert end in ends


def copied(folder: Path) -> Path:
    for name in (GRAPH, TOKENIZER, DESCRIPTION):
        shutil.copyfile(FOLDER / name, folder / name)
    return folder


@pytest.mark.parametrize("name", [GRAPH, DESCRIPTION])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (copied(tmp_path) / name).unlink()
    with pytest.raises(ModelError, match=name):
        Reader(tmp_path).label([PAGE])


def test_a_damaged_graph_is_refused(tmp_path: Path) -> None:
    graph = copied(tmp_path) / GRAPH
    graph.write_bytes(graph.read_bytes()[:-1] + b"x")
    with pytest.raises(ModelError, match="CC301"):
        Reader(tmp_path).label([PAGE])


def test_a_model_with_other_heads_is_refused(tmp_path: Path) -> None:
    file = copied(tmp_path) / DESCRIPTION
    described = json.loads(file.read_text())
    file.write_text(json.dumps({**described, "roles": ["source", "cue"]}))
    with pytest.raises(ModelError, match=DESCRIPTION):
        Reader(tmp_path).label([PAGE])


def test_opening_a_reader_opens_nothing() -> None:
    Reader(Path("nowhere"))
