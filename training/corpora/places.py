"""Toponyms: LGL (local news) and GeoVirus (WikiNews on epidemics).

Neither corpus says how a toponym is used, so ``literal`` or ``associative`` (Gritta et al. 2018)
is told by rule: associative where the name is a demonym, a possessor of people or an institution,
or stands before a word for an organisation or a person.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.places import read_articles

from counterclaim.facts.gazetteer import Gazetteer
from training.corpora.labelled import Labelled, LabelledSpan, settled, trimmed

_CORPORA = (("lgl", "lgl.xml", True), ("geovirus", "GeoVirus.xml", False))
_NEXT = re.compile(r"(?:['’]s?)?[ \n]+((?:[A-Z][\w.&-]*[ \n]+){0,3}[\w-]+)")
INSTITUTIONS = frozenset(
    """administration agency army association authorities authority bank battalion board brigade
    bureau cabinet church city-council club college commission committee company congress
    corporation corps council court department embassy federation fire-department force forces
    government guard hospital institute legislature ministry military navy office officials
    organisation organization parliament party police school schools senate service society
    supreme team times tribune troops union university""".split()
)
PEOPLE = frozenset(
    """activist ambassador attorney businessman chief citizen citizens coach commissioner
    congressman councilman delegate detective diplomat doctor envoy farmer fans firefighters
    governor judge king lawmaker lawmakers leader man mayor men minister national nationals
    native officer official people pilot player police politician premier president professor
    queen rebel rebels representative resident residents scientist senator sheriff soldier
    soldiers spokesman spokesperson spokeswoman student students teenager tourist tourists voters
    woman women worker workers""".split()
)
_OWNERS = INSTITUTIONS | PEOPLE


def geoparsing(data: Path) -> Iterator[Labelled]:
    """Every article; LGL marks demonyms too, GeoVirus does not, so there they are unknown."""
    gazetteer = Gazetteer.load()
    for corpus, file, demonyms in _CORPORA:
        for at, article in enumerate(read_articles(data / "geoparsing" / file)):
            text = article.text
            spans: list[LabelledSpan] = []
            for gold in article.gold:
                start, end = trimmed(text, gold.start, gold.end)
                spans.append((start, end, use_of(text, start, end, gazetteer)))
            unknown = [] if demonyms else list(_demonyms(text, gazetteer))
            yield Labelled(
                f"{corpus}/{at:03}",
                text,
                {"toponyms": settled(spans)},
                unknown={"toponyms": unknown} if unknown else {},
            )


def use_of(text: str, start: int, end: int, gazetteer: Gazetteer) -> str:
    """``associative`` where the name stands for its people or its institutions."""
    if gazetteer.country_of(text[start:end]) is not None:
        return "associative"
    after = _NEXT.match(text, end)
    if after is None:
        return "literal"
    words = after[1].split()
    named = [word.lower() for word in words if word[0].isupper()]
    return "associative" if _OWNERS.intersection([*named, words[0].lower()]) else "literal"


def _demonyms(text: str, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    for word in re.finditer(r"[A-Z][a-z]+", text):
        if gazetteer.country_of(word[0]) is not None:
            yield word.span()
