"""Small letters for cheap tests of whether a pattern can match at all."""

__all__ = ["in_small_letters"]

_ODD_LETTERS = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"), ("\u212a", "k"))
"""Letters beyond ASCII that :data:`re.IGNORECASE` takes for letters of ASCII."""


def in_small_letters(words: str) -> str:
    """``words`` in lower case, as a pattern that passes over case sees them.

    Letters that such a pattern takes for "i", "s" and "k" are those letters. Offsets may differ.
    """
    if not words.isascii():
        for odd, plain in _ODD_LETTERS:
            words = words.replace(odd, plain)
    return words.lower()
