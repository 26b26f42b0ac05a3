"""What is fetched, and everything that must not be."""

import socket
from dataclasses import replace
from ipaddress import ip_address

import pytest
from tests.fetching.conftest import PAGE

from counterclaim.errors import FetchError
from counterclaim.fetching import Limits, fetch, is_public


def test_a_page(site: str, open_limits: Limits) -> None:
    answer = fetch(f"{site}/page", limits=open_limits)
    assert (answer.status, answer.body, answer.url) == (200, PAGE, f"{site}/page")
    assert answer.headers["etag"] == '"v1"'
    assert answer.retrieved.endswith("+00:00")


def test_unpacks(site: str, open_limits: Limits) -> None:
    assert fetch(f"{site}/gzip", limits=open_limits).body == PAGE


def test_follows_redirects_and_says_where_it_ended(site: str, open_limits: Limits) -> None:
    answer = fetch(f"{site}/to?/page", limits=open_limits)
    assert (answer.asked, answer.url, answer.body) == (f"{site}/to?/page", f"{site}/page", PAGE)


def test_not_modified(site: str, open_limits: Limits) -> None:
    answer = fetch(f"{site}/page", headers={"If-None-Match": '"v1"'}, limits=open_limits)
    assert (answer.status, answer.body) == (304, b"")


@pytest.mark.parametrize("status", [404, 410, 429, 500, 503])
def test_an_error_status_is_an_answer(site: str, open_limits: Limits, status: int) -> None:
    answer = fetch(f"{site}/status?{status}", limits=open_limits)
    assert (answer.status, answer.body, answer.headers["retry-after"]) == (status, b"", "7")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/loop", "CC605"),
        ("/bomb", "CC609"),
        ("/large", "CC609"),
        ("/torn", "CC607"),
        ("/brotli", "CC607"),
        ("/film", "CC608"),
        ("/to?ftp://127.0.0.1/x", "CC601"),
        ("/to?file:///etc/passwd", "CC601"),
        ("/to?data:text/html,x", "CC601"),
        ("/to?javascript:alert(1)", "CC601"),
        ("/to?gopher://127.0.0.1:70/", "CC601"),
        ("/to?http://127.0.0.1:22/", "CC601"),
        ("/to?//127.0.0.1:0/x", "CC601"),
        ("/to?http://:80/", "CC601"),
        ("/to?http://user:secret@127.0.0.1/", "CC602"),
    ],
)
def test_is_refused(site: str, open_limits: Limits, path: str, code: str) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(site + path, limits=open_limits)
    assert caught.value.code == code


def test_a_body_that_drips_is_cut_off(site: str, open_limits: Limits) -> None:
    with pytest.raises(FetchError) as caught:
        fetch(f"{site}/slow", limits=replace(open_limits, seconds=0.3))
    assert caught.value.code in {"CC606", "CC607"}


def test_nobody_there(open_limits: Limits) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        nobodys = server.getsockname()[1]
    with pytest.raises(FetchError, match="CC607"):
        fetch(f"http://127.0.0.1:{nobodys}/", limits=open_limits)


@pytest.mark.parametrize(
    "url",
    [
        *("", "page.html", "//host/x", "http://", "http://[::1", "data:,x", "http://a..b/"),
        *("http://x:0/", "http://x:22/", "http://x:65536/", "http://x:-1/", "http://x:6379x/"),
        *(f"http://{'a' * 64}.example/", "http:/x", "http://x\u2100y/", "gopher://x/", "unix://x/"),
    ],
)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(FetchError, match="CC601"):
        fetch(url, limits=Limits(enabled=True))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "0.0.0.0",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.1.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[fe80::1]",
        "[fd00::1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "224.0.0.1",
        "2130706433",
        "0x7f.1",
        "0x7f000001",
        "0177.0.0.1",
        "127.1",
        "127.0.0.1.",
        "localhost.",
        "１２７.0.0.1",
        "127。0。0。1",
        "100.64.0.1",
        "192.0.0.8",
        "192.88.99.1",
        "198.18.0.1",
        "255.255.255.255",
        "240.0.0.1",
        "239.255.255.250",
        "[::]",
        "[::127.0.0.1]",
        "[fec0::1]",
        "[fe80::1%25eth0]",
        "[ff02::1]",
        "[64:ff9b:1::808:808]",
        "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
        "[2001:db8::1]",
        "[3fff::1]",
        "[5f00::1]",
        "[100::1]",
    ],
)
def test_addresses_that_are_not_public(site: str, host: str) -> None:
    port = site.rpartition(":")[2]
    with pytest.raises(FetchError) as caught:
        fetch(f"http://{host}:{port}/page", limits=Limits(enabled=True))
    assert caught.value.code in {"CC603", "CC604"}


def test_a_redirect_to_an_address_that_is_not_public(site: str, open_limits: Limits) -> None:
    outside = replace(open_limits, allowed=lambda address: str(address) != "127.0.0.2")
    with pytest.raises(FetchError, match="CC604"):
        fetch(f"{site}/to?http://127.0.0.2/page", limits=outside)


def test_one_bad_address_among_good_ones_refuses_all(open_limits: Limits) -> None:
    limits = Limits(enabled=True, resolver=lambda _host, _port: ["93.184.216.34", "127.0.0.1"])
    with pytest.raises(FetchError, match="CC604"):
        fetch("http://news.example/", limits=limits)


def test_a_name_is_looked_up_once(site: str, open_limits: Limits) -> None:
    """Rebinding: the second look-up of an attacker's name would give another address."""
    answers = iter([["127.0.0.1"], ["127.0.0.3"]])
    limits = replace(open_limits, resolver=lambda _host, _port: next(answers))
    port = site.rpartition(":")[2]
    assert fetch(f"http://news.example:{port}/page", limits=limits).body == PAGE
    assert next(answers) == ["127.0.0.3"]


def test_the_name_is_asked_for_not_the_address(
    site: str, requests: list[dict[str, str]], open_limits: Limits
) -> None:
    limits = replace(open_limits, resolver=lambda _host, _port: ["127.0.0.1"])
    port = site.rpartition(":")[2]
    fetch(f"http://news.example:{port}/page", limits=limits)
    assert requests[0]["host"] == f"news.example:{port}"
    assert requests[0]["user-agent"].startswith("counterclaim/")


@pytest.mark.parametrize(
    ("host", "asked"),
    [
        ("Бюро.Example", "xn--90a0af9c.example"),
        ("straße.example", "xn--strae-oqa.example"),
        ("ａｂｃ.example", "abc.example"),
        ("xn--90a0af9c.example", "xn--90a0af9c.example"),
        ("news.example.", "news.example."),
    ],
)
def test_names_of_other_scripts(
    site: str, requests: list[dict[str, str]], open_limits: Limits, host: str, asked: str
) -> None:
    looked_up: list[str] = []

    def resolver(name: str, _port: int) -> list[str]:
        looked_up.append(name)
        return ["127.0.0.1"]

    port = site.rpartition(":")[2]
    fetch(f"http://{host}:{port}/page", limits=replace(open_limits, resolver=resolver))
    assert looked_up == [asked]
    assert requests[0]["host"] == f"{asked}:{port}"


def test_a_redirect_may_name_any_path(site: str, open_limits: Limits) -> None:
    answer = fetch(f"{site}/to?/page?Zoë „x“ %zz", limits=open_limits)
    assert (answer.status, answer.body) == (200, PAGE)


def test_cookies_are_not_kept_nor_sent(
    site: str, requests: list[dict[str, str]], open_limits: Limits
) -> None:
    for _ in range(2):
        fetch(f"{site}/cookie", limits=open_limits)
    assert len(requests) == 4
    assert all("cookie" not in one and "authorization" not in one for one in requests)


def test_off_unless_enabled(site: str, requests: list[dict[str, str]]) -> None:
    for limits in (None, Limits(), Limits(allowed=lambda _: True)):
        with pytest.raises(FetchError, match="CC611"):
            fetch(f"{site}/page", limits=limits)
    assert requests == []


def test_public_addresses_are_public() -> None:
    for text in ("93.184.216.34", "2606:2800:220:1::1", "64:ff9b::808:808", "::ffff:8.8.8.8"):
        assert is_public(ip_address(text)), text


def test_no_proxy_from_the_environment(
    site: str, open_limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(f"{site}/page", limits=open_limits).status == 200
