"""UIMA CAS: an XMI for each document and the type system, as INCEpTION imports them.

https://docs.oasis-open.org/uima/v1.0/uima-v1.0.html - offsets in an XMI count UTF-16 units; the
library converts. Characters that XML has no place for are replaced one by one, so that offsets
stay. Needs ``dkpro-cassis`` (the extra ``cas``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from counterclaim.exports.extras import need
from counterclaim.exports.view import View
from counterclaim.records import Ledger, Reading, Span

__all__ = ["cas", "read_cas"]

PART = "counterclaim.Part"
"""A source, cue or content: a span with its role, and what the statement says of itself."""

FEATURES = ("role", "statement", "force", "certainty", "origin", "incident")

TYPES = "TypeSystem.xml"

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def cas(ledger: Ledger) -> dict[str, bytes]:
    """Files by name: ``TypeSystem.xml`` and a ``.xmi`` for each document.

    Raises:
        OptionError: CC213 without ``dkpro-cassis``.
    """
    cassis = need("cassis", "cas", "cas")
    types = cassis.TypeSystem()
    part = types.create_type(PART, supertypeName="uima.tcas.Annotation")
    for feature in FEATURES:
        types.create_feature(part, feature, "uima.cas.String")
    view = View(ledger)
    files = {TYPES: types.to_xml().encode()}
    for reading in ledger.readings:
        written = _cas(cassis, types, part, reading, view)
        files[f"{reading.document.id}.xmi"] = written.to_xmi().encode()
    return files


def _cas(cassis: Any, types: Any, part: Any, reading: Reading, view: View) -> Any:
    written = cassis.Cas(typesystem=types, sofa_mime="text/plain")
    written.sofa_string = _NO_XML.sub("\ufffd", reading.document.text)
    for one in reading.statements:
        said = {
            "statement": one.id,
            "force": one.force,
            "certainty": one.certainty,
            "origin": view.name(one.origin),
            "incident": view.codes.get(one.id, ""),
        }
        clean = {key: _NO_XML.sub("\ufffd", value) for key, value in said.items()}
        cue: list[Span] = [one.cue] if one.cue is not None else []
        for role, spans in (("source", one.source), ("cue", cue), ("content", one.content)):
            for span in spans:
                written.add(part(begin=span.start, end=span.end, role=role, **clean))
    return written


def read_cas(files: Mapping[str, bytes]) -> dict[str, list[tuple[str, str, int, int, str]]]:
    """``(role, statement, start, end, words)`` of every span, by document id; the way back."""
    cassis = need("cassis", "cas", "cas")
    types = cassis.load_typesystem(files[TYPES].decode())
    found = {}
    for name, data in files.items():
        if name != TYPES:
            read = cassis.load_cas_from_xmi(data.decode(), typesystem=types)
            found[name.removesuffix(".xmi")] = [
                (each.role, each.statement, each.begin, each.end, each.get_covered_text())
                for each in read.select(PART)
            ]
    return found
