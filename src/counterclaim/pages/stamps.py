"""Machine-readable times in the attributes of elements."""

from __future__ import annotations

import re

__all__ = ["machine_time"]

_TIMES = (
    "datetime",
    "data-datetime",
    "data-time",
    "data-published",
    "data-utime",
    "data-timestamp",
    "data-post-time",
    "data-sort-time",
    "content",
)
_READ = frozenset((*_TIMES, "title"))
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d.*)?\Z")


def machine_time(tag: str, attributes: dict[str, str]) -> tuple[str, str] | None:
    """An element's machine-readable time and the attribute it stands in."""
    if _READ.isdisjoint(attributes):
        return None
    if tag == "abbr" and _ISO.match(attributes.get("title", "")):
        return attributes["title"], "title"
    for name in _TIMES:
        value = attributes.get(name)
        if value is None:
            continue
        value = value.strip()
        if value and (_ISO.match(value) or (name.startswith("data") and _EPOCH.match(value))):
            return value, name
    return None
