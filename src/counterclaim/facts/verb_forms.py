"""The forms of a regular verb, and of an irregular one whose past is given."""

__all__ = ["verb_forms"]

_VOWELS = "aeiou"
_DOUBLES = frozenset(
    {"expel", "gas", "gun", "hit", "kidnap", "ram", "rebel", "rob", "slam", "snip", "stab"}
)


def verb_forms(verb: str) -> list[str]:
    """Base form, third person, past, participle and gerund; irregular ones behind a colon.

    "strike:struck,stricken" gives strike, strikes, striking, struck and stricken.
    """
    base, _, irregular = verb.partition(":")
    stem = base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    if base in _DOUBLES or (base[-1] in "bgnpt" and base[-2] in _VOWELS and len(base) == 3):
        stem = base + base[-1]
    past = base[:-1] + "ied" if base[-1] == "y" and base[-2] not in _VOWELS else stem + "ed"
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    if base[-1] == "y" and base[-2] not in _VOWELS:
        third, stem = base[:-1] + "ies", base
    pasts = irregular.split(",") if irregular else [past]
    gerund = base + "ing" if base.endswith("ee") else stem + "ing"
    return [base, third, gerund, *pasts]
