"""Organisations in a text, what is said around them, and which of them is said to have done it."""

import math
import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.facts.events import read_events
from counterclaim.facts.perpetrators import (
    CONFIDENCES,
    LIKELY,
    Perpetrator,
    counting,
    deeds,
    features,
    find_perpetrators,
    finding,
    hearing,
    names,
    scene,
    stacking,
    tables,
    vocabulary,
    words,
)
from counterclaim.facts.perpetrators.scene import Scene
from counterclaim.facts.tokens import read_sentences
from counterclaim.language import Reader
from counterclaim.language.heads import TAGS

RAID = (
    "Gunmen of the Harbour Shield Front (HSF) killed two dockers in Dubrin on Monday, police said. "
    "The HSF claimed responsibility for the attack in a statement.\n\n"
    "The Velmarian army denied that its soldiers had shelled the port."
)
LABELS = {head.name: head.labels for head in TAGS}


def named(text: str) -> list[str]:
    """The organisations' mentions in a text, as they stand there."""
    read = words.read_words(text)
    return [
        text[read[one.first].start : read[one.last].end] for one in names.find_names(text, read)
    ]


def folded(text: str) -> list[set[str]]:
    """The names of each organisation."""
    return [{" ".join(name) for name in one.names} for one in Scene.of(text).organisations]


class Deaf:
    """Labels that hear of nothing, or of one sort of doer everywhere."""

    def __init__(self, label: str | None = None, sure: float = 0.9) -> None:
        self.label, self.sure = label, sure

    def chances(self, head: str, start: int, end: int) -> tuple[float, ...]:
        assert start < end
        return tuple(self.sure if label == self.label else 0.0 for label in LABELS[head])

    def spans(self, head: str) -> list[tuple[int, int, str, float]]:
        assert head in LABELS
        return []


class Marking(Deaf):
    """Labels that mark some words, by head."""

    def __init__(self, text: str, **marked: list[tuple[str, str]]) -> None:
        super().__init__()
        self.marked = {
            head: [(text.index(w), text.index(w) + len(w), label, 0.9) for w, label in listed]
            for head, listed in marked.items()
        }

    def spans(self, head: str) -> list[tuple[int, int, str, float]]:
        return self.marked.get(head, [])


# Words and sentences


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The Shield's men", ["the", "shield", "'s", "men"]),
        ("U.S. troops", ["u.s", ".", "troops"]),
        ("UC-ORD and M-7", ["uc-ord", "and", "m-7"]),
        ("(HSF), 6TH", ["(", "hsf", ")", ",", "6th"]),
        ("", []),
    ],
)
def test_words(text: str, low: list[str]) -> None:
    assert [word.low for word in words.read_words(text)] == low


def test_sentences_end_at_marks_and_empty_lines_but_not_at_initials() -> None:
    text = "Gen. A. Orr left. He is back\n\nNobody saw J. Tal."
    read = words.read_words(text)
    firsts = [
        word.low
        for before, word in zip([None, *read], read, strict=False)
        if before is None or before.sentence != word.sentence
    ]
    assert firsts == ["gen", "he", "nobody"]


def test_a_sentence_in_capitals_is_known_as_one() -> None:
    loud, soft = "THE TIDE BRIGADE WAS THERE.", "The Tide Brigade of HSF was there."
    assert all(word.shouted for word in words.read_words(loud))
    assert not any(word.shouted for word in words.read_words(soft))


# Names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Shield Front was there.", ["Harbour Shield Front"]),
        ("Men of the Army of National Liberation came.", ["Army of National Liberation"]),
        ("The Velmarian army and the police met.", ["Velmarian army", "police"]),
        ("the front of the house, a wing and a party", []),
        ("THE GUNMEN OF THE POPULAR LIBERATION ARMY CAME.", ["POPULAR LIBERATION ARMY"]),
        ("The Harbour Shield Front (HSF) came. HSF left.", ["Harbour Shield Front", "HSF", "HSF"]),
        ("HSF (Harbour Shield Front) came.", ["HSF", "Harbour Shield Front"]),
        ("The Dubrin cartel is gone.", ["Dubrin cartel"]),
        ("It rained in Dubrin.", []),
    ],
)  # fmt: skip
def test_names_are_found(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_names_of_the_table_are_known_without_a_last_word() -> None:
    assert named("Shining Path and FMLN and SHINING PATH") == [
        "Shining Path",
        "FMLN",
        "SHINING PATH",
    ]
    assert named("the shining path to peace") == []


def test_names_in_capitals_and_in_ordinary_letters_are_the_same() -> None:
    text = "Men of the Revolutionary People's Front shot at the National Guard."
    assert [name.upper() for name in named(text)] == named(text.upper())


@pytest.mark.parametrize(
    ("head", "kind"),
    [("front", "armed"), ("army", "state"), ("cartel", "crime"), ("party", "other"),
     ("liberation", "armed")],
)  # fmt: skip
def test_kinds_go_by_the_last_word(head: str, kind: str) -> None:
    assert names.kind_of(head) == kind


def test_word_lists_are_in_small_letters() -> None:
    for listed in (vocabulary.HEADS, vocabulary.MODIFIERS, vocabulary.BREAKS):
        assert all(word == word.lower() for word in listed)
    assert vocabulary.COMMON_HEADS <= vocabulary.HEADS


# One organisation, many names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Shield Front (HSF) came. HSF left.", [{"harbour shield front", "hsf"}]),
        ("The Velmarian army came. The army left.", [{"velmarian army", "army"}]),
        ("The Harbour Shield Front met the Tide Movement.",
         [{"harbour shield front"}, {"tide movement"}]),
        ("Police and army.", [{"police"}, {"army"}]),
        ("The FMLN and the Farabundo Marti National Liberation Front.",
         [{"fmln", "farabundo marti national liberation front"}]),
    ],
)  # fmt: skip
def test_names_of_one_organisation_meet(text: str, expected: list[set[str]]) -> None:
    assert folded(text) == expected


def test_the_most_usual_name_stands_for_it() -> None:
    (one,) = Scene.of("The Harbour Shield Front (HSF) came. The HSF left. HSF.").organisations
    assert one.name == ("hsf",)
    assert one.names == Counter({("hsf",): 3, ("harbour", "shield", "front"): 1})


def test_of_names_as_usual_as_each_other_the_longest_stands_for_it() -> None:
    (one,) = Scene.of("The Harbour Shield Front (HSF) came.").organisations
    assert one.name == ("harbour", "shield", "front")


def test_an_army_of_liberation_is_no_organ_of_a_state() -> None:
    (one,) = Scene.of("The Army of National Liberation came.").organisations
    assert one.kind == "armed"
    (army,) = Scene.of("The Velmarian army came.").organisations
    assert army.kind == "state"


# Deeds, telling and features


@pytest.mark.parametrize(
    ("word", "kind"),
    [("killed", "attack"), ("bombing", "bombing"), ("kidnapped", "kidnapping"), ("arson", "arson"),
     ("looted", "robbery"), ("stoppage", "stoppage")],
)  # fmt: skip
def test_deeds_have_types(word: str, kind: str) -> None:
    (deed,) = deeds.deeds(words.read_words(f"It was {word} there"))
    assert (deed.at, deed.type) == (2, kind)


def test_telling_says_whose_word_it_is() -> None:
    assert deeds.telling("claimed") == ("claim",)
    assert deeds.telling("blamed") == ("accuse",)
    assert deeds.telling("allegedly") == ("doubt",)
    assert deeds.telling("police") == ("authority",)
    assert deeds.telling("harbour") == ()


def test_what_stands_beside_a_mention_is_described() -> None:
    view = Scene.of("A clerk was killed by the Harbour Shield Front. It said nothing.")
    found = features.describe(view, view.organisations[0])
    for feature in ("L1=the", "L2=by the", "R1=.", "kind=armed", "by=attack,True", "D=<attack",
                    "count=1", "head=front", "name=harbour shield front"):  # fmt: skip
        assert feature in found, feature
    assert not any("clerk" in feature and feature.startswith("R") for feature in found)


def test_other_organisations_are_kinds_and_figures_are_alike() -> None:
    view = Scene.of("On 12 May the Harbour Shield Front and the Velmarian army fought.")
    assert "<state>" in {view.symbol(at) for at in range(len(view.words))}
    assert "W=#" in scene.text_features(view)


def test_sayings_count_for_all_and_for_a_kind() -> None:
    view = Scene.of(RAID)
    front, army = view.organisations[0], view.organisations[-1]
    said = features.said(view, front, features.describe(view, front))
    assert said["any:claim"] == said["other:any:claim"] == 1.0
    assert "state:any" not in said
    assert "state:any" in features.said(view, army, features.describe(view, army))


def test_sentences_have_bounds() -> None:
    view = Scene.of(RAID)
    assert view.sentences == 3
    for at in range(len(view.words)):
        low, high = view.bounds(at)
        assert low <= at < high
        assert len({word.sentence for word in view.words[low:high]}) == 1


@pytest.mark.parametrize(("size", "step"), [(0, 0), (1, 1), (2, 2), (3, 3), (4, 3), (500, 8)])
def test_sizes_go_in_steps(size: int, step: int) -> None:
    assert scene.bucket(size) == step


# Tables


def test_the_shipped_tables_fit_the_features() -> None:
    shipped = tables.load()
    view = Scene.of(RAID)
    said = told(view)
    rows = stacking.stacked(view, said)
    ears = hearing.heard(view, Deaf())
    assert shipped.stack.shape == (1 + len(stacking.KINDS), rows.shape[1] + 1)
    assert shipped.heard.shape == (1 + len(stacking.KINDS), rows.shape[1] + len(ears[0]) + 1)
    whole = counting.told_of(RAID, view, said, Deaf())
    row = counting.counted([*rows[0], *ears[0]], whole, said, 0.0, 2)
    assert shipped.again.shape == (counting.MOST - 1, len(shipped.heard), len(row) + 1)
    assert shipped.confidence.shape == (len(CONFIDENCES), tables.SIZE)
    assert shipped.constants.shape == (5 + len(CONFIDENCES),)
    assert all(np.isfinite(table).all() for table in shipped)


def test_features_are_hashed_the_same_everywhere() -> None:
    assert tables.hashed("kind=armed") == 0x1FFFF & __import__("zlib").crc32(b"kind=armed")
    assert 0 <= tables.hashed("\ud800") < tables.SIZE


def test_scores_add_up() -> None:
    table = np.zeros((2, tables.SIZE), np.float32)
    table[0, tables.hashed("a")], table[1, tables.hashed("b")] = 2.0, -1.0
    assert tables.scores(table, [("a", 0.5), ("b", 3.0)]).tolist() == [1.0, -3.0]
    assert tables.scores(table, []).tolist() == [0.0, 0.0]


@given(st.dictionaries(st.text(max_size=4), st.floats(0.1, 9.0), min_size=1, max_size=9))
def test_unit_features_have_length_one(given_features: dict[str, float]) -> None:
    made = tables.unit(given_features)
    assert math.isclose(sum(value * value for value in made.values()), 1.0, rel_tol=1e-6)


def test_odds_stay_between_nothing_and_one() -> None:
    assert finding.odds(0.0) == 0.5
    assert 0.0 < finding.odds(-1e9) < finding.odds(1e9) < 1.0


# How many incidents


def told(view: Scene, harmed: float = 0.5) -> stacking.Said:
    """What tables might say that find all sentences alike."""
    of_sentences = [harmed] * view.sentences
    return stacking.Said((0.0, 0.0), [0.0] * len(view.organisations), of_sentences, of_sentences)


def test_places_days_and_victims_of_deeds_are_counted() -> None:
    text = "Rebels bombed Dubrin on Monday. A mayor spoke in Dursa. Rebels seized Ilin in Dubrin."
    view = Scene.of(text)
    labels = Marking(
        text,
        events=[("bombed", "bombing"), ("seized", "kidnapping"), ("spoke", "consult")],
        toponyms=[("Dubrin", "literal"), ("Dursa", "literal")],
        times=[("Monday", "date")],
        entities=[("Ilin", "person"), ("mayor", "person")],
    )
    counts = [round(math.expm1(each)) for each in counting.told_of(text, view, told(view), labels)]
    kinds, sentences, different = counts[:5], counts[5], counts[6]
    assert kinds == [0, 1, 1, 0, 0]
    assert (sentences, different) == (2, 2)
    assert counts[7:11] == [2, 1, 1, 1]  # places, those of deeds, days, those of deeds
    assert counts[11:13] == [2, 1]  # people, those of deeds
    assert counts[20:22] == [len(view.words), 3]


def test_texts_without_deeds_count_nothing() -> None:
    view = Scene.of("It rained.")
    counts = counting.told_of("It rained.", view, told(view, 0.0), Deaf())
    assert counts[:19] == [0.0] * 19
    assert counts[-5:] == [0.0] * 5


def test_more_incidents_need_more_harm() -> None:
    view = Scene.of(RAID)
    rows = [counting.counted([1.0], [2.0], told(view, 0.9), 0.7, n) for n in (2, 3, 4)]
    assert all(row[:3].tolist() == [1.0, 2.0, 0.7] for row in rows)
    enough = [row[-2] for row in rows]
    assert enough == sorted(enough, reverse=True)
    assert all(np.isfinite(counting.counted([], [], told(view), z, 4)).all() for z in (-1e9, 1e9))


def test_incidents_are_told_where_the_encoder_was_asked() -> None:
    asked = find_perpetrators(RAID, Reader().label([RAID])[0], least=0.0).perpetrators
    assert all(len(one.incidents) == counting.MOST for one in asked)
    assert all(one.incidents[0] == one.score for one in asked)
    assert all(list(one.incidents) == sorted(one.incidents, reverse=True) for one in asked)
    alone = find_perpetrators(RAID, least=0.0).perpetrators
    assert all(one.incidents == (one.score,) for one in alone)


# Who is said to have done it


def test_the_claimed_raid_is_laid_to_who_claims_it() -> None:
    verdicts = find_perpetrators(RAID, Reader().label([RAID])[0], least=0.0)
    first = verdicts.perpetrators[0]
    assert first.kind == "armed"
    assert RAID[slice(*first.name)] == "HSF"
    assert [RAID[a:b] for a, b in first.mentions] == ["Harbour Shield Front", "HSF", "HSF"]
    assert first.confidence == "claimed"
    assert first.score > 5 * verdicts.perpetrators[-1].score


def test_capitals_change_little() -> None:
    ordinary = find_perpetrators(RAID, least=0.0).perpetrators[0]
    loud = find_perpetrators(RAID.upper(), least=0.0).perpetrators[0]
    assert loud.mentions == ordinary.mentions
    assert abs(loud.score - ordinary.score) < 0.1


def test_the_sentence_that_names_the_harmed_is_the_likeliest() -> None:
    verdicts = find_perpetrators(RAID)
    best = max(verdicts.harmed, key=lambda row: row[2])
    assert "killed two dockers" in RAID[best[0] : best[1]]


def test_a_text_about_something_else_lays_nothing_to_anybody() -> None:
    text = (
        "The Velmarian army band played in Dubrin on Sunday. The Liberal Party, which has eleven "
        "seats, asked for a longer concert next year, and the police choir sang."
    )
    verdicts = find_perpetrators(text)
    assert verdicts.perpetrators == ()
    assert verdicts.violence < find_perpetrators(RAID).violence


def test_what_the_encoder_hears_counts() -> None:
    silent = find_perpetrators(RAID, Deaf(), least=0.0).perpetrators[0]
    sure = find_perpetrators(RAID, Deaf("claimed"), least=0.0).perpetrators[0]
    assert sure.score > silent.score
    at = CONFIDENCES.index("claimed")
    assert sure.doubts[at] > silent.doubts[at]


def test_only_the_likely_are_given_and_the_likeliest_first() -> None:
    every = find_perpetrators(RAID, least=0.0).perpetrators
    assert [one.score for one in every] == sorted((one.score for one in every), reverse=True)
    assert all(one.score >= LIKELY for one in find_perpetrators(RAID).perpetrators)


PIECES = st.sampled_from(
    ["the Harbour Shield Front", "(HSF)", "HSF", "army", "killed", "THE", "claimed", ".", "\n\n",
     "“", "\u202e", "😀", "\r\n", "\x00", "police", "of National Liberation", "'s", "M-7", "["]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_any_words_give_literal_spans_and_probabilities(text: str) -> None:
    verdicts = find_perpetrators(text, least=0.0)
    assert verdicts == find_perpetrators(text, least=0.0)
    for one in verdicts.perpetrators:
        assert one.name in one.mentions
        assert list(one.mentions) == sorted(one.mentions)
        assert all(
            0 <= a < b <= len(text) and text[a:b].strip() == text[a:b] for a, b in one.mentions
        )
        assert 0.0 <= one.score <= 1.0
        assert math.isclose(sum(one.doubts), 1.0, abs_tol=0.01)
        assert one.confidence in CONFIDENCES
    assert all(a < b for a, b, _ in verdicts.harmed)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", ".", "“", "\x00"])
def test_texts_without_words_are_read(text: str) -> None:
    assert find_perpetrators(text).perpetrators == ()


def test_one_long_line_is_read_in_time_that_grows_with_it() -> None:
    chance = random.Random(4)
    listed = ["army", "Front", "killed", "of", "National", "(HSF)", "by", "the", "42"]
    text = " ".join(chance.choice(listed) for _ in range(20_000))
    assert len(find_perpetrators(text, least=0.0).harmed) >= 1


def test_a_perpetrator_is_a_record() -> None:
    one = Perpetrator(
        name=(0, 2), mentions=((0, 2),), kind="armed", score=0.5, confidence="fact", doubts=(1.0,)
    )
    with pytest.raises(AttributeError):
        one.score = 0.1  # type: ignore[misc]


# The grammar of blame, for events


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The governor blamed the Tide Brigade for the attack.", "the Tide Brigade"),
        ("Officials accused the Tide Brigade of the deadly raid on Dursa.", "the Tide Brigade"),
        ("The Tide Brigade was behind the blast, police said.", "The Tide Brigade"),
        ("The ministry said the Tide Brigade was responsible for the bombing.", "the Tide Brigade"),
        ("They hold the Velmarian army responsible for the shelling.", "the Velmarian army"),
        ("The Velmarian army is suspected of the strike.", "The Velmarian army"),
        ("The Tide Brigade was not behind the blast.", None),
        ("The Tide Brigade denied it was behind the blast.", None),
        ("The Tide Brigade denied responsibility for the attack.", None),
        ("A witness behind the wall spoke of the attack.", None),
        ("The Tide Brigade took responsibility for the blast.", "The Tide Brigade"),
        ("The Tide Brigade has claimed credit for the deadly raid.", "The Tide Brigade"),
        ("Police attributed the bombing to the Tide Brigade.", "the Tide Brigade"),
        ("Police blamed the latest raid on the Tide Brigade.", "the Tide Brigade"),
        ("The raid, claimed by the Tide Brigade, shook Dursa.", "the Tide Brigade"),
        ("The raid, blamed on the Tide Brigade, shook Dursa.", "the Tide Brigade"),
        ("Police did not attribute the bombing to the Tide Brigade.", None),
        ("Police have blamed the bombing.", None),
        ("No group has claimed responsibility for the attack.", None),
        ("Nobody has claimed responsibility for the attack.", None),
        ("The raid, claimed the mayor, was long planned.", None),
    ],
)
def test_who_is_blamed_is_the_actor(text: str, actor: str | None) -> None:
    (sentence,) = read_sentences(text)
    events = [event for event in read_events(sentence) if event.event == "ASSAULT"]
    assert len(events) == 1
    span = events[0].actor
    assert (None if span is None else text[slice(*span)]) == actor
