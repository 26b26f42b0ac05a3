"""What the commands that fetch may fetch: nothing but public addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterclaim.fetching import Limits


def limits(max_bytes: int) -> Limits:
    """The limits of every fetch of the command line."""
    # Imported here: files need no network.
    from counterclaim.fetching import Limits

    return Limits(enabled=True, body=max_bytes)
