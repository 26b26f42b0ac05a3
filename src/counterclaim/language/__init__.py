"""Text to labels: words, sentences, quotations, and one small encoder with several heads.

Every span is `(start, end)` in Unicode code points of the text that was given, end-exclusive.

    >>> from counterclaim.language import Reader, quotations, sentences, words
    >>> sentences("He left. She stayed.")
    [(0, 8), (9, 20)]

`Reader` needs the model that ships in `language/model/`; the other names need nothing but Python.
"""

from counterclaim.language.labels import Attribution, Labels, Span
from counterclaim.language.marks import Marked
from counterclaim.language.quotes import Quotation, quotations
from counterclaim.language.reader import Reader
from counterclaim.language.seeking import Openings, Sought
from counterclaim.language.sentences import flowing, sentences
from counterclaim.language.sifting import Sifted
from counterclaim.language.words import words

__all__ = [
    "Attribution",
    "Labels",
    "Marked",
    "Openings",
    "Quotation",
    "Reader",
    "Sifted",
    "Sought",
    "Span",
    "flowing",
    "quotations",
    "sentences",
    "words",
]
