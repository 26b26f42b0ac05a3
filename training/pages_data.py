"""Pages for training: labelled paragraphs of real pages, and pages put together from parts.

Text is read from the corpora folder and never written out; only weights are.
"""

import csv
import gzip
import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.pages import LABELS, Gold, align, read_gold, words

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
