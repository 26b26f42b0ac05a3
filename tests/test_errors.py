"""Every code is used, documented in one place, and its message can be filled in."""

import re
import string
from pathlib import Path

import pytest

from counterclaim import errors

SOURCE = Path(errors.__file__).parent


def codes_in_source() -> set[str]:
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        if path.name != "errors.py":
            found.update(re.findall(r"\"(CC\d{3})\"", path.read_text(encoding="utf-8")))
    return found


def test_every_code_in_use_has_a_message() -> None:
    assert codes_in_source() <= set(errors.MESSAGES)


def test_every_message_is_in_use() -> None:
    assert set(errors.MESSAGES) <= codes_in_source()


@pytest.mark.parametrize("code", sorted(errors.MESSAGES))
def test_messages_fill_in(code: str) -> None:
    template = errors.MESSAGES[code]
    fields = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    text = errors.message(code, **dict.fromkeys(fields, "thing"))
    assert text.startswith(f"{code}: ")
    assert "{" not in text


def test_an_error_carries_its_code_and_fields() -> None:
    error = errors.InputError("CC104", name="page.html", reason="it is gone")
    assert error.code == "CC104"
    assert error.fields == {"name": "page.html", "reason": "it is gone"}
    assert str(error) == "CC104: cannot read page.html: it is gone"
    assert isinstance(error, errors.CounterclaimError)


def test_codes_fall_in_the_range_of_their_class() -> None:
    ranges = {
        "InputError": 1,
        "OptionError": 2,
        "ModelError": 3,
        "RecordError": 4,
        "OutputError": 5,
        "FetchError": 6,
    }
    pattern = re.compile(r"(\w+Error)\(\s*\"CC(\d)\d\d\"")
    for path in SOURCE.rglob("*.py"):
        for name, digit in pattern.findall(path.read_text(encoding="utf-8")):
            assert ranges[name] == int(digit), (path.name, name, digit)
