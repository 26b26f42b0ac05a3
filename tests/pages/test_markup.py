"""HTML to one linear text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.errors import InputError
from counterclaim.pages.markup import read_markup


def lines(source: str) -> list[str]:
    return [piece.text for piece in read_markup(source, name="x").pieces]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<p>One\n   two\t<b>three</b></p>", ["One two three"]),
        ("<p>a<span>b</span> c</p>", ["ab c"]),
        ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
        ("<p>One<br>Two<br/><br/>Three</p>", ["One", "Two", "Three"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>One<td>Two</table>", ["One", "Two"]),
        ("<p>One<script>x()</script> two</p>", ["One two"]),
        ("<style>p{}</style><p>One</p><noscript>Two</noscript>", ["One"]),
        ('<p>One</p><div style="display: none">Two</div><p>Three</p>', ["One", "Three"]),
        ("<p>One</p><div hidden><p>Two</p></div>tail", ["One", "tail"]),
        ('<p>One <span aria-hidden="true">x</span>two</p>', ["One two"]),
        ("<p>&ldquo;R&amp;D&rdquo; &#8211; caf&eacute;</p>", ["“R&D” – café"]),
        ("<p>a\xa0 b</p>", ["a\xa0 b"]),
        ("<!-- no --><p>One</p><!-- <p>no</p> -->", ["One"]),
        ("<pre>One\nline\n\nTwo</pre>", ["One line", "Two"]),
        ("<p>One<p>Two<div>Three", ["One", "Two", "Three"]),
        ("<p>a\0b</p>", ["ab"]),
        ("<template><p>no</p></template><p>One</p>", ["One"]),
        ("", []),
        ("<html><body></body></html>", []),
    ],
)
def test_lines(source: str, expected: list[str]) -> None:
    assert lines(source) == expected


@pytest.mark.parametrize("opened", ["<title>Never ended", "<script>x(", "<style>p {"])
def test_a_head_that_swallows_the_page_is_left_out(opened: str) -> None:
    assert lines(f"<html><head>{opened}<body><p>One</p><p>Two</p></body></html>") == ["One", "Two"]


def test_the_text_is_the_pieces_on_lines() -> None:
    page = read_markup("<h1>Head</h1><p>One</p><p>Two</p>", name="x")
    assert page.text == "Head\nOne\nTwo"
    assert [page.text[p.start : p.end] for p in page.pieces] == ["Head", "One", "Two"]


def test_marks_say_where_a_piece_stands() -> None:
    page = read_markup(
        '<article class="story"><h1>Head</h1><p>Some <a href="/x">linked</a> words</p></article>',
        name="x",
    )
    head, body = (piece.marks for piece in page.pieces)
    assert head is not None
    assert body is not None
    assert (head.tag, body.tag) == ("h1", "p")
    assert body.path.endswith("/article/p")
    assert body.linked == len("linked")
    assert head.strong == len("Head")


def test_times_are_kept_for_pieces_and_for_those_around() -> None:
    page = read_markup(
        '<div class="entry"><time datetime="2020-05-06T07:08:00Z">7:08</time><p>One</p></div>',
        name="x",
    )
    assert page.pieces[0].marks is not None
    assert page.pieces[0].marks.time == "2020-05-06T07:08:00Z"
    entry = next(region for region in page.regions if region.words == "entry")
    assert (entry.first, entry.last, entry.time) == (0, 2, "2020-05-06T07:08:00Z")


def test_metadata_is_gathered() -> None:
    page = read_markup(
        """<html lang="en"><head><title> The
        title </title><meta property="og:site_name" content="The Kell Courier">
        <meta itemprop="datePublished" content="2020-05-06">
        <link rel="canonical" href="https://kell.example/2020/05/06/x">
        <script type="application/ld+json">{"@type":"NewsArticle"}</script></head>
        <body>x</body></html>""",
        name="x",
    )
    assert page.title == "The title"
    assert page.language == "en"
    assert page.canonical == "https://kell.example/2020/05/06/x"
    assert ("og:site_name", "The Kell Courier") in page.metas
    assert ("datepublished", "2020-05-06") in page.metas
    assert page.scripts == ['{"@type":"NewsArticle"}']


@pytest.mark.parametrize("tag", ["div", "span", "b"])
def test_deep_nesting_is_read(tag: str) -> None:
    page = read_markup(f"{f'<{tag}>' * 1500}deep{f'</{tag}>' * 1500}<p>after", name="x")
    assert page.text.split() == ["deep", "after"]


def test_deeper_nesting_is_refused_not_cut() -> None:
    with pytest.raises(InputError, match="CC105"):
        read_markup("<div>" * 5000 + "deep" + "</div>" * 5000, name="x")


def test_a_line_of_megabytes() -> None:
    page = read_markup("<p>" + "word " * 400_000 + "</p>", name="x")
    assert len(page.pieces) == 1


def test_odd_attributes_do_no_harm() -> None:
    assert lines('<p "=x <b class= id=a"b c:d="1">One</p>') == ["One"]


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_as_html(source: str) -> None:
    page = read_markup(f"<p>{source}</p>", name="x")
    end = 0
    for piece in page.pieces:
        assert page.text[end : piece.start].strip() == ""
        assert page.text[piece.start : piece.end] == piece.text
        assert piece.text.strip()
        end = piece.end
    assert end == len(page.text)


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<div>", "</div>", "<b>", "a", "<br>", "<li>", "<table>", "<td>", "x "]
        ),
        max_size=40,
    )
)
@settings(deadline=None)
def test_any_nesting(parts: list[str]) -> None:
    page = read_markup("<body>" + "".join(parts), name="x")
    for region in page.regions:
        assert 0 <= region.first <= len(page.pieces)
        assert region.last <= len(page.pieces)
