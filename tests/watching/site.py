"""A news site on the loopback address whose pages a test can change."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Site:
    """Paths to texts; ``asked`` and ``statuses`` are what was asked for and answered."""

    def __init__(self) -> None:
        self.url = ""
        self.pages: dict[str, str] = {}
        self.failing: dict[str, int] = {}
        self.retry_after: str | None = None
        self.robots: str | None = None
        self.moved: dict[str, str] = {}
        self.asked: list[str] = []
        self.statuses: list[int] = []

    def feed(self, paths: list[str]) -> None:
        items = "".join(f"<item><link>{self.url}{path}</link></item>" for path in paths)
        self.pages["/feed"] = f'<rss version="2.0"><channel>{items}</channel></rss>'

    def answer(self, path: str, etag: str | None) -> tuple[int, bytes, dict[str, str]]:
        if path in self.failing:
            again = {} if self.retry_after is None else {"retry-after": self.retry_after}
            return self.failing[path], b"", again
        if path in self.moved:
            return 302, b"", {"location": self.moved[path]}
        text = self.robots if path == "/robots.txt" else self.pages.get(path)
        if text is None:
            return 404, b"", {}
        tag = f'"{hashlib.sha256(text.encode()).hexdigest()[:8]}"'
        if etag == tag:
            return 304, b"", {}
        return 200, text.encode(), {"etag": tag, "content-type": "text/html"}


def serve() -> Iterator[Site]:
    """A site that answers until the generator is closed."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body, headers = site.answer(self.path, self.headers.get("if-none-match"))
            site.asked.append(self.path)
            site.statuses.append(status)
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    site.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
