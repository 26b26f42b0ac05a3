"""Pages written for these tests: each line of `written/*.txt` begins with what it is.

`H` headline, `Y` byline, `D` dateline, `B` base story, `RB` a line that leads back to it, `U3` the
third oldest update, `P` caption, `N` note, `R` related link, `O` anything around the page, `C2` the
second comment. A tag with nothing behind it is a blank line, as is a line with nothing at all.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from counterclaim.pages import Page

FOLDER = Path(__file__).parent / "written"
_LINE = re.compile(r"(?P<tag>[A-Z]{1,2}\d*)\|(?P<text>.*)")

KINDS = {
    "H": {"headline"},
    "Y": {"byline"},
    "D": {"dateline"},
    "B": {"body"},
    "RB": {"body", "other", "note"},
    "U": {"update"},
    "P": {"caption"},
    "N": {"note"},
    "R": {"related"},
    "O": {"other", "related"},
    "C": {"comment"},
}


@dataclass(frozen=True)
class Written:
    """A page's text and, for each line that is not blank, its tag and where it begins."""

    name: str
    text: str
    lines: tuple[tuple[str, int], ...]

    @property
    def data(self) -> bytes:
        return self.text.encode()


def written(path: Path) -> Written:
    """One page of the folder."""
    rows = path.read_text("utf-8").split("\n")
    newline = "\n"
    if rows[0].startswith("# "):
        newline = "\r\n" if rows[0] == "# crlf" else "\n"
        rows = rows[1:]
    text = ""
    lines = []
    for row in rows:
        match = _LINE.match(row)
        shown = match["text"] if match else ""
        if match and shown.strip():
            lines.append((match["tag"], len(text)))
        text += shown + newline
    return Written(path.stem, text.rstrip("\r\n") + newline, tuple(lines))


def pages() -> list[Written]:
    return [written(path) for path in sorted(FOLDER.glob("*.txt"))]


def mistakes(page: Written, read: Page) -> list[str]:
    """Lines that were read as something else, as `tag: kind (text)`."""
    found = []
    for tag, start in page.lines:
        block = read.block_at(start)
        name = tag.rstrip("0123456789")
        rank = int(tag[len(name) :]) if name == "U" else 0
        right = block is not None and block.kind in KINDS[name]
        if right and name in ("U", "B") and block is not None:
            right = block.sequence == rank
        if not right:
            got = f"{block.kind} {block.sequence}" if block else "nothing"
            found.append(f"{tag}: {got} ({page.text[start : start + 50]!r})")
    return found
