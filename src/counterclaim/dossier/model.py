"""What a reader gets of one incident: the dossier's view model, ready for HTML and for JSON.

Everything here is derived from a :class:`~counterclaim.records.Ledger` and adds no claim to it.
Pages are lettered A, B, … in the order given; statements are numbered within their page ("B3"),
contradictions through the dossier. Offsets are code points into ``PageView.text``.
"""

from __future__ import annotations

import msgspec

__all__ = [
    "AccountView",
    "Claim",
    "CommentView",
    "Contradiction",
    "Dossier",
    "Glance",
    "GradeView",
    "IncidentLine",
    "Independence",
    "MapPoint",
    "MapView",
    "Mark",
    "Matrix",
    "MatrixRow",
    "Note",
    "OriginView",
    "PageView",
    "Party",
    "Passage",
    "Piece",
    "Puzzle",
    "Side",
    "Timeline",
    "TimelineEntry",
    "Toll",
    "TollBar",
    "Turn",
    "VersionView",
]


class _View(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every part of the view model."""


class Passage(_View):
    """Words of a page with the ones that matter picked out.

    Attributes:
        page: the page's letter.
        start, end, text: ``PageView.text[start:end] == text``.
        strong: ``[start, end)`` ranges inside ``text`` to emphasise.
        cut_before, cut_after: true where the sentence goes on outside.
        anchor: id of the element in the HTML where these words stand.
        code: the statement's code ("B3"), or ``None``.
    """

    page: str
    start: int
    end: int
    text: str
    anchor: str
    strong: list[tuple[int, int]] = []
    cut_before: bool = False
    cut_after: bool = False
    code: str | None = None


class Party(_View):
    """Origins that speak for one actor. ``number`` 0 is the group of those who speak for none."""

    id: str | None
    name: str
    number: int


class OriginView(_View):
    """One whose word it is: a column of the matrix.

    Attributes:
        party: the party's number.
        pages: letters of the pages that carry its word.
        relayed_by: names of outlets and agencies that carried it: echoes, not witnesses.
    """

    id: str
    name: str
    kind: str
    party: int
    role: str | None = None
    pages: list[str] = []
    relayed_by: list[str] = []


class Claim(_View):
    """One value in one cell of the matrix.

    Attributes:
        record: id of the ledger's record the value was read from.
        value: the value in a few words; ``detail``: interval, precision or modality, if any.
        force, certainty: of the statement it stands in.
        superseded_by: value of the same origin's later claim, if there is one.
        superseded_anchor: where that later claim's words are.
        contradictions: numbers of the contradictions it is part of.
        also: further passages where the same origin says the same.
    """

    record: str
    value: str
    passage: Passage
    detail: str = ""
    force: str = "asserts"
    certainty: str = "certain"
    via: list[str] = []
    superseded_by: str | None = None
    superseded_anchor: str | None = None
    contradictions: list[int] = []
    also: list[Passage] = []


class MatrixRow(_View):
    """One field across all origins; ``cells`` are parallel to ``Matrix.columns``."""

    field: str
    label: str
    cells: list[list[Claim]]


class Matrix(_View):
    """Rows are fields, columns are origins grouped by party."""

    columns: list[OriginView] = []
    rows: list[MatrixRow] = []


class GradeView(_View):
    """A suggested grade with the rule and the statements it was derived from."""

    value: str
    meaning: str
    rule: str
    passages: list[Passage] = []


class TollBar(_View):
    """One origin's number as an interval; ``high`` is ``None`` where unbounded."""

    origin: str
    party: int
    label: str
    low: int
    high: int | None
    anchor: str
    superseded: bool = False


class Toll(_View):
    """All origins' numbers for one harm. ``low``–``high`` is the range over current claims."""

    harm: str
    label: str
    low: int
    high: int | None
    bars: list[TollBar]


class GlanceLine(_View):
    """One answer to one question, and who gives it."""

    value: str
    origins: list[str]
    parties: list[int]
    anchor: str
    denied: bool = False


class GlanceItem(_View):
    """A question ("Who is said to have done it") with every current answer."""

    field: str
    label: str
    lines: list[GlanceLine]


class Turn(_View):
    """What one origin said of one field, oldest first, last valid; ``anchor`` is its account."""

    origin: str
    party: int
    field: str
    steps: list[str]
    anchor: str


class Glance(_View):
    """What is claimed, at a glance. ``standfirst`` holds whole sentences of counts only."""

    standfirst: list[str]
    tolls: list[Toll] = []
    items: list[GlanceItem] = []
    turns: list[Turn] = []
    grade: GradeView | None = None


class VersionView(_View):
    """One step of an account.

    ``when`` is the time it was said or published, as far as known; ``where`` the update it is in.
    """

    position: str
    change: list[str]
    passages: list[Passage]
    when: str | None = None
    where: str | None = None
    superseded: bool = False


class AccountView(_View):
    """What one origin says, in the order in which it said it."""

    origin: OriginView
    versions: list[VersionView]
    changed: bool


class Side(_View):
    """One side of a contradiction."""

    origin: str
    party: int
    passage: Passage
    where: str
    force: str


class Contradiction(_View):
    """Two statements that cannot both hold, or of which one denies the other.

    ``more`` are further pairs of the same two origins on the same field.
    """

    number: int
    kind: str
    on: str
    a: Side
    b: Side
    reason: str
    status: str
    more: list[tuple[Passage, Passage]] = []


class Independence(_View):
    """How many distinct origins stand behind one value, and on how many pages it is carried."""

    field: str
    value: str
    origins: list[str]
    independent: int
    pages: int
    echoes: list[Passage] = []


class TimelineEntry(_View):
    """One point or stretch of time on one of the four clocks.

    Attributes:
        clock: ``happened``, ``said``, ``published`` or ``captured``.
        earliest, latest: ISO 8601; equal for a point.
        code: statement code or page letter, drawn on the mark with ``note`` beside it.
    """

    clock: str
    earliest: str
    latest: str
    label: str
    code: str
    anchor: str
    note: str = ""
    party: int = 0
    origin: str | None = None
    superseded: bool = False
    passage: Passage | None = None


class Timeline(_View):
    """Entries in order of clock and time; ``undated``: passages whose time stays relative."""

    entries: list[TimelineEntry] = []
    undated: list[Passage] = []


class MapPoint(_View):
    """A resolved place. ``radius_km`` is how far off ``where_prec`` lets it be."""

    number: int
    name: str
    lat: float
    lon: float
    where_prec: int | None
    precision: str
    radius_km: float
    origins: list[str]
    parties: list[int]
    passages: list[Passage]
    source: str = ""


class MapView(_View):
    """Resolved places with their claims; ``unresolved`` are (name, reason, passage)."""

    points: list[MapPoint] = []
    unresolved: list[tuple[str, str, Passage]] = []


class Mark(_View):
    """A stretch of a page's text with a role: ``source``, ``cue``, ``content`` or a value's noun."""

    start: int
    end: int
    role: str
    anchor: str
    code: str | None = None
    party: int = 0


class Note(_View):
    """Who says one statement: stands beside the text.

    ``chain`` is (role, name), outermost relay first.
    """

    code: str
    anchor: str
    who: str
    party: int
    force: str
    certainty: str
    voice: str
    chain: list[tuple[str, str]]
    start: int
    score: float
    contradictions: list[int] = []


class Piece(_View):
    """A stretch ``[start, end)`` of the page's text of one kind; pieces never overlap."""

    kind: str
    label: str
    start: int
    end: int
    anchor: str = ""
    notes: list[Note] = []


class CommentView(_View):
    """A reader's comment. ``hidden`` names the lanes for which it is veiled until asked for."""

    anchor: str
    start: int
    end: int
    author: str | None
    depth: int
    lanes: list[tuple[str, float]]
    hidden: list[str]
    claims: list[Passage] = []


class PageView(_View):
    """One page: its text in pieces, its marks, its readers' comments, where it comes from."""

    letter: str
    name: str
    outlet: str | None
    url: str | None
    title: str
    published: str | None
    published_evidence: str
    retrieved: str | None
    sha256: str
    size: int
    format: str
    encoding: str
    language: str | None
    order: str | None
    engine: str
    statements: int
    text: str
    pieces: list[Piece]
    marks: list[Mark]
    comments: list[CommentView]


class Puzzle(_View):
    """Something read and not understood."""

    noun: str
    reason: str
    passage: Passage


class IncidentLine(_View):
    """Another incident on the same pages."""

    code: str
    title: str
    statements: list[Passage]


class Dossier(_View):
    """What a reader gets of one incident, from every page that tells of it."""

    title: str
    code: str | None
    earliest: str | None
    latest: str | None
    glance: Glance
    parties: list[Party] = []
    matrix: Matrix = Matrix()
    accounts: list[AccountView] = []
    contradictions: list[Contradiction] = []
    independence: list[Independence] = []
    timeline: Timeline = Timeline()
    places: MapView = MapView()
    pages: list[PageView] = []
    others: list[IncidentLine] = []
    puzzles: list[Puzzle] = []
    problems: list[tuple[str, str]] = []
