"""Packages that only some formats need."""

from __future__ import annotations

import importlib
from typing import Any

from counterclaim.errors import OptionError

__all__ = ["need"]


def need(package: str, form: str, extra: str) -> Any:
    """The module ``package``, which comes with our extra of the name ``extra``.

    Raises:
        OptionError: CC213 if it is not installed.
    """
    try:
        return importlib.import_module(package)
    except ImportError as error:
        raise OptionError("CC213", form=form, package=package, extra=extra) from error
