"""What exact rules add to the model, and what they keep out. No attribution is marked here."""

import dataclasses

import pytest
from msgspec.structs import replace

from counterclaim.actors import Cast
from counterclaim.records import BlockKind, Span, Statement
from counterclaim.statements import find_statements
from tests.actors.pages import knowledge, page_of
from tests.statements.reading import contents, links, marked, one, read, sources


@pytest.mark.parametrize(
    ("text", "force", "source", "content"),
    [
        (
            "The Velmarian army accused Kasra of arming rebels.",
            "accuses",
            "The Velmarian army",
            "Kasra of arming rebels",
        ),
        (
            "Velmaria's army has blamed Kasra for the delay.",
            "accuses",
            "Velmaria's army",
            "Kasra for the delay",
        ),
        (
            "The Velmarian army flatly denied the report.",
            "denies",
            "The Velmarian army",
            "the report",
        ),
        (
            "The Velmarian army admitted firing at the ferry.",
            "admits",
            "The Velmarian army",
            "firing at the ferry",
        ),
        (
            "The Tide Brigade claimed responsibility for the blast.",
            "admits",
            "The Tide Brigade",
            "responsibility for the blast",
        ),
        ("The Velmarian army demanded an apology.", "demands", "The Velmarian army", "an apology"),
        ("It later demanded an apology.", "demands", "It", "an apology"),
        ("The Velmarian army apologised to Kasra.", "regrets", "The Velmarian army", "to Kasra"),
        (
            "The Velmarian army lowered the toll to six.",
            "asserts",
            "The Velmarian army",
            "the toll to six",
        ),
        (
            "The Velmarian army lowered its toll of the raid to six on Friday.",
            "asserts",
            "The Velmarian army",
            "its toll of the raid to six",
        ),
        (
            "Shells hit a clinic on Friday, killing six patients, said the White Cross.",
            "asserts",
            "the White Cross",
            "Shells hit a clinic on Friday, killing six patients",
        ),
        (
            "The Velmarian army withdrew its account of the raid.",
            "admits",
            "The Velmarian army",
            "its account of the raid",
        ),
        ("The Velmarian army spoke of an error.", "asserts", "The Velmarian army", "an error"),
        (
            "The Velmarian army on Sunday called for an inquiry.",
            "demands",
            "The Velmarian army",
            "for an inquiry",
        ),
        (
            "The Velmarian army expressed its regret for the raid.",
            "regrets",
            "The Velmarian army",
            "its regret for the raid",
        ),
        ("The Velmarian army declined to comment.", "declines", "The Velmarian army", "to comment"),
        (
            "The Velmarian army could not be reached for comment.",
            "declines",
            "The Velmarian army",
            "for comment",
        ),
        (
            "The Velmarian army has yet to respond.",
            "declines",
            "The Velmarian army",
            "to respond",
        ),
        (
            "The Velmarian army did not immediately respond.",
            "declines",
            "The Velmarian army",
            "not immediately respond",
        ),
    ],
)
def test_acts(text: str, force: str, source: str, content: str) -> None:
    found = one(text)
    assert found.force == force
    assert sources(found) == [source]
    assert contents(found) == [content]


def test_a_headline_with_two_acts_gives_two_statements() -> None:
    text = (
        "Velmaria Accuses Kasra Of Arming Rebels, After Tide Brigade Admits Firing At "
        "Ferry\nThe Velmarian army and the Tide Brigade met. Kasra's army did not."
    )
    found = read(text, ("headline", "body"))
    assert [(s.force, sources(s)) for s in found] == [
        ("accuses", ["Velmaria"]),
        ("admits", ["Tide Brigade"]),
    ]
    assert [s.origin for s in found] == ["actor:velmaria", "actor:tide-brigade"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "There was no prompt comment from the Velmarian army.",
            ["the Velmarian army"],
            "no prompt comment",
        ),
        ("There was no comment on the raid from Moscow.", ["Moscow"], "no comment on the raid"),
        ("There has been no response.", [], "no response"),
    ],
)
def test_no_comment(text: str, source: list[str], content: str) -> None:
    found = one(text)
    assert found.force == "declines"
    assert sources(found) == source
    assert contents(found) == [content]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("According to the Velmarian army, two jets fell.", "the Velmarian army", "two jets fell"),
        ("Two jets fell, according to the Velmarian army.", "the Velmarian army", "Two jets fell"),
    ],
)
def test_according_to(text: str, source: str, content: str) -> None:
    found = one(text)
    assert sources(found) == [source]
    assert contents(found) == [content]


def test_labels() -> None:
    found = one("Velmarian army: two jets fell into the sea", ("headline",))
    assert sources(found) == ["Velmarian army"]
    assert contents(found) == ["two jets fell into the sea"]


@pytest.mark.parametrize(
    "text",
    ["Update 3: two jets fell.", "Correction: an earlier version was wrong.", "10:45: jets seen"],
)
def test_update_marks_are_no_speakers(text: str) -> None:
    assert read(text) == []


def test_a_headline_may_end_with_its_source() -> None:
    found = one("Two jets fell into the sea – Velmarian army", ("headline",))
    assert sources(found) == ["Velmarian army"]
    assert contents(found) == ["Two jets fell into the sea"]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The Velmarian army said that two jets fell.", "The Velmarian army", "that two jets fell"),
        (
            "Two of its jets fell, the Velmarian army said.",
            "the Velmarian army",
            "Two of its jets fell",
        ),
        (
            "Two of its jets fell, said the Velmarian army.",
            "the Velmarian army",
            "Two of its jets fell",
        ),
    ],
)
def test_plain_sayings(text: str, source: str, content: str) -> None:
    found = one(text)
    assert sources(found) == [source]
    assert contents(found) == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The Velmarian army may claim that two jets fell.",
        "The so-called truce of the Velmarian army is over.",
        "The Velmarian army has not accused anybody of anything.",
        "The Velmarian army left the town after the rain.",
        "He was accused of theft.",
        "The plane was blamed on bad weather.",
        "A man who denied the charge left.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert read(text) == []


def test_a_passive_with_an_agent() -> None:
    found = one("Kasra was accused by the Velmarian army of arming rebels.")
    assert found.force == "accuses"
    assert found.speaker == "actor:velmaria-army"


def test_the_model_and_the_rules_do_not_report_a_thing_twice() -> None:
    raw = (
        "{as|The Velmarian army} {ac|accused} {at|Kasra of arming rebels}. {bs|It} "
        "{bc|denied} {bt|the raid}."
    )
    assert [s.force for s in read(raw)] == ["accuses", "denies"]


@pytest.mark.parametrize("kind", ["comment", "caption", "related", "other", "byline"])
def test_only_the_article_speaks(kind: BlockKind) -> None:
    text = "The Velmarian army accused Kasra of arming rebels."
    assert read(text, (kind,)) == []
    raw = "{as|The Velmarian army} {ac|said} {at|two jets fell}."
    assert read(raw, (kind,)) == []


def test_rules_leave_quotations_alone() -> None:
    raw = '{at|"The Velmarian army accused Kasra of lying,"} {ac|said} {as|Mr Jan Tol}.'
    assert one(raw).speaker == "actor:jan-tol"


def test_quoted_as_saying() -> None:
    text = (
        "The Velmarian army fired. Ms Ana Bel was quoted by the news agency QNT as saying "
        "that two jets fell."
    )
    found = one(text)
    assert links(found) == [("relay", "actor:qnt"), ("speaker", "actor:ana-bel")]
    assert contents(found) == ["that two jets fell"]


def test_quoted_as_saying_wins_over_the_model() -> None:
    raw = (
        "Ms Ana Bel was quoted {as|by the news agency QNT as} {ac|saying} {at|that two jets fell}."
    )
    assert one(raw).speaker == "actor:ana-bel"


def test_with_an_official_saying() -> None:
    raw = (
        "{as|The Velmarian army} {ac|expressed} {at|its regret, with a second White House "
        'official saying "it was an error."}'
    )
    found = read(raw)
    assert [contents(s) for s in found] == [["its regret"], ['"it was an error."']]
    assert [s.origin for s in found] == ["actor:velmaria-army", "actor:us-presidency"]


def test_two_who_say_the_same() -> None:
    raw = (
        "The Velmarian army reported, and shortly afterwards {as|the Tide Brigade} "
        "{ac|confirmed}, {at|that two jets fell}."
    )
    found = read(raw)
    assert {s.origin for s in found} == {"actor:velmaria-army", "actor:tide-brigade"}
    assert {contents(s)[0] for s in found} == {"that two jets fell"}


@pytest.mark.parametrize(
    "raw",
    [
        "{as|The Velmarian army} {ac|plans} {at|to leave the town}.",
        "{as|The Velmarian army} {ac|is expected} {at|to leave the town}.",
        "{ac|Asked} {at|whether it would leave}.",
        "Its neighbours {ac|list} {at|the Tide Brigade as a gang}.",
        "{as|The blast at the pier} {ac|claimed} {at|the lives of nine people}.",
        "{as|The Velmarian army} {ac|may say} {at|that it left}.",
    ],
)
def test_attitudes_and_what_may_be_said_are_no_statements(raw: str) -> None:
    assert read(raw) == []


def test_a_source_from_another_part_of_the_page_is_replaced_by_the_cues_own_subject() -> None:
    raw = (
        "The Velmarian army is angry, while {ac|reporting} {at|that two jets fell}.\n{as|The "
        "Tide Brigade} left."
    )
    found = read(raw)
    assert [s.speaker for s in found] == ["actor:velmaria-army"]


def test_a_participle_without_a_source_has_its_sentences_first_speaker() -> None:
    raw = (
        "The Velmarian army said that the truce with Kasra's army was over {ac|adding} "
        "{at|that two jets fell}."
    )
    assert {s.speaker for s in read(raw)} == {"actor:velmaria-army"}


def test_a_clause_between_source_and_cue_parts_them() -> None:
    raw = (
        "{as|Tide Brigade} admits firing; Velmaria {ac|calls} {at|it deliberate}\nThe Tide "
        "Brigade met the Velmarian army. Velmaria left."
    )
    assert "actor:velmaria" in {s.speaker for s in read(raw, ("headline", "body"))}


@pytest.mark.parametrize(
    "headline",
    [
        "ARMY FIRES ON DOCK PROTEST: WHAT WE KNOW",
        "DOCK FIRE IN OSTBY: POLICE OPEN AN INQUIRY TODAY",
        "Velmarian army: five questions about the strike at sea",
        "Tide Brigade: a profile of the rebels",
    ],
)
def test_a_headlines_topic_says_nothing(headline: str) -> None:
    found = read(f"{headline}\nThe ferry to Ostby was late.", ("headline", "body"))
    assert [s for s in found if s.cue is not None and s.cue.exact == ":"] == []


@pytest.mark.parametrize(
    "headline",
    ["Velmarian army: two jets fell into the sea", 'Tide Brigade: "We did not fire"'],
)
def test_a_speaker_before_a_headlines_colon(headline: str) -> None:
    (found, *_) = read(f"{headline}\nThe ferry to Ostby was late.", ("headline", "body"))
    assert sources(found) == [headline.split(":")[0]]


def labelled(text: str, label: str) -> list[Statement]:
    page = page_of(text, ("update",))
    block = replace(page.blocks[0], label=Span.of(text, 0, len(label)))
    page = dataclasses.replace(page, blocks=(block, *page.blocks[1:]))
    return find_statements(page, [], Cast(page, knowledge()))


def test_the_words_that_mark_an_update_are_no_speaker() -> None:
    assert labelled("VELMARIAN ARMY UPDATE: two jets fell.", "VELMARIAN ARMY UPDATE:") == []


def test_a_speaker_behind_the_words_that_mark_an_update() -> None:
    (found,) = labelled('12:30 - Velmarian army: "No jets fell."', "12:30 -")
    assert sources(found) == ["Velmarian army"]
    assert contents(found) == ['"No jets fell."']


def test_a_sentence_over_two_lines_of_a_hard_wrapped_block() -> None:
    text = "The ferry was late.\nTwo jets fell, according to the Velmarian\narmy, near Ostby."
    page = page_of(text)
    block = replace(page.blocks[1], span=Span.of(text, 20, len(text)))
    page = dataclasses.replace(page, blocks=(page.blocks[0], block))
    (found,) = find_statements(page, [], Cast(page, knowledge()))
    assert sources(found) == ["the Velmarian\narmy"]
    assert contents(found) == ["Two jets fell"]


def test_an_organ_known_only_by_what_it_is() -> None:
    said = '"No shots were fired. Only flares."'
    (found,) = labelled(f"12:30 - Interior ministry: {said}", "12:30 -")
    assert sources(found) == ["Interior ministry"]
    assert contents(found) == [said]


def test_nobody_claims_or_admits_anything() -> None:
    assert read("{as|No group} {ac|has claimed} {at|responsibility for the raid}.") == []
    assert read("{as|Nobody} {ac|admitted} {at|the raid}.") == []


def test_who_never_claimed_a_deed_says_nothing_of_it() -> None:
    found = one("{as|The Velmarian army} {ac|never claimed} {at|responsibility for the raid}.")
    assert found.force == "declines"


@pytest.mark.parametrize(
    "raw",
    [
        "{as|The police} {ac|said} {at|the victim was shot in a flat}.",
        "{as|The army} {ac|claims} {at|the victim was armed}.",
        "{as|Police} {ac|determined} {at|the shot was an accident}.",
        "{as|Both armies} {ac|agreed} {at|that the truce was over}.",
        "{as|Minister Theodora May} {ac|said} {at|that the port was open}.",
    ],
)
def test_what_is_said_of_victims_found_out_or_agreed_is_kept(raw: str) -> None:
    text, (marks,) = marked(raw)
    (found,) = read(raw)
    ((start, end),) = marks.content
    assert contents(found) == [text[start:end]]


@pytest.mark.parametrize(
    "raw",
    [
        "{as|The Tide Brigade} would not name who Velmaria accused but {ac|said} {at|two fell}.",
        "{as|The Tide Brigade} served as Velmaria's guard until May, {ac|claiming} {at|two fell}.",
        "{as|The Tide Brigade}, once loud, shunned Velmaria and {ac|called for} {at|new tolls}.",
        '{at|"We lost two,"} {as|the Tide Brigade} {ac|told} Harbour News on a day when it rained.',
    ],
)
def test_a_right_source_stays_behind_another_clause(raw: str) -> None:
    found = read(raw)
    assert "tide brigade" in sources(found[0])[0].casefold()


def test_a_participle_shares_the_speaker_of_the_clause_before() -> None:
    raw = (
        "{as|The Tide Brigade} {ac|insisted} {at|that it had two boats}, {bs|The Tide Brigade}"
        "{bc|claiming} {bt|that Velmaria had none}."
    )
    text, (first, second) = marked(raw)
    second = replace(second, source=first.source)
    page = page_of(text)
    found = find_statements(page, [first, second], Cast(page, knowledge()))
    assert {sources(s)[0] for s in found} == {"The Tide Brigade"}


def test_what_is_announced_by_nobody_has_no_source() -> None:
    found = read("On Monday the Velmarian army {ac|was announced} {at|the winner}.")
    assert [s.source for s in found] == [[]] * len(found)


def test_a_headline_is_no_part_of_what_is_said_below_it() -> None:
    raw = "{at|Two jets down}\n{at|Two jets fell into the sea}, {as|the Velmarian army} {ac|said}."
    found = read(raw, ("headline", "body"))
    assert [contents(s) for s in found if s.source] == [["Two jets fell into the sea"]]


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Police: 3 killed at the quay", "Police"),
        ("Witnesses: gunmen fired on crowd", "Witnesses"),
        ("Activists: 12 die in raid", "Activists"),
    ],
)
def test_unnamed_people_speak_before_a_headlines_colon(headline: str, who: str) -> None:
    (found, *_) = read(f"{headline}\nThe ferry to Ostby was late.", ("headline", "body"))
    assert (sources(found), contents(found)) == ([who], [headline.split(": ")[1]])


def test_all_of_a_headline_behind_its_label_is_said() -> None:
    raw = "{as|Family}{ac|:} {at|Man killed} by the army was unarmed\nThe ferry was late."
    (found, *_) = read(raw, ("headline", "body"))
    assert contents(found) == ["Man killed by the army was unarmed"]


@pytest.mark.parametrize(
    ("raw", "content"),
    [
        (
            "{at|The river board} was warned of the leak, {as|a post on its page} {ac|indicated}.",
            "The river board was warned of the leak",
        ),
        (
            "The keeper of the light {at|who was hurt in May has died}, {as|Velmaria} {ac|said}.",
            "The keeper of the light who was hurt in May has died",
        ),
        (
            '{at|The board met}, and "it was late," {as|Velmaria} {ac|said}.',
            "The board met",
        ),
    ],
)
def test_all_of_a_clause_before_its_speaker_is_said(raw: str, content: str) -> None:
    assert contents(read(raw)[0]) == [content]


def test_who_was_told_is_no_source() -> None:
    (found,) = read("{as|The Tide Brigade} {ac|were told} {at|that two boats had sunk}.")
    assert found.source == []


def test_unnamed_people_close_a_sentence() -> None:
    (found, *_) = read("Arn is held in the Ostby jail, said police. The jail is full.")
    assert (sources(found), contents(found)) == (["police"], ["Arn is held in the Ostby jail"])


def test_a_deed_by_somebody_is_no_statement_of_his() -> None:
    raw = "{at|A school} in Ostby {ac|was hit earlier today by} {as|Velmarian jets}."
    assert read(raw) == []
