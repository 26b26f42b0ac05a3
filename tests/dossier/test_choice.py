"""Whose columns the table shows: parties to choose from, and rows that hide the silent."""

from __future__ import annotations

import msgspec
import pytest

from counterclaim.dossier import build_dossier, render_html
from counterclaim.dossier.matrix import columns_by_party
from counterclaim.records import Ledger, Responsible
from tests.dossier.reading_html import Outline
from tests.dossier.sample import ledger


@pytest.fixture(scope="module")
def outline() -> Outline:
    return Outline(render_html(build_dossier(ledger())))


def marked(outline: Outline, tag: str, name: str) -> list[dict[str, str | None]]:
    return [a for t, a in outline.tags if t == tag and name in a]


def test_every_party_with_a_column_can_be_chosen(outline: Outline) -> None:
    columns = build_dossier(ledger()).matrix.columns
    groups = columns_by_party(columns)
    buttons = marked(outline, "button", "data-party")
    assert [int(b["data-party"] or "") for b in buttons] == [party for party, _ in groups]
    assert {b["aria-pressed"] for b in buttons} == {"true"}
    heads = marked(outline, "th", "data-party")
    assert [int(h["data-party"] or "") for h in heads] == [c.party for c in columns]
    widths = marked(outline, "th", "data-width")
    assert [int(w["data-width"] or "") for w in widths] == [width for _, width in groups]


def test_rows_hide_the_silent_only_where_some_are_silent(outline: Outline) -> None:
    rows = build_dossier(ledger()).matrix.rows
    some = [row.label for row in rows if 0 < sum(map(bool, row.cells)) < len(row.cells)]
    labels = [str(b["aria-label"]) for b in marked(outline, "button", "aria-label")]
    assert [label.partition(": ")[2] for label in labels] == some
    assert len(some) > 2


def test_without_the_script_nothing_offers_what_it_cannot_do(outline: Outline) -> None:
    choice = next(a for _, a in outline.tags if a.get("id") == "choice")
    assert "hidden" in choice
    only = [a for t, a in outline.tags if t == "button" and a.get("class") == "only"]
    assert only
    assert all("hidden" in a for a in only)


def test_few_columns_need_no_choice() -> None:
    whole = ledger()
    few = msgspec.structs.replace(whole, accounts=whole.accounts[:3])
    outline = Outline(render_html(build_dossier(few)))
    assert marked(outline, "button", "aria-pressed") == []


def named(whole: Ledger, standing: str) -> Ledger:
    """``whole`` with every deed of the main incident laid to its actor with ``standing``."""
    main = whole.incidents[0]
    laid = Responsible(
        actor="actor:northern-pact", standing=standing, events=list(main.events)  # type: ignore[arg-type]
    )  # fmt: skip
    first = msgspec.structs.replace(main, responsible=[laid])
    return msgspec.structs.replace(whole, incidents=[first, *whole.incidents[1:]])


@pytest.mark.parametrize(
    ("standing", "told"),
    [("claimed", "says so itself"), ("suspected", "with doubt"), ("accused", "")],
)
def test_who_did_it_tells_how_it_is_laid_to_them(standing: str, told: str) -> None:
    dossier = build_dossier(named(ledger(), standing))
    items = {item.field: item for item in dossier.glance.items}
    first = items["actor"].lines[0]
    assert first.standings == [told] * len(first.origins)
    assert (f'<i class="standing">{told}</i>' in render_html(dossier)) is bool(told)
    others = [line for key, item in items.items() if key != "actor" for line in item.lines]
    assert not any(any(line.standings) for line in others)
