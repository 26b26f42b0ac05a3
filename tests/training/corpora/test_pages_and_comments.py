import csv
import json

import pytest
from training.authored import parse_page
from training.corpora.authored_pages import authored, authored_test, label, one_answer
from training.corpora.comments import GRAVITY, lane, sample, together, toxic_marks, whole_words
from training.corpora.flattened import FOLDS, fold, written
from training.corpora.plover import plover, read_record, unmarked
from training.pages_data import BODY, COMMENT, HEADLINE, SUPPLEMENT, Line
from training.triage import Comment

from training.corpora import CORPORA, HELD_OUT, validate

PAGE = """id: own-1
incident: own
style: agency
split: train
published: 2031-03-02
cast: V=Ilse Varn
---
%headline
Ferry sinks
%update 2 18:00
{1s=V|Ilse Varn} {1c!denies|denied} {1t that {#killed 41-|over 40} drowned}.

A second paragraph. {2t!doubts|It may be fewer.}
%comments
One comment.

Another comment.
"""


def labels(document, head):
    return [(document.text[a:b], kind) for a, b, kind in document.classes[head]]


def test_authored_marks_become_labels():
    document = validate(label(parse_page(PAGE, "own")))
    assert document.name == "authored/train/agency/own-1"
    assert labels(document, "force") == [("denied", "denies"), ("It may be fewer.", "doubts")]
    assert [(t.split()[0], kind) for t, kind in labels(document, "paragraph")] == [
        ("Ferry", "headline"),
        ("Ilse", "update"),
        ("A", "body"),
        ("One", "comment"),
        ("Another", "comment"),
    ]
    assert [(document.text[a:b], kind) for a, b, kind in document.spans["counts"]] == [
        ("over 40", "killed")
    ]


def test_one_cue_that_does_two_things_gives_no_answer():
    spans = [(0, 4, "denies"), (0, 4, "asserts"), (6, 9, "asserts"), (6, 9, "asserts")]
    assert one_answer(spans) == [(6, 9, "asserts")]


def test_the_splits_share_no_page(tmp_path):
    train = [validate(one).name for one in authored(tmp_path)]
    test = [validate(one).name for one in authored_test(tmp_path)]
    assert len(train) > len(test) > 0
    assert all(name.startswith("authored/train/") for name in train)
    assert all(name.startswith("authored/test/") for name in test)


def test_flattened_lines():
    lines = [
        Line(" Ferry sinks ", HEADLINE),
        Line("It sank.", BODY, 0),
        Line("A photograph", SUPPLEMENT, 1),
        Line("Sad", COMMENT, 2),
    ]
    text, spans = written(lines)
    assert text == "Ferry sinks\nIt sank.\n\nA photograph\n\n\nSad"
    assert [(text[a:b], kind) for a, b, kind in spans] == [
        ("Ferry sinks", "headline"),
        ("It sank.", "body"),
        ("A photograph", "caption"),
        ("Sad", "comment"),
    ]
    assert written([]) == ("", [])


def test_a_host_is_in_one_fold():
    folds = {fold(f"site{at}.example") for at in range(200)}
    assert folds == {f"fold{at}" for at in range(FOLDS)}
    assert fold("site1.example") == fold("site1.example")


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"profanity": 1.0, "identity_attack": 1.0}, "identity_attack"),
        ({"profanity": 1.0, "threat": 1.0}, "threat"),
        ({"harassment": 1.0}, "harassment"),
        ({"identity_attack": 0.0}, "none"),
        (dict.fromkeys(GRAVITY, 0.0), "none"),
        ({}, None),
    ],
)
def test_the_gravest_lane(known, expected):
    assert lane(Comment("x", known, "own")) == expected


def test_the_sample_is_the_same_for_any_order_and_without_doubles():
    comments = [Comment(f"comment {at}", {"threat": float(at % 2)}, "own") for at in range(40)]
    there = sample([*comments, *comments])
    assert there == sample(reversed(comments))
    assert len(there) == 40


def test_comments_together():
    chosen = [
        (Comment(" You fool &amp; liar ", {"harassment": 1.0}, "olid"), "harassment"),
        (Comment(" What a fool.", {"harassment": 1.0}, "toxic_spans"), "harassment"),
        (Comment("Thank you", {"harassment": 0.0}, "olid"), "none"),
    ]
    document = validate(together("own/0", chosen, {" What a fool.": [(8, 13)]}))
    assert document.text == "You fool & liar\n\nWhat a fool.\n\nThank you"
    assert labels(document, "triage") == [
        ("You fool & liar", "harassment"),
        ("What a fool.", "harassment"),
        ("Thank you", "none"),
    ]
    assert [document.text[a:b] for a, b, _ in document.spans["toxic"]] == ["fool."]
    assert document.unknown == {"toxic": [(0, 15)]}


def test_marks_need_half_of_the_annotators(tmp_path):
    def put(name, header, rows):
        with (tmp_path / name).open("w", newline="") as file:
            csv.writer(file).writerows([header, *rows])

    put("comments.csv", ["comment_id", "comment_text"], [["1", "You fool and liar"], ["2", "Hi"]])
    put(
        "annotations.csv",
        ["annotation", "comment_id"],
        [["a", "1"], ["b", "1"], ["c", "1"], ["d", "2"]],
    )
    put(
        "spans.csv",
        ["annotation", "type", "start", "end"],
        [["a", "Insult", "4", "8"], ["b", "Insult", "5", "8"], ["b", "Insult", "13", "17"]],
    )
    assert toxic_marks(tmp_path) == {"You fool and liar": [(4, 8)]}


def test_runs_of_marked_words_are_one_span():
    assert list(whole_words("a big  fool ran", {3, 8})) == [(2, 11)]
    assert list(whole_words("a b", {2})) == [(2, 3)]
    assert list(whole_words("a b", set())) == []
    assert list(whole_words("a b", {1})) == [], "a blank is no word"


def test_plover_marks():
    text, pieces = unmarked("{(SRC: Orvania (north)) has (EVT: agreed) to (EVT: talks) in Lurin.}")
    assert text == "Orvania (north) has agreed to talks in Lurin."
    assert [text[a:b] for a, b in pieces] == ["agreed", "talks"]


def test_a_record_has_one_trigger():
    document = validate(
        read_record(
            "r", "reject", "(SRC: Orvania) (EVT: said) it (EVT: will not attend) the talks."
        )
    )
    assert [(document.text[a:b], kind) for a, b, kind in document.spans["events"]] == [
        ("attend", "reject")
    ]
    assert "talks" in [document.text[a:b] for a, b in document.unknown["events"]]


def test_plover_reads_what_it_can(tmp_path):
    good = {"id": "1", "event": "AID", "textInfo": {"markup": "(SRC: A) (EVT: sent) grain."}}
    other = {"id": "2", "event": "DOCUMENT", "textInfo": "none"}
    path = tmp_path / "plover_cameo/gold_standard_records/PLOVER_GSR_CAMEO.txt"
    path.parent.mkdir(parents=True)
    path.write_text(f"[\n{json.dumps(other)},\n{{broken: }},\n{json.dumps(good)}\n]")
    (document,) = plover(tmp_path)
    assert document.text == "A sent grain."
    assert [(a, b, kind) for a, b, kind in document.spans["events"]] == [(2, 6, "aid")]


def test_the_registry_names_no_corpus_twice():
    assert not CORPORA.keys() & HELD_OUT.keys()
