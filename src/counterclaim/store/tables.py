"""The tables, and the triggers that keep them append-only."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

__all__ = [
    "APPEND_ONLY",
    "DERIVED",
    "FIRST",
    "INCIDENTS",
    "audit",
    "captures",
    "codes",
    "decisions",
    "derived",
    "facets",
    "heads",
    "incident_names",
    "incidents",
    "members",
    "metadata",
    "news",
    "readings",
    "rows",
    "sightings",
    "spots",
    "statements",
    "texts",
    "watched",
]

metadata = MetaData()

# SQLite only counts up INTEGER PRIMARY KEY, not BIGINT.
_Ordinal = BigInteger().with_variant(Integer, "sqlite")

migrations = Table(
    "migrations",
    metadata,
    Column("name", String, primary_key=True),
    Column("applied", String, nullable=False, comment="ISO 8601, UTC"),
)

captures = Table(
    "captures",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False, comment="the bytes as received"),
)

readings = Table(
    "readings",
    metadata,
    Column("id", _Ordinal, primary_key=True),
    Column("document", String, nullable=False, comment="id of the document"),
    Column("sha256", String(64), ForeignKey("captures.sha256"), nullable=False),
    Column("engine", String, nullable=False),
    Column("page", String, nullable=False, comment="URL or file: what revisions are revisions of"),
    Column("name", String, nullable=False),
    Column("added", String, nullable=False, comment="ISO 8601, UTC"),
    Column("digest", String(64), nullable=False, comment="SHA-256 over the rows in order"),
    UniqueConstraint("document", "engine"),
    Index("readings_page", "page"),
)

rows = Table(
    "rows",
    metadata,
    Column("reading", _Ordinal, ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("noun", String, nullable=False),
    Column("record", String, nullable=False, comment="id of the record"),
    Column("body", Text, nullable=False, comment="the record as one JSON object"),
    Index("rows_record", "record"),
)

heads = Table(
    "heads",
    metadata,
    Column("page", String, primary_key=True),
    Column("reading", _Ordinal, ForeignKey("readings.id"), nullable=False),
    Index("heads_reading", "reading"),
    comment="the newest reading of each page; derived, so not append-only",
)

statements = Table(
    "statements",
    metadata,
    Column("id", _Ordinal, primary_key=True),
    Column("reading", _Ordinal, ForeignKey("readings.id"), nullable=False),
    Column("statement", String, nullable=False, comment="id of the statement"),
    Column("document", String, nullable=False),
    Column("origin", String, comment="actor id of the one whose word it is"),
    Column("speaker", String, comment="actor id"),
    Column("force", String, nullable=False),
    Column("earliest", String, comment="first day it speaks of, else its publication (ISO 8601)"),
    Column("latest", String, comment="last day it speaks of, else its publication"),
    Column("words", Text, nullable=False, comment="source, cue and content, as written"),
    Column("folded", Text, nullable=False, server_default="", comment="the same, to be searched"),
    Index("statements_reading", "reading"),
    Index("statements_origin", "origin"),
    Index("statements_earliest", "earliest"),
    comment="what search looks at; derived from rows",
)

facets = Table(
    "facets",
    metadata,
    Column("statement", _Ordinal, ForeignKey("statements.id"), primary_key=True),
    Column("kind", String, primary_key=True, comment="actor, harm or event"),
    Column("value", String, primary_key=True),
    Index("facets_value", "kind", "value", "statement"),
    comment="what a statement's facts say, for filtering; derived",
)

spots = Table(
    "spots",
    metadata,
    Column("statement", _Ordinal, ForeignKey("statements.id"), primary_key=True),
    Column("place", String, primary_key=True),
    Column("lat", Float, nullable=False, comment="degrees, WGS 84"),
    Column("lon", Float, nullable=False),
    Index("spots_lat_lon", "lat", "lon"),
    comment="where a statement's resolved places lie; derived",
)

texts = Table(
    "texts",
    metadata,
    Column("reading", _Ordinal, ForeignKey("readings.id"), primary_key=True, autoincrement=False),
    Column("published", String, comment="ISO 8601"),
    Column("folded", Text, nullable=False, comment="the page's words, to be searched"),
    comment="what is looked at when whole pages are searched; derived from rows",
)

sightings = Table(
    "sightings",
    metadata,
    Column("id", _Ordinal, primary_key=True),
    Column("page", String, nullable=False, comment="URL or file: what revisions are revisions of"),
    Column("document", String, nullable=False, comment="id of the document that it held then"),
    Column("at", String, nullable=False, comment="ISO 8601, UTC"),
    Column("headers", Text, nullable=False, comment="JSON object; of the answer, names lower-case"),
    UniqueConstraint("page", "at", "document"),
    Index("sightings_document", "document"),
    comment="when a page was seen, and what it said then",
)

incidents = Table(
    "incidents",
    metadata,
    Column("code", String, primary_key=True),
    Column("grade", String, nullable=False),
    Column("title", String, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("size", Integer, nullable=False, comment="statements"),
    Column("body", Text, nullable=False, comment="the record as one JSON object"),
    Index("incidents_grade", "grade"),
    comment="the ledger's incidents as of `derived`",
)

incident_names = Table(
    "incident_names",
    metadata,
    Column("name", String, primary_key=True, comment="a code, an earlier code or an id"),
    Column("code", String, primary_key=True),
    comment="by what an incident can be asked for; derived",
)

members = Table(
    "members",
    metadata,
    Column("statement", _Ordinal, ForeignKey("statements.id"), primary_key=True),
    Column("code", String, primary_key=True),
    Column("grade", String, nullable=False),
    Index("members_code", "code", "statement"),
    Index("members_grade", "grade", "statement"),
    comment="which incidents a statement belongs to; derived",
)

derived = Table(
    "derived",
    metadata,
    Column("name", String, primary_key=True),
    Column("state", String, nullable=False, comment="of what it was derived from"),
    comment="whether what is derived from the whole ledger is current",
)

codes = Table(
    "codes",
    metadata,
    Column("id", _Ordinal, primary_key=True),
    Column("code", String, nullable=False, comment="of an incident"),
    Column("at", String, nullable=False, comment="ISO 8601, UTC"),
    Column("body", Text, nullable=False, comment="JSON object: what it stands for since"),
    comment="every code that was given, and what became of it",
)

news = Table(
    "news",
    metadata,
    Column("id", _Ordinal, primary_key=True),
    Column("page", String, nullable=False),
    Column("body", Text, nullable=False, comment="JSON object"),
    Index("news_page", "page"),
    comment="what watching told; derived",
)

watched = Table(
    "watched",
    metadata,
    Column("url", String, primary_key=True),
    Column("due", String, nullable=False, comment="ISO 8601, UTC"),
    Column("etag", String),
    Column("modified", String),
    Column("failures", Integer, nullable=False),
    Column("quiet", Integer, nullable=False),
    Column("feed", Boolean, nullable=False, server_default=false()),
    Index("watched_due", "due"),
    comment="state of polling: changes all the time and tells nothing about the world",
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", _Ordinal, primary_key=True),
    Column("at", String, nullable=False, comment="ISO 8601, UTC"),
    Column("who", String, nullable=False, comment="a person or a token, never an engine"),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False, comment="id of the record decided on"),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False, comment="JSON object: what exactly was decided"),
    Index("decisions_subject", "subject"),
)

audit = Table(
    "audit",
    metadata,
    Column("seq", _Ordinal, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("who", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("detail", Text, nullable=False, comment="canonical JSON"),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False, unique=True),
)

FIRST = (captures, readings, rows, decisions, audit)
APPEND_ONLY = (captures, readings, rows, sightings, decisions, audit, codes)
"""In the order in which they can be filled."""

DERIVED = (heads, statements, facets, spots)
"""For finding things; `doctor` can make them again from the rows."""

INCIDENTS = (incidents, incident_names, members, derived)
"""For finding incidents and what belongs to them; made again when the ledger has grown."""
