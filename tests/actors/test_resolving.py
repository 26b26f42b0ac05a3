"""From the words of a mention to an actor."""

import pytest

from tests.actors.pages import at, cast_of, resolved, who


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("A Pentagon spokesman said.", "A Pentagon spokesman", "actor:us-defence-ministry"),
        (
            "a second White House aide said",
            "a second White House aide",
            "actor:us-presidency",
        ),
        ("the U.S. UN delegate said", "the U.S. UN delegate", "actor:us"),
        (
            "Russia's official TASS news agency said",
            "Russia's official TASS news agency",
            "actor:tass",
        ),
        (
            "a statement from the Russian army said",
            "a statement from the Russian army",
            "actor:ru-army",
        ),
        (
            "Russia's foreign minister said",
            "Russia's foreign minister",
            "actor:ru-foreign-ministry",
        ),
        ("US officials said", "US officials", "actor:us-government"),
        ("Moscow and Damascus said", "Moscow and Damascus", "actor:moscow-and-damascus"),
        ("two residents said", "two residents", "actor:residents"),
        ("Witnesses said", "Witnesses", "actor:witnesses"),
        ("Syrian activists said", "Syrian activists", "actor:sy-activists"),
        ("the inquest office said", "the inquest office", "actor:inquest-office"),
        ("a clerk said", "a clerk", "actor:clerk"),
        ("Two trawler skippers said", "Two trawler skippers", "actor:two-trawler-skippers"),
        ("a former signalman said", "a former signalman", "actor:former-signalman"),
        ("a helicopter said", "a helicopter", None),
        ("a winter said", "a winter", None),
        ("Ostrow hospital said", "Ostrow hospital", "actor:ostrow-hospital"),
        ("the operator, Havrin Works, said", "the operator, Havrin Works,", "actor:havrin-works"),
    ],
)
def test_sources(text: str, words: str, actor: str | None) -> None:
    assert who(text, words) == actor


def test_every_resolution_has_a_reason() -> None:
    text = "The Russian army said it would. Nothing else is known."
    for words in ("The Russian army", "it", "Nothing else"):
        assert resolved(text, words).reason


def test_what_nobody_is_named_by_is_unresolved() -> None:
    found = resolved("The blue of the morning said nothing.", "The blue of the morning")
    assert found.actor is None
    assert found.kind == "unknown"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "Velmaria's interior ministry spoke. The ministry left.",
            "The ministry",
            "actor:velmaria-interior-ministry",
        ),
        (
            "The Velmarian army fired. The military denied it.",
            "The military",
            "actor:velmaria-army",
        ),
        ("The Tide Brigade fired. The brigade denied it.", "The brigade", "actor:tide-brigade"),
        ("The Harm Register counts. The group said so.", "The group", "actor:harm-register"),
        ("Tass reported it. The agency added more.", "The agency", "actor:tass"),
        (
            "Belisar Shipping Lines, the operator, spoke. The operator left.",
            "The operator",
            "actor:belisar-shipping-lines",
        ),
        (
            (
                "Velmaria's interior ministry and Velmaria's water ministry spoke. The interior "
                "ministry left."
            ),
            "The interior ministry",
            "actor:velmaria-interior-ministry",
        ),
        (
            "The Velmarian army fired. The environment ministry spoke.",
            "The environment ministry",
            "actor:velmaria-environment-ministry",
        ),
    ],
)
def test_nouns_that_go_back(text: str, words: str, actor: str) -> None:
    assert who(text, words) == actor


def test_another_ministry_is_not_the_one_named() -> None:
    text = (
        "Velmaria's interior ministry spoke to Kasra's army and Kasra's navy. The water "
        "ministry left."
    )
    assert who(text, "The water ministry") != "actor:velmaria-interior-ministry"


def test_the_spokeswoman_goes_back_to_the_last_one() -> None:
    text = "Spokeswoman Mirela Kost spoke. Spokesman Jan Tol slept. The spokeswoman left."
    assert who(text, "The spokeswoman") == "actor:mirela-kost"


def test_a_headline_may_speak_of_the_minister_first() -> None:
    text = "Minister denies it\nThe minister, Palo Rist, denied it."
    assert who(text, "Minister") == "actor:palo-rist"


def test_the_end_of_a_hospitals_name_is_no_general() -> None:
    text = "The Velmarian army left. Belsand General said 38 had died."
    assert who(text, "Belsand General") == "actor:belsand-general"


def test_a_source_in_a_ministry_is_not_the_ministry() -> None:
    text = "a source in the Velmarian interior ministry said. The Velmarian army did not."
    found = resolved(text, "a source in the Velmarian interior ministry")
    assert found.actor == "actor:velmaria-interior-ministry-source"


@pytest.mark.parametrize(
    ("pronoun", "speakers", "actor"),
    [
        ("it", ["the Velmarian army", "Mr Jan Tol"], "actor:velmaria-army"),
        ("he", ["Mr Jan Tol", "Mrs Ana Bel"], "actor:jan-tol"),
        ("she", ["Mrs Ana Bel", "Mr Jan Tol"], "actor:ana-bel"),
    ],
)
def test_pronouns_go_back_to_who_spoke_last(pronoun: str, speakers: list[str], actor: str) -> None:
    text = f"Today {speakers[0]} spoke. Then {speakers[1]} spoke. More was said, {pronoun} added."
    cast = cast_of(text)
    for words in speakers:
        start, end = at(text, words)
        resolution = cast.identify(start, end)
        assert resolution.actor
        cast.spoke(start, resolution.actor)
    assert cast.identify(*at(text, f"{pronoun} added")[:1], text.index(" added")).actor == actor


def test_they_with_two_candidates_is_unresolved() -> None:
    text = "The Tide Brigade met the Harm Register. They said so."
    assert who(text, "They") is None


def test_a_pronoun_with_nobody_before_it_is_unresolved() -> None:
    assert who("She said so.", "She") is None


def test_the_statement_is_its_issuers() -> None:
    text = "The Velmarian army spoke. The statement speaks of lies."
    cast = cast_of(text)
    cast.spoke(4, "actor:velmaria-army")
    assert cast.identify(*at(text, "The statement")).actor == "actor:velmaria-army"


def test_which_goes_back_to_what_stands_before_it() -> None:
    assert who("The Velmarian army, which denied it, left.", "which") == "actor:velmaria-army"


def test_her_office_is_hers() -> None:
    text = "Mayor Ms Ana Bel spoke. Her office said more."
    cast = cast_of(text)
    cast.spoke(0, "actor:ana-bel")
    assert cast.identify(*at(text, "Her office")).actor == "actor:ana-bel"


def test_we_is_the_pages_own_voice() -> None:
    cast = cast_of("We reported it.", outlet="The Halvar Herald")
    assert cast.resolve(0, 2).actor == "actor:the-halvar-herald"


def test_initials_of_the_outlet_are_the_outlet() -> None:
    cast = cast_of("He told NHA so.", outlet="Northern Herald Agency")
    assert cast.named(0, 20)[0][2].actor == "actor:northern-herald-agency"


def test_trying_a_stretch_out_adds_nobody() -> None:
    text = "Two trawlers' residents said so."
    cast = cast_of(text)
    before = cast.actors()
    cast.identify(*at(text, "residents"))
    assert cast.actors() == before
    cast.resolve(*at(text, "residents"))
    assert len(cast.actors()) == len(before) + 1


@pytest.mark.parametrize("span", [(0, 0), (3, 3)])
def test_an_empty_stretch_is_nobody(span: tuple[int, int]) -> None:
    assert cast_of("The army said so.").resolve(*span).actor is None


def test_what_describes_an_actor_is_no_alias() -> None:
    text = (
        "Velmaria's Tide Office denied it. An officer of the Tide Office who asked not to be "
        "named agreed. The office said so. The Ministry of Defence of Velmaria was silent."
    )
    cast = cast_of(text)
    for words in ("An officer of the Tide Office who asked not to be named", "The office"):
        cast.resolve(*at(text, words))
    aliases = {alias for actor in cast.actors() for alias in actor.aliases}
    assert "Ministry of Defence of Velmaria" in aliases
    assert not {alias for alias in aliases if "officer" in alias or alias == "The office"}


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("Oda Arn said yes. Jan Tol, the mayor, was less sure. “Go,” he said.", "he", "jan-tol"),
        ("Jan Tol said yes. Mayor Anna Arn wept. “Go,” she said.", "she", "anna-arn"),
        ("Anna Arn said yes. “Jan Tol, the mayor, fell. Go,” she said.", "she", "anna-arn"),
        ("Anna Arn said yes. Jan Tol, the mayor, wept. “Go,” she said.", "she", "anna-arn"),
    ],
)
def test_a_pronoun_takes_up_whom_the_last_sentence_is_about(
    text: str, pronoun: str, actor: str
) -> None:
    cast = cast_of(text)
    for start, _, found in cast.named(0, len(text)):
        if text[start:].startswith(("Oda Arn said", "Jan Tol said", "Anna Arn said")):
            cast.spoke(start, found.actor or "")
    place = text.index(f" {pronoun} said") + 1
    assert cast.identify(place, place + len(pronoun)).actor == f"actor:{actor}"


@pytest.mark.parametrize(
    "words", ["A Western diplomat", "A diplomat", "A senior European official"]
)
def test_somebody_unnamed_of_another_side_speaks_for_none_that_spoke_before(words: str) -> None:
    text = f"Velmaria's army denied the raid.\n{words} said that nothing was clear yet."
    cast = cast_of(text)
    cast.spoke(0, cast.resolve(*at(text, "Velmaria's army")).actor or "")
    actor = cast.resolve(*at(text, words)).actor
    assert actor is None or not actor.startswith("actor:velmaria")


def test_a_spokesman_speaks_for_who_spoke_before() -> None:
    text = "Velmaria's army denied the raid.\nA spokesman said that nothing was clear yet."
    cast = cast_of(text)
    cast.spoke(0, cast.resolve(*at(text, "Velmaria's army")).actor or "")
    assert cast.resolve(*at(text, "A spokesman")).actor == "actor:velmaria-army"


def test_the_army_is_no_coalition_and_the_coalition_no_army() -> None:
    text = (
        "The Syrian army fled. The Joint Northern Task Force flew on. The army said so. "
        "The coalition denied it."
    )
    assert who(text, "The army") == "actor:sy-army"
    assert who(text, "The coalition") == "actor:joint-northern-task-force"


def test_a_headlines_coalition_is_the_only_one_named_below() -> None:
    text = "Coalition admits raid\nThe Joint Northern Task Force and the Syrian army spoke."
    found = cast_of(text, ("headline",)).resolve(*at(text, "Coalition"))
    assert found.actor == "actor:joint-northern-task-force"
    assert found.reason == "the only coalition of the page"
    two = f"{text} A Tolmaran Alliance and the Velmar Coalition spoke too."
    assert cast_of(two, ("headline",)).resolve(*at(two, "Coalition")).actor is None


@pytest.mark.parametrize("words", ["regime forces", "government forces"])
def test_forces_of_a_government_are_its_army(words: str) -> None:
    text = f"The Velmarian government met. The Velmarian {words} shelled the town."
    assert who(text, f"Velmarian {words}") == "actor:velmaria-army"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Syrias army met.", "Syrias army", "actor:sy-army"),
        ("Russias foreign ministry met.", "Russias foreign ministry", "actor:ru-foreign-ministry"),
    ],
)
def test_a_possessive_without_its_apostrophe_is_its_states(
    text: str, words: str, actor: str
) -> None:
    assert who(text, words) == actor


def test_a_name_in_s_beside_no_organ_is_no_possessive() -> None:
    assert who("Two Syrias met.", "Syrias") != "actor:sy"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            "Dawn Watch was asked. In a statement carried by the Tanda Press Agency, it said no.",
            "dawn-watch",
        ),
        ("Dawn Watch was asked. Speaking to Radio Tanda, it said no.", "dawn-watch"),
        (
            (
                "The Velmarian interior ministry was asked. Orsia's army said no. The ministry "
                "showed a video in which, it said, a man could be seen."
            ),
            "velmaria-interior-ministry",
        ),
        ("The Tanda Press Agency was asked. On Friday it said no.", "tanda-press-agency"),
    ],
)
def test_it_is_who_the_sentence_is_about_and_not_what_carried_its_words(
    text: str, actor: str
) -> None:
    cast = cast_of(text)
    for start, _, found in cast.named(0, len(text)):
        cast.spoke(start, found.actor or "")
        break
    place = text.index(" it said") + 1
    assert cast.identify(place, place + 2).actor == f"actor:{actor}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Kasra-backed rebels said so. Kasra's army left.", "The Kasra-backed rebels"),
        (
            "A Velgrad-based analyst said so. Velmaria's capital, Velgrad, slept.",
            "A Velgrad-based analyst",
        ),
        ("US-backed fighters said so.", "US-backed fighters"),
    ],
)
def test_whose_friends_others_are_is_not_who_they_are(text: str, words: str) -> None:
    found = resolved(text, words)
    assert found.actor not in {"actor:kasra", "actor:velmaria", "actor:us"}


def test_a_coalition_is_led_by_a_state() -> None:
    assert (
        resolved("The US-led coalition said so.", "The US-led coalition").actor
        == "actor:us-coalition"
    )
