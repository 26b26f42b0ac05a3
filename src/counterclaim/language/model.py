"""The files of the shipped model, opened once and checked against their hashes."""

import hashlib
import os
from pathlib import Path
from typing import cast

import msgspec
import numpy as np

from counterclaim.errors import ModelError
from counterclaim.language.heads import (
    DISTANCES,
    EVERY_POINTER,
    MARKS,
    ROLES,
    Chain,
    Floats,
    Ints,
    Scores,
)

FOLDER = Path(__file__).parent / "model"
GRAPH, TOKENIZER, DESCRIPTION = "encoder.int8.onnx", "tokenizer.json", "model.json"


class Description(msgspec.Struct, frozen=True):
    """`model.json`: what is needed besides the graph.

    `marks` has the columns of each head of the graph's last output, in order; a model may lack
    some of the heads that could be.
    """

    version: str
    window: int
    roles: tuple[str, ...]
    pointers: tuple[str, ...]
    follows: list[list[float]]
    distance: list[list[float]]
    sha256: dict[str, str]
    marks: dict[str, tuple[str, ...]] = {}

    def chain(self) -> Chain:
        """The weights of decoding."""
        return Chain(np.array(self.follows, np.float32), np.array(self.distance, np.float32))


def describe(folder: Path = FOLDER) -> Description:
    """Read `model.json`; raises `ModelError` if it is missing or describes other heads."""
    try:
        found = msgspec.json.decode((folder / DESCRIPTION).read_bytes(), type=Description)
    except (OSError, msgspec.DecodeError) as error:
        raise ModelError("CC301", name=DESCRIPTION) from error
    names = tuple(head.name for head in EVERY_POINTER)
    fits = found.roles == ROLES.labels and found.pointers == names
    known = dict(MARKS)
    fits = fits and all(known.get(name) == each for name, each in found.marks.items())
    if not fits or any(len(row) != DISTANCES for row in found.distance):
        raise ModelError("CC301", name=DESCRIPTION)
    return found


class Graph:
    """The network. Calls are thread-safe."""

    def __init__(self, folder: Path, expected: str) -> None:
        try:
            with (folder / GRAPH).open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError as error:
            raise ModelError("CC301", name=GRAPH) from error
        if digest != expected:
            raise ModelError("CC301", name=GRAPH)
        # From 1.32 on it reports to its maker unless this is set before it is loaded; calling its
        # `disable_telemetry_events` afterwards is too late. Nothing leaves this machine.
        os.environ["ORT_DISABLE_TELEMETRY"] = "1"
        # Imported here: a process that only hands pages on to others need not hold it.
        import onnxruntime

        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        # One thread a window: windows run side by side, and no result depends on how many do.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # Windows differ in length: a plan of its memory for each length is kept and wins no time.
        options.enable_mem_pattern = False
        # By its path: of bytes given, the session keeps a copy as long as it lives.
        path = str(folder / GRAPH)
        self._session = onnxruntime.InferenceSession(path, options, ["CPUExecutionProvider"])

    def run(self, pieces: Ints, surface: Ints, first: Ints) -> Scores:
        """Scores of one window. `first` is the place of each word's first piece."""
        given = {"pieces": pieces[None], "surface": surface[None], "first": first}
        wide = {name: values.astype(np.int64) for name, values in given.items()}
        found = cast("list[Floats]", self._session.run(None, wide))
        return Scores(*found)
