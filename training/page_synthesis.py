"""Flattened pages put together from parts: stories, disturbances, readers.

Furniture, captions, update markers and the lines of comment systems are made up here; stories and
comments are drawn from the corpora. Nothing is written out.
"""

import random
import re
from dataclasses import replace

from benchmarks.pages import words

from training.pages_data import BODY, COMMENT, HEADLINE, MASK, OTHER, RELATED, SUPPLEMENT, Line

_TOOL = MASK["other"] | MASK["comment"]


class Voices:
    """Comments to draw from, at random or among those that share a story's rarer words.

    Comments drawn at random would teach that readers never speak of what the article does.
    """

    def __init__(self, comments: list[list[str]]) -> None:
        self.comments = comments
        self._index: dict[str, list[int]] = {}
        for at, comment in enumerate(comments):
            for word in {w for part in comment for w in words(part) if len(w) > 4}:
                self._index.setdefault(word, []).append(at)

    def draw(self, rng: random.Random, story: list[str], count: int) -> list[list[str]]:
        """``count`` comments, mostly on the story's subject."""
        known = sorted(
            {
                w
                for part in story[:12]
                for w in words(part)
                if 4 <= len(self._index.get(w, ())) <= 400
            }
        )
        drawn = []
        for _ in range(count):
            if known and rng.random() < 0.75:
                drawn.append(self.comments[rng.choice(self._index[rng.choice(known)])])
            else:
                drawn.append(rng.choice(self.comments))
        return drawn


_NAMES = [
    "jdoe",
    "Marla_K",
    "oldsalt",
    "7seas",
    "bluebird",
    "KT",
    "Anon",
    "reader52",
    "Tom_H",
    "quill",
    "PeteR",
    "grumpy.gus",
    "lena99",
    "mwB",
]
_AGO = [
    "3 hours ago",
    "2 days ago",
    "14 minutes ago",
    "1 hour ago",
    "4h",
    "Sept 3, 2014 at 9:12 am",
    "June 7, 2012 3:45 pm",
    "2011-04-02 17:20",
]
_TOOLS = [
    "Reply",
    "Like · Reply",
    "Report abuse",
    "Reply · Share",
    "Like Reply 3h",
    "Report",
    "Permalink",
    "Flag as inappropriate",
]
_HEADS = [
    "Comments",
    "12 Comments",
    "Comments (34)",
    "Reader comments",
    "Have your say",
    "Leave a comment",
    "Join the conversation",
    "View all comments",
]
_CREDITS = [
    "Photo: {}",
    "Image: {}",
    "({} Photo)",
    "(Photo by {})",
    "/ {}",
    "File photo. {}",
    "({})",
]
_AGENTS = "AP AFP Reuters Getty EPA Xinhua".split()
_MARKS = [
    "Update {n}: ",
    "UPDATE: ",
    "Update: ",
    "UPDATE {n} - ",
    "Update {n} ({t}): ",
    "[Update, {t}] ",
    "UPDATED {t} ",
    "{t} – ",
    "{t}: ",
]
_RELATED = ["READ MORE: {}", "Related: {}", "Also read: {}", "See also: {}", "More: {}", "Read: {}"]
_NAV = [
    "Home",
    "World",
    "Business",
    "Sport",
    "Opinion",
    "Video",
    "Weather",
    "Politics",
    "Culture",
    "Travel",
    "Search",
    "Login",
    "Register",
    "Subscribe",
    "Menu",
    "Newsletter",
    "Contact",
]
_FOOT = [
    "All rights reserved.",
    "Terms of use | Privacy policy",
    "Follow us on Twitter",
    "Share this article",
    "Print Email Share",
    "Copyright 2014",
]


def synthetic(
    rng: random.Random, stories: list[list[str]], talk: Voices, titles: list[str]
) -> list[Line]:
    """One page put together: furniture, headline, story with disturbances, perhaps comments."""
    lines: list[Line] = []
    if rng.random() < 0.25:
        lines += [Line(word, OTHER, 0) for word in rng.sample(_NAV, rng.randint(2, 12))]
    if rng.random() < 0.85:
        lines.append(Line(rng.choice(titles), HEADLINE, rng.choice((1, 1, 2))))
    story = rng.choice(stories)
    lines += _story(rng, story, titles)
    gap = rng.choice((1, 1, 1, 2, 3))
    if rng.random() < 0.15:
        lines += [Line(rng.choice(_FOOT), OTHER) for _ in range(rng.randint(1, 3))]
    if rng.random() < 0.6:
        lines += _talk(
            rng, stories, talk.draw(rng, story, rng.choice((1, 2, 3, 5, 8, 15, 30, 50))), gap
        )
    if rng.random() < 0.12:
        lines += [Line(rng.choice(_FOOT), OTHER) for _ in range(rng.randint(1, 4))]
    return _style(rng, lines)


def _story(rng: random.Random, story: list[str], titles: list[str]) -> list[Line]:
    """An article's paragraphs with captions, links, markers and separators among them."""
    lines = []
    if rng.random() < 0.3:
        lines.append(
            Line(
                "By " + " ".join(rng.sample(["Anna", "Tom", "Kern", "Ruiz", "Lee", "Marsh"], 2)),
                SUPPLEMENT,
                mask=MASK["byline"],
            )
        )
    if rng.random() < 0.3:
        lines.append(
            Line(
                rng.choice(["Published ", "Updated ", ""]) + rng.choice(_AGO[5:]),
                SUPPLEMENT,
                mask=MASK["dateline"],
            )
        )
    updates = rng.random() < 0.35
    style = rng.choice(_MARKS)
    for at, text in enumerate(story[: rng.randint(3, 40)]):
        if updates and rng.random() < 0.25:
            if rng.random() < 0.4:
                lines.append(Line(rng.choice(["* * *", "---", "___", "***"]), OTHER))
            clock = (
                f"{rng.randint(1, 12)}:{rng.randint(10, 59)} {rng.choice(['pm', 'a.m.', 'p.m.'])}"
            )
            text = style.format(n=rng.randint(1, 6), t=clock) + text
        lines.append(Line(text, BODY, 1 if rng.random() < 0.93 else rng.randint(2, 4)))
        if at and rng.random() < 0.04:
            lines += _caption(rng, story)
        if at and rng.random() < 0.03:
            lines.append(Line(rng.choice(_RELATED).format(rng.choice(titles)), RELATED))
    return lines


def _caption(rng: random.Random, story: list[str]) -> list[Line]:
    """A made-up caption from the story's own names: present tense, no full stop, credit."""
    names = re.findall(r"(?:[A-Z][a-z]+ ){1,2}[A-Z][a-z]+", " ".join(story[:20])) or ["Officials"]
    person, place = rng.choice(names), rng.choice(names)
    verb = rng.choice(
        "speaks walks arrives stands gestures looks sits holds waves inspects leaves".split()
    )
    side = rng.choice(["", " (R)", " (L)", ", left,", ", pictured here,", " (C)"])
    end = rng.choice(
        [
            "",
            ".",
            "",
            f" ({rng.choice(_AGENTS)})",
            f". {rng.choice(_CREDITS).format(rng.choice(_AGENTS))}",
        ]
    )
    where = rng.choice(
        [
            f"in {place}",
            "during a press conference",
            "at a meeting",
            f"near {place} on Monday",
            "in this file photo",
            "on a street after the blast",
        ]
    )
    text = f"{person}{side} {verb} {where}{end}"
    if rng.random() < 0.25:
        middle = text.find(" ", len(text) // 2)
        return [
            Line(text[:middle], SUPPLEMENT, mask=MASK["caption"]),
            Line(text[middle + 1 :], SUPPLEMENT, rng.choice((0, 1)), MASK["caption"]),
        ]
    return [Line(text, SUPPLEMENT, rng.choice((1, 1, 2)), MASK["caption"])]


def _talk(
    rng: random.Random, stories: list[list[str]], drawn: list[list[str]], gap: int
) -> list[Line]:
    """Comments, bare or with the lines that comment systems print."""
    lines: list[Line] = []
    if rng.random() < 0.25:
        lines.append(Line(rng.choice(_HEADS), OTHER, gap, _TOOL))
    form = rng.choice(("bare", "bare", "bare", "bare", "head", "tools"))
    for said in drawn:
        if form != "bare":
            lines.append(Line(f"{rng.choice(_NAMES)} {rng.choice(_AGO)}", COMMENT, gap))
        if rng.random() < 0.05:
            story = rng.choice(stories)
            at = rng.randrange(len(story))
            said = said[:1] + story[at : at + rng.randint(1, 2)]
        lines += [
            Line(part, COMMENT, gap if at == 0 and form == "bare" else 1)
            for at, part in enumerate(said)
        ]
        if form == "tools":
            lines.append(Line(rng.choice(_TOOLS), OTHER, rng.choice((0, 1)), _TOOL))
    return lines


def _style(rng: random.Random, lines: list[Line]) -> list[Line]:
    """One layout for the whole page: blank lines, none, or as they are."""
    form = rng.choice(("keep", "keep", "flat", "single"))
    if form == "keep":
        return lines
    return [replace(line, gap=0 if form == "flat" else 1) for line in lines]
