"""Comments that triage learns from, and what each corpus knows of its lanes."""

import csv
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.comments.model import LANES
from training.triage_frames import framed
from training.triage_made import formed, made, short
from training.triage_words import groups

NEWS_WORDS = range(4, 40)
NEWS_SHARE = 2
"""One sentence of news in so many is used."""
TEMPLATE_SHARE = 8
"""One template in so many is used: they are many and alike."""
PERSONS = frozenset({"you", "he", "she"})
"""Frames with one of these may harass somebody: only what they say of groups is known."""
FORMED = 6
"""Fillings of each form of the grammar that the linear model is shown."""
CIVILIANS = re.compile(
    r"\b(?:civilians|residents|people|children|fighters|men|doctors|families|workers|students|"
    r"villagers|protesters|militants|prisoners|activists|citizens)\b"
)
"""Words of news for which a group's name may stand."""
Labels = dict[str, float]


@dataclass(frozen=True)
class Comment:
    """A text with what is known of its lanes; `group` where a template names one."""

    text: str
    labels: Labels
    corpus: str
    weight: float = 1.0
    group: str = ""


def held_in(text: str) -> bool:
    """Whether a text belongs to the fifth that is never trained on."""
    return hashlib.sha256(text.encode()).digest()[0] % 5 == 0


def set_aside(text: str) -> bool:
    """Whether a text belongs to the sixteenth that neither model learns from."""
    return hashlib.sha256(text.encode()).digest()[1] % 16 == 0


def _rows(path: Path, delimiter: str = ",") -> Iterator[dict[str, str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as file:
        quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
        yield from csv.DictReader(file, delimiter=delimiter, quoting=quoting)


def davidson(folder: Path) -> Iterator[Comment]:
    """Tweets: the share of annotators that call it hate speech, or that or offensive language."""
    for row in _rows(folder / "labeled_data.csv"):
        offends, votes = row["class"] != "2", int(row["count"])
        hate = int(row["hate_speech"]) / votes
        labels: Labels = {
            "identity_attack": hate,
            "profanity": hate + int(row["offensive_language"]) / votes,
        }
        if not offends:
            labels |= {"harassment": 0.0, "threat": 0.0}
        yield Comment(row["tweet"], labels, "davidson", 2.0)


def stormfront(folder: Path) -> Iterator[Comment]:
    """Sentences of a forum: hate or not."""
    texts = {
        row["file_id"]: row["text"] for row in json.loads((folder / "sentences.json").read_bytes())
    }
    for row in _rows(folder / "annotations_metadata.csv"):
        if row["label"] in {"hate", "noHate"}:
            hate = row["label"] == "hate"
            yield Comment(
                texts[row["file_id"]],
                {"identity_attack": float(hate)},
                "stormfront",
            )


def olid(folder: Path) -> Iterator[Comment]:
    """Tweets: offensive or not, untargeted, at one person, at a group."""
    for row in _rows(folder / "olid-training-v1.0.tsv", "\t"):
        target = row["subtask_c"]
        if row["subtask_a"] == "NOT":
            labels = {"harassment": 0.0, "profanity": 0.0, "threat": 0.0}
        elif target == "IND":
            labels = {"harassment": 1.0}
        elif row["subtask_b"] == "UNT":
            labels = {"profanity": 1.0}
        else:
            continue
        yield Comment(row["tweet"], labels, "olid")


def toxic_spans(folder: Path) -> Iterator[Comment]:
    """News comments with spans by kind: the share of annotators that mark a lane's spans."""
    kinds = {
        "Identity based Attack": "identity_attack",
        "Threat": "threat",
        "Insult": "harassment",
        "Profane/Obscene": "profanity",
    }
    said: dict[str, set[str]] = {}
    for row in _rows(folder / "spans.csv"):
        if row["type"] in kinds:
            said.setdefault(row["annotation"], set()).add(kinds[row["type"]])
    votes: dict[str, list[set[str]]] = {}
    for row in _rows(folder / "annotations.csv"):
        votes.setdefault(row["comment_id"], []).append(said.get(row["annotation"], set()))
    for row in _rows(folder / "comments.csv"):
        each = votes.get(row["comment_id"], [])
        if each:
            share = {lane: sum(lane in v for v in each) / len(each) for lane in LANES}
            yield Comment(row["comment_text"], share, "toxic_spans")


def templates(folder: Path) -> Iterator[Comment]:
    """The same sentence kind or hostile for every identity: the term itself must weigh nothing."""
    for at, row in enumerate(_rows(folder / "en_sentence_templates.csv")):
        if row["template"] == "name_adj" and at // 50 % TEMPLATE_SHARE:
            continue
        hostile = row["toxicity"] == "toxic"
        labels = dict.fromkeys(LANES, 0.0)
        if hostile:
            at_group = row["template"] in {"verb_adj", "am_hate_adj", "being_adj", "name_adj"}
            labels = {"identity_attack": 1.0} if at_group else {"harassment": 1.0}
        yield Comment(row["phrase"], labels, "templates", 0.3, row["phrase"].split()[-1])


def frames() -> Iterator[Comment]:
    """Our own frames and forms, filled."""
    for text, hostile, group in (*framed(), *formed(FORMED)):
        at_one = not PERSONS.isdisjoint(text.lower().split())
        lanes = ("identity_attack",) if hostile or at_one else LANES
        labels = dict.fromkeys(lanes, float(hostile))
        yield Comment(text, labels, "frames", 2.0, group)


def retold() -> Iterator[Comment]:
    """Our statements as many would put them, and short remarks: for the network."""
    for text, hostile, group in made():
        at_one = not PERSONS.isdisjoint(text.lower().split())
        lanes = ("identity_attack",) if hostile or at_one or not group else LANES
        yield Comment(text, dict.fromkeys(lanes, float(hostile)), "frames", 1.2, group)
    for text in short():
        yield Comment(text, dict.fromkeys(LANES, 0.0), "short")


def news(folder: Path) -> Iterator[Comment]:
    """Sentences of articles on a war, and the same with a group's name for "civilians"."""
    sentences = {
        sentence.strip()
        for path in sorted(folder.glob("*.csv"))
        for row in _rows(path)
        for sentence in re.split(r"(?<=[.!?])\s+", row["article_content"])
    }
    for at, sentence in enumerate(sorted(sentences)):
        if at % NEWS_SHARE == 0 and len(sentence.split()) in NEWS_WORDS:
            yield Comment(sentence, dict.fromkeys(LANES, 0.0), "news", 0.5)
            group = groups()[at % len(groups())]
            renamed = CIVILIANS.sub(group.capitalize(), sentence)
            if renamed != sentence:
                yield Comment(renamed, dict.fromkeys(LANES, 0.0), "news", 0.5, group)


def corpora(data: Path) -> list[Comment]:
    """All comments in a fixed order."""
    return [
        *davidson(data / "davidson2017"),
        *stormfront(data / "stormfront_vicomtech"),
        *olid(data / "olid"),
        *toxic_spans(data / "toxic_spans_civilcomments_cc0"),
        *templates(data / "identity_templates_en"),
        *frames(),
    ]
