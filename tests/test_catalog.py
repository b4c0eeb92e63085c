from decimal import Decimal

import pytest

from seedance_demo.catalog import ANIMATIC, BY_ID, MODELS, dollars

SEEDANCE = "bytedance/seedance-2.0/image-to-video"


@pytest.mark.parametrize(("seconds", "price"), [(5, "1.20"), (10, "2.40"), (15, "3.60")])
def test_seedance_costs_what_the_contract_says(seconds: int, price: str) -> None:
    assert BY_ID[SEEDANCE].price(seconds) == Decimal(price)


def test_an_animatic_is_free() -> None:
    assert BY_ID[ANIMATIC].free
    assert not any(BY_ID[ANIMATIC].price(seconds) for seconds in (5, 10, 15))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_a_body_carries_declared_fields_only(model) -> None:  # type: ignore[no-untyped-def]
    body = model.body(["https://x/a.jpg"], "slow push in", 5)
    assert set(body) <= {each.name for each in model.inputs}
    assert {each.name for each in model.inputs if each.required} <= set(body)


@pytest.mark.parametrize(
    ("amount", "shown"), [("0", "free"), ("1.2", "$1.20"), ("3.60", "$3.60"), ("0.208", "$0.208")]
)
def test_prices_read_as_people_write_them(amount: str, shown: str) -> None:
    assert dollars(Decimal(amount)) == shown
