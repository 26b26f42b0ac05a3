"""States, organs and organisations found in running text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actors.pages import cast_of, named

PAGE = (
    "The Velmarian army said so. Velmaria's interior ministry denied it. "
    "The Ministry of Defence of Velmaria agreed with Velmarian officials."
)


def test_organs_of_an_unknown_state() -> None:
    found = named(PAGE)
    assert found["Velmarian army"] == "actor:velmaria-army"
    assert found["Velmaria's interior ministry"] == "actor:velmaria-interior-ministry"
    assert found["Ministry of Defence of Velmaria"] == "actor:velmaria-defence-ministry"
    assert found["Velmarian officials"] == "actor:velmaria-government"


def test_an_organ_is_a_member_of_its_state() -> None:
    actors = {actor.id: actor for actor in cast_of(PAGE).actors()}
    army = actors["actor:velmaria-army"]
    assert army.kind == "armed_force"
    assert army.member_of == "actor:velmaria"
    assert army.side == "actor:velmaria"
    assert actors["actor:velmaria"].kind == "state"
    assert actors["actor:velmaria"].name == "Velmaria"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "The Russian Defence Ministry said.",
            "Russian Defence Ministry",
            "actor:ru-defence-ministry",
        ),
        (
            "Russia's Defense Ministry said.",
            "Russia's Defense Ministry",
            "actor:ru-defence-ministry",
        ),
        (
            "a Syrian Army General Command",
            "Syrian Army General Command",
            "actor:sy-general-command",
        ),
        ("the Syrian General Command", "Syrian General Command", "actor:sy-general-command"),
        ("The U.S. military said.", "U.S. military", "actor:us-army"),
        ("the UK Foreign Office", "UK Foreign Office", "actor:gb-foreign-ministry"),
        ("Defence Ministry in Moscow", "Defence Ministry in Moscow", "actor:ru-defence-ministry"),
        ("The Pentagon said.", "Pentagon", "actor:us-defence-ministry"),
        ("the US-led coalition", "US-led coalition", "actor:us-coalition"),
        ("Islamic State militants", "Islamic State", "actor:islamic-state"),
        (
            "Velmaria's water ministry. Velmaria's army.",
            "Velmaria's water ministry",
            "actor:velmaria-water-ministry",
        ),
        (
            "the nuclear authority of Velmaria. The Velmarian army.",
            "nuclear authority of Velmaria",
            "actor:velmaria-nuclear-authority",
        ),
    ],
)
def test_names_in_text(text: str, words: str, actor: str) -> None:
    assert named(text)[words] == actor


def test_a_capital_is_a_government_when_it_speaks_and_a_place_when_one_is_in_it() -> None:
    assert named("Moscow denied it.")["Moscow"] == "actor:ru"
    assert "Moscow" not in named("Two men were shot in Moscow.")
    assert named("There was no comment from Damascus.")["Damascus"] == "actor:sy"
    assert "Damascus" not in named("A convoy from Damascus was hit.")


def test_the_capital_of_an_unknown_state() -> None:
    text = (
        "The Velmarian army fired. In Velgrad, the Velmarian capital, shops shut. Velgrad "
        "denied it."
    )
    cast = cast_of(text)
    mentions = [(text[s:e], r.actor) for s, e, r in cast.named(0, len(text))]
    assert ("Velgrad", "actor:velmaria") in mentions


def test_names_end_with_what_they_are() -> None:
    found = named(
        "The Halvar Herald and the Northern Liberation Front disagree with the Harm Register."
    )
    assert found == {
        "Halvar Herald": "actor:halvar-herald",
        "Northern Liberation Front": "actor:northern-liberation-front",
        "Harm Register": "actor:harm-register",
    }


def test_an_article_after_a_name_begins_another() -> None:
    found = named("Shells fell near Zarnik on Monday the Tarn Observatory said.")
    assert "Tarn Observatory" in found
    assert not any("Zarnik" in words and "Observatory" in words for words in found)
    assert "House of the Reapers Union" in named("He left the House of the Reapers Union.")


def test_kinds_by_last_word() -> None:
    text = "The Halvar Herald, the Tide Brigade, the Harm Register and Kestrel News Agency wrote."
    kinds = {a.name: a.kind for a in cast_of(text).actors()}
    assert kinds["Halvar Herald"] == "outlet"
    assert kinds["Tide Brigade"] == "armed_group"
    assert kinds["Harm Register"] == "organisation"
    assert kinds["Kestrel News Agency"] == "agency"


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Harm Register (NHR) said. The NHR added.",
        "NHR (Northern Harm Register) said. The NHR added.",
    ],
)
def test_acronyms_that_the_page_explains(text: str) -> None:
    assert named(text)["NHR"] == "actor:northern-harm-register"


def test_an_acronym_of_a_known_name() -> None:
    found = named("The International Committee of the Red Cross (ICRC) said. The ICRC added.")
    assert set(found.values()) == {"actor:icrc"}


def test_media_named_by_what_they_are() -> None:
    found = named("The state agency QNT reported it. QNT added. Tanda news agency too.")
    assert found["QNT"] == "actor:qnt"
    assert found["Tanda"] == "actor:tanda"


def test_words_that_only_begin_sentences_are_no_states() -> None:
    found = named(
        "Armed police came. Local officials left. Joint forces stayed. Some soldiers fled."
    )
    assert found == {}


def test_headlines_in_title_case_make_no_organisations() -> None:
    assert "Blast Kills Nine As Army" not in named("Blast Kills Nine As Army Shells Border Post")


def test_personal_names_with_forces_are_no_states() -> None:
    assert named("Barro's forces entered the town.") == {}


def test_words_glued_together_are_parted() -> None:
    assert named("As NHA reportsRussia has called for talks")["Russia"] == "actor:ru"


def test_comments_name_nobody() -> None:
    text = "Velmaria's army fired.\nRussia did it!"
    assert cast_of(text, ("body", "comment")).named(0, len(text))[-1][1] <= text.index("\n")


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("AVvelmarian's .,\n\"“”()USUNIS-éé\u0301א𝒜\r\0"), max_size=120)
)
def test_mentions_are_literal_ordered_and_apart(text: str) -> None:
    cast = cast_of(text)
    position = 0
    for start, end, resolution in cast.named(0, len(text)):
        assert position <= start < end <= len(text)
        assert resolution.actor is not None
        position = end
    for actor in cast.actors():
        for mention in actor.mentions:
            assert text[mention.span.start : mention.span.end] == mention.span.exact


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=80))
def test_two_casts_are_the_same(text: str) -> None:
    assert cast_of(text).actors() == cast_of(text).actors()


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "The General Staff of the Velmarian Armed Forces met. Velmaria's army did not.",
            "General Staff of the Velmarian Armed Forces",
            "actor:velmaria-general-staff",
        ),
        (
            "The General Staff of Russia's Armed Forces met.",
            "General Staff of Russia",
            "actor:ru-general-staff",
        ),
    ],
)
def test_an_organ_of_a_states_forces_is_one_mention(text: str, words: str, actor: str) -> None:
    assert named(text)[words] == actor


def test_a_medium_called_like_somebody_is_not_seen_in_a_persons_name() -> None:
    text = "Petra Solt, 34, said she ran. Petra, the news agency, said three fell."
    found = named(text)
    assert found["Petra Solt"] == "actor:petra-solt"
    assert found["Petra"] == "actor:petra"


@pytest.mark.parametrize(
    "text",
    [
        "The ship entered the territorial waters of Serrin at noon, its pilot said.",
        "A drone crossed Serrin's airspace, its pilot said.",
        "They respect the sovereignty of Serrin.",
    ],
)
def test_waters_and_air_of_its_own_make_a_state(text: str) -> None:
    actors = {actor.id: actor.kind for actor in cast_of(text).actors()}
    assert actors.get("actor:serrin") == "state"


def test_speaking_to_a_medium_is_no_part_of_its_name() -> None:
    found = named("Speaking to Radio Tanda, the mayor said no. Writing in Tanda News, so did he.")
    assert found["Radio Tanda"] == "actor:radio-tanda"
    assert not [name for name in found if name.startswith(("Speaking", "Writing"))]
