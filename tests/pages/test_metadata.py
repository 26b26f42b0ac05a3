"""What a page says of itself."""

import pytest

from counterclaim.pages import read_document
from counterclaim.records import Dated

BODY = (
    "<h1>Ferry adrift off Tessaly</h1>{below}<p>A ferry with about 300 people aboard has been "
    "drifting off the coast since noon, the coastguard said on Saturday.</p>"
    "<p>Her owners said that there was no danger to anyone on board of her.</p>"
)
LD = '<script type="application/ld+json">%s</script>'


def dated(head: str = "", below: str = "", url: str | None = None) -> Dated:
    page = f"<!doctype html><html><head>{head}</head><body>{BODY.format(below=below)}</body></html>"
    return read_document(page.encode(), name="x", url=url).document.published


@pytest.mark.parametrize(
    ("head", "value", "evidence"),
    [
        (
            '<meta property="article:published_time" content="2019-03-02T14:10:00+01:00">',
            "2019-03-02T14:10+01:00",
            "meta:article:published_time",
        ),
        ('<meta name="pubdate" content="20190302">', "2019-03-02", "meta:pubdate"),
        (
            '<meta itemprop="datePublished" content="2019-03-02">',
            "2019-03-02",
            "meta:datepublished",
        ),
        ('<meta name="DC.date.issued" content="2019-03-02">', "2019-03-02", "meta:dc.date.issued"),
        (
            '<meta property="og:updated_time" content="2019-03-05">',
            "2019-03-05",
            "meta:og:updated_time",
        ),
        (
            LD % '{"@type":"NewsArticle","datePublished":"2019-03-02T13:10:00Z"}',
            "2019-03-02T13:10+00:00",
            "json-ld:datePublished",
        ),
        (
            LD
            % '{"@graph":[{"@type":"Person"},{"@type":["Article"],"datePublished":"2019-03-02"}]}',
            "2019-03-02",
            "json-ld:datePublished",
        ),
    ],
)
def test_dates_in_the_head(head: str, value: str, evidence: str) -> None:
    found = dated(head)
    assert (found.value, found.evidence) == (value, evidence)


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type":"NewsArticle",</script>',
        '<script type="application/ld+json">[[[]]]</script>',
        '<meta name="date" content="soon">',
        '<meta name="date" content="03/04/2019">',
        '<script type="application/ld+json">"datePublished"</script>',
    ],
)
def test_what_cannot_be_read_is_left(head: str) -> None:
    assert dated(head).value is None


def test_a_time_element_near_the_headline() -> None:
    found = dated(below='<p class="date"><time datetime="2019-03-02T14:10">2 March</time></p>')
    assert (found.value, found.evidence) == ("2019-03-02T14:10", "time-element")


def test_a_line_below_the_headline() -> None:
    found = dated(below="<p>Published 2 March 2019, 14:10 GMT</p>")
    assert (found.value, found.evidence) == ("2019-03-02T14:10+00:00", "text")
    assert found.span is not None
    assert found.span.exact == "2 March 2019, 14:10 GMT"


def test_an_address() -> None:
    found = dated(url="https://post.example/2019/03/02/ferry")
    assert (found.value, found.evidence) == ("2019-03-02", "url")
    assert (
        dated('<link rel="canonical" href="https://post.example/2019/03/02/f">').evidence == "url"
    )


def test_nothing() -> None:
    assert dated() == Dated()


@pytest.mark.parametrize(
    ("head", "url", "name", "evidence"),
    [
        (
            '<meta property="og:site_name" content="The Post">',
            None,
            "The Post",
            "meta:og:site_name",
        ),
        (
            LD % '{"@type":"NewsArticle","publisher":{"name":"The Post"}}',
            None,
            "The Post",
            "json-ld:publisher",
        ),
        (
            "<title>Ferry adrift | Tessaly Post</title>",
            "https://www.tessalypost.example/x",
            "Tessaly Post",
            "title",
        ),
        ("<title>Ferry adrift</title>", "https://www.post.example/x", "post.example", "url"),
        ("<title>Ferry adrift</title>", "http://[bad", None, "none"),
        ("", None, None, "none"),
    ],
)
def test_outlets(head: str, url: str | None, name: str | None, evidence: str) -> None:
    page = f"<!doctype html><html><head>{head}</head><body>{BODY.format(below='')}</body></html>"
    document = read_document(page.encode(), name="x", url=url).document
    assert (document.outlet, document.outlet_evidence) == (name, evidence)


def test_the_agency_of_a_dateline() -> None:
    text = "Ferry adrift\n\nTESSALY (Inland Wire) - A ferry is adrift, the coastguard said.\n"
    document = read_document(text.encode(), name="x").document
    assert (document.outlet, document.outlet_evidence) == ("Inland Wire", "text")


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("Ostby, 4 May 2018 - The", "2018-05-04"),
        ("(4 May 2018) The", "2018-05-04"),
        ("4 May 2018, 16:10 | The", "2018-05-04T16:10"),
        ("Port Delmar, May 4, 2018 (Meridian Press) - The", "2018-05-04"),
        ("On 4 May 2018 - a Friday - the", None),
        ("Ostby, 4 May - The", None),
    ],
)
def test_a_date_that_opens_the_story(opening: str, value: str | None) -> None:
    told = "harbour was closed after a crane fell across the only channel, the port office said."
    data = f"Crane falls across channel at Ostby\n\n{opening} {told}\n\nNobody was hurt, it said."
    published = read_document(data.encode(), name="a.txt").document.published
    assert published.value == value
    assert published.evidence == ("text" if value else "none")


def test_a_date_that_opens_a_later_paragraph_is_not_the_pages() -> None:
    data = (
        "Crane falls across channel at Ostby\n\nThe harbour was closed after a crane fell across "
        "the only channel, the port office said.\n\n4 May 2009 - a crane fell there before, too."
    )
    assert read_document(data.encode(), name="a.txt").document.published.value is None
