"""Spelling that dodges filters: slips, look-alikes, gaps, stars."""

import random

LOOKS = str.maketrans({"a": "4", "e": "3", "i": "1", "o": "0", "s": "$"})


def misspell(text: str, group: str, chance: random.Random) -> str:
    """One long word that is not the group's: a letter gone, two changed about, look-alikes, gaps.

    Groups' names stay whole: a letter of a name must not come to speak for hostility.
    """
    found = [w for w in text.split() if len(w) > 4 and w.isalpha() and w.lower() not in group]
    if not found:
        return text
    word = chance.choice(found)
    at = chance.randrange(1, len(word) - 2)
    slip = chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word.translate(LOOKS),
            " ".join(word),
            word[0] + "*" * 2 + word[3:],
        )
    )
    return text.replace(word, slip, 1)
