"""`python -m benchmarks NAME [--data DIR] [--json]`: parses, calls, prints."""

import argparse
import json
import os
import sys
from pathlib import Path

from benchmarks import floors
from benchmarks.registry import BENCHMARKS, Benchmark, CorpusError, Report
from counterclaim.errors import CounterclaimError

CORPORA = "COUNTERCLAIM_CORPORA"
"""The environment variable that names the folder of the corpora, where `--data` does not."""


def main(arguments: list[str] | None = None) -> int:
    """Run one benchmark, or with `floors` every pinned one.

    The exit code is 1 below a floor, 2 where a folder does not hold the corpus, or nothing that
    can be read.
    """
    options = _parser().parse_args(arguments)
    names = sorted(floors.read()) if options.name == "floors" else [options.name]
    try:
        return max((_run(BENCHMARKS[name], options) for name in names), default=0)
    except (CorpusError, CounterclaimError) as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=[*BENCHMARKS, "floors"])
    parser.add_argument("--data", type=Path, help="folder of the corpus part to measure on")
    parser.add_argument("--json", action="store_true", help="one JSON object on the last line")
    parser.add_argument("--check", action="store_true", help="exit with 1 below a pinned floor")
    parser.add_argument("--pin", action="store_true", help="pin these figures as the floor")
    parser.add_argument("--lower", action="store_true", help="let --pin lower a floor")
    return parser


def _corpora(benchmark: Benchmark) -> Path:
    """The folder of the corpora; our own data need none."""
    given = os.environ.get(CORPORA)
    ours = benchmark.data.startswith("./") or Path(benchmark.data).is_absolute()
    if given is None and not ours:
        raise SystemExit(f"give --data DIR, or the folder of the corpora in {CORPORA}")
    return Path(given or ".")


def _run(benchmark: Benchmark, options: argparse.Namespace) -> int:
    """Measure, print, and compare with or pin the floor where that is asked."""
    data = options.data or benchmark.folder(_corpora(benchmark))
    benchmark.require(data)
    report = benchmark.load()(data)
    missing = [key for key in benchmark.keys if key not in report]
    if missing:
        raise SystemExit(f"{benchmark.name} reports no {', '.join(missing)}")
    problems: list[str] = []
    if options.pin:
        digest = floors.corpus_hash(data, benchmark.files)
        problems = floors.pin(benchmark.name, report, digest, options.lower)
    elif options.check or options.name == "floors":
        digest = floors.corpus_hash(data, benchmark.files)
        problems = floors.shortfalls(benchmark.name, report, digest, floors.read())
    for problem in problems:
        print(problem, file=sys.stderr)
    print(json.dumps(report) if options.json else _table(benchmark.name, report))
    return 1 if problems else 0


def _table(name: str, report: Report) -> str:
    """For people."""
    return "\n".join([name, *(f"  {key:<26}{value:>12g}" for key, value in report.items())])


if __name__ == "__main__":
    sys.exit(main())
