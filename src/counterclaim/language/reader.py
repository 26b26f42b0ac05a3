"""The encoder at work: texts in, labels out."""

from collections.abc import Sequence
from pathlib import Path

from counterclaim.language.labels import Attribution, Labels


class Reader:
    """Reads texts with the model in `model` (a folder; by default the one that ships).

    The session is opened at the first call, not here. `threads` is the number of threads one
    call may use (0: as many as there are cores). The labels of a text depend on that text and
    the model alone: not on the other texts of the call, nor on the number of threads.
    """

    def __init__(self, model: Path | None = None, threads: int = 0) -> None:
        self.model = model
        self.threads = threads

    def label(self, texts: Sequence[str]) -> list[Labels]:
        """Labels of each text, in the order given."""
        raise NotImplementedError

    def attributions(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """Attributions of each text, in text order of their cues."""
        return [list(labels.attributions) for labels in self.label(texts)]
