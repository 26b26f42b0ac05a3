"""Who is named as having done it, by whom, and with what standing: claims, never a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from counterclaim.ledger.claims import Claim
from counterclaim.ledger.parties import OFFICIAL, Parties
from counterclaim.ledger.values import founds_incident
from counterclaim.records import Event, Responsible, Standing

__all__ = ["responsible_of"]

AUTHORITIES = OFFICIAL | {"state"}
"""Kinds of those whose accusation is an authority's."""

ORDER: tuple[Standing, ...] = (
    "claimed", "reported", "authorities", "accused", "suspected", "denied",
)  # fmt: skip
"""Of what is said of one actor, in this order."""

_OPEN = frozenset({"hypothetical", "future"})


def responsible_of(
    claims: Sequence[Claim], events: Mapping[str, Sequence[Event]], parties: Parties
) -> list[Responsible]:
    """Each actor that a claim names as having done it, with the standing that the claim gives it.

    ``claims`` are an incident's, oldest first, and ``events`` their events on it by statement.
    Actors are in the order in which they are first named. What might happen or may have happened,
    and kinds of people ("gunmen"), are left out; so are arrests where there is an attack, of which
    they are what came next, and what others did besides ("after the air strike, rebels attacked").
    """
    told = [event for found in events.values() for event in found if founds_incident(event)]
    attacked = any(event.event == "ASSAULT" for event in told)
    modes = Counter(event.mode for event in told if event.event == "ASSAULT" and event.mode)
    mode = max(modes, key=lambda one: modes[one], default=None)
    found: dict[tuple[str, Standing], list[tuple[Claim, Event]]] = {}
    for claim in claims:
        mine = _apart(events.get(claim.id, ()), mode)
        for event in mine:
            named = event.actor is not None and not parties.anonymous(event.actor)
            if not named or event.modality in _OPEN or not founds_incident(event):
                continue
            if attacked and event.event != "ASSAULT":
                continue
            actor = parties.actor(event.actor or "")
            key = actor.id if actor else event.actor or "", _standing(claim, event, parties)
            found.setdefault(key, []).append((claim, event))
    first = {actor: at for at, (actor, _) in reversed(list(enumerate(found)))}
    order = sorted(found, key=lambda key: (first[key[0]], ORDER.index(key[1])))
    return [_record(*key, found[key]) for key in order]


def _apart(events: Sequence[Event], mode: str | None) -> Sequence[Event]:
    """Those of a claim's events that are done by ``mode``, where others did something else."""
    doers = {event.actor for event in events if event.event == "ASSAULT" and event.actor}
    mine = [event for event in events if event.mode == mode] if len(doers) > 1 else []
    return mine or events


def _record(actor: str, standing: Standing, said: Sequence[tuple[Claim, Event]]) -> Responsible:
    deeds = {event.id: event for _, event in said}
    return Responsible(
        actor=actor,
        standing=standing,
        by=list(dict.fromkeys(c.origin for c, _ in said if c.origin is not None)),
        statements=list(dict.fromkeys(c.id for c, _ in said)),
        events=list(deeds),
        spans=[event.actor_span or event.span for event in deeds.values()],
    )


def _standing(claim: Claim, event: Event, parties: Parties) -> Standing:
    """With what standing ``claim`` lays ``event`` to its actor."""
    if event.modality == "denied":
        return "denied"
    own = claim.party is not None and claim.party == parties.party(event.actor or "")
    if own:
        return "claimed"
    if claim.statement.voice == "outlet" or claim.origin is None:
        doubted = event.modality == "alleged" or claim.statement.certainty != "certain"
        return "suspected" if doubted else "reported"
    if event.modality == "alleged" or claim.statement.certainty in ("possible", "conditional"):
        return "suspected"
    speaker = parties.actor(parties.organ(claim.origin))
    return "authorities" if speaker is not None and speaker.kind in AUTHORITIES else "accused"
