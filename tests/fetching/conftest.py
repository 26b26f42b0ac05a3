"""A real HTTP server on the loopback address, and limits that allow it."""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from counterclaim.fetching import Limits

PAGE = b"<html><body><p>The bridge at Delmar fell, officials said.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """Answers by path; ``seen`` keeps the request headers."""

    seen: list[dict[str, str]]

    def do_GET(self) -> None:
        type(self).seen.append({name.lower(): value for name, value in self.headers.items()})
        path, _, argument = self.path.partition("?")
        answer: Callable[[str], None] = getattr(self, f"answer_{path.strip('/') or 'page'}")
        answer(argument)

    def reply(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"content_type": "text/html", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self, _: str) -> None:
        if self.headers.get("if-none-match") == '"v1"':
            self.reply(status=304)
        else:
            self.reply(PAGE, etag='"v1"')

    def answer_to(self, url: str) -> None:
        self.reply(status=302, location=url)

    def answer_cookie(self, _: str) -> None:
        self.reply(status=302, location="/page", set_cookie="a=b; Path=/")

    def answer_loop(self, _: str) -> None:
        self.reply(status=301, location="/loop")

    def answer_gzip(self, _: str) -> None:
        self.reply(gzip.compress(PAGE), content_encoding="gzip")

    def answer_bomb(self, _: str) -> None:
        self.reply(gzip.compress(b"0" * 50_000_000), content_encoding="gzip")

    def answer_torn(self, _: str) -> None:
        self.reply(b"\x1f\x8b this is not gzip", content_encoding="gzip")

    def answer_brotli(self, _: str) -> None:
        self.reply(b"...", content_encoding="br")

    def answer_large(self, _: str) -> None:
        self.reply(b"x" * 3_000_000)

    def answer_film(self, _: str) -> None:
        self.reply(b"....", content_type="video/mp4")

    def answer_slow(self, _: str) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        for _chunk in range(40):
            try:
                self.wfile.write(b"x")
                self.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    def answer_status(self, code: str) -> None:
        self.reply(status=int(code), retry_after="7")

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    """The server's URL, without a slash at the end."""
    Site.seen = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def requests(site: str) -> list[dict[str, str]]:
    return Site.seen


@pytest.fixture
def open_limits() -> Limits:
    return Limits(enabled=True, body=2_000_000, seconds=5, allowed=lambda _: True)
