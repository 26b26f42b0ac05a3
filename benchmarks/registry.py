"""Every benchmark, in one place."""

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

Report = dict[str, float]
"""Figures by key; fractions in 0–100 unless the key says otherwise."""


GOLD = str(Path(__file__).parent / "gold")
"""Our own gold, which is not part of the corpora."""


class CorpusError(Exception):
    """A folder does not hold what a benchmark measures on; codes begin with B, as ours with CC."""

    code = "B101"

    def __init__(self, name: str, folder: Path, lacking: str) -> None:
        super().__init__(
            f"{self.code}: {folder} has no {lacking}, so it is no corpus of the benchmark {name}; "
            f"give its folder with --data ({name} reads {BENCHMARKS[name].data} by default)"
        )


class Benchmark(NamedTuple):
    """A benchmark's name, where its function is, and its part of the corpora folder.

    `function` is `module:name` and takes the data folder; `keys` are those that every report has,
    and `pinned` those with a floor (speeds depend on the machine, so they have none). `files` are
    those of the folder that it reads, where others read the rest; none means all. `needs` are
    patterns of files without which there is nothing to measure.
    """

    name: str
    function: str
    data: str
    keys: tuple[str, ...]
    pinned: tuple[str, ...]
    files: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    def folder(self, corpora: Path) -> Path:
        """Where its data lies by default; `./` begins a folder of the repository itself."""
        return Path(self.data) if self.data.startswith("./") else corpora / self.data

    def require(self, data: Path) -> None:
        """Look for what the benchmark measures on in `data`; a file is taken as it is.

        Raises `CorpusError` where there is none.
        """
        if data.is_file():
            return
        lacking = next((need for need in self.needs if not any(data.glob(need))), None)
        if lacking is not None:
            raise CorpusError(self.name, data, lacking)

    def load(self) -> Callable[[Path], Report]:
        """The function that measures."""
        module, name = self.function.split(":")
        loaded: Callable[[Path], Report] = getattr(importlib.import_module(module), name)
        return loaded


def _benchmark(
    name: str,
    function: str,
    data: str,
    keys: str,
    unpinned: str = "",
    files: str = "",
    needs: str = "",
) -> Benchmark:
    every = tuple(keys.split())
    pinned = tuple(key for key in every if key not in unpinned.split())
    where = f"benchmarks.{function}"
    return Benchmark(name, where, data, every, pinned, tuple(files.split()), tuple(needs.split()))


HEADS = """entities_f1 toponyms_f1 times_f1 events_f1 counts_f1 perpetrators_f1 toxic_f1
force_accuracy paragraph_accuracy triage_accuracy coreference_accuracy"""
"""Figures of the encoder's heads: silver labels among them change, so they have no floor."""


BENCHMARKS = {
    each.name: each
    for each in (
        _benchmark(
            "attribution",
            "attribution:run",
            "polnear/dev",
            "attributed_p attributed_r attributed_f1 exact_f1 "
            "statement_filtered_f1 statement_strict_f1 "
            "ledger_statement_filtered_f1 ledger_statement_strict_f1 documents",
            "attributed_p attributed_r",
            needs="attributions/*.ann",
        ),
        _benchmark(
            "authored",
            "authored:run",
            "./training/authored",
            "attributed_f1 detected_f1 exact_f1 force_accuracy force_macro_f1 certainty_accuracy "
            "quote_accuracy speaker_accuracy origin_accuracy chain_accuracy recipient_accuracy "
            "block_f1 comment_boundary_within_one comment_start_f1 update_number_f1 "
            "count_exact count_overlap",
            needs="*",
        ),
        _benchmark(
            "timex",
            "timex:run",
            "tempeval3/Training",
            "strict_f1 relaxed_f1 value_f1",
            needs="**/*.tml",
        ),
        _benchmark(
            "pages",
            "pages:run",
            "l3s_gn1",
            "article_f1 article_f1_with_comments comment_f1 leak pages_per_s",
            "leak pages_per_s",
            needs="annotated/*.html original/*.html",
        ),
        _benchmark(
            "flattened",
            "flattened:run",
            "l3s_gn1",
            "block_f1 boundary_within_one",
            needs="annotated/*.html original/*.html",
        ),
        _benchmark(
            "updates",
            "updates:run",
            "liveblog_pages",
            "boundary_f1 order_f1 time_accuracy",
            needs="gold_from_jsonld.json",
        ),
        _benchmark(
            "places",
            "places:run",
            "geoparsing",
            "recognition_f1 acc161 within20",
            needs="**/*.xml",
        ),
        _benchmark(
            "muc4",
            "muc4:run",
            "muc4/TASK/CORPORA/tst2",
            "confidence_f1 template_f1 messages",
            needs="**/key*",
        ),
        _benchmark(
            "counts",
            "counts:run",
            "muc4/TASK/CORPORA/tst2",
            "killed_exact killed_overlap injured_exact injured_overlap literal "
            "peer_killed_exact peer_killed_overlap peer_injured_exact peer_injured_overlap",
            "peer_killed_exact peer_killed_overlap peer_injured_exact peer_injured_overlap",
            needs="**/key*",
        ),
        _benchmark("triage", "triage:run", "davidson2017", "auc f1", needs="**/*.csv"),
        _benchmark(
            "relations",
            "relations:run",
            GOLD,
            "macro_f1 confirms_f1 denies_f1 conflicts_f1 revises_f1",
            files="relations.txt places.csv",
        ),
        _benchmark(
            "ledgers",
            "ledgers:run",
            GOLD,
            "contradictions_p contradictions_r held_contradictions_p held_contradictions_r "
            "turns_p turns_r held_turns_p held_turns_r",
            files="ledgers.txt places.csv",
        ),
        _benchmark(
            "echoes",
            "echoes:run",
            GOLD,
            "over_count under_count b3_f1",
            "over_count under_count",
            files="echoes.txt places.csv",
        ),
        _benchmark(
            "incidents",
            "incidents:run",
            "gva",
            "b3_f1 pair_f1 seconds cross_b3_f1 cross_pair_f1 held_b3_f1 held_pair_f1 "
            "incremental_b3_f1 incremental_pair_f1 killed_exact killed_interval killed_overlap "
            "injured_exact injured_interval injured_overlap date day_exact place "
            "held_killed_exact held_killed_overlap held_injured_exact held_injured_overlap "
            "held_date literal growth peer_b3_f1 peer_pair_f1",
            "seconds growth peer_b3_f1 peer_pair_f1 "
            "killed_interval injured_interval day_exact "
            "held_killed_exact held_killed_overlap held_injured_exact held_injured_overlap "
            "held_date",
            needs="docs*.jsonl.gz incidents*.jsonl.gz",
        ),
        _benchmark(
            "conflict",
            "conflict:run",
            "./benchmarks/gold_incidents",
            "b3_f1 pair_f1 wrongly_joined incremental_b3_f1 incremental_pair_f1",
            "wrongly_joined",
            needs="pages.txt",
        ),
        _benchmark(
            "events",
            "events:run",
            "./benchmarks/gold_events",
            "trigger_p trigger_r trigger_f1 type_accuracy mode_accuracy modality_accuracy actor_f1 "
            "target_f1 sentence_accuracy sentence_happened_f1 sentence_denied_f1 "
            "sentence_alleged_f1 sentence_hypothetical_f1 sentence_future_f1",
            "trigger_p trigger_r",
            needs="pages.txt modality.txt",
        ),
        _benchmark(
            "search",
            "search:run",
            GOLD,
            "slowest_ms fts5_ms statements",
            "slowest_ms fts5_ms statements",
        ),
        _benchmark("heads", "heads:run", ".", HEADS, HEADS, needs="*/*"),
        _benchmark(
            "speed",
            "speed:run",
            "l3s_gn1/original",
            "words_per_s spacy_words_per_s ratio peak_mb cold_start_s",
            "words_per_s spacy_words_per_s ratio peak_mb cold_start_s",
            needs="**/*",
        ),
    )
}
"""By name."""
