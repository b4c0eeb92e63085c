from types import SimpleNamespace
from typing import Any

import pytest

from seedance_demo.accounts import home
from seedance_demo.accounts.visitor import Visitor, new_id, own_key, recognise


def visit(
    browser: object = "", name: str | None = None, peer: str = "9.9.9.9", *, on_space: bool = False,
    headers: dict[str, str] | None = None,
) -> Visitor:  # fmt: skip
    sent = [(key.encode(), value.encode()) for key, value in (headers or {}).items()]
    request: Any = SimpleNamespace(
        request=SimpleNamespace(scope={"headers": sent, "client": (peer, 5)}), session_hash="s1"
    )
    return recognise(request, browser, name, "at {}".format, on_space=on_space)


def test_a_visitor_is_a_browser_at_an_address() -> None:
    browser = new_id()
    assert visit(browser) == Visitor(browser, "at 9.9.9.9")


@pytest.mark.parametrize("claimed", ["", None, "anna", "user:anna", "A" * 32, ["x"], {"a": 1}, 7])
def test_an_id_that_is_not_one_of_ours_is_nobodys(claimed: object) -> None:
    assert visit(claimed).id == "session s1"


def test_who_signed_in_counts_by_name_wherever_they_are() -> None:
    assert visit(name="anna", peer="1.1.1.1").account == visit(name="anna").account == "user:anna"
    assert visit(name="anna").signed_in
    assert not visit().signed_in


@pytest.mark.parametrize(
    ("peer", "header", "on_space", "address"),
    [
        ("9.9.9.9", None, False, "9.9.9.9"),
        ("9.9.9.9", "1.2.3.4", False, "9.9.9.9"),  # their own words
        ("10.0.0.7", "1.2.3.4", True, "1.2.3.4"),
        ("10.0.0.7", "6.6.6.6, 7.7.7.7, 1.2.3.4", True, "1.2.3.4"),  # the proxy's is the last
        ("10.0.0.7", None, True, "10.0.0.7"),
        ("2001:db8:1:2:3:4:5:6", None, False, "2001:db8:1:2::/64"),
        ("::ffff:9.9.9.9", None, False, "9.9.9.9"),
        ("testclient", None, False, "testclient"),
    ],
)
def test_the_address_is_the_one_that_cannot_be_made_up(
    peer: str, header: str | None, on_space: bool, address: str
) -> None:
    headers = {"x-forwarded-for": header} if header else {}
    assert visit(peer=peer, on_space=on_space, headers=headers).account == f"at {address}"


def test_only_the_front_door_says_that_a_request_is_at_home() -> None:
    scope: dict[str, Any] = {"headers": [(b"host", b"127.0.0.1")], "client": ("127.0.0.1", 5)}
    request: Any = SimpleNamespace(request=SimpleNamespace(scope=scope), session_hash="s1")

    def at_home() -> bool:
        return recognise(request, "", None, str, on_space=False).at_home

    assert not at_home()
    home.mark(scope, "it says nothing")
    assert not at_home()
    home.mark(scope, "")
    assert at_home()


def test_nobody_counts_at_home() -> None:
    assert Visitor("a", "address:b").counted == "address:b"
    assert Visitor("a", "address:b", at_home=True).counted == ""


@pytest.mark.parametrize(
    ("headers", "elsewhere"),
    [
        ({}, False),
        ({"sec-fetch-site": "same-origin"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site"}, True),
        ({"sec-fetch-site": "same-site"}, True),
        ({"sec-fetch-site": "of-tomorrow"}, True),
        # Where a page has no https, browsers say it by the Origin alone.
        ({"origin": "http://10.0.0.2:7860", "host": "10.0.0.2:7860"}, False),
        ({"origin": "http://evil.example", "host": "10.0.0.2:7860"}, True),
        ({"origin": "http://10.0.0.2:80", "host": "10.0.0.2:7860"}, True),
        ({"origin": "null", "host": "10.0.0.2:7860"}, True),
        ({"origin": "http://evil.example", "sec-fetch-site": "same-origin"}, False),  # a proxy
    ],
)
def test_a_press_by_another_website_is_told_apart(headers: dict[str, str], elsewhere: bool) -> None:
    assert visit(headers=headers).sent_by_another_site is elsewhere


@pytest.mark.parametrize(
    ("typed", "header", "key"),
    [
        ("“theirs”", "", "theirs"),
        ("", "Bearer theirs", "theirs"),
        ("\u200b", "export WAVESPEED_API_KEY=theirs", "theirs"),
        ("theirs", "another", "theirs"),
        (None, None, ""),
    ],
)
def test_a_visitors_key_is_cleaned_in_the_box_and_in_the_header(
    typed: object, header: str | None, key: str
) -> None:
    request = SimpleNamespace(headers={"x-wavespeed-key": header})
    assert own_key(typed, request) == key
