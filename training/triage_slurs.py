"""Write ``slurs.txt`` of the triage from a list that is kept out of the repository.

Run: ``python -m training.triage_slurs LIST``, where a line of LIST is a kind of
`counterclaim.comments.slurs.KINDS`, a colon, and words with a space between them, two words that
belong together joined by "_". What ships is the CRC-32 of each folded form.
"""

import argparse
from pathlib import Path

from counterclaim.comments.grams import words
from counterclaim.comments.lexicon import GROUP
from counterclaim.comments.phrases import key_of
from counterclaim.comments.slurs import KINDS

TARGET = Path(__file__).parents[1] / "src/counterclaim/comments/slurs.txt"
TITLE = "# Slurs by kind as CRC-32 of their folded forms: written by training.triage_slurs\n"
WIDTH = 9
"""Hashes a line."""


def hashed(lines: list[str]) -> str:
    """The text of ``slurs.txt``: names of groups are left out, the first kind of a word holds."""
    kinds: dict[str, str] = {}
    for line in lines:
        kind, _, listed = line.partition(":")
        for each in listed.split():
            form = " ".join(word.form for word in words(each.replace("_", " ")))
            if GROUP not in form.split():
                kinds.setdefault(form, kind.strip())
    text = [TITLE]
    for kind in KINDS:
        keys = sorted(f"{key_of(form):08x}" for form, of in kinds.items() if of == kind)
        text.extend(
            f"{kind} {' '.join(keys[at : at + WIDTH])}\n" for at in range(0, len(keys), WIDTH)
        )
    return "".join(text)


def main() -> None:
    """Parse, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("list", type=Path)
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    options.out.write_text(hashed(options.list.read_text("utf-8").splitlines()), "ascii")


if __name__ == "__main__":
    main()
