"""Pages for training: labelled paragraphs of real pages, and pages put together from parts.

Text is read from the corpora folder and never written out; only weights are.
"""

import csv
import gzip
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.pages import LABELS, Gold, read_gold, words
from counterclaim.pages.decoding import decode
from counterclaim.pages.markup import Markup, read_markup

OTHER, HEADLINE, BODY, SUPPLEMENT, RELATED, COMMENT = range(6)
NOT_ARTICLE = (1 << OTHER) | (1 << RELATED) | (1 << COMMENT)
ARTICLE = (1 << HEADLINE) | (1 << BODY) | (1 << SUPPLEMENT)


@dataclass
class Line:
    """A paragraph of a flattened page to be written: its text, class and blank lines before."""

    text: str
    label: int
    gap: int = 1


def hosts(root: Path) -> dict[str, str]:
    """Host of each page of L3S-GN1, for folds that share no site."""
    found = {}
    for row in (root / "l3s_gn1" / "url-mapping.txt").read_text("utf-8", "replace").splitlines():
        key, _, url = row.partition("\t")
        host = urlsplit(url.strip()).netloc
        found[f"{key}.html"] = ".".join(host.split(".")[-2:]) if host else key
    return found


def l3s_pages(root: Path) -> Iterator[tuple[Gold, Markup, list[int]]]:
    """Gold, linearised original and the label of each of its pieces, by aligning words."""
    for path in sorted((root / "l3s_gn1" / "annotated").glob("*.html")):
        gold = read_gold(path)
        data = (root / "l3s_gn1" / "original" / path.name).read_bytes()
        page = read_markup(decode(data, name=path.name).text, name=path.name)
        yield gold, page, _align(gold, page)


def _align(gold: Gold, page: Markup) -> list[int]:
    """Majority label of each piece's words; -1 for a piece that no gold word falls in."""
    labelled = [(w, LABELS.index(label)) for label, text in gold.nodes for w in words(text)]
    shown = [(w, at) for at, piece in enumerate(page.pieces) for w in words(piece.text)]
    matcher = SequenceMatcher(None, [w for w, _ in labelled], [w for w, _ in shown], autojunk=False)
    votes: list[Counter[int]] = [Counter() for _ in page.pieces]
    for block in matcher.get_matching_blocks():
        for offset in range(block.size):
            votes[shown[block.b + offset][1]][labelled[block.a + offset][1]] += 1
    return [vote.most_common(1)[0][0] if vote else -1 for vote in votes]


def wcxb_pages(root: Path) -> Iterator[tuple[str, Markup, list[int], list[str]]]:
    """Host, page, a mask of possible classes for each piece, and the article's paragraphs."""
    for path in sorted((root / "wcxb_dev" / "ground-truth").glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        kind = record.get("_internal", {}).get("page_type", {}).get("primary", "")
        source = next((root / "wcxb_dev" / "html").glob(f"{path.stem}.html*"), None)
        if source is None or kind not in ("article", "forum"):
            continue
        raw = gzip.decompress(source.read_bytes()) if source.suffix == ".gz" else source.read_bytes()
        truth = record["ground_truth"]
        main = truth.get("main_content") or ""
        parts = [part.strip() for part in re.split(r"\n+", main) if part.strip()]
        page = read_markup(decode(raw, name=path.name).text, name=path.name)
        held = " ".join(words(main)) + " " + " ".join(words(truth.get("title") or ""))
        masks = []
        for piece in page.pieces:
            inside = " ".join(words(piece.text))
            masks.append(ARTICLE if inside and inside in held else NOT_ARTICLE)
        yield f"{kind}:{urlsplit(record.get('url') or path.stem).netloc or path.stem}", page, masks, parts


def articles(root: Path) -> list[list[str]]:
    """Paragraphs of news and blog articles without mark-up, from several corpora."""
    found: list[list[str]] = []
    with (root / "fnc1" / "train_bodies.csv").open(encoding="utf-8", newline="") as stream:
        found += [_split(row["articleBody"]) for row in csv.DictReader(stream)]
    for path in sorted((root / "polnear" / "train").rglob("*.txt")):
        found.append(_split(path.read_text("utf-8", "replace")))
    with gzip.open(root / "gva" / "docs_dev.jsonl.gz", "rt", encoding="utf-8") as stream:
        for row in stream:
            record = json.loads(row)
            found.append(_split(next((record[key] for key in ("text", "body", "content") if record.get(key)), "")))
    return [article for article in found if len(article) >= 3]


def _split(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n+", text) if part.strip()]


def voices(root: Path) -> list[list[str]]:
    """Readers' comments, each a list of paragraphs."""
    found: list[list[str]] = []
    with (root / "toxic_spans_civilcomments_cc0" / "comments.csv").open(encoding="utf-8", newline="") as stream:
        found += [_split(row["comment_text"]) for row in csv.DictReader(stream)]
    with (root / "rumoureval2017" / "posts.jsonl").open(encoding="utf-8") as stream:
        for row in stream:
            record = json.loads(row)
            if not record.get("source"):
                found.append(_split(re.sub(r"@\w+|https?://\S+|#", "", record["text"])))
    return [comment for comment in found if comment]


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
        known = sorted({w for part in story[:12] for w in words(part) if 4 <= len(self._index.get(w, ())) <= 400})
        drawn = []
        for _ in range(count):
            if known and rng.random() < 0.75:
                drawn.append(self.comments[rng.choice(self._index[rng.choice(known)])])
            else:
                drawn.append(rng.choice(self.comments))
        return drawn


_NAMES = "jdoe Marla_K oldsalt 7seas bluebird KT Anon reader52 Tom_H quill PeteR grumpy.gus lena99 mwB".split()
_AGO = "3 hours ago|2 days ago|14 minutes ago|1 hour ago|4h|Sept 3, 2014 at 9:12 am|June 7, 2012 3:45 pm|2011-04-02 17:20".split("|")
_TOOLS = "Reply|Like · Reply|Report abuse|Reply · Share|Like Reply 3h|Report|Permalink|Flag as inappropriate".split("|")
_HEADS = "Comments|12 Comments|Comments (34)|Reader comments|Have your say|Leave a comment|Join the conversation|View all comments".split("|")
_CREDITS = ["Photo: {}", "Image: {}", "({} Photo)", "(Photo by {})", "/ {}", "File photo. {}", "({})"]
_AGENTS = "AP AFP Reuters Getty EPA Xinhua".split()
_MARKS = ["Update {n}: ", "UPDATE: ", "Update: ", "UPDATE {n} - ", "Update {n} ({t}): ", "[Update, {t}] ", "UPDATED {t} ", "{t} – ", "{t}: "]
_RELATED = ["READ MORE: {}", "Related: {}", "Also read: {}", "See also: {}", "More: {}", "Read: {}"]
_NAV = "Home World Business Sport Opinion Video Weather Politics Culture Travel Search Login Register Subscribe Menu Newsletter Contact".split()
_FOOT = ["All rights reserved.", "Terms of use | Privacy policy", "Follow us on Twitter", "Share this article", "Print Email Share", "Copyright 2014"]


def synthetic(rng: random.Random, stories: list[list[str]], talk: Voices, titles: list[str]) -> list[Line]:
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
        lines += _talk(rng, stories, talk.draw(rng, story, rng.choice((1, 2, 3, 5, 8, 15, 30, 50))), gap)
    if rng.random() < 0.12:
        lines += [Line(rng.choice(_FOOT), OTHER) for _ in range(rng.randint(1, 4))]
    return _style(rng, lines)


def _story(rng: random.Random, story: list[str], titles: list[str]) -> list[Line]:
    """An article's paragraphs with captions, links, markers and separators among them."""
    lines = []
    if rng.random() < 0.3:
        lines.append(Line("By " + " ".join(rng.sample(["Anna", "Tom", "Kern", "Ruiz", "Lee", "Marsh"], 2)), SUPPLEMENT))
    if rng.random() < 0.3:
        lines.append(Line(rng.choice(["Published ", "Updated ", ""]) + rng.choice(_AGO[5:]), SUPPLEMENT))
    updates = rng.random() < 0.35
    style = rng.choice(_MARKS)
    for at, text in enumerate(story[: rng.randint(3, 40)]):
        if updates and rng.random() < 0.25:
            if rng.random() < 0.4:
                lines.append(Line(rng.choice(["* * *", "---", "___", "***"]), OTHER))
            clock = f"{rng.randint(1, 12)}:{rng.randint(10, 59)} {rng.choice(['pm', 'a.m.', 'p.m.'])}"
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
    verb = rng.choice("speaks walks arrives stands gestures looks sits holds waves attends inspects leaves".split())
    side = rng.choice(["", " (R)", " (L)", ", left,", ", pictured here,", " (C)"])
    end = rng.choice(["", ".", "", f" ({rng.choice(_AGENTS)})", f". {rng.choice(_CREDITS).format(rng.choice(_AGENTS))}"])
    where = rng.choice([f"in {place}", "during a press conference", "at a meeting", f"near {place} on Monday", "in this file photo", "on a street after the blast"])
    text = f"{person}{side} {verb} {where}{end}"
    if rng.random() < 0.25:
        middle = text.find(" ", len(text) // 2)
        return [Line(text[:middle], SUPPLEMENT), Line(text[middle + 1 :], SUPPLEMENT, rng.choice((0, 1)))]
    return [Line(text, SUPPLEMENT, rng.choice((1, 1, 2)))]


def _talk(rng: random.Random, stories: list[list[str]], drawn: list[list[str]], gap: int) -> list[Line]:
    """Comments, bare or with the lines that comment systems print."""
    lines: list[Line] = []
    if rng.random() < 0.25:
        lines.append(Line(rng.choice(_HEADS), OTHER, gap))
    form = rng.choice(("bare", "bare", "bare", "bare", "head", "tools"))
    for said in drawn:
        if form != "bare":
            lines.append(Line(f"{rng.choice(_NAMES)} {rng.choice(_AGO)}", COMMENT, gap))
        if rng.random() < 0.05:
            story = rng.choice(stories)
            at = rng.randrange(len(story))
            said = said[:1] + story[at : at + rng.randint(1, 2)]
        lines += [Line(part, COMMENT, gap if at == 0 and form == "bare" else 1) for at, part in enumerate(said)]
        if form == "tools":
            lines.append(Line(rng.choice(_TOOLS), OTHER, rng.choice((0, 1))))
    return lines


def _style(rng: random.Random, lines: list[Line]) -> list[Line]:
    """One layout for the whole page: blank lines, none, or as they are."""
    form = rng.choice(("keep", "keep", "flat", "single"))
    if form == "keep":
        return lines
    return [Line(line.text, line.label, 0 if form == "flat" else 1) for line in lines]


def flattened_l3s(rng: random.Random, gold: Gold, page: Markup, labels: list[int], form: str, kept: str) -> list[Line]:
    """A page of L3S-GN1 as plain text: `nodes`, `lines` or `joined`; with all, some or no furniture."""
    if form == "joined":
        pairs = [(p.text, label) for p, label in zip(page.pieces, labels, strict=True) if label >= 0]
    else:
        pairs = [(" ".join(text.split()), LABELS.index(label)) for label, text in gold.nodes]
    if kept == "labelled":
        pairs = [pair for pair in pairs if pair[1] != OTHER]
    elif kept == "some":
        content = [at for at, pair in enumerate(pairs) if pair[1] != OTHER] or [0]
        pairs = pairs[max(0, content[0] - rng.randint(0, 30)) : content[-1] + rng.randint(1, 30)]
    gap = 0 if form == "lines" else 1
    return [Line(text, label, gap) for text, label in pairs if text.strip()]
