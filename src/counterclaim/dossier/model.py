"""What a reader gets of one incident: the dossier's view model, ready for HTML and for JSON.

Everything here is derived from a :class:`~counterclaim.records.Ledger` and adds no claim to it.
Pages are lettered A, B, … in the order given; statements are numbered within their page ("B3"),
contradictions through the dossier. Offsets are code points into ``PageView.text``.
"""

from __future__ import annotations

import msgspec

from counterclaim.dossier.page_model import (
    MapView,
    PageView,
    Passage,
    Puzzle,
    Timeline,
)

__all__ = [
    "AccountView",
    "Claim",
    "Contradiction",
    "DecisionView",
    "Dossier",
    "Glance",
    "GlanceItem",
    "GlanceLine",
    "GradeView",
    "IncidentLine",
    "Independence",
    "Matrix",
    "MatrixRow",
    "OriginView",
    "Party",
    "PathEdge",
    "PathNode",
    "Side",
    "Toll",
    "TollBar",
    "Turn",
    "VersionView",
    "WordPaths",
]


class Party(msgspec.Struct, frozen=True, kw_only=True):
    """Origins that speak for one actor. ``number`` 0 is the group of those who speak for none."""

    id: str | None
    name: str
    number: int


class OriginView(msgspec.Struct, frozen=True, kw_only=True):
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


class Claim(msgspec.Struct, frozen=True, kw_only=True):
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


class MatrixRow(msgspec.Struct, frozen=True, kw_only=True):
    """One field across all origins; ``cells`` are parallel to ``Matrix.columns``."""

    field: str
    label: str
    cells: list[list[Claim]]


class Matrix(msgspec.Struct, frozen=True, kw_only=True):
    """Rows are fields, columns are origins grouped by party; ``silent`` ones answer no row."""

    columns: list[OriginView] = []
    rows: list[MatrixRow] = []
    silent: list[OriginView] = []


class GradeView(msgspec.Struct, frozen=True, kw_only=True):
    """A suggested grade with the rule and the statements it was derived from."""

    value: str
    meaning: str
    rule: str
    passages: list[Passage] = []


class TollBar(msgspec.Struct, frozen=True, kw_only=True):
    """One origin's number as an interval; ``high`` is ``None`` where unbounded.

    ``group`` says of whom, where the figures of a harm are not all of one group; ``earliest`` and
    ``latest`` when it was said, or else published, as far as that is known.
    """

    origin: str
    party: int
    label: str
    low: int
    high: int | None
    anchor: str
    group: str = ""
    superseded: bool = False
    earliest: str | None = None
    latest: str | None = None


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """All origins' numbers for one harm. ``low``–``high`` is the range over current claims.

    ``picked`` is the one number that a person chose, who, when and why; empty where nobody did.
    """

    harm: str
    label: str
    low: int
    high: int | None
    bars: list[TollBar]
    picked: str = ""


class GlanceLine(msgspec.Struct, frozen=True, kw_only=True):
    """One answer to one question, and who gives it; ``detail``: that it is only supposed.

    ``since`` is when it was first said, or else published, as far as that is known. ``standings``
    say for each of ``origins`` how it lays the deed to somebody, empty where nothing is to be told.
    """

    value: str
    origins: list[str]
    parties: list[int]
    standings: list[str] = []
    anchor: str
    denied: bool = False
    detail: str = ""
    since: str | None = None


class GlanceItem(msgspec.Struct, frozen=True, kw_only=True):
    """A question ("Who is said to have done it") with every current answer."""

    field: str
    label: str
    lines: list[GlanceLine]


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What one origin said of one field, oldest first, last valid; ``anchor`` is its account.

    ``steps`` is empty where a party's voices together changed in several ways at once.
    """

    origin: str
    party: int
    field: str
    steps: list[str]
    anchor: str


class Glance(msgspec.Struct, frozen=True, kw_only=True):
    """What is claimed, at a glance. ``standfirst`` holds whole sentences of counts only."""

    standfirst: list[str]
    tolls: list[Toll] = []
    items: list[GlanceItem] = []
    turns: list[Turn] = []
    grade: GradeView | None = None


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """One step of an account.

    ``when`` is the time it was said or published, as far as known; ``where`` the update it is in;
    ``takes_position``: the first step, and each that changes the position; ``tells``: it is of a
    deed; ``speakers``: whose words they are, in a party's account.
    """

    position: str
    change: list[str]
    passages: list[Passage]
    when: str | None = None
    where: str | None = None
    superseded: bool = False
    takes_position: bool = False
    tells: bool = False
    speakers: list[str] = []


class AccountView(msgspec.Struct, frozen=True, kw_only=True):
    """What one origin says, in the order in which it said it.

    ``organs``: names of the voices, where a whole party's words are taken together.
    """

    origin: OriginView
    versions: list[VersionView]
    changed: bool
    organs: list[str] = []


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a contradiction."""

    origin: str
    party: int
    passage: Passage
    where: str
    force: str


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """Two statements that cannot both hold, or of which one denies the other.

    ``more`` are further pairs of the same two sides on the same field.
    """

    number: int
    kind: str
    on: str
    a: Side
    b: Side
    reason: str
    status: str
    more: list[tuple[Passage, Passage]] = []


class Independence(msgspec.Struct, frozen=True, kw_only=True):
    """How many distinct origins stand behind one value, and on how many pages it is carried."""

    field: str
    value: str
    origins: list[str]
    independent: int
    pages: int
    echoes: list[Passage] = []


class PathNode(msgspec.Struct, frozen=True, kw_only=True):
    """One who speaks, relays or carries: its place in the drawing, how many statements pass it."""

    name: str
    party: int
    column: int
    row: float
    statements: int


class PathEdge(msgspec.Struct, frozen=True, kw_only=True):
    """A step that ``statements`` (code, anchor) took; the ends are places in the list of nodes."""

    source: int
    target: int
    party: int
    statements: list[tuple[str, str]]


class WordPaths(msgspec.Struct, frozen=True, kw_only=True):
    """On whose word: from informants and speakers by way of relays to the pages."""

    headings: list[str] = []
    nodes: list[PathNode] = []
    edges: list[PathEdge] = []


class DecisionView(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided: what was read, what stands now, who, when and why.

    ``of`` says what it is on, ``anchor`` where that is, if it still is; ``status`` as in
    :class:`~counterclaim.records.Decision`.
    """

    kind: str
    of: str
    was: str
    value: str
    who: str
    at: str
    reason: str
    status: str
    code: str = ""
    anchor: str = ""


class IncidentLine(msgspec.Struct, frozen=True, kw_only=True):
    """Another incident on the same pages, with what it is said to have cost."""

    code: str
    title: str
    statements: list[Passage]
    tolls: list[Toll] = []


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
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
    paths: WordPaths = WordPaths()
    timeline: Timeline = Timeline()
    places: MapView = MapView()
    pages: list[PageView] = []
    others: list[IncidentLine] = []
    decisions: list[DecisionView] = []
    puzzles: list[Puzzle] = []
    problems: list[tuple[str, str]] = []
