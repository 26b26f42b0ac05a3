"""Readers of the public corpora, each giving :class:`Labelled` documents in a fixed order.

How each label was obtained, and on what terms the corpora are: ``README.md`` in this folder.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from training.corpora.authored_pages import authored, authored_test
from training.corpora.comments import comments, comments_held
from training.corpora.flattened import l3s_gn1
from training.corpora.gum import gum
from training.corpora.labelled import LabelError, Labelled, validate
from training.corpora.muc4 import muc4, muc4_tst2
from training.corpora.names import uner_ewt, wnut17
from training.corpora.places import geoparsing
from training.corpora.plover import plover
from training.corpora.times import tempeval3, wikiwars

__all__ = ["CORPORA", "HELD_OUT", "LabelError", "Labelled", "validate"]

CORPORA: dict[str, Callable[[Path], Iterator[Labelled]]] = {
    "tempeval3": tempeval3,
    "wikiwars": wikiwars,
    "geoparsing": geoparsing,
    "gum": gum,
    "uner_ewt": uner_ewt,
    "wnut17": wnut17,
    "muc4": muc4,
    "authored": authored,
    "l3s_gn1": l3s_gn1,
    "comments": comments,
    "plover": plover,
}
"""Name of each corpus and its reader, which takes the folder that holds the corpora."""

HELD_OUT: dict[str, Callable[[Path], Iterator[Labelled]]] = {
    "muc4_tst2": muc4_tst2,
    "authored_test": authored_test,
    "comments_held": comments_held,
}
"""Parts that are measured on and never trained on."""
