"""What is claimed, at a glance: ranges of numbers, answers to each question, the grade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from counterclaim.dossier.claims import NOT_CLAIMED, Value, account_values
from counterclaim.dossier.index import Index
from counterclaim.dossier.matrix import Table
from counterclaim.dossier.model import (
    AccountView,
    Contradiction,
    Glance,
    GlanceItem,
    GlanceLine,
    GradeView,
    Turn,
    VersionView,
)
from counterclaim.dossier.passages import statement_passages
from counterclaim.dossier.timeline import said_or_published
from counterclaim.dossier.tolls import build_tolls
from counterclaim.dossier.wording import (
    FIELDS,
    FORCES,
    GRADES,
    HARMS,
    MODALITIES,
    OWNING,
    STANCES,
    STANDINGS,
    day,
    plural,
)
from counterclaim.records import Account, Event, Grade, Incident, Intent, Moment, Place

__all__ = ["account_anchor", "glance"]

CHANGEABLE = ("actor", "intent", *HARMS, "place", "time")
COUNTRY = 6
"""UCDP ``where_prec`` from which on a place is a country or more."""

QUESTIONS = ("event", "actor", "intent", "place", "time")


def glance(
    table: Table,
    incident: Incident | None,
    accounts: Sequence[AccountView],
    contradictions: Sequence[Contradiction],
    comments: int,
    wholes: Sequence[Account] = (),
) -> Glance:
    """The dossier's first section; every value in it is somebody's claim.

    ``wholes`` are the accounts of parties whose organs' words are taken together.
    """
    standings = _standings(incident)
    items = [item for field in QUESTIONS if (item := _item(table, field, standings)).lines]
    grade = incident.grade if incident else None
    return Glance(
        standfirst=_standfirst(table.index, accounts, contradictions, comments),
        tolls=build_tolls(table, incident),
        items=items,
        turns=_turns(table, accounts, wholes),
        grade=_grade(table.index, grade) if grade and grade.value != "none" else None,
    )


def _turns(table: Table, accounts: Sequence[AccountView], wholes: Sequence[Account]) -> list[Turn]:
    """Who took one position after another, or put one value in the place of another.

    An organ's turn is left out where its party's, taken together, says it already.
    """
    turns = [
        t for a in _leading(accounts) if (t := _turn(a, "position", _positions(a))) is not None
    ]
    by_id = {a.origin.id: a for a in accounts if not a.organs}
    for account in table.accounts:
        for field in CHANGEABLE:
            turn = _turn(by_id[account.origin], field, _course(table, account, field))
            turns += [turn] if turn is not None else []
    whole = {one.origin: one for one in wholes}
    for view in _leading(accounts):
        taken = whole.get(view.origin.id) if view.organs and view.changed else None
        told = _figures(table.index, view, taken) if taken else []
        by_organs = {(t.party, t.field, *t.steps) for t in turns}
        turns += [t for t in told if (t.party, t.field, *t.steps) not in by_organs]
    return turns


def _figures(index: Index, view: AccountView, account: Account) -> list[Turn]:
    """What became of a party's figures, whichever of its organs gave them."""
    values = [v for v in account_values(index, account) if not v.denied]
    courses = {
        harm: {v.version: v.label for v in values if v.field == harm and _is_total(v)}
        for harm in HARMS
    }
    turns = (_turn(view, harm, list(course.values())) for harm, course in courses.items())
    return [turn for turn in turns if turn is not None]


def _is_total(value: Value) -> bool:
    return value.count is not None and value.count.part_of is None


def _leading(accounts: Sequence[AccountView]) -> list[AccountView]:
    """Parties taken together, and the voices that belong to none of these."""
    whole = {a.origin.party for a in accounts if a.organs} - {0}
    return [a for a in accounts if a.organs or a.origin.party not in whole]


def _turn(view: AccountView, field: str, steps: Sequence[str]) -> Turn | None:
    told = [next(same) for _, same in groupby(steps, key=_lowest)]
    if len(told) < 2:
        return None
    return Turn(
        origin=view.origin.name,
        party=view.origin.party,
        field=FIELDS[field],
        steps=told,
        anchor=account_anchor(view),
    )


def _lowest(step: str) -> str:
    """The number alone of "24 or more": nobody changes his story by leaving the end open."""
    return step.removesuffix(" or more")


def account_anchor(view: AccountView) -> str:
    """Id of the HTML element of an account."""
    return ("t-" if view.organs else "o-") + view.origin.id.removeprefix("actor:")


def _positions(view: AccountView) -> list[str]:
    """The positions that an account took in so many words, mere speech where it gave way to one.

    To say anything at all after a refusal is a turn, and so is to admit on a later day what was
    told otherwise before.
    """
    steps: list[str] = []
    before: VersionView | None = None
    for version in view.versions:
        broken_silence = bool(steps) and steps[-1] == FORCES["declines"]
        if version.takes_position and (version.position in STANCES or broken_silence):
            owns = version.position in OWNING and not steps
            if owns and before is not None and _day(before) != _day(version):
                steps.append(before.position)
            steps.append(version.position)
        told = version.takes_position and version.position == FORCES["asserts"]
        if told or (version.tells and version.position == FORCES["denies"]):
            before = version
    return steps if any(step not in OWNING for step in steps) else []


def _day(version: VersionView) -> str:
    """The day of a step, as worded, without its time and whether it was said or published then."""
    return (version.when or "").partition(" ")[2].partition(",")[0]


def _course(table: Table, account: Account, field: str) -> list[str]:
    """The superseded values of a field, then what took their place."""
    values = [v for v in table.values[account.id] if v.field == field]
    steps = [(v, table.superseding(account, v)) for v in values]
    pairs = [(v.label, after.label) for v, after in steps if after is not None]
    return [before for before, _ in pairs] + [pairs[-1][1]] if pairs else []


def _standfirst(
    index: Index,
    accounts: Sequence[AccountView],
    contradictions: Sequence[Contradiction],
    comments: int,
) -> list[str]:
    parties = sum(1 for p in index.parties if p.number)
    sides = f", {plural(parties, 'party', 'parties')} among them" if parties else ""
    carried = "carries" if len(index.readings) == 1 else "carry"
    telling = {page for a in accounts for page in a.origin.pages}
    some = f"{len(telling)} of " if 0 < len(telling) < len(index.readings) else ""
    told = (
        f"{some}{plural(len(index.readings), 'page')} {carried} the word of "
        f"{plural(sum(not a.organs for a in accounts), 'origin')}{sides}."
    )
    changed = sum(a.changed for a in _leading(accounts))
    sentences = [told]
    if contradictions:
        stand = "stands" if len(contradictions) == 1 else "stand"
        sentences.append(f"{plural(len(contradictions), 'contradiction')} {stand} between them.")
    if changed:
        sentences.append(f"{plural(changed, 'origin')} changed what was said.")
    if comments:
        sentences.append(
            f"{plural(comments, 'comment')} by readers are kept apart."
            if comments > 1
            else "One comment by a reader is kept apart."
        )
    return sentences


class _Answer(NamedTuple):
    """One origin's answer to a question, and when it was said (ISO 8601)."""

    value: Value
    origin: str
    party: int
    said: str | None


def _standings(incident: Incident | None) -> dict[str, str]:
    """How each event lays the deed to its actor, in words, by the event's id."""
    named = incident.responsible if incident else []
    return {event: STANDINGS.get(one.standing, "") for one in named for event in one.events}


def _item(table: Table, field: str, standings: Mapping[str, str]) -> GlanceItem:
    answers: dict[str, list[_Answer]] = {}
    for account in _organs_first(table):
        name = table.index.name(account.origin)
        party = table.index.party_number(table.index.account_party(account))
        for value in table.current(account, field):
            given = answers.setdefault(value.key.casefold(), [])
            if not (table.whole(account) and party in (one.party for one in given)):
                said, _ = said_or_published(table.index, account.versions[value.version])
                given.append(_Answer(value, name, party, said))
    groups = list(answers.values())
    claimed = [group for group in groups if not _supposed(group[0].value)] or groups
    telling = [group for group in claimed if _telling(group[0].value)] or claimed
    lines = [_line(table.index, group, standings) for group in telling]
    lines.sort(key=lambda line: (bool(line.detail), -len(line.origins)))
    return GlanceItem(field=field, label=FIELDS[field], lines=lines)


def _organs_first(table: Table) -> list[Account]:
    """The accounts, those of parties as a whole after their organs'."""
    return sorted(table.accounts, key=table.whole)


def _telling(value: Value) -> bool:
    """A time with no date and a whole country say little beside others that say more."""
    record = value.record
    if isinstance(record, Moment):
        return record.earliest is not None
    return not isinstance(record, Place) or (record.where_prec or 0) < COUNTRY


def _line(index: Index, group: Sequence[_Answer], standings: Mapping[str, str]) -> GlanceLine:
    first = group[0].value
    said = min((one.said for one in group if one.said), default=None)
    return GlanceLine(
        value=first.label,
        origins=[one.origin for one in group],
        parties=[one.party for one in group],
        standings=[
            standings.get(one.value.record.id, "") if first.field == "actor" else ""
            for one in group
        ],
        anchor=index.anchor(first.record.id),
        denied=first.denied,
        detail=_supposed(first),
        since=day(said) if said else None,
    )


def _supposed(value: Value) -> str:
    """``hypothetical`` or ``to come``, where nobody commits to the value."""
    record = value.record
    if isinstance(record, Event | Intent) and record.modality in NOT_CLAIMED:
        return MODALITIES[record.modality]
    return ""


def _grade(index: Index, grade: Grade) -> GradeView:
    known = [index.statements[s] for s in grade.statements if s in index.statements]
    return GradeView(
        value=grade.value,
        meaning=GRADES[grade.value],
        rule=grade.rule,
        passages=[p for s in known for p in statement_passages(index, s, width=200)[:1]],
    )
