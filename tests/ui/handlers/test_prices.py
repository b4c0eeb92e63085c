"""Price, allowance and balance, as the page shows them before a press."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from seedance_demo.catalog import ANIMATIC, GEN_2026_08

from ...faults import provider as does
from ...faults.provider import KEY, MODEL, Provider
from ..headless import Headless

PRO = "bytedance/seedance-v1.5-pro/image-to-video"
OPTIONS = ("resolution", "aspect", "sound", "camera-fixed", "seed")


def test_the_button_says_what_each_length_costs_and_whether_that_is_quoted(
    opened: Callable[..., Headless], provider: Provider
) -> None:
    home = opened().arrive()
    assert home["generate"] == "Generate · $1.20 (estimate)"
    assert "You never pay more than the button shows" in home["note"]
    assert [label for label, _ in home.props("duration")["choices"]] == [
        "5 s · $1.20",
        "10 s · $2.40",
        "15 s · $3.60",
    ]
    provider.price = 2.0
    quoted = opened().arrive()
    quoted.change("duration", 10)
    assert quoted["generate"] == "Generate · $2.00"
    assert quoted["note"] == ""
    assert Decimal(quoted["agreed"]) == 2
    quoted.change("model", ANIMATIC)
    assert quoted["generate"] == "Generate · free"
    assert quoted["agreed"] == "0"


def test_after_a_press_the_prices_are_those_of_the_key_that_paid(
    opened: Callable[..., Headless], provider: Provider, cup: Path
) -> None:
    page = opened(public=True, api_key="").arrive().write(cup)
    page.change("model", MODEL)
    provider.price = 0.8
    page["api_key"] = KEY
    assert page["generate"] == "Generate · $1.20 (estimate)"
    assert page.press()["generate"] == "Generate · $0.80"


def test_the_options_of_the_contract_in_force_are_offered(
    opened: Callable[..., Headless],
) -> None:
    first = opened().arrive()
    assert first.shown(*OPTIONS, "more", "every-length", "clips") == ["more", "clips"]
    first.change("model", ANIMATIC)
    assert first.shown("clips") == []
    first.change("model", "bytedance/seedance-2.0/text-to-video")
    assert first.shown(*OPTIONS, "more", "every-length") == ["aspect", "more"]
    newer = opened(contract=GEN_2026_08).arrive()
    assert newer.shown(*OPTIONS, "more", "every-length") == [*OPTIONS[:3], "more", "every-length"]
    newer.change("model", PRO)
    assert newer.shown(*OPTIONS) == [*OPTIONS]
    newer.change("model", "bytedance/seedance-2.0/text-to-video")
    assert newer["aspect"] == "", "a wish stays"
    assert ["16:9", ""] in newer.props("aspect")["choices"], "as the picture it cannot be"
    assert newer.props("resolution")["choices"][0] == ["480p", "480p"]


def test_a_wish_outlasts_a_model_that_lacks_it(
    opened: Callable[..., Headless],
) -> None:
    """Also a reload in between: the draft holds what was wished."""
    page = opened(contract=GEN_2026_08).arrive()
    page.change("prompt", "push in")
    page.change("resolution", "4k")
    page.change("aspect", "21:9")
    page.change("every_length", True)
    page.change("duration", 14)
    assert page["summary"] == "Seedance 2.0 · 14 s · 4k · 21:9"
    page.change("model", PRO)
    assert page["summary"] == "Seedance 1.5 Pro · 12 s · 720p · 21:9"
    page.change("model", ANIMATIC)
    assert page["summary"] == "Animatic · 14 s · 720p · 21:9"
    assert page.shown("more", "every-length", "resolution") == ["more", "every-length"]
    again = Headless(page.demo, page.runner).arrive(page.draft())
    again.change("model", MODEL)
    assert again["summary"] == "Seedance 2.0 · 14 s · 4k · 21:9"


def test_whose_key_is_asked_for(opened: Callable[..., Headless]) -> None:
    owner, public = opened().arrive(), opened(public=True, api_key="").arrive()
    for page, asks in ((owner, False), (public, True)):
        page.change("model", MODEL)
        assert page.row_of("api-key").get("visible") is asks
        page.change("model", ANIMATIC)
        assert page.row_of("api-key").get("visible") is False
    assert "For real footage" in public["about"]
    assert "For real footage" not in owner["about"]


def test_images_are_hidden_and_not_taken_away_where_the_model_takes_none(home: Headless) -> None:
    home.change("model", "bytedance/seedance-2.0/text-to-video")
    assert home.row_of("images").get("visible") == "hidden"
    home.change("model", MODEL)
    assert home.row_of("images").get("visible") is True


def test_the_owner_sees_the_balance_with_its_warning_and_strangers_do_not(
    opened: Callable[..., Headless], provider: Provider
) -> None:
    provider.balance = 3.0
    home = opened().arrive()
    assert home["balance"] == "<p>Balance $3.00.</p>"
    home.change("duration", 15)
    assert "too little for this ($3.60)" in home["balance"]
    home.change("model", ANIMATIC)
    assert home["balance"] == "<p>Balance $3.00.</p>"
    home.headers["host"] = "evil.example"
    home.change("model", MODEL)
    assert home["balance"] == ""
    public = opened(public=True, daily_budget=Decimal(6)).arrive()
    public.change("model", MODEL)
    assert public["balance"] == ""


def test_a_visitor_asks_for_the_balance_of_their_own_key(
    opened: Callable[..., Headless], provider: Provider
) -> None:
    page = opened(public=True, api_key="").arrive()
    page.change("model", MODEL)
    provider.price = 0.8
    page["api_key"] = KEY
    page.fire("check-balance", "click")
    assert page["own-balance"] == "<p>Balance $12.30.</p>"
    assert page["generate"] == "Generate · $0.80", "the prices of this account"
    page["api_key"] = "wrong"
    page.fire("check-balance", "click")
    assert "does not accept this key" in page["own-balance"]


def test_without_an_answer_the_published_prices_stand(
    opened: Callable[..., Headless], provider: Provider
) -> None:
    for step in ("models", "price", "balance"):
        provider.misbehave(step, does.status(404))
    page = opened().arrive()
    assert page["generate"] == "Generate · $1.20 (estimate)"
    assert page["balance"] == ""


def test_the_allowance_is_told_on_arrival_and_after_a_job(
    opened: Callable[..., Headless], cup: Path
) -> None:
    page = opened(public=True, daily_budget=Decimal(6), visitor_clips=2).arrive()
    assert "$6.00 of $6.00 left for everyone, 2 of 2 clips left for you" in page["allowance"]
    page.write(cup)
    page.change("model", MODEL)
    page.press()
    assert "$4.80 of $6.00 left for everyone, 1 of 2 clips left for you" in page["allowance"]


def test_a_form_that_stays_the_same_is_not_asked_about_without_an_end(
    opened: Callable[..., Headless], provider: Provider
) -> None:
    """The provider's answer prices the form again: that must not set off the next question."""
    provider.price = 0.7
    home = opened().arrive()
    asked = provider.count("price")
    assert asked == 3, "one for each length"
    home.fire("duration", "change")
    assert provider.count("price") == asked
    assert home["generate"] == "Generate · $0.70"
