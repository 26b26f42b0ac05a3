"""Other tools on the same texts, in the same run; each is optional and left out where it is absent.

They come with the `bench` extra. Their figures carry their name (`textacy_attributed_f1`) and have
no floor.
"""

import pkgutil
from collections.abc import Sequence
from importlib import import_module
from typing import Any

Spans = tuple[tuple[int, int], ...]
Triple = tuple[Spans, Spans, Spans]


def _module(name: str) -> Any:
    """The module, or `None` where it cannot be had."""
    try:
        return import_module(name)
    except ImportError:
        return None


def spacy_pipeline() -> Any:
    """SpaCy's small English pipeline, or `None`; mirrors of the model carry a suffix."""
    spacy = _module("spacy")
    names = [m.name for m in pkgutil.iter_modules() if m.name.startswith("en_core_web_sm")]
    return spacy.load(names[0]) if spacy is not None and names else None


def textacy_attributions(texts: Sequence[str]) -> list[list[Triple]] | None:
    """Source, cue and content of textacy's direct quotations in each text."""
    triples, pipeline = _module("textacy.extract.triples"), None
    if triples is not None:
        pipeline = spacy_pipeline()
    if pipeline is None:
        return None
    return [[_triple(one) for one in _quotations(triples, pipeline(text))] for text in texts]


def _quotations(triples: Any, document: Any) -> list[Any]:
    """Textacy refuses a text with an odd number of quotation marks: no finds there."""
    try:
        return list(triples.direct_quotations(document))
    except ValueError:
        return []


def _triple(one: Any) -> Triple:
    source, cue = (
        tuple((token.idx, token.idx + len(token)) for token in tokens)
        for tokens in (one.speaker, one.cue)
    )
    return source, cue, ((one.content.start_char, one.content.end_char),)


def spacy_places(texts: Sequence[str]) -> list[list[tuple[int, int]]] | None:
    """Spans that spaCy's small pipeline calls a place (GPE, LOC, FAC) in each text."""
    pipeline = spacy_pipeline()
    if pipeline is None:
        return None
    return [
        [(e.start_char, e.end_char) for e in one.ents if e.label_ in ("GPE", "LOC", "FAC")]
        for one in pipeline.pipe(texts, disable=["parser", "lemmatizer", "attribute_ruler"])
    ]


def profanity_scores(texts: Sequence[str]) -> list[float] | None:
    """alt-profanity-check's probability that each text is profane."""
    checker = _module("profanity_check")
    return None if checker is None else [float(p) for p in checker.predict_prob(list(texts))]
