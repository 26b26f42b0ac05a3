from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import msgspec
import pytest

from counterclaim.dossier import build_dossier, render_html
from counterclaim.dossier.wording import STYLES, style
from counterclaim.records import Dated, Ledger
from tests.dossier.reading_html import Outline
from tests.dossier.sample import ledger
from tests.dossier.sketch import Sketch

LOADING = ("src", "srcset", "data", "poster", "background", "action", "formaction", "ping")


@pytest.fixture(scope="module")
def html() -> str:
    return render_html(build_dossier(ledger()))


@pytest.fixture(scope="module")
def outline(html: str) -> Outline:
    return Outline(html)


def policy(outline: Outline) -> str:
    return next(
        str(a["content"])
        for t, a in outline.tags
        if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )


def test_two_runs_give_the_same_bytes(html: str) -> None:
    assert render_html(build_dossier(ledger())) == html


def test_it_is_one_file_that_loads_nothing(html: str, outline: Outline) -> None:
    for tag, attributes in outline.tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "base", "form"), tag
        assert not set(LOADING) & set(attributes), (tag, attributes)
    assert all(h.startswith("#") for h in outline.attributes("a", "href"))
    assert all(h.startswith("#") for h in outline.attributes("use", "href"))
    assert "@import" not in html
    assert not re.search(r"url\((?!#)", html)
    assert len(html.encode()) < 400_000


def test_the_policy_allows_exactly_the_inline_style_and_script(outline: Outline) -> None:
    allowed = policy(outline)
    assert allowed.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        digest = b64encode(sha256(outline.raw[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in allowed
    assert "unsafe" not in allowed


def test_nothing_needs_more_than_the_policy_allows(outline: Outline) -> None:
    for tag, attributes in outline.tags:
        assert "style" not in attributes, (tag, attributes)
        assert not [a for a in attributes if a.startswith("on")], (tag, attributes)
    assert sum(t == "script" for t, _ in outline.tags) == 1


def test_ids_are_unique_and_every_link_leads_somewhere(outline: Outline) -> None:
    assert len(outline.ids) == len(set(outline.ids))
    targets = {h[1:] for h in outline.attributes("a", "href") + outline.attributes("use", "href")}
    assert targets - set(outline.ids) == set()


def test_labels_lead_somewhere(outline: Outline) -> None:
    labels = [a["aria-labelledby"] for _, a in outline.tags if a.get("aria-labelledby")]
    assert len(labels) > 20
    assert set(labels) <= set(outline.ids)


def test_one_main_one_title_and_headings_in_order(outline: Outline) -> None:
    tags = [t for t, _ in outline.tags]
    assert [tags.count(t) for t in ("main", "header", "nav", "h1")][:1] == [1]
    assert tags.count("h1") == 1
    assert outline.headings[0] == 1
    steps = zip(outline.headings, outline.headings[1:], strict=False)
    assert all(after - before <= 1 for before, after in steps)


def test_every_table_has_headers_with_a_scope(outline: Outline) -> None:
    headers = [a for t, a in outline.tags if t == "th"]
    assert len(headers) > 30
    assert all(a.get("scope") in ("col", "row", "colgroup", "rowgroup") for a in headers)


def test_landmarks_and_regions_have_names_of_their_own(outline: Outline) -> None:
    named = {"section", "nav", "aside", "article"}
    regions = [a for t, a in outline.tags if t in named or a.get("role") == "region"]
    names = [str(a.get("aria-label") or a.get("aria-labelledby")) for a in regions]
    assert "None" not in names
    assert len(names) == len(set(names))


def test_links_on_the_timeline_are_named_by_what_they_show(outline: Outline, html: str) -> None:
    labels = [a for t, a in outline.tags if t == "a" and (a.get("class") or "").startswith("mark")]
    words = re.findall(r'<text x="7" y="14">([^<]*)</text>', html)
    assert len(labels) == len(words) > 10
    for attributes, text in zip(labels, words, strict=True):
        assert str(attributes["aria-label"]).startswith(text)


def test_drawings_have_a_name_or_are_hidden(outline: Outline) -> None:
    drawings = [a for t, a in outline.tags if t == "svg" and a.get("class") in ("map", "clocks")]
    assert len(drawings) == 2
    assert all(a.get("aria-label") for a in drawings)
    small = [a for t, a in outline.tags if t == "svg" and "mk" in (a.get("class") or "")]
    assert small
    assert all(a.get("aria-hidden") == "true" for a in small)


def test_the_sections_come_in_the_readers_order(outline: Outline) -> None:
    sections = [str(a["id"]) for t, a in outline.tags if t == "section"]
    assert sections == [
        "glance",
        "matrix",
        "accounts",
        "contradictions",
        "paths",
        "timeline",
        "map",
        "pages",
        "comments",
        "unresolved",
        "reading",
    ]


def test_it_gives_no_verdict(outline: Outline) -> None:
    assert "Nothing here says what happened." in outline.text
    assert "A suggestion, not a verdict." in outline.text


def test_the_skip_link_comes_first(outline: Outline) -> None:
    assert outline.attributes("a", "href")[0] == "#main"


def test_every_statement_can_be_followed_to_its_words(outline: Outline) -> None:
    hrefs = set(outline.attributes("a", "href"))
    for reading in ledger().readings:
        page = "ABCD"["abcd".index(reading.document.id[2])]
        for statement in reading.statements:
            if statement.voice != "reader":
                anchor = f"{page}-{statement.id.rpartition('.')[2]}"
                assert anchor in outline.ids
                assert f"#{anchor}" in hrefs


def test_superseded_and_contradicted_values_are_told_without_colour(html: str) -> None:
    assert '<span class="vh">Superseded: </span><del>' in html
    assert re.search(
        r'<a class="clash" href="#c2" aria-label="Contradiction 2"><i>≠</i>2</a>', html
    )


def test_hateful_comments_are_veiled_until_asked_for(html: str) -> None:
    start = html.index('<details class="veiled">')
    veiled = html[start : html.index("</details>", start)]
    summary, text = veiled.split("</summary>")
    assert "vermin" in text
    assert "vermin" not in summary
    assert 'aria-hidden="true">nnnnnnnnn. nnn nnnnnn' in summary
    assert html.count('<details class="veiled">') == 1
    assert "blur(" in html


def test_comments_stay_out_of_the_matrix(html: str) -> None:
    table = html[html.index('<section id="matrix"') : html.index('<section id="accounts"')]
    assert "90" not in re.sub(r"<[^>]*>|\d{4}", "", table)
    assert "<b>He counted 90 dead</b>, not 44." in html
    assert html.count("this reader’s claim; it is not part of the ledger") == 2


def test_right_to_left_text_is_isolated(html: str) -> None:
    assert '<div class="text" dir="auto">آخر' in html


HOSTILE = "<script>alert(1)</script>\"'&\u202e\x00 </style> {{ 7*7 }} <!-- ]]>"


def hostile() -> Ledger:
    """A page whose every string is hostile."""
    text = f"{HOSTILE} headline\nAda said {HOSTILE} 5 dead\n{HOSTILE} comment\n"
    sketch = Sketch(
        "eeee",
        text,
        name=f"{HOSTILE}.html",
        outlet=HOSTILE,
        published=Dated(value=HOSTILE, evidence=HOSTILE),
        url=f"javascript:{HOSTILE}",
        language='en" onload="x',
        retrieved=HOSTILE,
    )
    sketch.block("headline", HOSTILE)
    sketch.block("body", "Ada said", sequence=0)
    said = sketch.say(f"{HOSTILE} 5 dead", source="Ada", cue="said", speaker='x" onclick="y')
    sketch.count(said, "5 dead", "5", 5, 5, 5, "killed", group=HOSTILE)
    sketch.place(said, "dead", lat=89.9, lon=179.9, name=HOSTILE, gazetteer=HOSTILE)
    sketch.puzzle("dead", HOSTILE, HOSTILE)
    sketch.comment(f"{HOSTILE} comment", lanes=(("threat", 0.9, "comment"),), author=HOSTILE[:8])
    return Ledger(readings=[sketch.reading()])


def test_hostile_text_stays_text() -> None:
    html = render_html(build_dossier(hostile(), title=HOSTILE))
    outline = Outline(html)
    assert sum(t == "script" for t, _ in outline.tags) == 1
    for _, attributes in outline.tags:
        assert not [a for a in attributes if a.startswith("on")]
    assert all(h.startswith("#") for h in outline.attributes("a", "href"))
    assert "\x00" not in html
    assert "{{ 7*7 }}" in outline.text
    digest = b64encode(sha256(outline.raw["style"].encode()).digest()).decode()
    assert digest in policy(outline)


def test_hostile_names_in_accounts_stay_inside_their_attribute() -> None:
    whole = ledger()
    actors = [msgspec.structs.replace(a, name=HOSTILE) for a in whole.actors]
    html = render_html(build_dossier(msgspec.structs.replace(whole, actors=actors)))
    outline = Outline(html)
    assert sum(t == "script" for t, _ in outline.tags) == 1
    assert not [a for _, attrs in outline.tags for a in attrs if a.startswith("on")]


def test_an_empty_ledger_still_gives_a_page() -> None:
    outline = Outline(render_html(build_dossier(Ledger())))
    assert "No page could be read" in outline.text
    targets = {h[1:] for h in outline.attributes("a", "href")}
    assert targets <= set(outline.ids)


def test_pages_without_an_incident_are_shown_whole() -> None:
    bare = msgspec.structs.replace(ledger(), incidents=[], accounts=[], relations=[], origins=[])
    outline = Outline(render_html(build_dossier(bare)))
    assert "could be joined to an incident" in outline.text
    assert "Two explosions shook" in outline.text
    assert {h[1:] for h in outline.attributes("a", "href")} <= set(outline.ids)


def test_one_statement_alone_is_enough() -> None:
    whole = ledger()
    account = next(a for a in whole.accounts if a.origin.endswith("tarn-hospital"))
    single = msgspec.structs.replace(
        whole, readings=whole.readings[:1], accounts=[account], relations=[], origins=[]
    )
    outline = Outline(render_html(build_dossier(single)))
    assert "One page" in outline.text or "1 page carries the word of 1 origin" in outline.text
    assert len(outline.ids) == len(set(outline.ids))


@pytest.mark.parametrize("copies", [12])
def test_many_origins_make_a_wide_table(copies: int) -> None:
    whole = ledger()
    first = whole.accounts[0]
    more = [
        msgspec.structs.replace(first, id=f"i-1.x{n}", origin=f"actor:voice-{n}", party=None)
        for n in range(copies)
    ]
    html = render_html(
        build_dossier(msgspec.structs.replace(whole, accounts=[*whole.accounts, *more]))
    )
    assert 'class="scroll"' in html
    assert "voice 11" in html
    assert len(html.encode()) < 600_000


def test_every_party_style_is_drawn_and_coloured(html: str) -> None:
    for number in range(STYLES + 1):
        assert f'<symbol id="m-p{number}"' in html
        assert f".p{number} {{ --c: var(--p{number}); }}" in html
        assert html.count(f"--p{number}: #") == 3
    assert style(STYLES + 5) == f"p{STYLES}"


def luminance(colour: str) -> float:
    digits = colour if len(colour) == 6 else "".join(c * 2 for c in colour)
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_has_the_contrast_that_wcag_asks_for(html: str) -> None:
    """At least 4.5:1 (WCAG 2.2, 1.4.3), in light, in dark and in print."""
    colours: dict[str, str] = {}
    roots = re.findall(r":root \{(.*?)\}", html, re.DOTALL)
    assert len(roots) == 3
    for root in roots:
        colours |= dict(re.findall(r"--(\w+): #([0-9a-f]+)", root))
        for front in ("ink", "soft", "link", "clash", *(f"p{n}" for n in range(STYLES + 1))):
            for back in ("paper", "wash", "raised"):
                pair = sorted(luminance(colours[c]) + 0.05 for c in (front, back))
                assert pair[1] / pair[0] >= 4.5, (front, back)
