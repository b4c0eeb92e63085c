"""A no in the provider's words becomes a sentence that says what to do."""

import pytest

from seedance_demo.errors import BadKey, Busy, NoCredit, NotFound, Refused
from seedance_demo.wavespeed.answers import Prediction, Refusal, Status, read_answer
from seedance_demo.wavespeed.api_errors import refusal, task_failure


def no_of(http: int, inner: int, message: str) -> Refusal:
    answer = read_answer(http, {"code": inner, "message": message})
    assert isinstance(answer, Refusal)
    return answer


@pytest.mark.parametrize(
    ("http", "inner", "message", "kind", "code", "says"),
    [
        (400, 400, 'field "image" is required.', Refused, "refused", 'field "image" is required.'),
        (400, 1407, "insufficient credits", NoCredit, "no_credit", "Top it up"),
        (400, 1200, "flagged", Refused, "moderation", "Change the picture or the wording"),
        (401, 401, "Invalid API key", BadKey, "bad_key", "wavespeed.ai/accesskey"),
        (402, 402, "", NoCredit, "no_credit", "Top it up"),
        (403, 403, "balance too low", NoCredit, "no_credit", "Top it up"),
        (403, 403, "role viewer", Refused, "forbidden", "may not use this model: role viewer."),
        (404, 404, "no such model", NotFound, "not_found", "no such model"),
        (429, 429, "raise your balance for more", Busy, "busy", "Try again in a minute"),
        (429, 429, "", Busy, "busy", "The provider is busy. Try again in a minute."),
        (200, 1402, "", Refused, "refused", "upload them anew"),
        (418, 0, "", Refused, "refused", "code 418"),
    ],
)
def test_a_no_says_what_to_do(
    http: int, inner: int, message: str, kind: type[Refused], code: str, says: str
) -> None:
    error = refusal(no_of(http, inner, message), "k-1")
    assert (type(error), error.code) == (kind, code)
    assert says in error.sentence
    assert error.sentence.endswith(".")
    assert ".." not in error.sentence


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("Insufficient credits", NoCredit),
        ("Exhausted balance", NoCredit),
        ("Not enough credits on your account", NoCredit),
        ("Your free credit has been exhausted", NoCredit),
        ("Account balance is too low", NoCredit),
        ("user ran out of credits", NoCredit),
        ("INSUFFICIENT_FUNDS", NoCredit),
        ("账户余额不足", NoCredit),
        ("white balance must be 0 to 1", Refused),
        ("white balance is too low", Refused),
        ("insufficient permission to read the balance", Refused),
        ("credits: field required", Refused),
        ("a balanced picture has too little contrast", Refused),
    ],
)
def test_only_a_phrase_about_money_is_about_money(message: str, kind: type[Refused]) -> None:
    assert type(refusal(no_of(400, 400, message), "k-1")) is kind


def test_a_page_of_somebody_else_says_nothing_about_the_model() -> None:
    page = read_answer(403, "error code: 1010")
    assert isinstance(page, Refusal)
    assert refusal(page, "k-1").sentence == (
        "The provider refused the request: code 403: error code: 1010."
    )


def test_a_no_that_repeats_the_key_is_shown_without_it() -> None:
    said = no_of(400, 400, "the key k-secret is not yours")
    assert "k-secret" not in refusal(said, "k-secret").sentence


@pytest.mark.parametrize(
    ("status", "task_code", "error", "code", "says"),
    [
        (Status.FAILED, 1200, "nsfw", "moderation", "pressing again with the same ones"),
        (Status.FAILED, 1402, "x", "failed", "could not fetch the pictures"),
        (Status.FAILED, 5004, "", "failed", "took too long"),
        (Status.FAILED, 0, "GPU on fire.", "failed", "could not be made: GPU on fire."),
        (Status.FAILED, 0, "", "failed", "no reason given"),
        (Status.TIMEOUT, 0, "", "timeout", "took too long"),
        (Status.CANCELLED, 0, "", "cancelled", "was cancelled"),
        (Status.DELETED, 0, "", "deleted", "was deleted"),
    ],
)
def test_a_failed_task_says_why(
    status: Status, task_code: int, error: str, code: str, says: str
) -> None:
    failure = task_failure(Prediction("id-1", "m", status, error=error, task_code=task_code))
    assert (failure.code, failure.request_id) == (code, "id-1")
    assert says in failure.sentence
