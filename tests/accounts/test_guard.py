from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.accounts.guard import MOST_UNFINISHED, Guard, is_public
from seedance_demo.accounts.visitor import Caller, Visitor
from seedance_demo.catalog import ANIMATIC, BY_ID
from seedance_demo.config.settings import Settings
from seedance_demo.errors import NotAllowed
from seedance_demo.ledger import Ledger, Payer, Terms
from seedance_demo.orders.brief import Brief
from seedance_demo.orders.order import place

SEEDANCE = BY_ID["bytedance/seedance-2.0/image-to-video"]
WITH_KEY = Settings("owners-key")
AT_HOME = Visitor("a" * 32, at_home=True)
STRANGER = Visitor("b" * 32, "address:b")
SIGNED_IN = Visitor("c" * 32, "user:carla", signed_in=True)


@pytest.fixture
def ledger(where: Path | str) -> Iterator[Ledger]:
    opened = Ledger(where)
    yield opened
    opened.close()


def guard(ledger: Ledger, *, public: bool = True, sign_in: bool = False, **more: Any) -> Guard:
    return Guard(replace(WITH_KEY, **more), ledger, public=public, sign_in=sign_in)


@pytest.mark.parametrize(
    ("host", "share", "on_space", "public"),
    [
        (None, False, False, False),
        ("127.0.0.1", False, False, False),
        ("localhost", False, False, False),
        ("::1", False, False, False),
        ("[::1]", False, False, False),
        ("127.0.0.2", False, False, False),
        ("::", False, False, True),
        ("localhost.evil.example", False, False, True),
        ("0.0.0.0", False, False, True),  # noqa: S104
        ("192.168.1.7", False, False, True),
        (None, True, False, True),
        (None, False, True, True),
    ],
)
def test_a_page_others_can_reach_is_public(
    host: str | None, share: bool, on_space: bool, public: bool
) -> None:
    assert is_public(host, share=share, on_space=on_space) is public


BUDGET: dict[str, Any] = {"daily_budget": Decimal(6)}
LOGIN: dict[str, Any] = {"auth": (("carla", "pw"),)}


@pytest.mark.parametrize(
    ("page", "visitor", "pays"),
    [
        ({"public": False}, AT_HOME, True),
        ({"public": False}, STRANGER, False),  # a proxy, or DNS, leads others to it
        ({"public": False, "api_key": ""}, AT_HOME, False),
        ({}, STRANGER, False),
        ({}, AT_HOME, False),
        ({**BUDGET}, STRANGER, True),
        ({**BUDGET}, replace(STRANGER, sent_by_another_site=True), False),
        ({**LOGIN}, SIGNED_IN, True),
        ({**LOGIN}, replace(SIGNED_IN, sent_by_another_site=True), False),
        ({"sign_in": True}, SIGNED_IN, True),
        ({"sign_in": True}, STRANGER, False),
        ({"sign_in": True, **BUDGET}, STRANGER, False),  # who offers sign-in wants it used
        ({"visitor_clips": 3}, STRANGER, False),  # many visitors are many clips
    ],
)
def test_whom_the_owners_key_pays_for(
    ledger: Ledger, page: dict[str, Any], visitor: Visitor, pays: bool
) -> None:
    door = guard(ledger, **page)
    if pays:
        assert door.payment(SEEDANCE, Caller(visitor)).payer is Payer.OWNER
    else:
        with pytest.raises(NotAllowed, match="needs a WaveSpeedAI key"):
            door.payment(SEEDANCE, Caller(visitor))


@pytest.mark.parametrize("visitor", [AT_HOME, STRANGER, SIGNED_IN])
@pytest.mark.parametrize("page", [{}, {"public": False}, BUDGET, LOGIN])
def test_an_animatic_needs_nobodys_key_and_a_visitors_own_comes_first(
    ledger: Ledger, visitor: Visitor, page: dict[str, Any]
) -> None:
    door = guard(ledger, **page)
    assert door.payment(BY_ID[ANIMATIC], Caller(visitor, "theirs")).key == ""
    paid = door.payment(SEEDANCE, Caller(visitor, " theirs "))
    assert (paid.payer, paid.key) == (Payer.VISITOR, "theirs")
    assert "theirs" not in repr(paid)


def test_what_is_left_is_said_before_the_press(ledger: Ledger) -> None:
    door = guard(ledger, visitor_clips=2, **BUDGET)
    assert "$6.00 of $6.00 left for everyone, 2 of 2 clips left for you" in door.allowance(STRANGER)
    paid = door.payment(SEEDANCE, Caller(STRANGER))
    ledger.open(
        place(Brief((Path("a.jpg"),), "push in", 5, SEEDANCE)), STRANGER.id, paid.payer, paid.terms
    )
    assert "$4.80 of $6.00 left for everyone, 1 of 2 clips left for you" in door.allowance(STRANGER)
    assert "$4.80 of $6.00 left for everyone, 2 of 2 clips" in door.allowance(SIGNED_IN)


def test_without_a_way_to_pay_one_line_says_whose_key_is_needed(ledger: Ledger) -> None:
    assert "Enter yours, or choose the animatic" in guard(ledger).allowance(STRANGER)
    assert "Sign in to use this page's key" in guard(ledger, sign_in=True).allowance(STRANGER)
    assert guard(ledger, public=False).allowance(AT_HOME) == ""
    mistaken = guard(ledger, public=False).allowance(STRANGER)
    assert "its log says why that is not you. Enter yours" in mistaken


def test_the_owner_is_told_how_to_let_a_public_page_pay(ledger: Ledger) -> None:
    assert "SEEDANCE_DAILY_BUDGET=" in guard(ledger).advice()
    assert "SEEDANCE_AUTH=" in guard(ledger).advice()
    assert "without an end" in guard(ledger, sign_in=True).advice()
    for page in ({"api_key": ""}, {"public": False, "api_key": ""}, BUDGET, LOGIN):
        assert guard(ledger, **page).advice() == ""
    assert "into its secrets" in guard(ledger, api_key="", **BUDGET).advice(on_space=True)
    assert guard(ledger, **BUDGET).advice(on_space=True) == ""


def test_the_owner_of_a_private_page_is_told_of_proxies(ledger: Ledger) -> None:
    assert "some cannot be told from you" in guard(ledger, public=False).advice()
    for page in (BUDGET, LOGIN):
        assert guard(ledger, public=False, **page).advice() == ""


def test_an_allowance_behind_a_proxy_that_is_not_believed_is_told(ledger: Ledger) -> None:
    door = guard(ledger, public=False, visitor_clips=3, **BUDGET)
    assert "FORWARDED_ALLOW_IPS" in door.advice()
    assert door.advice(proxy_is_known=True) == ""
    assert guard(ledger, visitor_clips=3, **BUDGET).advice() == ""


def test_free_work_is_bounded_for_all_but_the_owner_at_home(ledger: Ledger) -> None:
    animatic = BY_ID[ANIMATIC]
    bounded = guard(ledger).payment(animatic, Caller(STRANGER)).terms
    assert (bounded.account, bounded.unfinished) == (STRANGER.account, MOST_UNFINISHED)
    assert guard(ledger, public=False).payment(animatic, Caller(AT_HOME)).terms == Terms()
