"""Every format a ledger can be written in. One list; nothing registers itself."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from counterclaim.exports.acled import acled
from counterclaim.exports.airwars import airwars
from counterclaim.exports.brat import brat
from counterclaim.exports.cas import cas
from counterclaim.exports.claims import claims
from counterclaim.exports.docbin import docbin
from counterclaim.exports.ged import ged
from counterclaim.exports.geojson import geojson
from counterclaim.exports.ndjson import write_ndjson
from counterclaim.exports.options import Options
from counterclaim.exports.parquet import parquet
from counterclaim.exports.plover import plover
from counterclaim.exports.prov import prov
from counterclaim.exports.stix import stix
from counterclaim.exports.web_annotation import web_annotation
from counterclaim.records import Ledger

__all__ = ["FORMATS", "Format"]


@dataclass(frozen=True)
class Format:
    """A format: what it is for, and how it is written.

    ``family`` is true where ``write`` gives several files for a folder; else it gives one, under
    the name ``""``.
    """

    about: str
    write: Callable[[Ledger, Options], Mapping[str, bytes]]
    family: bool = False


def _ndjson(ledger: Ledger, _: Options) -> Mapping[str, bytes]:
    stream = io.StringIO()
    write_ndjson(ledger, stream)
    return {"": stream.getvalue().encode()}


FORMATS: dict[str, Format] = {
    "ndjson": Format("every record, one a line; lossless", _ndjson),
    "web-annotation": Format(
        "W3C Web Annotation JSON-LD", lambda one, o: {"": web_annotation(one, base=o.base)}
    ),
    "geojson": Format(
        "a feature an incident and a claimed place", lambda one, o: {"": geojson(one, base=o.base)}
    ),
    "acled": Format("ACLED's 31 columns, deletions, evidence", acled, family=True),
    "ged": Format("UCDP GED's 49 columns", lambda one, o: {"": ged(one, o)}),
    "airwars": Format(
        "incidents, belligerents, sources, harm as linked tables", airwars, family=True
    ),
    "plover": Format("PLOVER events, one JSON object a line", lambda one, o: {"": plover(one, o)}),
    "claimreview": Format("schema.org Claim, and ClaimReview", lambda one, o: {"": claims(one, o)}),
    "prov": Format("W3C PROV-JSON", lambda one, o: {"": prov(one, base=o.base)}),
    "stix": Format("STIX 2.1 bundle", lambda one, o: {"": stix(one, base=o.base)}),
    "brat": Format("brat stand-off, in PolNeAR's roles", lambda one, _: brat(one), family=True),
    "docbin": Format("spaCy DocBin, statements as span groups", lambda one, _: {"": docbin(one)}),
    "cas": Format("UIMA CAS as XMI, for INCEpTION", lambda one, _: cas(one), family=True),
    "parquet": Format("a table a noun, nested; lossless", lambda one, _: parquet(one), family=True),
}
