from pathlib import Path

import pytest

from seedance_demo.catalog import ANIMATIC, BY_ID
from seedance_demo.config import Settings
from seedance_demo.errors import NotAllowed
from seedance_demo.guard import is_public, payment_for
from seedance_demo.ledger import Payer

SEEDANCE = BY_ID["bytedance/seedance-2.0/image-to-video"]
WITH_KEY = Settings("owners-key", "https://api.wavespeed.ai", Path("outputs"))
WITHOUT_KEY = Settings("", "https://api.wavespeed.ai", Path("outputs"))


@pytest.mark.parametrize(
    ("host", "share", "on_space", "public"),
    [
        (None, False, False, False),
        ("127.0.0.1", False, False, False),
        ("localhost", False, False, False),
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


@pytest.mark.parametrize("public", [False, True])
def test_an_animatic_needs_nobodys_key(public: bool) -> None:
    paid = payment_for(BY_ID[ANIMATIC], "", WITHOUT_KEY, public=public)
    assert (paid.payer, paid.key) == (Payer.NOBODY, "")


def test_on_a_private_page_the_owners_key_pays() -> None:
    assert payment_for(SEEDANCE, "", WITH_KEY, public=False).payer is Payer.OWNER


def test_on_a_public_page_the_owners_key_is_not_spent() -> None:
    with pytest.raises(NotAllowed, match="key"):
        payment_for(SEEDANCE, "", WITH_KEY, public=True)


@pytest.mark.parametrize("public", [False, True])
def test_a_visitors_own_key_comes_first(public: bool) -> None:
    paid = payment_for(SEEDANCE, " theirs ", WITH_KEY, public=public)
    assert (paid.payer, paid.key) == (Payer.VISITOR, "theirs")


def test_a_payment_does_not_print_its_key() -> None:
    assert "theirs" not in repr(payment_for(SEEDANCE, "theirs", WITH_KEY, public=False))
