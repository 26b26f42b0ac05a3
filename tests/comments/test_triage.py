"""Triage of comments: nothing dropped, lanes with spans, quoted and denounced words spared."""

from collections import defaultdict
from importlib import resources
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.comments import contrast_late, contrast_single, contrast_voices
from tests.comments.contrast import GROUPS, HARMLESS, HOSTILE, frames

from counterclaim.comments import model as model_module
from counterclaim.comments import triage_comments
from counterclaim.comments.claims import unsourced_claim
from counterclaim.comments.composition import findings
from counterclaim.comments.grams import FIRST_FINDING, WIDTH, finding_of, grams, words
from counterclaim.comments.lexicon import (
    AMBIGUOUS_ADJECTIVES,
    GROUP_ADJECTIVES,
    GROUP_NOUNS,
    MISSPELT_GROUPS,
)
from counterclaim.comments.model import LANES, MOST_SHOWN, load_model
from counterclaim.comments.quoting import denounces, own_words
from counterclaim.comments.spam import spam
from counterclaim.comments.threats import threat
from counterclaim.comments.triage import FLOORS, Judgement, judge, judge_all
from counterclaim.errors import ModelError
from counterclaim.pages import Page
from counterclaim.records import Block, Capture, Comment, Document, Span


def page(*comments: str) -> Page:
    """An article with one block for each comment."""
    text = "A bridge fell in Ordan.\n\n" + "\n\n".join(comments)
    document = Document(id="d-1", capture="c-1", name="page", sha256="0" * 64, text=text)
    blocks = [Block(id="d-1.b1", document="d-1", kind="body", span=Span.of(text, 0, 23))]
    at = 25
    for number, comment in enumerate(comments, start=2):
        span = Span.of(text, at, at + len(comment))
        blocks.append(Block(id=f"d-1.b{number}", document="d-1", kind="comment", span=span))
        at += len(comment) + 2
    return Page(Capture(id="c-1", name="page", sha256="0" * 64, size=1), document, tuple(blocks))


def scores(text: str) -> dict[str, float]:
    return {each.lane: each.score for each in judge_all(text)}


def lanes(text: str) -> list[str]:
    return [each.lane for each in judge(text)]


def attack(text: str) -> float:
    return scores(text)["identity_attack"]


def right_share(table: dict[str, tuple[str, ...]], hostile: bool) -> dict[str, float]:
    """Share judged right by function."""
    right: dict[str, list[bool]] = defaultdict(list)
    for function, _, text in frames(table):
        right[function].append((attack(text) >= FLOORS["identity_attack"]) == hostile)
    return {function: sum(each) / len(each) for function, each in right.items()}


def test_every_comment_comes_out_once_in_order() -> None:
    made = page("Well said.", "I hate all of this.", "Buy now at www.example.com, click here!")
    found = triage_comments(made)
    assert [c.block for c in found] == ["d-1.b2", "d-1.b3", "d-1.b4"]
    assert [c.id for c in found] == ["d-1.c1", "d-1.c2", "d-1.c3"]
    assert all(isinstance(c, Comment) and c.triage for c in found)


def test_author_and_reply_are_kept() -> None:
    made = page("Anna: well said.")
    block = made.blocks[1]
    start = block.span.start
    author = Span.of(made.text, start, start + 4)
    told = Block(
        id=block.id,
        document="d-1",
        kind="comment",
        span=block.span,
        author=author,
        reply_to="d-1.b9",
    )
    comment = triage_comments(Page(made.capture, made.document, (made.blocks[0], told)))[0]
    assert (comment.author, comment.reply_to) == ("Anna", "d-1.b9")


def test_no_comments_no_records() -> None:
    assert triage_comments(page()) == []


def test_a_plain_remark_has_no_signal() -> None:
    (only,) = judge("The photo in the second paragraph is very good.")
    assert only.lane == "none"
    assert only.score > 0.5
    assert only.spans == []


def test_lanes_stand_highest_first_and_reach_their_floor() -> None:
    found = judge("I hate immigrants. We should kill them all. You are an idiot.")
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)
    assert all(each.score >= FLOORS[each.lane] for each in found)
    assert {"identity_attack", "threat"} <= {each.lane for each in found}


WEAK = {"implicit": 0.3, "allowed": 0.4, "negated": 0.7, "denounced": 0.75, "of oneself": 0.75}
"""Functions that are missed in part so far, with what is reached."""


@pytest.mark.parametrize("function", HOSTILE)
def test_hostility_without_slurs_is_found(function: str) -> None:
    assert right_share({function: HOSTILE[function]}, hostile=True)[function] >= WEAK.get(
        function, 0.5
    )


@pytest.mark.parametrize("function", HARMLESS)
def test_peaceful_quoted_and_denounced_words_are_spared(function: str) -> None:
    assert right_share({function: HARMLESS[function]}, hostile=False)[function] >= WEAK.get(
        function, 0.85
    )


def test_contrast_set_as_a_whole() -> None:
    hostile, harmless = right_share(HOSTILE, hostile=True), right_share(HARMLESS, hostile=False)
    shares = [*hostile.values(), *harmless.values()]
    assert sum(shares) / len(shares) >= 0.85


def test_whose_voice_it_is() -> None:
    hostile = right_share(contrast_voices.HOSTILE, hostile=True)
    harmless = right_share(contrast_voices.HARMLESS, hostile=False)
    shares = [*hostile.values(), *harmless.values()]
    assert sum(shares) / len(shares) >= 0.65
    assert min(harmless["quoted"], harmless["denounced"], harmless["at others"]) >= 0.9


def test_frames_that_nobody_looked_at() -> None:
    hostile = right_share(contrast_late.HOSTILE, hostile=True)
    harmless = right_share(contrast_late.HARMLESS, hostile=False)
    shares = [*hostile.values(), *harmless.values()]
    assert sum(shares) / len(shares) >= 0.85


def test_one_of_a_group_and_many() -> None:
    right = []
    for table, hostile in ((contrast_single.HOSTILE, True), (contrast_single.HARMLESS, False)):
        found: dict[str, list[bool]] = defaultdict(list)
        for function, _, text in contrast_single.frames(table):
            found[function].append((attack(text) >= FLOORS["identity_attack"]) == hostile)
        right += [sum(each) / len(each) for each in found.values()]
    assert sum(right) / len(right) >= 0.78


def test_no_group_is_flagged_more_often_than_another() -> None:
    flagged: dict[str, list[bool]] = defaultdict(list)
    for _, group, text in frames(HARMLESS):
        flagged[group].append(attack(text) >= FLOORS["identity_attack"])
    rates = [sum(each) / len(each) for each in flagged.values()]
    assert set(flagged) == set(GROUPS)
    assert max(rates) - min(rates) <= 0.1


@pytest.mark.parametrize("term", sorted(GROUP_NOUNS | GROUP_ADJECTIVES | AMBIGUOUS_ADJECTIVES))
def test_no_identity_term_alone_scores_high(term: str) -> None:
    assert attack(term) < FLOORS["identity_attack"]
    assert attack(f"I am {term}.") < FLOORS["identity_attack"]


def test_peoples_that_no_list_has_are_groups() -> None:
    assert attack("Kestrians are vermin.") == attack("Immigrants are vermin.")
    assert [w.form for w in words("Politicians and Kestrians")] == ["politicians", "and", "<group>"]


def test_groups_are_alike_to_the_model() -> None:
    assert attack("Muslims are vermin.") == attack("Immigrants are vermin.")
    assert words("Old people and an old car")[0].form == "<group>"
    assert "old" in [w.form for w in words("Old people and an old car")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I will kill you.", True),
        ("They should all be hanged.", True),
        ("We know you. Watch your back!", True),
        ("Shoot them.", True),
        ("He was shot on the bridge.", False),
        ("I will find out what happened.", False),
        ("This joke kills me.", False),
    ],
)
def test_threats_by_form(text: str, expected: bool) -> None:
    score, spans = threat(text)
    assert (score >= FLOORS["threat"]) == expected
    assert bool(spans) == expected
    assert ("threat" in lanes(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They killed 300 civilians in that raid and nobody noticed.", True),
        ("The rebels were armed by the ministry for years.", True),
        ("This was staged.", True),
        ("It was no accident, they did it on purpose.", True),
        ("According to the hospital, 30 were killed.", False),
        ("They killed 30, see https://example.org/report", False),
        ("Were the rebels armed by the ministry?", False),
        ("I think this was staged.", False),
        ("What a sad day.", False),
        ("The militia bombed Quellin again.", True),
        ("I know people who joined the armed forces.", False),
        ("They call us conspiracy theorists.", False),
        ("The ministry admits that 30 were killed.", False),
        ("They did it themselves, they needed an excuse.", True),
        ("The harbour guards did it.", True),
        ("Who owns the quarry? Look it up.", True),
        ("Taken down before it is deleted, like the last one.", True),
        ("They are hiding the real number.", True),
        ("They're all bought.", True),
        ("Divers started this.", True),
        ("They are faking it for the cameras.", True),
        ("The film was edited.", True),
        ("I did google it.", False),
        ("My guess is 80 dead.", False),
        ("All of the dead are ours.", False),
        ("Ulla, 23:20: you never hear the first shot.", False),
        ("The same thing happened in 2011 and two cows are dead.", True),
        ("In 2011 the goat was dead.", False),
        ("The ministry is not responsible for the ferry.", False),
        ("This is a fake beard.", False),
        ("The Armed Forces of the north are at the bridge.", False),
        ("She has paid the rent.", False),
    ],
)
def test_claims_without_a_source(text: str, expected: bool) -> None:
    score, spans = unsourced_claim(text)
    assert (score >= FLOORS["unsourced_claim"]) == expected
    assert bool(spans) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I make $90 per hour, work from home, click here: www.example.com", True),
        ("Earn extra cash every week with this investment plan!", True),
        ("Contact me on WhatsApp +000 555 0100 44 and check out my page", True),
        ("See https://example.org for the full statement.", False),
        ("The market was hit.", False),
        ("Cheap flights, no questions asked.", True),
        ("Follow me for the real film, link in bio", True),
        ("Dr Oto the spell caster brought him back, email him now", True),
        ("Guaranteed profit, DM me", True),
        ("They are making money with this war.", False),
        ("Somebody bought bitcoin with the aid.", False),
        ("Rent is $900 a month on that street.", False),
        ("Compare https://example.org/a with https://example.org/b yourself.", False),
        ("Follow me on this one.", False),
    ],
)
def test_spam(text: str, expected: bool) -> None:
    assert (spam(text)[0] >= FLOORS["spam"]) == expected


def test_own_words_blank_quotations_and_keep_places() -> None:
    text = 'She wrote "they are vermin" and left.'
    own = own_words(text)
    assert len(own) == len(text)
    assert "vermin" not in own
    assert own.endswith("and left.")
    assert own_words("No marks here") == "No marks here"


def test_denouncing_cues() -> None:
    assert denounces("That is a racist thing to say.")
    assert denounces("Stop saying such things.")
    assert not denounces("The bus was late again.")
    assert denounces("How dare you.")
    assert denounces("That is wrong.", quotes=True)
    assert not denounces("That is wrong.")
    assert not denounces("He said that he was late.")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("immigrantsare vermin", ["<group>", "are", "vermin"]),
        ("ihateimmigrants", ["i", "hate", "<group>"]),
        ("hateimmigrants", ["hate", "<group>"]),
        ("imigrants", ["<group>"]),
        ("immirgants", ["<group>"]),
        ("a refuge", ["a", "refuge"]),
        ("I h a t e trams", ["i", "hate", "trams"]),
        ("a b c d e", ["abcde"]),
    ],
)
def test_groups_run_together_or_misspelt(text: str, forms: list[str]) -> None:
    found = words(text)
    assert [word.form for word in found] == forms
    assert all(text[w.start : w.end].strip() for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_no_misspelling_is_another_listed_word() -> None:
    assert not MISSPELT_GROUPS & AMBIGUOUS_ADJECTIVES
    assert min(map(len, MISSPELT_GROUPS)) >= 6


def test_company_of_a_group() -> None:
    names = {f.name for f in findings("", words("immigrants never arrived"))}
    assert "after group:,negated arrived" in names
    far = "immigrants " + "and " * 20 + "arrived"
    assert not any("arrived" in f.name for f in findings(far, words(far)))


def test_short_remarks_are_silent() -> None:
    for remark in (
        "Thanks.",
        "Yes",
        "RIP",
        "lol",
        "What?",
        "So sad.",
        "Source?",
        "Heroes!",
        "Kestria",
    ):
        assert lanes(remark) == ["none"]


def test_function_words_are_never_shown() -> None:
    text = "You and your friends are the most stupid and useless liars of them all."
    for each in judge(text):
        shown = [text[start:end].lower() for start, end in each.spans]
        assert not {"you", "and", "your", "the", "of", "are"} & set(shown)
    assert any("stupid" in text[a:b] for a, b in judge(text)[0].spans)


def test_at_most_a_handful_of_words_is_shown() -> None:
    text = "Liars, thieves, clowns, fools, idiots, morons, rats, pigs, scum, vermin: all of you."
    for each in judge(text):
        assert sum(len(text[start:end].split()) for start, end in each.spans) <= 2 * MOST_SHOWN


def test_a_name_with_a_word_beside_it_is_no_attack_unless_the_word_is() -> None:
    for text in ("Immigrants", "Women left", "Immigrants arrived", "Muslims today", "two Kurds"):
        assert lanes(text) == ["none"]
    for text in ("Kill immigrants", "I hate immigrants", "Immigrants are vermin"):
        assert "identity_attack" in lanes(text)


def test_spans_show_the_words() -> None:
    text = "Well, the weather is fine. I despise immigrants."
    (found,) = [each for each in judge_all(text) if each.lane == "identity_attack"]
    shown = " ".join(text[start:end] for start, end in found.spans)
    assert "immigrants" in shown or "despise" in shown


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Immigrants are vermin", "contempt&group,predicate"),
        ("Immigrants are not vermin", "contempt&group,negated"),
        ("I hate immigrants", "hatred&group"),
        ("Somebody should shoot immigrants", "harm&group,wished"),
        ("you are stupid", "contempt&you,predicate"),
        ("Immigrants came. They are scum", "contempt&they,predicate"),
        ("They are scum", "contempt&others,predicate"),
    ],
)
def test_findings(text: str, name: str) -> None:
    found = words(text)
    assert any(f.name.startswith(name) for f in findings(text, found))


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("sooooo b.a.d.d", ["soo", "badd"]),
        ("B@D", ["bad"]),
        ("see https://example.org/x now", ["see", "<url>", "now"]),
        ("@somebody 1999", ["<user>", "<number>"]),
        ("naïve", ["naive"]),
        ("", []),
        ("😀 ‮", []),
    ],
)
def test_words_are_folded(text: str, forms: list[str]) -> None:
    assert [word.form for word in words(text)] == forms


def test_grams_are_numbers_in_range() -> None:
    rows = grams(words("some words of a comment"))
    assert rows
    assert all(0 <= number < FIRST_FINDING for number, _, _ in rows)
    assert FIRST_FINDING <= finding_of("contempt&group") < WIDTH


def test_the_shipped_model_spells_nothing() -> None:
    folder = resources.files("counterclaim.comments")
    with folder.joinpath("triage.npz").open("rb") as file, np.load(file) as stored:
        kinds = {stored[name].dtype.kind for name in stored.files}
        assert kinds <= {"i", "u", "f"}
        assert stored["weights"].shape == (len(LANES), WIDTH)
        assert stored["weights"].dtype == np.int8


def test_a_missing_model_has_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    load_model.cache_clear()
    monkeypatch.setattr(model_module, "FILE", "absent.npz")
    with pytest.raises(ModelError, match="CC301"):
        load_model()
    load_model.cache_clear()


PIECES = st.sampled_from(
    [
        *("I hate immigrants are vermin kill them www.example.com you 300 killed $90 !!!".split()),
        *('"', "😀", "\n", "\r\n", "\x00", "ة", "É́", "’", " ", "‮"),
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=20).map(" ".join) | st.text(min_size=1, max_size=60))
def test_spans_are_literal_and_nothing_is_dropped(text: str) -> None:
    made = page(text, "And another one.")
    found = triage_comments(made)
    assert len(found) == 2
    for comment in found:
        assert comment.triage
        for lane in comment.triage:
            assert 0 <= lane.score <= 1
            for span in lane.spans:
                assert made.text[span.start : span.end] == span.exact
                assert comment.span.start <= span.start < span.end <= comment.span.end


@pytest.mark.parametrize(
    "text", ["a" * 90_000, "I will " * 9_000, '"' * 20_000, "was " * 9_000, "$" * 9_000]
)
def test_long_hostile_lines_end(text: str) -> None:
    assert all(isinstance(each, Judgement) for each in judge(text))
