"""Commands are run as if nobody had set anything."""

import pytest


@pytest.fixture(autouse=True)
def _no_store_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COUNTERCLAIM_STORE", raising=False)
