"""Servers that hold on, flood, or pack one thing in another; what is said of them, and how soon."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from tests.fetching.conftest import PAGE

from counterclaim.errors import FetchError
from counterclaim.fetching import Limits, fetch

Talk = Callable[[Callable[[bytes], None]], None]
Serve = Callable[[Talk], str]
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
LIMIT = 100_000


def zipped(body: bytes) -> bytes:
    """Packed by gzip, the same at every call: its head would hold the time of packing."""
    return gzip.compress(body, mtime=0)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Answers one connection with whatever bytes a test sends; the URL."""
    open_sockets: list[socket.socket] = []
    threads: list[threading.Thread] = []

    def answer(server: socket.socket, talk: Talk) -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(65536)
            try:
                talk(connection.sendall)
            except OSError:
                return

    def start(talk: Talk) -> str:
        server = socket.create_server(("127.0.0.1", 0))
        open_sockets.append(server)
        thread = threading.Thread(target=answer, args=(server, talk), daemon=True)
        thread.start()
        threads.append(thread)
        return f"http://127.0.0.1:{server.getsockname()[1]}/page"

    yield start
    for one in open_sockets:
        one.close()
    for thread in threads:
        thread.join(5)


def limits(**others: object) -> Limits:
    made = Limits(enabled=True, body=LIMIT, seconds=5, allowed=lambda _: True)
    return replace(made, **others)  # type: ignore[arg-type]


def code_of(url: str, **others: object) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, limits=limits(**others))
    return caught.value.code


def dripping(before: bytes, drop: bytes) -> Talk:
    """``before`` at once, then ``drop`` again and again, each sooner than any single time limit."""

    def talk(send: Callable[[bytes], None]) -> None:
        send(before)
        for _ in range(100):
            send(drop)
            time.sleep(0.05)

    return talk


@pytest.mark.parametrize(
    ("before", "drop"),
    [
        (b"", b"H"),
        (OK, b"X-A: b\r\n"),
        (OK + b"X-Long: ", b"a"),
        (OK + b"\r\n", b"x"),
        (CHUNKED, b"1\r\nx\r\n"),
        (CHUNKED, b"0"),
        (CHUNKED + b"0\r\n", b"X-Trailer: b\r\n"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OK + b"Content-Encoding: gzip\r\n\r\n" + zipped(PAGE)[:12], b"\0"),
    ],
    ids=str,
)
def test_what_drips_is_cut_off_in_time(serve: Serve, before: bytes, drop: bytes) -> None:
    url = serve(dripping(before, drop))
    start = time.monotonic()
    assert code_of(url, seconds=0.4) in {"CC606", "CC607"}
    assert time.monotonic() - start < 4


def flooding(before: bytes, wave: bytes) -> Talk:
    def talk(send: Callable[[bytes], None]) -> None:
        send(before)
        for _ in range(20_000_000 // len(wave)):
            send(wave)

    return talk


@pytest.mark.parametrize(
    ("before", "wave"),
    [
        (b"", b"H" * 9000),
        (OK, b"X-A: b\r\n" * 1000),
        (OK + b"X-Long: ", b"a" * 9000),
        (OK + b"\r\n", b"x" * 9000),
        (CHUNKED, b"0" * 9000),
        (CHUNKED, b"1;" + b"x" * 60_000 + b"\r\nx\r\n"),
        (CHUNKED, b"1\r\nx\r\n" * 1000),
        (CHUNKED + b"0\r\n", b"X-Trailer: " + b"b" * 9000 + b"\r\n"),
        (CHUNKED + b"-5\r\n", b"x" * 9000),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 400),
        # Blocks of nothing, packed: as many as one likes come to no byte.
        (OK + b"Content-Encoding: deflate\r\n\r\n\x78\x9c", b"\0\0\0\xff\xff" * 2000),
    ],
    ids=range(11),
)
def test_floods_are_cut_off(serve: Serve, before: bytes, wave: bytes) -> None:
    assert code_of(serve(flooding(before, wave)), seconds=20) in {"CC607", "CC609"}


def told(body: bytes, coding: str = "", more: str = "") -> Talk:
    head = f"Content-Encoding: {coding}\r\n" if coding else ""
    return lambda send: send(OK + f"{head}{more}\r\n".encode() + body)


BARE = zlib.compressobj(wbits=-zlib.MAX_WBITS)
BARE_PAGE = BARE.compress(PAGE) + BARE.flush()


@pytest.mark.parametrize(
    ("body", "coding", "found"),
    [
        (zlib.compress(PAGE), "deflate", PAGE),
        (BARE_PAGE, "deflate", PAGE),
        (zipped(PAGE[:9]) + zipped(PAGE[9:]), "gzip", PAGE),
        (zipped(PAGE) + bytes(500), "x-gzip", PAGE),
        (zipped(zipped(PAGE)), "gzip", zipped(PAGE)),
        (PAGE, "identity", PAGE),
        (b"", "gzip", b""),
    ],
    ids=range(7),
)
def test_codings(serve: Serve, body: bytes, coding: str, found: bytes) -> None:
    answer = fetch(serve(told(body, coding)), limits=limits()).body
    assert answer == found


@pytest.mark.parametrize(
    ("body", "coding", "code"),
    [
        (zipped(zipped(PAGE)), "gzip, gzip", "CC607"),
        (b"...", "br", "CC607"),
        (b"...", "zstd", "CC607"),
        (zipped(PAGE)[:-12], "gzip", "CC607"),
        (zlib.compress(PAGE)[:-12], "deflate", "CC607"),
        (zipped(bytes(10_000_000)), "gzip", "CC609"),
        (b"".join(zipped(bytes(60_000)) for _ in range(9)), "gzip", "CC609"),
        (zlib.compress(bytes(10_000_000)), "deflate", "CC609"),
        (b"x" * (LIMIT + 1), "", "CC609"),
    ],
    ids=range(9),
)
def test_codings_refused(serve: Serve, body: bytes, coding: str, code: str) -> None:
    assert code_of(serve(told(body, coding))) == code


def test_as_long_as_the_limit_is_not_too_long(serve: Serve) -> None:
    assert len(fetch(serve(told(b"x" * LIMIT)), limits=limits()).body) == LIMIT
    packed = told(zipped(bytes(LIMIT)), "gzip")
    assert len(fetch(serve(packed), limits=limits()).body) == LIMIT


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"\r\n",
        b"HTTP/0.9 what\r\n\r\n",
        b"220 mail.invalid ESMTP\r\n",
        OK + b"Content-Length: 500\r\n\r\nshort",
        OK + b"Content-Length: 1, 2\r\n\r\nshort",
        CHUNKED + b"zz\r\n",
        CHUNKED + b"5\r\nab",
        OK + b"".join(b"X-%d: a\r\n" % n for n in range(200)) + b"\r\n",
        OK + b"X-Long: " + b"a" * 60_000 + b"\r\nX-Other: " + b"a" * 60_000 + b"\r\n\r\n",
    ],
    ids=range(10),
)
def test_answers_that_are_none(serve: Serve, answer: bytes) -> None:
    assert code_of(serve(lambda send: send(answer))) == "CC607"
