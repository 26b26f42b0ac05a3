"""What a speaker does with the words."""

import pytest

from tests.statements.reading import one


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        ("{as|The Velmarian army} {ac|said} {at|it had seen two jets}.", "asserts"),
        ("{as|The Velmarian army} {ac|denied} {at|that it had fired}.", "denies"),
        ("{as|The Velmarian army} {ac|rejected} {at|the claim as a fairy tale}.", "denies"),
        ("{as|The Velmarian army} {ac|admitted} {at|that it had fired}.", "admits"),
        ("{as|The Velmarian army} {ac|has issued a statement conceding} {at|an error}.", "admits"),
        ("{as|The Tide Brigade} {ac|claimed} {at|responsibility for the blast}.", "admits"),
        ("{as|The Tide Brigade} {ac|took responsibility for} {at|the blast}.", "admits"),
        ("{as|The Velmarian army} {ac|accused} {at|Kasra of arming the rebels}.", "accuses"),
        ("{as|The Velmarian army} {ac|blamed} {at|Kasra for the delay}.", "accuses"),
        ("{as|The Velmarian army} {ac|condemned} {at|the raid}.", "accuses"),
        ("{as|The Velmarian army} {ac|demanded} {at|an inquiry}.", "demands"),
        ("{as|The Velmarian army} {ac|called for} {at|a debate}.", "demands"),
        ("{as|The Velmarian army} {ac|urged} {at|both sides to stop}.", "demands"),
        ("{as|The Velmarian army} {ac|asked} {at|residents to stay indoors}.", "demands"),
        ("{as|The Velmarian army} {ac|vowed} {at|to answer}.", "promises"),
        ("{as|The Velmarian army} {ac|pledged} {at|a full report}.", "promises"),
        ("{as|The Velmarian army} {ac|doubted} {at|the figures}.", "doubts"),
        ("{as|The Velmarian army} {ac|cast doubt on} {at|the figures}.", "doubts"),
        ("{as|The Velmarian army} {ac|expressed} {at|its regret over the deaths}.", "regrets"),
        ("{as|The Velmarian army} {ac|apologised} {at|for the raid}.", "regrets"),
        ("{as|The Velmarian army} {ac|declined} {at|to comment}.", "declines"),
        ("{as|The Velmarian army} {ac|would not} {at|be drawn on the figures}.", "declines"),
        ("{as|The Velmarian army} {ac|did not respond} {at|to a request}.", "declines"),
        ("{as|The Velmarian army} {ac|has yet} {at|to respond}.", "declines"),
        ("{as|The Velmarian army} {ac|neither confirmed nor denied} {at|the raid}.", "declines"),
    ],
)
def test_by_cue(raw: str, force: str) -> None:
    assert one(raw).force == force


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        ("{as|The Velmarian army} {ac|said} {at|it had not fired a shot}.", "denies"),
        ("{as|The Velmarian army} {ac|said} {at|none of its jets were in the air}.", "denies"),
        ("{as|The Velmarian army} {ac|said} {at|the report was a lie}.", "denies"),
        ("{as|The Velmarian army} {ac|said} {at|Velmaria had not fired}.", "denies"),
        ("{as|The Velmarian army} {ac|said} {at|it had not yet counted the dead}.", "asserts"),
        ("{as|The Velmarian army} {ac|said} {at|it would rebuild the bridge}.", "promises"),
        ("{as|The Velmarian army} {ac|said} {at|Velmaria will answer}.", "promises"),
        ("{as|The Velmarian army} {ac|said} {at|this might be the first such raid}.", "asserts"),
        ("{as|The Velmarian army} {ac|said} {at|it regretted the deaths}.", "regrets"),
        ('{as|Mr Jan Tol} {ac|says} {at|he is "so deeply sorry"}.', "regrets"),
        ("{as|The Velmarian army} {ac|said} {at|it was not convinced}.", "doubts"),
        ("{as|The Velmarian army} {ac|said} {at|the raids must stop}.", "demands"),
        ("{as|The Velmarian army} {ac|says} {at|Velmaria is demanding an apology}.", "demands"),
        ('{as|The Velmarian army} {ac|called} {at|the raid "a blatant crime"}.', "accuses"),
        ('{as|The Velmarian army} {ac|called} {at|the session "a stunt"}.', "asserts"),
        ('{as|The Velmarian army} {ac|called} {at|the allegation "a fairy tale"}.', "denies"),
        ("{as|The Velmarian army} {ac|said} {at|it was a mistake}.", "asserts"),
    ],
)
def test_by_content(raw: str, force: str) -> None:
    assert one(raw).force == force


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        ("{as|The Velmarian army} {ac|said} {at|Tide Brigade men shelled the pier}.", "accuses"),
        (
            "{as|The Velmarian army} {ac|reported} {at|the Tide Brigade shelled the pier}.",
            "asserts",
        ),
        ("{as|The Velmarian army} {ac|said} {at|the Tide Brigade was shelled}.", "asserts"),
        ("{as|Two residents} {ac|said} {at|the Tide Brigade shelled the pier}.", "asserts"),
        ("{as|The Velmarian army} {ac|said} {at|it shelled the pier}.", "asserts"),
        ("{as|The Velmarian army} {ac|confirmed} {at|that its guns had fired}.", "admits"),
        ("{as|The Velmarian army} {ac|confirmed} {at|that two men had died}.", "asserts"),
        ("{as|The Velmarian army} {ac|insisted} {at|that no shot was fired}.", "denies"),
        ("{as|The Velmarian army} {ac|said} {at|no shot was heard}.", "asserts"),
        ("{as|The Velmarian army} {ac|said} {at|it was too early to say}.", "declines"),
        ("{as|The Velmarian army} {ac|invited} {at|reporters to inspect the pier}.", "demands"),
    ],
)
def test_by_who_did_it_and_how_it_is_said(raw: str, force: str) -> None:
    assert one(raw).force == force


@pytest.mark.parametrize(
    "raw",
    [
        "{as|The Velmarian army} {ac|did not deny} {at|that shots had been fired}.",
        "{as|The Velmarian army} {ac|refused to rule out} {at|an error}.",
        "{as|The Velmarian army} {ac|has not denied} {at|the raid}.",
    ],
)
def test_a_denial_denied_asserts_and_leaves_it_possible(raw: str) -> None:
    found = one(raw)
    assert (found.force, found.certainty, found.polarity) == ("asserts", "possible", "positive")


@pytest.mark.parametrize(
    ("raw", "polarity"),
    [
        ("{as|The Velmarian army} {ac|denied} {at|that it had fired}.", "negative"),
        ("{as|The Velmarian army} {ac|said} {at|it had not fired}.", "negative"),
        ("{as|The Velmarian army} {ac|said} {at|it had fired}.", "positive"),
        ("{as|The Velmarian army} {ac|admitted} {at|that it had fired}.", "positive"),
    ],
)
def test_polarity(raw: str, polarity: str) -> None:
    assert one(raw).polarity == polarity


@pytest.mark.parametrize(
    ("raw", "certainty", "hedges"),
    [
        ("{as|The Velmarian army} {ac|said} {at|two jets fell}.", "certain", []),
        ("{as|The Velmarian army} {ac|said} {at|it may have hit a house}.", "possible", ["may"]),
        (
            "{as|The Velmarian army} {ac|said} {at|the jet was reportedly lost}.",
            "possible",
            ["reportedly"],
        ),
        (
            "{as|The Velmarian army} {ac|said} {at|the crew were believed to be dead}.",
            "probable",
            ["believed to"],
        ),
        (
            "{as|The Velmarian army} {ac|said} {at|the jet appears to be lost}.",
            "probable",
            ["appears"],
        ),
        (
            "If confirmed, {as|the Velmarian army} {ac|said}, {at|it was the first raid}.",
            "conditional",
            ["If confirmed"],
        ),
        (
            "{as|The Velmarian army} {ac|said} {at|the alleged raid was over}.",
            "possible",
            ["alleged"],
        ),
    ],
)
def test_hedges(raw: str, certainty: str, hedges: list[str]) -> None:
    found = one(raw)
    assert found.certainty == certainty
    assert [hedge.exact for hedge in found.hedges] == hedges


def test_a_hedge_after_the_main_clause_is_kept_but_lowers_nothing() -> None:
    raw = (
        "{as|The Velmarian army} {ac|said} {at|it stopped the raid after it was told it "
        "might have hit a house}."
    )
    found = one(raw)
    assert found.certainty == "certain"
    assert [hedge.exact for hedge in found.hedges] == ["might"]


def test_an_offer_declined_is_no_refusal_to_comment() -> None:
    assert (
        one("{as|The Velmarian army} {ac|said} {at|it declined an invitation}.").force == "asserts"
    )


@pytest.mark.parametrize(
    ("raw", "force"),
    [
        (
            "{as|The Velmarian army} {ac|said} {at|its jets had struck a school by mistake}.",
            "admits",
        ),
        ("{as|The Velmarian army} {ac|said} {at|it hit the wrong building}.", "admits"),
        ("{as|Mr Jan Tol} {ac|said} {at|“We fired. The error was ours.”}", "admits"),
        (
            "{as|Mr Jan Tol} {ac|said} {at|that the rebels had hit the school by mistake}.",
            "asserts",
        ),
        ("{as|The Velmarian army} {ac|said} {at|no convoy had been attacked}.", "denies"),
        ("{as|The Velmarian army} {ac|said} {at|not one shell was fired}.", "denies"),
        ("{as|The Velmarian army} {ac|said} {at|it had no drones in the valley}.", "denies"),
        ("{as|The Velmarian army} {ac|said} {at|no arrests had been made}.", "asserts"),
        ("{as|The Velmarian army} {ac|said} {at|no one was hurt}.", "asserts"),
        ("{as|The Velmarian army} {ac|said} {at|it had seen no sign of a launcher}.", "doubts"),
    ],
)
def test_own_mistakes_and_flat_denials_behind_plain_verbs(raw: str, force: str) -> None:
    assert one(raw).force == force


@pytest.mark.parametrize(
    ("content", "force"),
    [
        ("the raid was carried out by Kasran jets", "accuses"),
        ("the raid was carried out by the Kasran army", "accuses"),
        ("the raid was carried out by Velmarian jets", "asserts"),
        ("the raid was carried out by jets", "asserts"),
        ("Kasra is sheltering the raiders", "accuses"),
    ],
)
def test_naming_another_party_as_the_doer_accuses_it(content: str, force: str) -> None:
    raw = (
        f"{{as|The Velmarian army}} {{ac|said}} {{at|{content}}}. The Kasran army met. "
        "Kasra's army left."
    )
    assert one(raw).force == force


def test_so_called_is_no_hedge() -> None:
    said = one("{as|The Velmarian army} {ac|said} {at|the so-called Reed Front had fired}.")
    assert (said.certainty, said.hedges) == ("certain", [])
