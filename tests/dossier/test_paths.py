"""On whose word: every statement's way is drawn once, and the list says what the drawing says."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import msgspec

from counterclaim.dossier import build_dossier, render_html
from counterclaim.dossier.draw_paths import HEAD, ROW, WIDTH, draw_paths
from counterclaim.dossier.model import PathEdge, PathNode, WordPaths
from counterclaim.records import ChainLink, Ledger
from tests.dossier.sample import ledger as sample

DOSSIER = build_dossier(sample())
PATHS = DOSSIER.paths


def with_chain(*links: tuple[str, str]) -> WordPaths:
    """The paths of the sample with the first statement of the main incident told by ``links``."""
    ledger = sample()
    key = next(s for a in ledger.accounts for v in a.versions for s in v.statements)
    chain = [ChainLink(role=role, name=name) for role, name in links]  # type: ignore[arg-type]
    readings = [
        msgspec.structs.replace(
            r,
            statements=[
                msgspec.structs.replace(s, chain=chain) if s.id == key else s for s in r.statements
            ],
        )
        for r in ledger.readings
    ]
    return build_dossier(msgspec.structs.replace(ledger, readings=readings)).paths


def test_every_step_goes_to_the_right() -> None:
    assert PATHS.edges
    for edge in PATHS.edges:
        assert PATHS.nodes[edge.source].column < PATHS.nodes[edge.target].column
        assert edge.statements


def test_every_way_ends_on_the_page_that_its_statements_stand_on() -> None:
    last = len(PATHS.headings) - 1
    pages = {f"page {p.letter}, {p.name}": p.letter for p in DOSSIER.pages}
    ending = [edge for edge in PATHS.edges if PATHS.nodes[edge.target].column == last]
    codes = [code for edge in ending for code, _ in edge.statements]
    assert len(codes) == len(set(codes))
    for edge in ending:
        letter = pages[PATHS.nodes[edge.target].name]
        assert {re.sub(r"\d", "", code) for code, _ in edge.statements} == {letter}


def test_nodes_of_a_column_do_not_touch() -> None:
    for column in range(len(PATHS.headings)):
        rows = sorted(node.row for node in PATHS.nodes if node.column == column)
        assert all(after - before >= 1 for before, after in pairwise(rows))


def test_informants_and_relays_stand_in_columns_of_their_own() -> None:
    found = with_chain(
        ("outlet", "Pelagic Wire"), ("relay", "State Radio"), ("relay", "Harbour Agency"),
        ("speaker", "the mayor"), ("informant", "the district"),
    )  # fmt: skip
    at = {node.name: found.headings[node.column] for node in found.nodes}
    assert at["the district"] == "Whose information"
    assert at["the mayor"] == "Who speaks"
    assert at["State Radio"] == at["Harbour Agency"] == "Relayed by"
    steps = {(found.nodes[e.source].name, found.nodes[e.target].name) for e in found.edges}
    assert ("the district", "the mayor") in steps
    assert ("the mayor", "Harbour Agency") in steps
    assert ("Harbour Agency", "State Radio") in steps


def test_one_page_whose_speakers_speak_for_themselves_needs_no_drawing() -> None:
    ledger = sample()
    one = msgspec.structs.replace(ledger, readings=[ledger.readings[0]])
    plain = [
        msgspec.structs.replace(s, chain=[c for c in s.chain if c.role in ("outlet", "speaker")])
        for s in one.readings[0].statements
    ]
    reading = msgspec.structs.replace(one.readings[0], statements=plain)
    assert build_dossier(msgspec.structs.replace(one, readings=[reading])).paths == WordPaths()
    assert build_dossier(Ledger()).paths == WordPaths()
    assert draw_paths(WordPaths()) == ""


def test_the_drawing_is_sound_and_within_its_frame() -> None:
    drawing = ElementTree.fromstring(str(draw_paths(PATHS)))  # noqa: S314 - our own words
    _, _, width, height = map(float, drawing.attrib["viewBox"].split())
    assert width == WIDTH
    assert len(drawing.findall("path")) == len(PATHS.edges)
    boxes = drawing.findall("g/rect")
    assert len(boxes) == len(PATHS.nodes)
    for box in boxes:
        assert 0 <= float(box.attrib["x"]) <= width - float(box.attrib["width"]) + 1
        assert HEAD <= float(box.attrib["y"]) <= height - ROW // 2
    assert drawing.attrib["role"] == "img"
    assert "list below" in drawing.attrib["aria-label"]


def test_names_are_words_never_mark_up() -> None:
    nodes = [
        PathNode(name="<script>a</script> & so on and on", party=1, column=0, row=0, statements=1),
        PathNode(name="page A", party=0, column=1, row=0, statements=1),
    ]
    edge = PathEdge(source=0, target=1, party=1, statements=[("A1", "A-s0")])
    drawn = draw_paths(WordPaths(headings=["a", "b"], nodes=nodes, edges=[edge]))
    assert "<script" not in drawn
    assert "&lt;script&gt;" in drawn
    assert "…" in drawn


def test_the_page_has_drawing_and_list_and_every_link_leads_somewhere() -> None:
    html = render_html(DOSSIER)
    section = html[html.index('id="paths"') :].split("</section>")[0]
    assert "<svg" in section
    for edge in PATHS.edges:
        for code, anchor in edge.statements:
            assert f'href="#{anchor}">{code}</a>' in section
            assert f'id="{anchor}"' in html
