"""Pages that mean harm, or are merely broken: a ledger whose spans hold, or a coded problem."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim import (
    InputError,
    Ledger,
    OptionError,
    Settings,
    Source,
    build_dossier,
    read_pages,
    render_html,
)
from counterclaim.reading import Engine
from tests.walking import check_ledger, check_reading

SAID = "The ministry of Oslania said that at least 12 people were killed in Delmar on Tuesday."
PARAGRAPH = f"<p>{SAID} It gave no further detail to the reporters who had gathered there.</p>"


def html(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


def published(date: str) -> str:
    return f'<meta property="article:published_time" content="{date}">'


def comments(number: int) -> str:
    one = '<li class="comment"><cite class="author">reader{0}</cite><p>I doubt {0} of it.</p></li>'
    return f'<ol class="comments">{"".join(one.format(n) for n in range(number))}</ol>'


def flat_comments(number: int) -> str:
    return "".join(f"reader{n}\n\n3 May 2031\n\nI doubt it.\n\nReply\n\n" for n in range(number))


ENTITIES = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
HIDDEN = (
    f"<script>var a = '{SAID} one'</script><style>p {{ content: '{SAID} two' }}</style>"
    f"<template><p>{SAID} three</p></template><p hidden>{SAID} four</p>"
)

REFUSED = {
    "empty": (b"", "CC101"),
    "white space": (b" \n\t\r\n  " * 500, "CC101"),
    "mark-up alone": (html("<div><p></p></div>"), "CC101"),
    "byte order mark alone": (b"\xef\xbb\xbf", "CC101"),
    "NULs": (b"\0" * 1000, "CC103"),
    "nested too deeply": (html(f"{'<div>' * 5000}{PARAGRAPH}{'</div>' * 5000}"), "CC105"),
    "never closed": (html(f"{'<span>x ' * 5000}{PARAGRAPH}"), "CC105"),
    "PDF": (b"%PDF-1.4\n%\xe2\xe3" + bytes(range(256)) * 8, "CC103"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "CC103"),
}

READ = {
    "a NUL inside": f"{SAID}\0 \0{SAID}".encode(),
    "invalid UTF-8": SAID.encode() + b" \xff\xfe\xc3 " + SAID.encode(),
    "half a surrogate": b"\xed\xa0\x80 " + SAID.encode(),
    "latin-1": f"Caf\xe9 r\xe9gion. {SAID}".encode("latin-1"),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + SAID.encode(),
    "UTF-16": f"{SAID} “Yes”".encode("utf-16"),
    "UTF-16 HTML": html(PARAGRAPH * 2).decode().encode("utf-16"),
    "UTF-32": SAID.encode("utf-32"),
    "CRLF": f"Blast in Delmar\r\n\r\n{SAID}\r\n\r\n{SAID}".encode(),
    "lone CR": f"Blast in Delmar\r\r{SAID}\r\r{SAID}".encode(),
    "odd breaks": f"{SAID}\x0b{SAID}\x0c{SAID}\x85{SAID}\u2028{SAID}\u2029{SAID}".encode(),
    "right to left": f"قالت الوزارة {SAID} שלום \u202e{SAID}\u202c “قال”".encode(),
    "astral": f"😀 {SAID} 𝔗𝔥𝔢 minister said “𝔴𝔢 😀 deny it”. {SAID}".encode(),
    "combining": f"{SAID} a{chr(0x301) * 2000} said “e\u0301\u0302”.".encode(),
    "unbalanced quotes": f"\" “ ” ' ‘ ’ « » „ ” {SAID} “‘\"« he said ' “".encode(),
    "quotes": ("“We deny it,” he said. \"No\" 'b' " * 200).encode(),
    "quotes that open": ("“" * 5000).encode(),
    "no spaces": b"a" * 100_000,
    "no spaces, signs": b"x9,\"'" * 1000,
    "short lines": b"ab\n" * 5000,
    "nested": html(f"{'<div>' * 1000}{PARAGRAPH}{'</div>' * 1000}{PARAGRAPH}"),
    "unclosed": html("".join("<p><b>The mayor was" for _ in range(1000))),
    "unclosed comments": html(f"{'<span class=comment>w ' * 500}{PARAGRAPH}"),
    "a comment never closed": html(f"{PARAGRAPH * 2}<!-- {SAID}"),
    "hidden": html(HIDDEN + PARAGRAPH * 2),
    "entities in entities": f"<!DOCTYPE html [{ENTITIES}]>".encode() + html(f"&a39;{PARAGRAPH}"),
    "entities of no character": html(f"&#xD800; &#x110000; &#0; &#xFFFE; &nope; {PARAGRAPH}"),
    "many attributes": html(f"<p {' '.join(f'a{n}=x' for n in range(3000))}>{SAID}</p>"),
    "JSON-LD nested": html(PARAGRAPH, f'<script type="application/ld+json">{"[" * 9000}</script>'),
    "JSON-LD of odd types": html(
        PARAGRAPH,
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": {"a": [1]},'
        '"author": 5, "headline": [{}], "liveBlogUpdate": "x", "comment": [1, null, {"text": 5}]}'
        "</script>",
    ),
    "comments": html(f"<article><h1>Blast</h1>{PARAGRAPH}</article>{comments(200)}"),
    "comments alone": html(comments(20)),
    "comments in flat text": f"Blast\n\n{SAID}\n\nComments\n\n{flat_comments(60)}".encode(),
    "headline alone": html("<h1>Ministry says 12 killed in Delmar</h1>"),
    "headline alone, flat": b"Ministry says 12 killed in Delmar",
    "captions alone": html(f"<figure><img><figcaption>{SAID}</figcaption></figure>" * 10),
    "the last day": html(f"{PARAGRAPH}<p>Tomorrow, in 100 years.</p>", published("9999-12-31")),
    "the first day": html(f"{PARAGRAPH}<p>Yesterday, 5000 years ago.</p>", published("0001-01-01")),
    "no such day": html(
        f"{PARAGRAPH}<p>It was 31 February 99999, 45 May 2031 at 99:99.</p>",
        published("2031-99-99"),
    ),
    "huge numbers": (
        f"The ministry said {10**400} people were killed, {'9' * 400}.{'9' * 400} injured, "
        "a million million billion trillion displaced, between 5 and 1e999 missing, "
        f"{'ninety ' * 300}killed {'9' * 60} days ago, in {'1' * 300} years, "
        f"{'1,000,' * 200}000 dead, 1/0 wounded."
    ).encode(),
    "lists": b"a, b, c and " * 1000,
    "who said that": b"The minister, who said that he said that " * 200,
    "of the of the": b"General Command of the Armed Forces of the Republic of " * 200,
    "hundreds and": b"one hundred and twenty thousand and " * 300,
    "initials": b"A.B.C. Mr. J. K. " * 400,
    "dates": b"May 1 2031 10:30 " * 400,
    "brackets": "( [ - -- — : ; ".encode() * 800,
    "spaces": f"{SAID}{' ' * 100_000}{SAID}".encode(),
    "line ends": f"{SAID}{chr(10) * 50_000}{SAID}".encode(),
    "names": b"Abra Kadab " * 800,
    "addresses": b"@user https://a.example/c/c/c " * 300,
    "hyphens": b"a-" * 10_000,
    "figures": b"1 2 3, 4 and 5 to 6 " * 400,
    "updates": "".join(f"UPDATE {n}: 1{n % 10}:10 GMT\n\n{SAID}\n\n" for n in range(60)).encode(),
}


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(Settings(threads=1))


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_page_is_refused_with_a_code(name: str, engine: Engine) -> None:
    data, code = REFUSED[name]
    with pytest.raises(InputError) as raised:
        engine.open(Source(name, data))
    assert raised.value.code == code


@pytest.mark.parametrize("name", READ)
def test_every_span_of_a_hostile_page_quotes_it(name: str, engine: Engine) -> None:
    page = engine.open(Source(name, READ[name]))
    reading = engine.read([page])[0]
    assert check_reading(reading) > 0
    assert msgspec.json.decode(msgspec.json.encode(reading), type=type(reading)) == reading


@pytest.fixture(scope="module")
def together() -> Ledger:
    pages = {**{name: data for name, (data, _) in REFUSED.items()}, **READ}
    return read_pages([Source(name, data) for name, data in pages.items()])


def test_hostile_pages_together_give_a_ledger(together: Ledger) -> None:
    assert len(together.readings) == len(READ)
    assert sorted(p.code for p in together.problems) == sorted(c for _, c in REFUSED.values())
    assert check_ledger(together) > 1000


def test_hostile_pages_together_give_a_dossier(together: Ledger) -> None:
    page = render_html(build_dossier(together))
    assert page.startswith("<!doctype html>")
    assert "\0" not in page
    page.encode()


def test_nothing_hidden_is_read(together: Ledger) -> None:
    [text] = [r.document.text for r in together.readings if r.document.name == "hidden"]
    assert SAID in text
    assert not [word for word in ("one", "two", "three", "four") if f"{SAID} {word}" in text]


def test_comments_never_speak(together: Ledger) -> None:
    read = {r.document.name: r for r in together.readings}
    assert len(read["comments"].comments) == 200
    assert len(read["comments alone"].comments) == 20
    assert not read["comments alone"].statements


def test_the_same_page_twice_is_read_once() -> None:
    ledger = read_pages([Source("a", SAID.encode()), Source("b", SAID.encode())])
    assert [r.document.name for r in ledger.readings] == ["a"]
    assert [(p.code, p.name) for p in ledger.problems] == [("CC904", "b")]


def test_a_page_over_the_limit_is_refused() -> None:
    ledger = read_pages([SAID.encode()], settings=Settings(max_bytes=10))
    assert [p.code for p in ledger.problems] == ["CC102"]


BAD_ROWS = {
    "no header": "Delmar,1,2\n",
    "no number": "name,lat,lon\nDelmar,north,2\n",
    "not a number": "name,lat,lon\nDelmar,nan,2\n",
    "infinite": "name,lat,lon\nDelmar,inf,2\n",
    "off the globe": "name,lat,lon\nDelmar,91,2\n",
    "too few cells": "name,lat,lon\nDelmar\n",
    "no name": "name,lat,lon\n,1,2\n",
    "a quote never closed": 'name,lat,lon\n"Delmar,1,2\n',
    "empty": "",
}


@pytest.mark.parametrize("name", BAD_ROWS)
def test_a_bad_gazetteer_is_named(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("gazetteer") / "places.csv"
    path.write_text(BAD_ROWS[name], encoding="utf-8")
    with pytest.raises(OptionError) as raised:
        read_pages([SAID.encode()], settings=Settings(gazetteer=path))
    assert raised.value.code == "CC202"
    assert "places.csv" in str(raised.value)


@pytest.mark.parametrize("data", [b"\xff\xfe\0\xd8", b"name,lat,lon\nDel\0mar,1,2\n\xff"])
def test_a_gazetteer_that_is_not_text_is_named(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("gazetteer") / "places.csv"
    path.write_bytes(data)
    with pytest.raises(OptionError) as raised:
        read_pages([SAID.encode()], settings=Settings(gazetteer=path))
    assert raised.value.code == "CC202"


PIECES = (
    "The mayor said", " that ", "12 people", " were killed", "“", "”", '"', "'", ".", ",", "\n",
    "\n\n", "\r\n", " ", "\0", "😀", "a\u0301", "قال", "<p>", "</p>", "<div>", "&amp;", "denied",
    "John Smith", "on Tuesday", "at 10:30", "in Delmar", "UPDATE", "Comments", "(", ")", "—",
    "of the", "\u2028",
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1, max_size=40))
def test_spans_hold_on_any_text(engine: Engine, pieces: list[str]) -> None:
    data = "".join(pieces).encode("utf-8", "surrogatepass")
    try:
        page = engine.open(Source("x", data))
    except InputError as error:
        refused = error.code
    else:
        refused = ""
        check_reading(engine.read([page])[0])
    assert refused in {"", "CC101", "CC103"}
