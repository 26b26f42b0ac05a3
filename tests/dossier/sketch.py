"""A pencil for ledgers by hand: finds words in a text and writes the records about them."""

from __future__ import annotations

import hashlib
from typing import Any, Literal

from counterclaim.records import (
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Capture,
    ChainLink,
    ChainRole,
    Comment,
    Count,
    Dated,
    Document,
    Event,
    Harm,
    Intent,
    IntentValue,
    Lane,
    Moment,
    Place,
    Problem,
    Reading,
    Span,
    Statement,
    Triage,
    Unresolved,
)


def actor(slug: str, name: str, kind: ActorKind, **fields: Any) -> Actor:
    """``actor:SLUG``."""
    return Actor(id=f"actor:{slug}", name=name, kind=kind, **fields)


class Sketch:
    """One page's reading, written down claim by claim.

    Words are looked up in the text from where the last ones were found, or from the start.
    """

    def __init__(
        self, key: str, text: str, *, name: str, outlet: str | None, published: Dated, **fields: Any
    ) -> None:
        self.key, self.text, self.at = key, text, 0
        sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        self.capture = Capture(
            id="c-" + sha[:16],
            name=name,
            sha256=sha,
            size=len(text.encode("utf-8", "surrogatepass")),
            retrieved=fields.pop("retrieved", None),
            url=fields.get("url"),
        )
        self.document = Document(
            id=f"d-{key}",
            capture=self.capture.id,
            name=name,
            sha256=sha,
            text=text,
            outlet=outlet,
            published=published,
            engine="counterclaim 0.1.0 (by hand)",
            **fields,
        )
        self.blocks: list[Block] = []
        self.statements: list[Statement] = []
        self.places: list[Place] = []
        self.moments: list[Moment] = []
        self.counts: list[Count] = []
        self.events: list[Event] = []
        self.intents: list[Intent] = []
        self.comments: list[Comment] = []
        self.unresolved: list[Unresolved] = []
        self.problems: list[Problem] = []

    def span(self, words: str, *, within: Span | None = None) -> Span:
        """The words inside ``within``, else after the last statement, else anywhere."""
        first = within.start if within else self.at
        start = self.text.find(words, first)
        if start < 0:
            start = self.text.index(words)
        return Span.of(self.text, start, start + len(words))

    def block(
        self,
        kind: BlockKind,
        first: str,
        last: str | None = None,
        *,
        time: str | None = None,
        author: str | None = None,
        **fields: Any,
    ) -> Block:
        """The block from the words ``first`` to the end of ``last`` (or of ``first``'s line)."""
        after = self.blocks[-1].span.end if self.blocks else 0
        start = self.text.index(first, after)
        if last is None:
            end = self.text.find("\n", start)
            end = len(self.text) if end < 0 else end
        else:
            end = self.text.index(last, start) + len(last)
        made = Block(
            id=f"d-{self.key}.b{len(self.blocks)}",
            document=self.document.id,
            kind=kind,
            span=Span.of(self.text, start, end),
            time=Dated(value=time, evidence="text") if time else None,
            author=self.span(author) if author else None,
            **fields,
        )
        self.blocks.append(made)
        return made

    def say(
        self,
        *content: str,
        source: str | None = None,
        cue: str | None = None,
        speaker: str | None = None,
        origin: str | None = None,
        chain: tuple[tuple[ChainRole, str, str | None], ...] = (),
        hedges: tuple[str, ...] = (),
        **fields: Any,
    ) -> str:
        """A statement; gives its id. ``origin`` is the speaker unless given."""
        contents = [self.span(words) for words in content]
        self.at = contents[0].start
        block = next(b for b in self.blocks if b.span.start <= contents[0].start < b.span.end)
        near = block.span
        sources = [self.span(source, within=near)] if source else []
        links = [ChainLink(role="outlet", name=self.document.outlet or self.document.name)]
        links += [ChainLink(role=r, name=n, actor=a and f"actor:{a}") for r, n, a in chain]
        if speaker and not chain:
            links.append(
                ChainLink(
                    role="speaker",
                    name=source or speaker,
                    actor=f"actor:{speaker}",
                    span=sources[0] if sources else None,
                )
            )
        made = Statement(
            id=f"d-{self.key}.s{len(self.statements)}",
            document=self.document.id,
            block=block.id,
            content=contents,
            source=sources,
            cue=self.span(cue, within=near) if cue else None,
            chain=links,
            speaker=speaker and f"actor:{speaker}",
            origin=(origin or speaker) and f"actor:{origin or speaker}",
            sequence=block.sequence,
            hedges=[self.span(words, within=near) for words in hedges],
            **fields,
        )
        self.statements.append(made)
        return made.id

    def _inside(self, statement: str | None) -> Span | None:
        found = [s for s in self.statements if s.id == statement]
        if not found:
            return None
        return next(b.span for b in self.blocks if b.id == found[0].block)

    def count(
        self,
        statement: str,
        words: str,
        number: str,
        low: int,
        best: int | None,
        high: int | None,
        harm: Harm,
        **fields: Any,
    ) -> str:
        """A count inside the statement's block."""
        span = self.span(words, within=self._inside(statement))
        offset = span.start + words.index(number)
        made = Count(
            id=f"d-{self.key}.n{len(self.counts)}",
            document=self.document.id,
            span=span,
            number=Span.of(self.text, offset, offset + len(number)),
            low=low,
            best=best,
            high=high,
            harm=harm,
            statement=statement,
            **fields,
        )
        self.counts.append(made)
        return made.id

    def event(
        self,
        statement: str,
        words: str,
        event: str = "ASSAULT",
        mode: str | None = "aerial",
        *,
        actor: tuple[str, str] | None = None,
        recipient: tuple[str, str] | None = None,
        **fields: Any,
    ) -> str:
        """An event; ``actor`` and ``recipient`` are (slug, words)."""
        within = self._inside(statement)
        made = Event(
            id=f"d-{self.key}.e{len(self.events)}",
            document=self.document.id,
            span=self.span(words, within=within),
            event=event,
            mode=mode,
            statement=statement,
            actor=f"actor:{actor[0]}" if actor else None,
            actor_span=self.span(actor[1], within=within) if actor else None,
            recipient=f"actor:{recipient[0]}" if recipient else None,
            recipient_span=self.span(recipient[1], within=within) if recipient else None,
            **fields,
        )
        self.events.append(made)
        return made.id

    def intent(self, statement: str, words: str, value: IntentValue, **fields: Any) -> str:
        """An intent."""
        made = Intent(
            id=f"d-{self.key}.i{len(self.intents)}",
            document=self.document.id,
            span=self.span(words, within=self._inside(statement)),
            value=value,
            statement=statement,
            **fields,
        )
        self.intents.append(made)
        return made.id

    def place(self, statement: str | None, words: str, **fields: Any) -> str:
        """A place; resolved where coordinates are given."""
        status: Literal["resolved", "unresolved"] = "resolved" if "lat" in fields else "unresolved"
        made = Place(
            id=f"d-{self.key}.p{len(self.places)}",
            document=self.document.id,
            span=self.span(words, within=self._inside(statement)),
            name=fields.pop("name", words),
            statement=statement,
            status=status,
            **fields,
        )
        self.places.append(made)
        return made.id

    def moment(
        self,
        statement: str | None,
        words: str,
        earliest: str | None,
        latest: str | None = None,
        **fields: Any,
    ) -> str:
        """A time expression."""
        made = Moment(
            id=f"d-{self.key}.m{len(self.moments)}",
            document=self.document.id,
            span=self.span(words, within=self._inside(statement)),
            value=earliest,
            earliest=earliest,
            latest=latest or earliest,
            statement=statement,
            **fields,
        )
        self.moments.append(made)
        return made.id

    def comment(
        self,
        first: str,
        *,
        author: str | None = None,
        reply_to: str | None = None,
        lanes: tuple[tuple[Triage, float, str], ...] = (),
    ) -> str:
        """A comment and its triage of (lane, score, words); gives the comment's id."""
        reply_block = next((c.block for c in self.comments if c.id == reply_to), None)
        block = self.block("comment", first, author=author, reply_to=reply_block)
        made = Comment(
            id=f"d-{self.key}.c{len(self.comments)}",
            document=self.document.id,
            block=block.id,
            span=block.span,
            author=author,
            reply_to=reply_to,
            triage=[
                Lane(lane=lane, score=score, spans=[self.span(w, within=block.span)])
                for lane, score, w in lanes
            ],
        )
        self.comments.append(made)
        return made.id

    def puzzle(self, words: str, noun: str, reason: str) -> None:
        """Something read and not understood."""
        self.unresolved.append(
            Unresolved(
                id=f"d-{self.key}.u{len(self.unresolved)}",
                document=self.document.id,
                span=self.span(words),
                noun=noun,
                reason=reason,
            )
        )

    def reading(self) -> Reading:
        """All of it."""
        return Reading(
            capture=self.capture,
            document=self.document,
            blocks=self.blocks,
            statements=self.statements,
            places=self.places,
            moments=self.moments,
            counts=self.counts,
            events=self.events,
            intents=self.intents,
            comments=self.comments,
            unresolved=self.unresolved,
            problems=self.problems,
        )
