"""The example incident agrees with itself: gazetteer, dates, and what its README promises."""

import csv
import json
import re
from pathlib import Path

import pytest
from lxml import html

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGES = ("agency.html", "flattened.txt", "local-paper.html", "state-outlet.html")
UNRESOLVED = ("Dol Marrah", "Mount Seril")
COMMENTS_BEGIN = "Regret. They hit the one building"


def _text(name: str) -> str:
    raw = (EXAMPLES / name).read_text(encoding="utf-8")
    if not name.endswith(".html"):
        return raw
    tree = html.fromstring(raw)
    for unseen in tree.xpath("//script|//head"):
        unseen.drop_tree()
    return re.sub(r"\s+", " ", tree.text_content())


def _places() -> list[dict[str, str]]:
    with (EXAMPLES / "places.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _names(place: dict[str, str]) -> list[str]:
    return [place["name"], *filter(None, place["alternate_names"].split("|"))]


def _flattened_comments() -> list[str]:
    text = _text("flattened.txt")
    tail = text[text.index(COMMENTS_BEGIN) :]
    return [part for part in re.split(r"\n\s*\n", tail) if part.strip()]


def test_gazetteer_columns() -> None:
    header = ["name", "alternate_names", "lat", "lon", "country", "admin", "kind"]
    assert list(_places()[0]) == header


def test_gazetteer_lies_in_open_water_of_the_south_atlantic() -> None:
    for place in _places():
        assert -29 <= float(place["lat"]) <= -18, place["name"]
        assert -27 <= float(place["lon"]) <= -15, place["name"]


def test_countries_are_user_assigned_codes() -> None:
    assert {place["country"] for place in _places()} == {"QA", "QK", "QM", "QO"}


def test_no_name_stands_for_two_places() -> None:
    names = [name.casefold() for place in _places() for name in _names(place)]
    assert len(names) == len(set(names))


def test_places_of_one_group_of_islands_lie_together() -> None:
    ansa = [place for place in _places() if place["admin"] == "Ansa Islands"]
    assert len(ansa) == 5
    for axis in ("lat", "lon"):
        values = [float(place[axis]) for place in ansa]
        assert max(values) - min(values) < 0.5


@pytest.mark.parametrize("name", UNRESOLVED)
def test_unresolved_places_are_told_but_not_in_the_gazetteer(name: str) -> None:
    assert any(name in _text(page) for page in PAGES)
    assert name not in {known for place in _places() for known in _names(place)}


def test_most_gazetteer_places_are_told_of() -> None:
    told = " ".join(_text(page) for page in PAGES)
    silent = [p["name"] for p in _places() if not any(name in told for name in _names(p))]
    assert silent == ["Aumery", "Great Ansa", "Kesh Reef"]


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("agency.html", "killing “over 30” servicemen"),
        ("agency.html", "at least 41 people had died, including six fishermen"),
        ("agency.html", "34 coastguards had been killed and more than 50 injured"),
        ("state-outlet.html", "Thirty-four servicemen of the Maruvian Coast Guard were killed"),
        ("state-outlet.html", "dozens of servicemen had been killed or wounded at Ras Ansa"),
        ("local-paper.html", "38 bodies have been brought in"),
        ("local-paper.html", "at least 20 stretchers"),
        ("flattened.txt", "over 30 servicemen are dead"),
        ("flattened.txt", "puts the dead at 41 or more and says six of them were fishermen"),
    ],
)
def test_counts_the_readme_promises(page: str, words: str) -> None:
    assert words in _text(page)


@pytest.mark.parametrize("page", ["agency.html", "local-paper.html", "flattened.txt"])
def test_position_changes_by_stages(page: str) -> None:
    text = _text(page)
    assert "following what is being said and looking into it" in text
    assert re.search(r"no immediate comment|any immediate comment|declined to say", text)
    assert re.search(r"in error|by mistake|wrong building", text)
    assert re.search(r"regret", text)


def test_local_paper_updates_are_numbered_newest_first() -> None:
    text = _text("local-paper.html")
    numbers = [int(number) for number in re.findall(r"Update (\d) – S", text)]
    assert numbers == [5, 4, 3, 2, 1]


def test_local_paper_comments() -> None:
    tree = html.fromstring((EXAMPLES / "local-paper.html").read_text(encoding="utf-8"))
    comments = tree.xpath("//div[contains(@class, 'comment')]")
    assert len(comments) == 6
    assert len(tree.xpath("//div[@class='comment reply']")) == 1


def test_flattened_page_has_no_markup_and_26_comments() -> None:
    text = _text("flattened.txt")
    assert not re.search(r"</?\w+[^>]*>", text)
    assert text.count("* * *") == 2
    assert len(_flattened_comments()) == 26


def test_nobody_of_the_article_speaks_for_the_first_time_in_a_comment() -> None:
    article = _text("flattened.txt").split(COMMENTS_BEGIN)[0]
    for name in ("Drozen", "Whitlock", "Moir", "Salmin"):
        assert name in article


def test_agency_dates_agree() -> None:
    tree = html.fromstring((EXAMPLES / "agency.html").read_text(encoding="utf-8"))
    (data,) = tree.xpath("//script[@type='application/ld+json']/text()")
    (meta,) = tree.xpath("//meta[@property='article:published_time']/@content")
    assert json.loads(data)["datePublished"] == meta == "2025-06-15T09:40:00-02:00"


def test_readme_names_every_file() -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in (*PAGES, "places.csv"))
