"""Pages for training: labelled paragraphs of real pages, and pages put together from parts.

Text is read from the corpora folder and never written out; only weights are.
"""

import csv
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.pages import LABELS, Gold, align, read_gold, words

from counterclaim.pages.cues import has_cue
from counterclaim.pages.decoding import decode
from counterclaim.pages.markup import Markup, read_markup
from counterclaim.pages.paragraphs import paragraphs
from counterclaim.pages.pieces import Piece
from counterclaim.pages.tagger import CLASSES
from counterclaim.pages.talk import form_share, is_invitation, is_posted
from training.authored import load_pages

OTHER, HEADLINE, BODY, SUPPLEMENT, RELATED, COMMENT = range(len(LABELS))

MASK: dict[str, int] = {name: 1 << at for at, name in enumerate(CLASSES)}
"""A paragraph's possible classes are a bit set: where a corpus does not tell, several."""

BESIDE = MASK["byline"] | MASK["dateline"] | MASK["caption"] | MASK["note"]
NOT_ARTICLE = MASK["other"] | MASK["related"] | MASK["comment"]
ARTICLE = MASK["headline"] | MASK["body"] | BESIDE
MASKS = tuple(BESIDE if label == "supplement" else MASK[label] for label in LABELS)
"""By the labels of L3S-GN1."""

SECOND_LEVEL = frozenset("co com org net gov ac edu ne or".split())
"""Labels below a country's that a name is registered under: ``example.co.uk``."""


@dataclass
class Line:
    """A paragraph of a flattened page to be written: its text, label and blank lines before.

    ``mask`` is given where it is known to be of other classes than its label stands for.
    """

    text: str
    label: int
    gap: int = 1
    mask: int = 0

    @property
    def classes(self) -> int:
        """The classes it may be of, as a bit set."""
        return self.mask or MASKS[self.label]


def hosts(root: Path) -> dict[str, str]:
    """Host of each page of L3S-GN1, for folds that share no site."""
    found = {}
    for row in (root / "l3s_gn1" / "url-mapping.txt").read_text("utf-8", "replace").splitlines():
        key, _, url = row.partition("\t")
        host = urlsplit(url.strip()).netloc
        found[f"{key}.html"] = ".".join(host.split(".")[-2:]) if host else key
    return found


def sites(root: Path) -> dict[str, str]:
    """What :func:`hosts` gives, with the sites below ``.co.uk`` and its like told apart."""
    found = {}
    for row in (root / "l3s_gn1" / "url-mapping.txt").read_text("utf-8", "replace").splitlines():
        key, _, url = row.partition("\t")
        found[f"{key}.html"] = _site(urlsplit(url.strip()).netloc) or key
    return found


def _site(host: str) -> str:
    """The part of a host's name that one owner registers."""
    parts = host.split(".")
    national = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in SECOND_LEVEL
    return ".".join(parts[-3 if national else -2 :])


def masks_of(pieces: Sequence[Piece], labels: Sequence[int]) -> list[int]:
    """The classes that each piece of a page of L3S-GN1 may be of; 0 where gold says nothing.

    Forms and calls to comment below the story are labelled as comments on some pages and as
    boilerplate on as many others; on a page without any label of comments they may be either.
    """
    masks = [MASKS[label] if label >= 0 else 0 for label in labels]
    if COMMENT in labels or BODY not in labels:
        return masks
    first = labels.index(BODY)
    for at, piece in enumerate(pieces):
        named = piece.marks is not None and has_cue(piece.marks.above, "comment")
        traced = is_invitation(piece.text) or is_posted(piece.text) or form_share(piece.text) >= 0.5
        if at > first and labels[at] == OTHER and (named or traced):
            masks[at] |= MASK["comment"]
    return masks


def l3s_pages(root: Path) -> Iterator[tuple[Gold, Markup, list[int]]]:
    """Gold, linearised original and the label of each of its pieces, by aligning words."""
    for path in sorted((root / "l3s_gn1" / "annotated").glob("*.html")):
        gold = read_gold(path)
        data = (root / "l3s_gn1" / "original" / path.name).read_bytes()
        page = read_markup(decode(data, name=path.name).text, name=path.name)
        yield gold, page, align(gold, page)


def wcxb_pages(root: Path) -> Iterator[tuple[str, Markup, list[int], list[str]]]:
    """Host, page, a mask of possible classes for each piece, and the article's paragraphs."""
    for path in sorted((root / "wcxb_dev" / "ground-truth").glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        kind = record.get("_internal", {}).get("page_type", {}).get("primary", "")
        source = next((root / "wcxb_dev" / "html").glob(f"{path.stem}.html*"), None)
        if source is None or kind != "article":
            continue
        raw = (
            gzip.decompress(source.read_bytes()) if source.suffix == ".gz" else source.read_bytes()
        )
        truth = record["ground_truth"]
        main = truth.get("main_content") or ""
        parts = [part.strip() for part in re.split(r"\n+", main) if part.strip()]
        page = read_markup(decode(raw, name=path.name).text, name=path.name)
        held = " ".join(words(main)) + " " + " ".join(words(truth.get("title") or ""))
        masks = []
        for piece in page.pieces:
            inside = " ".join(words(piece.text))
            masks.append(ARTICLE if inside and inside in held else NOT_ARTICLE)
        yield (
            f"{kind}:{urlsplit(record.get('url') or path.stem).netloc or path.stem}",
            page,
            masks,
            parts,
        )


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
            found.append(
                _split(
                    next(
                        (record[key] for key in ("text", "body", "content") if record.get(key)), ""
                    )
                )
            )
    return [article for article in found if len(article) >= 3]


def headlines(root: Path) -> list[str]:
    """Headlines without their stories."""
    with (root / "fnc1" / "train_stances.rebuilt.csv").open(encoding="utf-8", newline="") as stream:
        return sorted({row["Headline"].strip() for row in csv.DictReader(stream)})


def _split(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n+", text) if part.strip()]


def voices(root: Path) -> list[list[str]]:
    """Readers' comments, each a list of paragraphs."""
    found: list[list[str]] = []
    with (root / "toxic_spans_civilcomments_cc0" / "comments.csv").open(
        encoding="utf-8", newline=""
    ) as stream:
        found += [_split(row["comment_text"]) for row in csv.DictReader(stream)]
    with (root / "rumoureval2017" / "posts.jsonl").open(encoding="utf-8") as stream:
        for row in stream:
            record = json.loads(row)
            if not record.get("source"):
                found.append(_split(re.sub(r"@\w+|https?://\S+|#", "", record["text"])))
    found += [[text] for text in _forum_posts(root)]
    return [comment for comment in found if comment]


def web_articles(root: Path) -> list[list[str]]:
    """Paragraphs of articles on the open web, many of them opinionated."""
    found = []
    for path in sorted((root / "wcxb_dev" / "ground-truth").glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        if record.get("_internal", {}).get("page_type", {}).get("primary") == "article":
            parts = _split(record["ground_truth"].get("main_content") or "")
            found.append([part for part in parts if len(part) > 30])
    return found


def short_replies(root: Path) -> list[list[str]]:
    """Replies in social media, without the names and links they carry."""
    found = []
    with (root / "olid" / "olid-training-v1.0.tsv").open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        found += [[re.sub(r"@USER|\bURL\b|#", "", row[1]).strip()] for row in rows]
    with (root / "davidson2017" / "labeled_data.csv").open(encoding="utf-8", newline="") as stream:
        for record in csv.DictReader(stream):
            text = re.sub(r"^[\"! ]*(?:RT )?@\w+:?|@\w+|https?://\S+|&#\d+;|#", "", record["tweet"])
            found.append([" ".join(text.split()).strip('"! ')])
    return [reply for reply in found if len(reply[0]) > 20]


def _forum_posts(root: Path) -> list[str]:
    """Paragraphs that people wrote in forums."""
    posts: list[str] = []
    for path in sorted((root / "wcxb_dev" / "ground-truth").glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        if record.get("_internal", {}).get("page_type", {}).get("primary") == "forum":
            posts += [
                part
                for part in _split(record["ground_truth"].get("main_content") or "")
                if len(part) > 30
            ]
    return posts


def flattened_l3s(
    rng: random.Random, gold: Gold, page: Markup, labels: list[int], form: str, kept: str
) -> list[Line]:
    """A page of L3S-GN1 as plain text: `nodes`, `lines` or `joined`, furniture kept or not."""
    if form == "joined":
        pairs = [
            (p.text, label) for p, label in zip(page.pieces, labels, strict=True) if label >= 0
        ]
    else:
        pairs = [(" ".join(text.split()), LABELS.index(label)) for label, text in gold.nodes]
    if kept == "labelled":
        pairs = [pair for pair in pairs if pair[1] != OTHER]
    elif kept == "some":
        content = [at for at, pair in enumerate(pairs) if pair[1] != OTHER] or [0]
        pairs = pairs[max(0, content[0] - rng.randint(0, 30)) : content[-1] + rng.randint(1, 30)]
    gap = 0 if form == "lines" else 1
    return [Line(text, label, gap) for text, label in pairs if text.strip()]


def written(lines: Sequence[Line]) -> tuple[str, list[int]]:
    """A page's text and the classes that each of its lines may be of."""
    text, masks = [], []
    for line in lines:
        for part in line.text.splitlines():
            if part.strip():
                text.append(("\n" * (line.gap + 1) if text else "") + part.strip())
                masks.append(line.classes)
    return "".join(text), masks


def authored_pages(folder: Path) -> Iterator[tuple[str, str, list[Piece], list[int]]]:
    """Incident, id, pieces and masks of our own pages of the training part, which are flattened."""
    for page in load_pages(folder, "train"):
        pieces = paragraphs(page.text)
        masks = []
        for piece in pieces:
            kind = next((b.kind for b in page.blocks if b.start <= piece.start < b.end), "other")
            mask = MASK.get(kind, MASK["body"])
            if kind == "other" and (is_invitation(piece.text) or is_posted(piece.text)):
                mask |= MASK["comment"]
            masks.append(mask)
        yield page.incident, page.id, pieces, masks
