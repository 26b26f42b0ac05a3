"""From text to places: toponyms, their use, the place meant, precision, what is unresolved."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.facts.gazetteer import Gazetteer
from counterclaim.facts.places import find_places, read_toponyms
from counterclaim.facts.places.runs import runs, tokens
from counterclaim.pages import Page
from counterclaim.records import (
    Block,
    BlockKind,
    Capture,
    Document,
    Place,
    Span,
    Statement,
    Unresolved,
)

GAZETTEER = Gazetteer.load()
USER_FILE = (
    "name,lat,lon,alternate_names,country,admin,kind\n"
    "Ordan,-10,-30,Republic of Ordan,QO,,country\n"
    "Halm,-10.5,-30.5,Halim|Khalm,QO,Inner Ordan,city\n"
    "Inner Ordan,-10.2,-30.2,,QO,Inner Ordan,province\n"
    "Tesk Ridge,-10.6,-30.1,,QO,Inner Ordan,\n"
)


def page(text: str, kind: BlockKind = "body", comment: str = "") -> Page:
    """A page of one article block and, if given, one comment after it."""
    whole = text + ("\n\n" + comment if comment else "")
    document = Document(id="d-1", capture="c-1", name="page", sha256="0" * 64, text=whole)
    blocks = [Block(id="d-1.b1", document="d-1", kind=kind, span=Span.of(whole, 0, len(text)))]
    if comment:
        span = Span.of(whole, len(text) + 2, len(whole))
        blocks.append(Block(id="d-1.b2", document="d-1", kind="comment", span=span))
    return Page(Capture(id="c-1", name="page", sha256="0" * 64, size=1), document, tuple(blocks))


def read(
    text: str, statements: Sequence[Statement] = (), gazetteer: Gazetteer = GAZETTEER
) -> tuple[list[Place], list[Unresolved]]:
    return find_places(page(text), statements, gazetteer)


def named(text: str) -> dict[str, Place]:
    return {place.span.exact: place for place in read(text)[0]}


@pytest.fixture
def invented(tmp_path: Path) -> Gazetteer:
    path = tmp_path / "places.csv"
    path.write_text(USER_FILE, encoding="utf-8")
    return GAZETTEER.with_user_file(path)


@pytest.mark.parametrize(
    ("text", "name", "identity"),
    [
        ("A shell fell in Damascus on Monday.", "Damascus", "geonames:170654"),
        ("They drove from Mosul to Erbil.", "Mosul", "geonames:99072"),
        ("A ferry sank in the Black Sea.", "Black Sea", "region:Black Sea"),
        ("Fighting broke out in eastern Syria.", "Syria", "country:SY"),
    ],
)
def test_a_known_name_after_a_preposition(text: str, name: str, identity: str) -> None:
    place = named(text)[name]
    assert (place.status, place.gazetteer) == ("resolved", identity)
    assert place.lat is not None
    assert place.lon is not None
    assert place.reason


def test_another_romanisation_is_resolved_by_its_country() -> None:
    place = named("Jets struck the base at Deir el-Zour in Syria, near Raqqa.")["Deir el-Zour"]
    assert (place.status, place.country) == ("resolved", "SY")
    assert "loose" in place.reason


def test_the_container_decides_between_namesakes() -> None:
    lebanon = named("A car burned in Tripoli, Lebanon.")
    libya = named("A car burned in Tripoli, Libya.")
    assert lebanon["Tripoli"].country == "LB"
    assert libya["Tripoli"].country == "LY"


def test_the_document_decides_between_namesakes() -> None:
    text = "Beirut was quiet. In Sidon shops opened. In Tripoli a car burned, Lebanese police said."
    assert named(text)["Tripoli"].country == "LB"


@pytest.mark.parametrize(
    "text",
    [
        "Washington said it would not comment.",
        "Moscow and Damascus denied it.",
        "There was no reply from Washington.",
        "Russia accused the United States of lying.",
        "Tehran's envoy left the room.",
        "The Geneva agreement was signed.",
        "Syrian troops and Russian jets took part.",
        "The White House is waiting.",
    ],
)
def test_governments_demonyms_and_treaties_are_no_places(text: str) -> None:
    assert read(text) == ([], [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Syria, the Aleppo Police Department said so.", "Aleppo"),
        ("Two died, Homs Police said in Syria on Monday.", "Homs"),
        ("A fire at the Raqqa City Court in Syria was put out.", "Raqqa"),
    ],
)
def test_a_towns_own_police_tell_of_the_town(text: str, name: str) -> None:
    place = [p for p in read(text)[0] if p.span.exact == name][-1]
    assert (place.status, place.where_prec) == ("resolved", 2)
    assert "its own institution" in place.reason


@pytest.mark.parametrize(
    "text",
    [
        "The Homs Times wrote of it in Syria.",
        "She died at the Homs General Hospital in Syria.",
        "Syrian Police said so in Syria.",
    ],
)
def test_other_bodies_called_after_a_town_tell_of_none(text: str) -> None:
    assert set(named(text)) <= {"Syria"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A shop burned in San Antonio, Texas, on Monday.", "San Antonio"),
        ("FORT WAYNE, Ind. (Wire) -- A shop burned on Monday.", "Fort Wayne"),
        ("GRAHAM, N.C. -- A shop burned on Monday.", "Graham"),
        ("A shop burned in Warren, Ohio.", "Warren"),
        ("A shop burned in Warren County in Ohio.", "Warren County"),
        ("Deputies of Warren County in Ohio came late.", "Warren County"),
    ],
)
def test_towns_called_like_somebody(text: str, name: str) -> None:
    found = {place.name: place for place in read(text)[0]}
    assert found[name].status == "resolved"
    assert found[name].country == "US"


@pytest.mark.parametrize(
    "text", ["Warren said so in Ohio.", "Mr Warren, Ohio, left.", "Ida Warren"]
)
def test_who_is_called_like_a_town(text: str) -> None:
    assert not [place for place in read(text)[0] if "Warren" in place.span.exact]


def test_a_town_called_like_a_capital_is_told_by_its_neighbours() -> None:
    place = named("Athens shops closed. In Ohio, in Nelsonville and in Logan too.")["Athens"]
    assert (place.country, place.admin) == ("US", "Ohio")
    assert "Athens" not in named("Athens said it would not comment.")


@pytest.mark.parametrize(
    "text",
    [
        "The Aleppo Media Centre posted a film.",
        "Mr Paris and Ms London met Colonel Aleppo.",
        "In August the ministry was silent.",
        "IS and the SDF fought on.",
    ],
)
def test_organisations_persons_and_months_are_no_places(text: str) -> None:
    assert [p for p in read(text)[0] if p.status == "resolved"] == []


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("The mine went off in the city of Homs in Syria.", "Homs", 1),
        ("It landed near Raqqa, in Syria.", "Raqqa", 2),
        ("Some 10 km north of Raqqa a Syrian post was hit.", "Raqqa", 2),
        ("It happened on the outskirts of Raqqa in Syria.", "Raqqa", 2),
        ("Clashes spread in Idlib province in Syria.", "Idlib", 4),
        ("A depot burned in the region of Kirkuk in Iraq.", "Kirkuk", 4),
        ("A boat was seized in the Red Sea.", "Red Sea", 7),
        ("They live in Europe.", "Europe", 5),
        ("The lorries left the territory of Iraq.", "Iraq", 6),
    ],
)
def test_where_prec(text: str, name: str, precision: int) -> None:
    assert named(text)[name].where_prec == precision


def test_a_facility_called_after_a_town_is_somewhere_near_it() -> None:
    place = named("Rockets hit the Hama military airport in Syria.")["Hama military airport"]
    assert (place.country, place.where_prec) == ("SY", 2)
    assert "airport called after a known place" in place.reason


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The plane came down on al-Zarwand Mountain in the district of Homs.",
            "al-Zarwand Mountain",
        ),
        ("They were held at the Qelvar camp.", "Qelvar camp"),
        ("A shell fell in the village of Dol Marrah.", "Dol Marrah"),
        ("Two died at Vorgensk checkpoint.", "Vorgensk checkpoint"),
    ],
)
def test_an_unknown_name_in_a_place_frame_is_listed_unresolved(text: str, name: str) -> None:
    places, unresolved = read(text)
    place = {p.span.exact: p for p in places}[name]
    assert place.status == "unresolved"
    assert (place.lat, place.lon, place.gazetteer, place.where_prec) == (None, None, None, None)
    assert [u.span.exact for u in unresolved if u.noun == "place"] == [name]
    assert place.reason == unresolved[0].reason


def test_an_unknown_name_in_capitals_is_called_as_in_a_sentence() -> None:
    places, _ = read("Shells hit the depot in OSTRIKAVEL on Monday, the mayor of UXT said.")
    assert [(p.span.exact, p.name) for p in places][:1] == [("OSTRIKAVEL", "Ostrikavel")]


def test_a_small_namesake_far_away_is_not_taken_on_its_name_alone() -> None:
    place = named("A bridge fell in Halvern.").get("Halvern")
    assert place is None or place.status == "unresolved"


def test_the_users_places_win(invented: Gazetteer) -> None:
    text = "Guns fired on Tesk Ridge, above Halm, in Ordan. The province of Inner Ordan is shut."
    places = {p.span.exact: p for p in find_places(page(text), [], invented)[0]}
    assert places["Halm"].gazetteer == "user:Halm"
    assert places["Tesk Ridge"].gazetteer == "user:Tesk Ridge"
    assert places["Tesk Ridge"].where_prec == 1
    assert places["Ordan"].where_prec == 6
    assert places["Inner Ordan"].where_prec == 4
    assert {p.country for p in places.values()} == {"QO"}


def test_a_place_belongs_to_the_innermost_statement() -> None:
    text = 'The envoy said a shell fell in Homs, adding that "nobody in Homs was hurt".'
    inner = text.index('"nobody')
    wide = Span.of(text, text.index("a shell"), len(text) - 1)
    narrow = Span.of(text, inner, len(text) - 1)
    statements = [
        Statement(id="d-1.s1", document="d-1", block="d-1.b1", content=[wide]),
        Statement(id="d-1.s2", document="d-1", block="d-1.b1", content=[narrow]),
    ]
    places, _ = read(text + " Homs is in Syria.", statements)
    assert [p.statement for p in places if p.name == "Homs"][:2] == ["d-1.s1", "d-1.s2"]
    assert places[-1].statement is None


def test_comments_are_not_read() -> None:
    places, unresolved = find_places(
        page("It fell in Damascus.", comment="I was born in Aleppo, near the Zurm camp."),
        [],
        GAZETTEER,
    )
    assert [p.span.exact for p in places] == ["Damascus"]
    assert unresolved == []


@pytest.mark.parametrize("kind", ["related", "other", "comment", "embed"])
def test_only_blocks_that_tell_the_story_are_read(kind: BlockKind) -> None:
    assert find_places(page("It fell in Damascus.", kind), [], GAZETTEER) == ([], [])


def test_ids_are_in_text_order_and_unique() -> None:
    places, _ = read("In Homs, in Hama and in Aleppo, cities of Syria, sirens were heard.")
    assert [p.id for p in places] == [f"d-1.p{n}" for n in range(1, len(places) + 1)]
    assert [p.span.start for p in places] == sorted(p.span.start for p in places)


def test_two_readings_agree() -> None:
    text = "Near Homs and Hama, in Syria, the road to Springfield and Alexandria was cut."
    assert read(text) == read(text)


def test_demonyms_are_toponyms_of_another_use() -> None:
    _, toponyms = read_toponyms("Syrian guns fired in Homs.", GAZETTEER)
    assert [(t.text, t.use) for t in toponyms] == [("Syrian", "demonym"), ("Homs", "literal")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("U.S.-led jets", ["U.S."]),
        ("in al-Mina and Tell el-Amarna", ["al-Mina and Tell el-Amarna"]),
        ("St. Petersburg's mayor", ["St. Petersburg"]),
        ("Stoke-on-Trent, England", ["Stoke-on-Trent", "England"]),
        ("no capitals here", []),
    ],
)
def test_runs_of_capitals(text: str, names: list[str]) -> None:
    found = tokens(text, 0, len(text))
    assert [text[found[a].start : found[b - 1].end] for a, b in runs(text, found)] == names


WORDS = st.sampled_from(
    ["Homs", "al-", "in", "near", "the", "St.", "U.S.", ",", ".", "'s", "Syria", "😀", "ة", "camp",
     "province", "of", "X", "\n", "\r\n", "\x00", "É́", "“", "Mount", "County", "12", "-"]
)  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join) | st.text(min_size=1, max_size=80))
def test_every_span_is_literal(text: str) -> None:
    if not text:
        return
    places, unresolved = read(text)
    for record in (*places, *unresolved):
        assert text[record.span.start : record.span.end] == record.span.exact
    for place in places:
        assert (place.status == "resolved") == (place.lat is not None)
        assert 0 <= place.score <= 1


@pytest.mark.parametrize(
    "text",
    ["A " * 10_000, "Homs " * 3_000, "-" * 50_000, "a" * 50_000, "A." * 10_000, "'" * 20_000],
)
def test_long_hostile_lines_end(text: str) -> None:
    read_toponyms(text, GAZETTEER)


def test_a_regions_plural_without_its_article_is_none() -> None:
    assert "Americas" not in named("It was done in Americas own interest.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A blast in Brenvok killed two.", ["Brenvok"]),
        ("Seven died in Ostervik. Police said so in Parliament.", ["Ostervik"]),
        ("She wrote in Brenvokian style.", []),
    ],
)
def test_a_place_that_no_table_has_is_named_and_unresolved(text: str, names: list[str]) -> None:
    places, unresolved = read(text)
    assert [place.name for place in places] == names
    assert [one.span.exact for one in unresolved] == names
