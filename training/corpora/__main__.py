"""Counts of labels in the corpora. Run: ``python -m training.corpora --data DIR [NAME ...]``."""

import argparse
from collections import Counter
from pathlib import Path

from training.corpora import CORPORA, HELD_OUT, validate


def counts(name: str, data: Path) -> Counter[str]:
    """Documents, characters, and spans of each head and label of one corpus; all are checked."""
    found: Counter[str] = Counter()
    for document in {**CORPORA, **HELD_OUT}[name](data):
        validate(document)
        found["documents"] += 1
        found["characters"] += len(document.text)
        for head, spans in {**document.spans, **document.classes}.items():
            found[f"{head}: documents"] += 1
            found.update(f"{head}: {label}" for _, _, label in spans)
        for head, links in document.links.items():
            found[f"{head}: linked"] += sum(earlier is not None for _, earlier in links)
            found[f"{head}: first"] += sum(earlier is None for _, earlier in links)
        for head, stretches in document.unknown.items():
            found[f"{head}: unknown characters"] += sum(end - start for start, end in stretches)
    return found


def main() -> None:
    """Print one block of counts a corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument(
        "names", nargs="*", choices=[[], *CORPORA, *HELD_OUT], help="all, if none is named"
    )
    options = parser.parse_args()
    for name in options.names or [*CORPORA, *HELD_OUT]:
        print(name)
        for key, count in sorted(counts(name, options.data).items()):
            print(f"  {key:40} {count:9,}", flush=True)


if __name__ == "__main__":
    main()
