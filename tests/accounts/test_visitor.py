from types import SimpleNamespace
from typing import Any

import pytest

from seedance_demo.accounts.visitor import Visitor, new_id, recognise


def visit(
    browser: object = "", name: str | None = None, peer: str = "9.9.9.9", *, on_space: bool = False,
    **headers: str,
) -> Visitor:  # fmt: skip
    sent = {key.replace("_", "-"): value for key, value in headers.items()}
    request: Any = SimpleNamespace(
        headers=sent, client=SimpleNamespace(host=peer), session_hash="s1"
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
    headers = {"x_forwarded_for": header} if header else {}
    assert visit(peer=peer, on_space=on_space, **headers).account == f"at {address}"


@pytest.mark.parametrize(
    ("host", "at_home"),
    [
        ("127.0.0.1:7860", True),
        ("localhost", True),
        ("[::1]:7860", True),
        ("evil.example:7860", False),
        ("127.0.0.1.evil.example", False),
        ("", False),
    ],
)
def test_a_page_is_at_home_when_called_by_a_name_of_this_machine(host: str, at_home: bool) -> None:
    assert visit(host=host).at_home is at_home


@pytest.mark.parametrize(
    ("site", "elsewhere"), [("cross-site", True), ("same-site", True), ("same-origin", False)]
)
def test_a_press_by_another_website_is_told_apart(site: str, elsewhere: bool) -> None:
    assert visit(sec_fetch_site=site).sent_by_another_site is elsewhere
    assert not visit().sent_by_another_site
