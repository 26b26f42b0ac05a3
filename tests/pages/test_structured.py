"""HTML pieces to kinds of blocks."""

import pytest

from counterclaim.pages import read_document
from counterclaim.pages.entries import reader_posts
from counterclaim.pages.markup import read_markup

STORY = (
    "<p>A ferry with about 300 people aboard has been drifting off the coast of Tessaly since "
    "noon, the coastguard said on Saturday.</p><p>Her owners said that there was no danger. "
    "That was disputed by the seamen's union, which had warned the ministry in writing.</p>"
)


LONG = STORY.replace("</p><p>", " ") * 3
"""Three paragraphs of running text."""


def kinds(body: str) -> dict[str, str]:
    """The kind of each block of a page, by its first words."""
    page = f"<!doctype html><html><body><h1>Ferry adrift off Tessaly</h1>{body}</body></html>"
    blocks = read_document(page.encode(), name="x").blocks
    return {" ".join(block.span.exact.split()[:3]): block.kind for block in blocks}


@pytest.mark.parametrize(
    ("extra", "start", "kind"),
    [
        ('<div class="byline">Nora Pell and Post staff</div>', "Nora Pell and", "byline"),
        ("<figure><figcaption>The ferry at berth</figcaption></figure>", "The ferry at", "caption"),
        ('<p class="caption">The ferry. Photo: Nora Pell</p>', "The ferry. Photo:", "caption"),
        ("<p>Correction: The ferry is older than we said.</p>", "Correction: The ferry", "note"),
        ('<p><a href="/x">Read also: Three ferries lost</a></p>', "Read also: Three", "related"),
        ("<p>* * *</p>", "* * *", "other"),
    ],
)
def test_what_class_and_words_say(extra: str, start: str, kind: str) -> None:
    assert kinds(f"{extra}{STORY}")[start] == kind


def test_links_of_a_related_list() -> None:
    found = kinds(
        f'{STORY}<div class="related"><h4>Related</h4><ul><li><a href="/a">Three ferries that '
        'never came</a></li><li><a href="/b">The owners and their bank</a></li></ul></div>'
    )
    assert found["Three ferries that"] == "related"
    assert found["The owners and"] == "related"


def test_an_article_open_for_comments_is_no_comment() -> None:
    page = read_markup(
        f'<article id="post-123" class="post comments-open">{STORY}</article>', name="x"
    )
    assert reader_posts(page) == []


def test_posts_are_repeated_or_numbered() -> None:
    page = read_markup(
        '<div class="comment">One thing</div><div class="comment">Another thing</div>'
        '<div id="reply-77">A third</div><div class="comment-form">Write here</div>',
        name="x",
    )
    assert [page.pieces[region.first].text for region in reader_posts(page)] == [
        "One thing",
        "Another thing",
        "A third",
    ]


def test_comments_of_plain_div_elements() -> None:
    said = "I sail on her every week and I don't believe a word of what they say, do you?"
    found = read_document(
        (
            f"<!doctype html><html><body><h1>Ferry adrift off Tessaly</h1>{STORY}"
            f'<div class="comment" id="c1"><b>halyard</b> 2 hours ago<p>{said}</p></div>'
            f'<div class="comment" id="c2"><b>Tove</b> 1 hour ago<p>{said}</p>'
            "<p>No, really!</p></div>"
            "</body></html>"
        ).encode(),
        name="x",
    ).comments
    assert [c.author.exact if c.author else None for c in found] == ["halyard", "Tove"]
    assert found[1].span.exact.endswith("No, really!")


def test_no_article_after_readers_take_over() -> None:
    found = kinds(
        f'{STORY}<div id="comments"><div class="comment">I do not believe a word of it, you people!'
        '</div><div class="comment">The ministry said on Monday that the ship was sound, according '
        'to a statement.</div><div class="comment">lol, you would say that</div></div>'
    )
    assert found["The ministry said"] == "comment"


def test_a_signed_line_with_its_buttons_begins_the_talk() -> None:
    found = kinds(
        f"{LONG}<div>Thanks for your comments - this feedback is now closed</div>"
        "<div>Posted by: Dov, Tessaly on 5:19pm Tue 1 Jan 2030</div>"
        "<div>How often must it be said: the crew sail her for nothing, and you blame them!</div>"
        "<div>~Mend the hull first and then we will see.</div>"
        '<div><a href="/q">Quote</a> | <a href="/r">Report this post</a></div>'
    )
    assert found["Posted by: Dov,"] == "comment"


def test_dated_links_are_nobodys_comments() -> None:
    titles = ["Hull of the Tessaly Ferry Mended", "Second Ferry Ordered By The Port", "Crew Named"]
    rows = "".join(
        f'<div><a href="/{at}">{title} in the end</a> (Thursday January {at + 1} 2030)</div>'
        for at, title in enumerate(titles * 2)
    )
    assert "comment" not in kinds(f"{LONG}{rows}").values()
