"""What each party says, and who changed the story: accounts as steps in order."""

from __future__ import annotations

import msgspec

from counterclaim.dossier.index import Index
from counterclaim.dossier.model import AccountView, Independence, VersionView
from counterclaim.dossier.page_model import Passage
from counterclaim.dossier.passages import statement_passages
from counterclaim.dossier.wording import CHANGES, FIELDS, FORCES, OWNING, STANCES, day, title_case
from counterclaim.records import Account, AccountVersion, Block, Origin, Statement

__all__ = ["account_view", "independence_view"]


def account_view(index: Index, account: Account) -> AccountView:
    """One origin's account, oldest step first."""
    versions = []
    stance: str | None = None
    for version in account.versions:
        view = _version(index, version, named=bool(account.organs))
        silent = stance == FORCES["declines"]
        mere = view.position not in STANCES and not silent
        if mere or stance is None or {stance, view.position} <= OWNING:
            view = msgspec.structs.replace(view, change=[c for c in view.change if c != "position"])
        if view.takes_position and not mere:
            stance = view.position
        versions.append(view)
    return AccountView(
        origin=index.origin_view(account),
        versions=versions,
        changed=any(v.change for v in versions),
        organs=[index.name(o) for o in account.organs],
    )


def _version(index: Index, version: AccountVersion, *, named: bool) -> VersionView:
    told = [index.statements[s] for s in version.statements if s in index.statements]
    first = told[0] if told else None
    return VersionView(
        position=FORCES[version.position],
        change=[CHANGES[c] for c in version.change if c in CHANGES],
        passages=_distinct(index, told),
        when=_when(index, version, first),
        where=index.where(first) if first else None,
        superseded=version.superseded,
        takes_position=bool({"first", "position"} & set(version.change)),
        tells=bool(version.events),
        speakers=list(dict.fromkeys(index.origin_name(s) for s in told)) if named else [],
    )


def _distinct(index: Index, told: list[Statement]) -> list[Passage]:
    """The statements' words, the same words only once."""
    passages = [p for s in told for p in statement_passages(index, s)]
    kept: dict[str, Passage] = {}
    for passage in passages:
        kept.setdefault(passage.text.casefold().strip(" \"'“”.,"), passage)
    return list(kept.values())


def _when(index: Index, version: AccountVersion, first: Statement | None) -> str | None:
    if version.said:
        return f"said {day(version.said)}"
    block: Block | None = index.block_of(first) if first else None
    if block is not None and block.kind == "update" and block.time and block.time.value:
        return f"published {day(block.time.value)}"
    return f"published {day(version.published)}" if version.published else None


def independence_view(index: Index, origin: Origin) -> Independence:
    """How many distinct origins stand behind one value."""
    echoes = [index.statements[s] for s in origin.echoes if s in index.statements]
    return Independence(
        field=FIELDS.get(origin.field, title_case(origin.field)),
        value=origin.value,
        origins=[index.name(o) for o in origin.origins],
        independent=origin.independent,
        pages=origin.pages,
        echoes=[p for s in echoes for p in statement_passages(index, s, width=120)[:1]],
    )
