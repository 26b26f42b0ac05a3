"""What tells whether an organisation is said to have done it, and on whose word."""

from collections import Counter
from collections.abc import Iterator

from counterclaim.facts.perpetrators.deeds import HINTS, TELLING, Deed, telling
from counterclaim.facts.perpetrators.folding import Organisation
from counterclaim.facts.perpetrators.names import Name
from counterclaim.facts.perpetrators.scene import Scene, bucket

__all__ = ["describe", "said"]

_SIDE, _NEAR = 4, 5
"""Words beside a mention that count; and words between it and a deed that count one by one."""

_REACH, _MENTIONS = 40, 40
"""Words to each side of a mention that are looked at, and mentions that are: cost stays linear."""

_OPENING = 40
"""Words at the beginning that say what sort of text it is."""


def describe(scene: Scene, one: Organisation) -> Counter[str]:
    """Features of an organisation: its name, its place among others, what is said around it."""
    found = Counter[str](_standing(scene, one))
    found.update(_called(one))
    for name in one.mentions[:_MENTIONS]:
        found.update(list(dict.fromkeys(_around(scene, name))))
    return found


def _standing(scene: Scene, one: Organisation) -> Iterator[str]:
    """How much of the text is about it."""
    counts = sorted((len(each.mentions) for each in scene.organisations), reverse=True)
    own, kind = len(one.mentions), one.kind
    rank = min(counts.index(own), 4)
    armed = sum(each.kind in ("armed", "crime") for each in scene.organisations)
    yield f"kind={kind}"
    yield f"count={bucket(own)}"
    yield f"rank={rank}"
    yield f"kind,rank={kind},{rank}"
    yield f"others={bucket(len(scene.organisations) - 1)}"
    yield f"kind,armed={kind},{min(armed, 4)}"
    yield f"share={kind},{4 * own // sum(counts)}"
    yield f"first={kind},{bucket(scene.words[one.mentions[0].first].sentence)}"
    yield f"length={bucket(scene.sentences)}"


def _called(one: Organisation) -> Iterator[str]:
    """Its names and their words."""
    if one.given:
        yield f"given={one.given}"
    for low in one.names:
        yield f"head={low[-1]}"
        if len(low) > 1:
            yield f"name={' '.join(low)}"
        for word in low:
            yield f"nameword={word}"
    if any(name.acronym for name in one.mentions):
        yield "acronym"


def _around(scene: Scene, name: Name) -> Iterator[str]:
    """Features of one mention: words beside it, deeds and words of telling in its sentence."""
    low, high = scene.bounds(name.first)
    low, high = max(low, name.first - _REACH), min(high, name.last + 1 + _REACH)
    before = [scene.symbol(at) for at in range(max(low, name.first - _SIDE), name.first)]
    after = [scene.symbol(at) for at in range(name.last + 1, min(high, name.last + 1 + _SIDE))]
    left = [*["^"] * (_SIDE - len(before)), *before]
    right = [*after, *["$"] * (_SIDE - len(after))]
    for size in (1, 2, 3):
        yield f"L{size}={' '.join(left[-size:])}"
        yield f"R{size}={' '.join(right[:size])}"
    yield f"LR={left[-1]}|{right[0]}"
    yield from (f"L~{word}" for word in left)
    yield from (f"R~{word}" for word in right)
    free = [at for at in range(low, high) if scene.name_at(at) is None]
    told = sorted({tell for at in free for tell in telling(scene.words[at].low)})
    yield from (f"told={tell}" for tell in told)
    for at in free:
        word = scene.symbol(at)
        if len(word) > 3:
            yield f"S={'<' if at < name.first else '>'}{word}"
    inside = scene.deeds_in(low, high)
    yield f"deeds={min(len(inside), 3)}"
    if inside:
        yield from (f"told,deed={tell}" for tell in told)
        for deed in inside:
            yield from _beside(scene, name, deed)
    else:
        yield from _deeds_before(scene, name)


def _beside(scene: Scene, name: Name, deed: Deed) -> Iterator[str]:
    """Where a deed of the same sentence stands, and what stands between."""
    left = deed.at < name.first
    side = "<" if left else ">"
    between = range(deed.at + 1, name.first) if left else range(name.last + 1, deed.at)
    yield f"D={side}{deed.type}"
    yield f"D={side}{deed.type},{bucket(len(between))}"
    yield f"Dw={side}{scene.words[deed.at].low}"
    if len(between) <= _NEAR:
        yield f"P={side}{' '.join(scene.symbol(at) for at in between)}"
    by = [at for at in between if left and scene.words[at].low == "by"]
    if by:
        near = by[-1] >= name.first - _NEAR - 1
        yield f"by={deed.type},{near}"
        yield f"by={near}"


def _deeds_before(scene: Scene, name: Name) -> Iterator[str]:
    """Whether a deed is told of in one of the two sentences before."""
    number = scene.words[name.first].sentence
    for step in (1, 2):
        low = scene.firsts[max(number - step, 0)]
        if scene.deeds_in(low, scene.firsts[number]):
            yield f"deedbefore={step}"
            return


def said(scene: Scene, one: Organisation, described: Counter[str]) -> dict[str, float]:
    """Features of whose word it is that an organisation did it, and how sure.

    ``described`` is what :func:`describe` gives. Each counts once for all organisations and once
    for those of the state or for all others.
    """
    found: dict[str, float] = {}
    for name, value in _sayings(scene, one, described):
        if value:
            found[name] = float(value)
            found[f"{'state' if one.kind == 'state' else 'other'}:{name}"] = float(value)
    return found


def _sayings(
    scene: Scene, one: Organisation, described: Counter[str]
) -> Iterator[tuple[str, float]]:
    mentions = len(one.mentions)
    yield "any", 1.0
    for tell in TELLING:
        count = described.get(f"told,deed={tell}", 0)
        yield f"any:{tell}", float(count > 0)
        yield f"part:{tell}", count / mentions
        yield f"by:{tell}", float(count > 0 and "by=True" in described)
    for hint in HINTS.beside:
        yield f"beside:{hint}", float(hint in described)
    opening = {word.low for word in scene.words[:_OPENING]}
    every = {word.low for word in scene.words}
    for word in HINTS.opening:
        yield f"opening:{word}", float(word in opening)
    for word in HINTS.anywhere:
        yield f"anywhere:{word}", float(word in every)
    yield "given", float(bool(one.given))
    yield "count", min(mentions, 6) / 3
    yield f"kind={one.kind}", 1.0
