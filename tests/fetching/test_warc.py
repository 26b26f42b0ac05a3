"""Archives written by a well-kept library are read; what is none is refused."""

import io
import zipfile
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from counterclaim.errors import InputError
from counterclaim.fetching.warc import warc_pages

# warcio's writer leaves its temporary file to the collector; the reader, which we use, does not.
pytestmark = [
    pytest.mark.filterwarnings("ignore:Unclosed file:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

HTML = b"<p>The bridge at Delmar fell.</p>"


def archive(gzip: bool = True) -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=gzip)
    for path, status, media, body in (
        ("page", "200 OK", "text/html; charset=utf-8", HTML),
        ("gone", "404 Not Found", "text/html", b"gone"),
        ("film", "200 OK", "video/mp4", b"...."),
        ("feed", "200 OK", "application/rss+xml", b"<rss/>"),
        ("large", "200 OK", "text/plain", b"x" * 2000),
    ):
        headers = StatusAndHeaders(status, [("Content-Type", media)], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                f"https://post.invalid/{path}",
                "response",
                payload=io.BytesIO(body),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2031-05-04T12:00:00Z"},
            )
        )
    return stream.getvalue()


@pytest.mark.parametrize("gzip", [True, False])
def test_pages_of_a_warc(tmp_path: Path, gzip: bool) -> None:
    path = tmp_path / ("a.warc.gz" if gzip else "a.warc")
    path.write_bytes(archive(gzip))
    [page] = warc_pages(path, 1000)
    assert (page.url, page.body) == ("https://post.invalid/page", HTML)
    assert page.retrieved == "2031-05-04T12:00:00Z"
    assert page.headers["content-type"] == "text/html; charset=utf-8"


def test_pages_of_a_wacz(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("archive/data.warc.gz", archive())
        package.writestr("pages/pages.jsonl", "{}")
    assert [page.body for page in warc_pages(path, 1000)] == [HTML]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wacz"])
def test_what_is_no_archive(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"this is no archive\r\n" * 10)
    with pytest.raises(InputError, match="CC104"):
        list(warc_pages(tmp_path / name, 1000))


def test_an_archive_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="CC104"):
        list(warc_pages(tmp_path / "none.warc", 1000))
