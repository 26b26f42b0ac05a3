"""Force weighed from signs."""

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.actors import Cast
from counterclaim.language import Attribution
from counterclaim.records import Force
from counterclaim.statements.drafts import Draft
from counterclaim.statements.find import find_statements, tellings
from counterclaim.statements.force_model import (
    FILE,
    FORCES,
    ForceModel,
    Setting,
    barred_forces,
    features,
)
from counterclaim.statements.force_signs import CONTENT_SIGNS, CUE_SIGNS
from counterclaim.statements.story import Story
from tests.actors.pages import knowledge, page_of
from tests.statements.reading import marked, one


def _setting(rule: Force = "asserts") -> Setting:
    return Setting(rule, False, None, None, "ministry", "state", ())


def _signs(raw: str) -> dict[str, float]:
    text, attributions = marked(raw)
    page = page_of(text, ())
    return features(Story(page), Draft.of(attributions[0]), _setting())


def test_the_table_holds_a_row_of_every_force_and_says_where_it_is_from() -> None:
    table = json.loads((files("counterclaim.statements") / FILE).read_text(encoding="utf-8"))
    assert tuple(table["forces"]) == FORCES
    assert "training.force" in table["about"]
    assert all(len(row) == len(FORCES) for row in table["weights"].values())
    assert len(table["usual"]) == len(FORCES)
    assert sum(table["usual"]) == pytest.approx(1, abs=0.01)
    assert "" in table["weights"]


def test_every_sign_of_the_table_can_be_found() -> None:
    known = {f"says {name}" for name in CONTENT_SIGNS.patterns}
    known |= {f"cue {name}" for name in CUE_SIGNS.patterns}
    kinds = ("rule", "kind", "side", "cue word", "length", "after", "in ", "plain", "cue ", "says")
    for name in ForceModel.load().weights:
        part = name.partition(" + ")[0]
        assert not part or part in known or part.startswith(kinds) or part.isalpha() or " " in part


def test_signs_name_what_they_saw() -> None:
    signs = _signs("{as|The ministry} {ac|said} {at|that no convoy had been fired on}.")
    assert {"says no x did", "says begins with no", "negated", "cue says", "cue word said"} <= {
        *signs
    }
    assert "rule asserts words" in signs
    assert "says question" not in signs


def test_earlier_accusations_are_a_sign() -> None:
    text, attributions = marked("{as|The ministry} {ac|said} {at|it had never fired}.")
    story = Story(page_of(text, ()))
    setting = Setting("asserts", False, None, None, "ministry", "state", [("accuses", False)])
    signs = features(story, Draft.of(attributions[0]), setting)
    assert {"after accuses other", "accused", "accused negated"} <= {*signs}
    same = Setting("asserts", False, None, None, "ministry", "state", [("accuses", True)])
    assert "accused" not in features(story, Draft.of(attributions[0]), same)


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        (
            "{as|The Velmarian ministry} {ac|said} {at|there was no mine and never had been}.",
            "denies",
        ),
        ("{as|Minister Ida Korr} {ac|said} {at|the wall would be rebuilt by Friday}.", "promises"),
        ("{as|Minister Ida Korr} {ac|said} {at|“I am so sorry for the families”}.", "regrets"),
        ("{as|The Velmarian ministry} {ac|denied} {at|the charge}.", "denies"),
        ("{as|The Velmarian ministry} {ac|said} {at|two trucks had crossed the river}.", "asserts"),
        ("{as|The mayor, Ida Korr,} {ac|said} {at|they must go}.", "demands"),
    ],
)
def test_force(raw: str, force: Force) -> None:
    assert one(raw).force == force


def _read(raw: str, head: dict[str, float]) -> Force:
    text, attributions = marked(raw)
    page = page_of(text, ())
    cast = Cast(page, knowledge())
    (found,) = find_statements(page, attributions, cast, lambda _: [*head.items()])
    return found.force


def test_a_sure_head_tips_what_the_rules_leave_open() -> None:
    raw = "{as|Minister Ida Korr} {ac|said} {at|the road ran past the school}."
    assert _read(raw, {}) == "asserts"
    assert _read(raw, {"accuses": 1.0}) == "accuses"


def test_a_head_never_overrules_a_verb_that_does_what_it_says() -> None:
    raw = "{as|Minister Ida Korr} {ac|denied} {at|that the road ran past the school}."
    assert _read(raw, {"accuses": 1.0}) == "denies"


def test_a_denial_by_weight_is_negative() -> None:
    text, attributions = marked(
        "{as|The Velmarian ministry} {ac|said} {at|there was no mine and never had been}."
    )
    page = page_of(text, ())
    (found,) = find_statements(page, attributions, Cast(page, knowledge()))
    assert (found.force, found.polarity) == ("denies", "negative")


_HEADS = st.lists(st.tuples(st.sampled_from([*FORCES, "other"]), st.floats(0, 1)), max_size=12)


@given(st.dictionaries(st.sampled_from(["negated", "own", "quoted", "x"]), st.just(1.0)), _HEADS)
def test_a_judgement_is_a_force_with_a_probability(
    signs: dict[str, float], head: list[tuple[str, float]]
) -> None:
    force, share = ForceModel.load().judge(signs, head)
    assert force in FORCES
    assert 1 / len(FORCES) - 1e-9 <= share <= 1 + 1e-9
    assert (force, share) == ForceModel.load().judge(signs, head)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200))
def test_signs_of_any_words(words: str) -> None:
    text = f"Ida Korr said {words}"
    page = page_of(text, ())
    given_ = [Attribution(((0, 8),), ((9, 13),), ((14, len(text)),), 0.5)]
    for telling in tellings(Story(page), given_, Cast(page, knowledge())):
        assert all(value == 1.0 for value in telling.signs.values())


def test_a_long_line_takes_no_time() -> None:
    words = "no not never " * 100_000
    page = page_of(f"Ida Korr said {words}", ())
    given_ = [Attribution(((0, 8),), ((9, 13),), ((14, 14 + len(words)),), 0.5)]
    assert [t.draft for t in tellings(Story(page), given_, Cast(page, knowledge()))]


@pytest.mark.parametrize(
    ("raw", "may"),
    [
        ("{as|The ministry} {ac|said} {at|the convoy had left at nine}.", False),
        ("{as|The ministry} {ac|said} {at|the convoy had not been fired on}.", True),
        ("{as|The ministry} {ac|said} {at|the report was untrue}.", True),
        ("{as|The ministry} {ac|said} {at|it had never seen anything like it}.", False),
    ],
)
def test_only_words_that_deny_let_a_statement_be_a_denial(raw: str, may: bool) -> None:
    text, attributions = marked(raw)
    draft = Draft.of(attributions[0])
    said = " ".join(text[s:e] for s, e in draft.content)
    assert ("denies" not in barred_forces(_signs(raw), said)) is may


def test_nobody_admits_what_another_party_did() -> None:
    said = "the Red Front blew up the gate"
    assert "admits" in barred_forces({"other": 1.0}, said)
    assert "admits" not in barred_forces({"own": 1.0}, said)


def test_a_barred_force_is_never_judged() -> None:
    model = ForceModel.load()
    signs = {"rule denies": 1.0, "rule denies cue": 1.0}
    assert model.judge(signs)[0] == "denies"
    assert model.judge(signs, (("denies", 1.0),), frozenset({"denies"}))[0] != "denies"


@pytest.mark.parametrize(
    ("content", "force"),
    [
        ("to comment", "declines"),
        ("to say who was flying", "declines"),
        ("to be named", "declines"),
        ("to step down over the bridge", "asserts"),
    ],
)
def test_who_refuses_to_act_does_not_keep_silent(content: str, force: str) -> None:
    found = one(f"{{as|The mayor}} {{ac|refused}} {{at|{content}}}.")
    assert (found.force == "declines") is (force == "declines")
