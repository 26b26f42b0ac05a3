"""Bytes to characters."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import CounterclaimError, InputError
from counterclaim.pages.decoding import decode, is_html

GREEK = "Η πόλη κάηκε τη νύχτα και κανείς δεν ξέρει γιατί. " * 6


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        ("Káva".encode(), "Káva", "utf-8"),
        (b"\xef\xbb\xbfplain", "plain", "utf-8"),
        ("Grüße".encode("utf-16"), "Grüße", "utf-16-le"),
        (b"\xfe\xff" + "Grüße".encode("utf-16-be"), "Grüße", "utf-16-be"),
        ("No mark at all here".encode("utf-16-le"), "No mark at all here", "utf-16-le"),
        ("No mark at all here".encode("utf-16-be"), "No mark at all here", "utf-16-be"),
        (
            '<meta charset="windows-1251">Мост'.encode("cp1251"),
            '<meta charset="windows-1251">Мост',
            "cp1251",
        ),
        (b'<meta charset="iso-8859-1">\x93so\x94', '<meta charset="iso-8859-1">“so”', "cp1252"),
        (
            '<?xml version="1.0" encoding="iso-8859-2"?>Łódź'.encode("iso-8859-2"),
            '<?xml version="1.0" encoding="iso-8859-2"?>Łódź',
            "iso8859-2",
        ),
        (b"a\r\nb\rc", "a\r\nb\rc", "utf-8"),
    ],
)
def test_encodings(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data, name="page")
    assert (decoded.text, decoded.encoding, decoded.replaced) == (text, encoding, False)


def test_an_undeclared_encoding_is_guessed() -> None:
    decoded = decode(GREEK.encode("cp1253"), name="page")
    assert decoded.text == GREEK
    assert not decoded.replaced


def test_a_few_damaged_bytes_leave_utf8_in_place() -> None:
    data = ("Straße " * 200).encode() + b"\xff end"
    decoded = decode(data, name="page")
    assert decoded.encoding == "utf-8"
    assert decoded.replaced
    assert decoded.text.endswith("\ufffd end")
    assert decoded.text.startswith("Straße")


def test_a_wrong_declaration_does_not_break_utf8() -> None:
    data = '<meta charset="utf-16"><p>né</p>'.encode()
    assert decode(data, name="page").text.endswith("<p>né</p>")


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04rest",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0JFIF",
        b"\x1f\x8b\x08rest",
        bytes(range(32)) * 40,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, name="thing.bin")
    assert caught.value.code == "CC103"
    assert "thing.bin" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("<!DOCTYPE html><p>x", "page", True),
        ("  \n<html lang=en>", "page", True),
        ("<?xml version='1.0'?>\n<html>", "page", True),
        ("<!-- saved -->\n<body>x</body>", "page", True),
        ("One <b>bold</b> word", "note.txt", False),
        ("One <b>bold</b> word", "note.html", True),
        ("<p>a</p><p>b</p><p>c</p>", "note.txt", True),
        ('"oops" <snicker, snicker>', "page.txt", False),
        ("", "page.txt", False),
        ("a < b and c > d", "page.html", False),
    ],
)
def test_what_counts_as_html(text: str, name: str, expected: bool) -> None:
    assert is_html(text, name) is expected


@given(st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused_with_a_code(data: bytes) -> None:
    try:
        decoded = decode(data, name="x")
    except CounterclaimError as error:
        assert error.code == "CC103"  # noqa: PT017  (both ends are right)
    else:
        decoded.text.encode("utf-8", "surrogatepass")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
@settings(deadline=None)
def test_utf8_text_is_unchanged(text: str) -> None:
    data = text.encode()
    if not data.startswith(
        (
            b"\xef\xbb\xbf",
            b"PK",
            b"GIF8",
            b"BZh",
            b"Rar!",
            b"RIFF",
            b"OggS",
            b"ID3",
            b"WARC/",
            b"%PDF",
            b"SQLite",
            b"{\\rtf",
        )
    ):
        assert decode(data, name="x").text == text


@pytest.mark.parametrize("size", [200, 3000, 20_000])
@pytest.mark.parametrize("seed", range(5))
def test_bytes_drawn_by_chance_are_refused_whatever_they_are_called(seed: int, size: int) -> None:
    data = random.Random(seed).randbytes(size)
    with pytest.raises(InputError, match="CC103"):
        decode(b"a" + data, name="page.html")


def test_a_stray_control_character_in_old_bytes_is_no_reason_to_refuse() -> None:
    data = ("Caf\xe9 closed.\x01 " * 3 + "The caf\xe9 by the harbour was closed. " * 20).encode(
        "cp1252"
    )
    assert decode(data, name="page.txt").text.startswith("Caf\xe9 closed.\x01")
