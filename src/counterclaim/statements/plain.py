"""Attributions that layout and fixed phrases show: labels, "according to", "no comment"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.actors import Cast
from counterclaim.language import Sought
from counterclaim.statements.clauses import clause_end, names_somebody, subject_before
from counterclaim.statements.drafts import Draft, Range, Ranges
from counterclaim.statements.spans import LONGEST_CLAUSE, trim, unstopped
from counterclaim.statements.story import Story

__all__ = ["find_plain"]

_ACCORDING = Sought(r"\b(?:according to|as per|in the words of)\s+", re.IGNORECASE)
_IN_WORDS = re.compile(
    r"(?P<cue>(?:In|By|According to) (?P<who>his|her|their) (?:own )?(?:words|opinion|view|account|"
    r"information)),? (?=\w)"
)
_NO_COMMENT = Sought(
    r"(?P<cue>\b(?:there (?:was|were|has been|is|had been)))\s+(?P<what>no (?:\w+ "
    r"){0,2}?(?:comment|response|reaction|"
    r"reply|word|answer|statement|confirmation)\b)",
    re.IGNORECASE,
)
_SHORT = 24
"""Code points of unnamed people at most who close a sentence: "said local police"."""

NAMED = 0.6
"""Share of a phrase that names hold, from which it is a name with an article or a title."""

_NAME = re.compile(r"(?:the |an? )?[A-Z][\w'’.-]*(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w'’.-]*)*")
_FROM = re.compile(r"\b(?:from|by)\s+", re.IGNORECASE)
_LABEL = re.compile(r"(?P<who>[^\W\d_][^:\n\"“”]{1,70}?)(?P<cue>:)\s+(?=[\w\"“‘'(])")
_ORGANS = frozenset({"ministry", "government", "armed_force", "group"})
_TREATMENT = re.compile(
    r"(?:what|how|why|when|where|who|which|is|are|was|were|do|does|did|can|could|will|would|should|"
    r"live|latest|watch|in pictures|as it happened|everything|all you|all we|key|"
    r"(?:the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:\w+ )?(?:things|questions|facts|points|takeaways|reasons|charts|maps|lessons|ways)|"
    r"(?:a |the )?(?:timeline|profile|guide|explainer|analysis|opinion|updates?))\b",
    re.IGNORECASE,
)
"""How a headline announces what the page does with its topic."""
_TAIL = re.compile(r"(?:,\s|\s[-–—]\s)(?P<who>[^,;:\n–—]{2,60}?)\s*$")
_SAYS = Sought(
    r"\b(?:said|says|saying|confirm(?:s|ed)|report(?:s|ed)|announce[sd]?|claim(?:s|ed)|"
    r"insist(?:s|ed)|stated|"
    r"add(?:s|ed)|stress(?:es|ed)|warn(?:s|ed)|reveal(?:s|ed)|explain(?:s|ed)|declare[sd]?|told|"
    r"tells|wrote|"
    r"writes|noted|notes|tweeted|estimates?d?|argue[sd]?|maintain(?:s|ed))\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\bas (?:the )?$", re.IGNORECASE)
_AUX = re.compile(
    r"\b(?:is|was|are|were|be|been|being|to|not|n['’]t|can|could|would|will|may|"
    r"might)\s+(?:\w+ly )?$",
    re.IGNORECASE,
)
_CITED = re.compile(r"\W*(?:citing|quoting|referring to|with reference to)\b", re.IGNORECASE)


def find_plain(story: Story, cast: Cast, taken: Sequence[Draft]) -> Iterator[Draft]:
    """Labels, "according to", refusals without a verb, and plain sayings that ``taken`` lacks."""
    busy = Ranges(r for draft in taken for r in (*draft.cue, *draft.content))
    for sentence in story.sentences:
        for draft in (
            *_according(story, cast, sentence),
            *_in_words(story, sentence),
            *_no_comment(story, cast, sentence),
            *_label(story, cast, sentence),
            *_headline_tail(story, cast, sentence),
            *_said(story, cast, sentence),
        ):
            cue = draft.cue or draft.content
            if not any(map(busy.touch, cue)) and story.quotation_at(cue[0][0]) is None:
                yield draft


def _according(story: Story, cast: Cast, sentence: Range) -> Iterator[Draft]:
    for match in _ACCORDING.finditer(story.openings(sentence)):
        comma = _outer_comma(story.text, match.end(), sentence[1], cast)
        first = match.start() <= sentence[0] + 12
        source = trim(story.text, match.end(), comma)
        if first:
            content = trim(story.text, comma, unstopped(story.text, sentence[1], comma))
        else:
            content = trim(story.text, sentence[0], match.start())
        if source and content and source[1] < sentence[1] + 1:
            yield Draft((source,), (_cue(match),), (content,), 0.8, None, "according-to")


def _in_words(story: Story, sentence: Range) -> Iterator[Draft]:
    """What somebody says "in his words", where that stands first: "In her words, it was late"."""
    match = _IN_WORDS.match(story.text, *sentence)
    if match is None:
        return
    content = trim(story.text, match.end(), unstopped(story.text, sentence[1], match.end()))
    if content is not None:
        yield Draft((match.span("who"),), (match.span("cue"),), (content,), 0.8, None, "in-words")


def _cue(match: re.Match[str]) -> Range:
    return match.start(), match.start() + len(match.group().rstrip())


def _outer_comma(text: str, start: int, end: int, cast: Cast) -> int:
    """The comma that ends the phrase begun at ``start``, past appositions that name a person."""
    comma = text.find(",", start, end)
    if comma < 0:
        return unstopped(text, end)
    following = text.find(",", comma + 1, min(end, comma + 90))
    if following > 0 and any(
        s < comma + 4 for s, _, r in cast.named(comma, following) if r.kind == "person"
    ):
        return following
    return comma


def _no_comment(story: Story, cast: Cast, sentence: Range) -> Iterator[Draft]:
    """No comment from somebody: the words of the clause are the content."""
    for match in _NO_COMMENT.finditer(story.openings(sentence)):
        end = clause_end(story, sentence, match.end())
        by = _FROM.search(story.text, match.end(), end)
        source: tuple[Range, ...] = ()
        stop = end
        if by is not None and (who := trim(story.text, by.end(), end)) is not None:
            source, stop = (_named_part(cast, who),), by.start()
        content = trim(story.text, match.start("what"), stop)
        if content is not None:
            yield Draft(source, (match.span("cue"),), (content,), 0.9, "declines", "no-comment")


def _named_part(cast: Cast, who: Range) -> Range:
    """The phrase as far as the last actor that it names before "on", "about" or "to"."""
    cut = re.search(r"\s(?:on|about|to|regarding|as to|or)\b", cast.text[who[0] : who[1]])
    return (who[0], who[0] + cut.start()) if cut else who


def _label(story: Story, cast: Cast, sentence: Range) -> Iterator[Draft]:
    """A label and what it says: "Defence Ministry: strike killed 12", "ANN BRUL: No"."""
    block = story.block_at(sentence[0])
    if block is None or not story.opens_block(sentence[0]):
        return
    match = _LABEL.match(story.text, *sentence)
    if match is None or len(match["who"].split()) > 7:
        return
    who = trim(story.text, *match.span("who"))
    if who is None or not _is_speaker(cast, who):
        return
    if block.kind == "headline" and not _speaks_in_headline(cast, who, match.end(), sentence[1]):
        return
    end = block.span.end if match["who"].isupper() else sentence[1]
    quoted = story.quotation_at(match.end())
    if quoted is not None:  # of several sentences
        end = max(end, quoted.end)
    content = trim(story.text, match.end(), end)
    if content is not None:
        yield Draft((who,), (match.span("cue"),), (content,), 0.8, None, "label")


def _is_speaker(cast: Cast, who: Range) -> bool:
    """Whether all of the label is one actor's name or role."""
    named = cast.named(*who)
    text = cast.text[who[0] : who[1]]
    if named:
        return (
            sum(e - s for s, e, _ in named) >= NAMED * len(text)
            or cast.identify(*who).kind == "person"
        )
    return _is_organ(cast, who) or (
        text.isupper()
        and len(text.split()) >= 2
        and len(text) > 6
        and text.replace(" ", "").isalpha()
    )


def _is_organ(cast: Cast, who: Range) -> bool:
    """Whether a short label is known only by what it is: "Interior ministry", "Witnesses"."""
    text = cast.text[slice(*who)]
    short = len(text.split()) <= 3 and text[0].isupper() and not text.isupper()
    return short and cast.identify(*who).kind in _ORGANS


def _speaks_in_headline(cast: Cast, who: Range, start: int, end: int) -> bool:
    """Whether a headline's colon sets a speaker before words of theirs.

    More often it sets a topic before what the page does with it ("Dock fire: what we know"). So
    most of the label must be a known name, or all of it a short one, and a clause or a quotation
    must follow.
    """
    names = cast.named(*who)
    held = sum(stop - begin for begin, stop, _ in names)
    label = cast.text[slice(*who)]
    short = len(label.split()) <= 3 and label.istitle()
    person = short and cast.identify(*who).kind == "person"
    if held < NAMED * len(label) and not (person or _is_organ(cast, who)):
        return False
    said = cast.text[start:end]
    if said[:1] in "\"'“‘«„":
        return True
    return len(said.split()) > 2 and _TREATMENT.match(said) is None


def _headline_tail(story: Story, cast: Cast, sentence: Range) -> Iterator[Draft]:
    """A headline that ends with its source: "Strike killed 12 – ministry"."""
    block = story.block_at(sentence[0])
    if block is None or block.kind != "headline":
        return
    match = _TAIL.search(story.text[: sentence[1]], sentence[0])
    if match is None or _SAYS.pattern.search(match["who"]):
        return
    who = trim(story.text, *match.span("who"))
    content = trim(story.text, sentence[0], match.start())
    if who and content and "," not in match.group()[:1] and names_somebody(cast, *who):
        yield Draft((who,), (), (content,), 0.7, None, "headline-tail")


def _said(story: Story, cast: Cast, sentence: Range) -> Iterator[Draft]:
    """Plain verbs of saying: "X said that …", "…, X said", "…, said X"."""
    for match in _SAYS.finditer(story.openings(sentence)):
        if _AUX.search(story.text, max(sentence[0], match.start() - 16), match.start()):
            continue
        end = unstopped(story.text, sentence[1], match.end())
        after = trim(story.text, match.end(), end)
        if after is not None and _CITED.match(story.text, *after):
            after = None
        closes = after is not None and _closes(story, cast, match.start(), after)
        source = None if closes else subject_before(story, cast, sentence, match.start())
        if source is not None and _AS.search(story.text, max(0, source[0] - 8), source[0]):
            continue
        if source is not None and after is not None and after[1] - after[0] > 10:
            yield Draft(
                (source,),
                (match.span(),),
                (_after_that(story, match.end(), after),),
                0.6,
                None,
                "said",
            )
            return
        low = max(sentence[0], match.start() - LONGEST_CLAUSE)
        before = trim(story.text, low, source[0] if source else match.start())
        if source is None and after is not None and (closes or names_somebody(cast, *after)):
            source = after
        if source is not None and before is not None and before[1] - before[0] > 12:
            yield Draft((source,), (match.span(),), (before,), 0.6, None, "said")
            return


def _closes(story: Story, cast: Cast, verb: int, after: Range) -> bool:
    """Whether a verb of saying follows a comma, and only who says it follows the verb."""
    if story.text[max(0, verb - 2) : verb] != ", ":
        return False
    held = sum(end - start for start, end, _ in cast.named(*after))
    if cast.identify(*after).kind == "group" and after[1] - after[0] < _SHORT:
        return True
    return held >= NAMED * (after[1] - after[0]) or _NAME.fullmatch(story.text, *after) is not None


_ADVERBIAL = re.compile(
    r"\s*(?:(?:on|late|early|in|at|during|earlier|later|last|this|yesterday|today|"
    r"again)\b[^,.;\"“]{0,40}?)?\s*(?=that\b|[\"“])",
    re.IGNORECASE,
)


def _after_that(story: Story, start: int, content: Range) -> Range:
    match = _ADVERBIAL.match(story.text, start, content[1])
    return (match.end(), content[1]) if match and match.end() < content[1] else content
