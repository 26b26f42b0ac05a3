"""Flattened text: the gold of L3S-GN1 written out as plain text in three ways (yardstick C).

`nodes`: a blank line between text nodes; `lines`: one line for each; `joined`: all mark-up of
comments lost and nodes joined into the paragraphs they were shown as. Only labelled text is
written; the same is measured again with the page's furniture around it (keys in `_furniture`).

`block_f1` is the mean of the F1 of article, comment and elsewhere (related links and furniture)
over paragraphs of all pages; `boundary_within_one` the share of pages, with comments or without,
where the place at which readers take over is found within one paragraph. L3S-GN1 counts the heads,
forms and buttons of a comment section as comments, also where nobody has commented.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.pages import ARTICLE, LABELS, Gold, align, read_gold
from counterclaim.pages.decoding import decode
from counterclaim.pages.flattened import Division, divide
from counterclaim.pages.markup import Markup, read_markup
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece

FORMS = ("nodes", "lines", "joined")
Divide = Callable[[Sequence[Piece]], Division]


def written(
    gold: Gold, page: Markup, labels: Sequence[int], form: str, furniture: bool
) -> list[tuple[str, str]]:
    """Paragraphs of a page as (label, text)."""
    if form == "joined":
        pairs = [(LABELS[at], p.text) for p, at in zip(page.pieces, labels, strict=True) if at >= 0]
    else:
        pairs = [(label, " ".join(text.split())) for label, text in gold.nodes]
    return [pair for pair in pairs if pair[1] and (furniture or pair[0] != "other")]


def coarse(kind: str) -> str:
    """A gold or found kind as one of the three that are scored."""
    if kind in ("comment", "article"):
        return kind
    return (
        "article" if kind in ARTICLE or kind in ("headline", "body", "supplement") else "elsewhere"
    )


class Tally:
    """Counts over pages of one setting."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.near: list[bool] = []
        self.near_with: list[bool] = []

    def add(self, pairs: list[tuple[str, str]], separator: str, divide: Divide) -> None:
        """Read one page and count."""
        text = separator.join(text for _, text in pairs)
        pieces = paragraphs(text)
        division = divide(pieces)
        kinds = [
            "comment" if inside else kind
            for kind, inside in zip(division.kinds, division.discussed, strict=True)
        ]
        got = kinds.index("comment") if "comment" in kinds else len(kinds)
        starts = _starts(pairs, separator)
        labels = [label for label, _ in pairs]
        held = [labels[_holder(starts, piece.start)] for piece in pieces]
        for kind, label in zip(kinds, held, strict=True):
            self.found[coarse(kind)] += 1
            self.gold[coarse(label)] += 1
            self.right[coarse(label)] += coarse(kind) == coarse(label)
        wanted = held.index("comment") if "comment" in held else len(held)
        self.near.append(abs(wanted - got) <= 1)
        if "comment" in held:
            self.near_with.append(self.near[-1])

    def f1(self, name: str) -> float:
        """In percent."""
        return 200 * self.right[name] / max(1, self.found[name] + self.gold[name])


def _starts(pairs: list[tuple[str, str]], separator: str) -> list[int]:
    starts, at = [], 0
    for _, text in pairs:
        starts.append(at)
        at += len(text) + len(separator)
    return starts


def _holder(starts: list[int], offset: int) -> int:
    low, high = 0, len(starts)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if starts[middle] <= offset else (low, middle)
    return low


def measure(data: Path, divide_for: Callable[[str, str], Divide]) -> dict[str, float]:
    """Scores; `divide_for(page, form)` gives the reader, so that folds can be held out."""
    tallies = {furniture: Tally() for furniture in (False, True)}
    for path in sorted((data / "annotated").glob("*.html")):
        gold = read_gold(path)
        source = decode((data / "original" / path.name).read_bytes(), name=path.name).text
        page = read_markup(source, name=path.name)
        labels = align(gold, page)
        for form in FORMS:
            for furniture, tally in tallies.items():
                pairs = written(gold, page, labels, form, furniture)
                if pairs:
                    separator = "\n" if form == "lines" else "\n\n"
                    tally.add(pairs, separator, divide_for(path.name, form))
    report: dict[str, float] = {}
    for furniture, tally in tallies.items():
        end = "_furniture" if furniture else ""
        scores = [tally.f1(name) for name in ("article", "comment", "elsewhere")]
        report[f"block_f1{end}"] = sum(scores) / 3
        report[f"article_f1{end}"], report[f"comment_f1{end}"], report[f"elsewhere_f1{end}"] = (
            scores
        )
        report[f"boundary_within_one{end}"] = 100 * sum(tally.near) / max(1, len(tally.near))
        with_comments = 100 * sum(tally.near_with) / max(1, len(tally.near_with))
        report[f"boundary_with_comments{end}"] = with_comments
    return report


def run(data: Path) -> dict[str, float]:
    """Figures of the shipped model over the pages below `data`."""
    return measure(data, lambda page, form: divide)
