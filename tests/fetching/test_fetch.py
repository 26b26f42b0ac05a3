"""What is fetched, and everything that must not be."""

from dataclasses import replace

import pytest
from tests.fetching.conftest import PAGE

from counterclaim.errors import FetchError
from counterclaim.fetching import Limits, fetch


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
    with pytest.raises(FetchError, match="CC607"):
        fetch("http://127.0.0.1:9/", limits=open_limits)


@pytest.mark.parametrize("url", ["", "page.html", "//host/x", "http://", "http://[::1", "data:,x"])
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(FetchError, match="CC601"):
        fetch(url)


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
    ],
)
def test_addresses_that_are_not_public(site: str, host: str) -> None:
    port = site.rpartition(":")[2]
    with pytest.raises(FetchError) as caught:
        fetch(f"http://{host}:{port}/page")
    assert caught.value.code in {"CC603", "CC604"}


def test_a_redirect_to_an_address_that_is_not_public(site: str, open_limits: Limits) -> None:
    outside = replace(open_limits, allowed=lambda address: str(address) != "127.0.0.2")
    with pytest.raises(FetchError, match="CC604"):
        fetch(f"{site}/to?http://127.0.0.2/page", limits=outside)


def test_one_bad_address_among_good_ones_refuses_all(open_limits: Limits) -> None:
    limits = Limits(resolver=lambda _host, _port: ["93.184.216.34", "127.0.0.1"])
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


def test_no_proxy_from_the_environment(
    site: str, open_limits: Limits, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(f"{site}/page", limits=open_limits).status == 200
