"""Weights by sign, as `training/` writes them beside the modules that weigh with them."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from importlib import resources

from counterclaim.errors import ModelError

__all__ = ["weights_of"]


@functools.cache
def weights_of(file: str) -> Mapping[str, float]:
    """Weights by sign; a constant stands under the empty name.

    Raises:
        ModelError: CC302 if the file is missing or damaged.
    """
    try:
        text = resources.files("counterclaim.facts.timex").joinpath(file).read_text("utf-8")
        return {str(name): float(weight) for name, weight in json.loads(text).items()}
    except (OSError, ValueError, AttributeError) as error:
        raise ModelError("CC302", name=file) from error
