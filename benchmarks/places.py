"""Places against geoparsing corpora in the XML forms of LGL (`lgl.xml`) and GeoVirus.

*Recognition*: spans equal character by character. What we read as a demonym ("Russian") is left out
on both sides in `recognition_f1`, since corpora disagree whether it is a toponym and the ledger
takes it for an actor; `recognition_f1_demonyms` counts every gold span and gives our demonyms too.

*Resolution*: the gold spans are given to the resolver with their document. Distances are great
circles; no answer counts as 20,039 km; states are right when the ISO code is. `acc161` and
`within20` are shares within 161 and 20 km. `end_to_end161` is the share of gold places that are
recognised and within 161 km; `coverage` and `acc161_answered` are those of the product, which
gives no coordinates below its floor. `words_per_s` is by processor time of one core.
"""

import math
import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from benchmarks.peers import spacy_places
from counterclaim.facts.gazetteer import Entry, Gazetteer
from counterclaim.facts.places.evidence import Sense
from counterclaim.facts.places.features import Setting
from counterclaim.facts.places.finding import FLOOR, believed
from counterclaim.facts.places.names import Lookup, Name, find_names
from counterclaim.facts.places.reading import Toponym, read_toponyms, resolve_names
from counterclaim.facts.places.runs import tokens

NOWHERE_KM = 20_039.0
_EARTH_KM = 6371.0
_STATES = frozenset({"PCLI", "PCLS", "PCLD", "PCLF", "PCL", "PCLH"})


@dataclass(frozen=True)
class Gold:
    """One annotated toponym; `lat` is None where no gazetteer entry was found for it.

    `state` says that it may be a state, namely the one called `country`.
    """

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    state: bool = False


@dataclass(frozen=True)
class Article:
    """One annotated text."""

    text: str
    gold: tuple[Gold, ...]


@dataclass
class Tally:
    """Sums over articles."""

    right: int = 0
    found: int = 0
    gold: int = 0
    right_strict: int = 0
    found_strict: int = 0
    gold_strict: int = 0
    errors: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    end_to_end: int = 0
    words: int = 0


def read_articles(data: Path) -> list[Article]:
    """Articles of one XML file, or of every XML file below a folder in name order.

    A gold span whose name stands a few characters off (GeoVirus counts some of its offsets from 1)
    is moved to the nearest place where the name stands; one that stands nowhere near is left out.
    """
    files = [data] if data.is_file() else sorted(data.rglob("*.xml"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return [
        Article(article.findtext("text") or "", tuple(_gold(article)))
        for file in files
        for article in etree.parse(str(file), parser).iter("article")
    ]


def _gold(article: etree._Element) -> Iterator[Gold]:
    text = article.findtext("text") or ""
    seen = set()
    for item in article.iter("toponym", "location"):
        name = item.findtext("phrase") or item.findtext("name") or ""
        start = _placed(text, name, int(item.findtext("start") or 0))
        if start is None or not name or (start, start + len(name)) in seen:
            continue
        seen.add((start, start + len(name)))
        lat, lon = item.findtext(".//lat"), item.findtext(".//lon")
        yield Gold(
            start,
            start + len(name),
            float(lat) if lat else None,
            float(lon) if lon else None,
            item.findtext(".//country") or _title(item.findtext("page")),
            item.findtext(".//fcode") in _STATES or item.find("page") is not None,
        )


def _title(page: str | None) -> str | None:
    """The title of a Wikipedia page, GeoVirus's way of saying which place is meant."""
    return unquote(page.rsplit("/", 1)[-1]).replace("_", " ") if page else None


def _placed(text: str, name: str, start: int) -> int | None:
    near = [at for at in range(max(0, start - 6), start + 7) if text.startswith(name, at)]
    return min(near, key=lambda at: (abs(at - start), at), default=None)


def kilometres(lat: float, lon: float, entry: Entry) -> float:
    """Great-circle distance from a point to an entry."""
    a, b = math.radians(lat), math.radians(entry.lat)
    cosine = math.sin(a) * math.sin(b) + math.cos(a) * math.cos(b) * math.cos(
        math.radians(lon - entry.lon)
    )
    return _EARTH_KM * math.acos(max(-1.0, min(1.0, cosine)))


class Judge:
    """Distances of answers from gold, states by their code."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._codes: dict[str, str | None] = {}

    def code(self, country: str) -> str | None:
        """ISO code of a country's name."""
        if country not in self._codes:
            found = self.gazetteer.candidates(country)
            states = [c.entry.country for c in found if c.entry.kind == "country"]
            self._codes[country] = states[0] if states else None
        return self._codes[country]

    def error(self, gold: Gold, entry: Entry | None) -> float:
        """Kilometres between gold and answer; 0 for the right state, whatever its middle is."""
        if entry is None or gold.lat is None or gold.lon is None:
            return NOWHERE_KM
        distance = kilometres(gold.lat, gold.lon, entry)
        if entry.kind != "country":
            return distance
        if gold.state and gold.country is not None:
            return 0.0 if self.code(gold.country) == entry.country else distance
        return distance


def with_gold_spans(article: Article, gazetteer: Gazetteer) -> tuple[Setting, list[int]]:
    """The article's setting with a name on every gold span, and those names' numbers in order."""
    found = tokens(article.text, 0, len(article.text))
    lookup = Lookup(gazetteer)
    gold = {(g.start, g.end) for g in article.gold}
    names = [
        name
        for name in find_names(article.text, found, lookup)
        if (name.start, name.end) in gold or not _meets(name, article.gold)
    ]
    have = {(name.start, name.end) for name in names}
    for start, end in sorted(gold - have):
        touched = [at for at, t in enumerate(found) if t.start < end and start < t.end]
        if touched:
            names.append(_name(article.text[start:end], start, end, touched, lookup))
    names.sort(key=lambda name: (name.start, name.end))
    chosen = [at for at, name in enumerate(names) if (name.start, name.end) in gold]
    return Setting(article.text, found, names, gazetteer), chosen


def _meets(name: Name, gold: Sequence[Gold]) -> bool:
    return any(g.start < name.end and name.start < g.end for g in gold)


def _name(words: str, start: int, end: int, touched: list[int], lookup: Lookup) -> Name:
    first, last = touched[0], touched[-1] + 1
    demonym = lookup.gazetteer.country_of(words)
    candidates = () if demonym else lookup(words)
    return Name(first, last, first, last, start, end, words, candidates, demonym)


def run(data: Path) -> dict[str, float]:
    """Figures over all articles below `data`."""
    gazetteer = Gazetteer.load()
    judge = Judge(gazetteer)
    tally = Tally()
    seconds = 0.0
    articles = read_articles(data)
    for article in articles:
        began = time.process_time()
        _, toponyms = read_toponyms(article.text, gazetteer)
        seconds += time.process_time() - began
        tally.words += len(re.findall(r"\w+", article.text))
        _recognition(tally, article, toponyms, judge)
        _resolution(tally, article, judge)
    return _report(tally, seconds) | _peer(articles, gazetteer)


def _peer(articles: Sequence[Article], gazetteer: Gazetteer) -> dict[str, float]:
    """SpaCy's recognition, with demonyms left out as in ours, if it is installed."""
    theirs = spacy_places([article.text for article in articles])
    if theirs is None:
        return {}
    right = found = wanted = 0
    for article, spans in zip(articles, theirs, strict=True):
        gold = {(g.start, g.end) for g in article.gold}
        gold = {g for g in gold if gazetteer.country_of(article.text[slice(*g)]) is None}
        # Its places begin with their article ("the Gaza Strip"), the corpora's do not.
        bare = {(s + 4 * article.text[s:e].lower().startswith("the "), e) for s, e in spans}
        right, found, wanted = right + len(bare & gold), found + len(bare), wanted + len(gold)
    return {"spacy_recognition_f1": _scores(right, found, wanted)[2]}


def _recognition(tally: Tally, article: Article, toponyms: Sequence[Toponym], judge: Judge) -> None:
    gold = {(g.start, g.end): g for g in article.gold}
    found = {(t.start, t.end): t for t in toponyms}
    demonyms = {span for span, t in found.items() if t.use == "demonym"}
    tally.gold_strict += len(gold)
    tally.found_strict += len(found)
    tally.right_strict += len(gold.keys() & found.keys())
    tally.gold += len(gold.keys() - demonyms)
    tally.found += len(found.keys() - demonyms)
    tally.right += len((gold.keys() & found.keys()) - demonyms)
    for span, each in gold.items():
        sense = found[span].sense if span in found else None
        if each.lat is not None and sense is not None:
            tally.end_to_end += judge.error(each, sense.entry) <= 161


def _resolution(tally: Tally, article: Article, judge: Judge) -> None:
    setting, chosen = with_gold_spans(article, judge.gazetteer)
    by_span = {(g.start, g.end): g for g in article.gold}
    for at, sense in zip(chosen, resolve_names(setting, chosen), strict=True):
        name = setting.names[at]
        gold = by_span[name.start, name.end]
        if gold.lat is None:
            continue
        error = _error(judge, gold, name, sense)
        tally.errors.append(error)
        if name.demonym or (sense is not None and believed(sense) >= FLOOR):
            tally.answered.append(error)


def _error(judge: Judge, gold: Gold, name: Name, sense: Sense | None) -> float:
    if name.demonym is not None:
        return judge.error(gold, judge.gazetteer.country(name.demonym))
    return judge.error(gold, sense.entry if sense else None)


def _report(tally: Tally, seconds: float) -> dict[str, float]:
    errors = sorted(tally.errors)
    count = max(len(errors), 1)
    precision, recall, f1 = _scores(tally.right, tally.found, tally.gold)
    strict = _scores(tally.right_strict, tally.found_strict, tally.gold_strict)
    answered = max(len(tally.answered), 1)
    return {
        "recognition_p": precision,
        "recognition_r": recall,
        "recognition_f1": f1,
        "recognition_f1_demonyms": strict[2],
        "acc161": 100 * sum(e <= 161 for e in errors) / count,
        "within20": 100 * sum(e <= 20 for e in errors) / count,
        "mean_km": sum(errors) / count,
        "median_km": errors[len(errors) // 2] if errors else NOWHERE_KM,
        "end_to_end161": 100 * tally.end_to_end / count,
        "coverage": 100 * len(tally.answered) / count,
        "acc161_answered": 100 * sum(e <= 161 for e in tally.answered) / answered,
        "words_per_s": tally.words / max(seconds, 1e-9),
    }


def _scores(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    precision = 100 * right / max(found, 1)
    recall = 100 * right / max(gold, 1)
    return precision, recall, 200 * right / max(found + gold, 1)
