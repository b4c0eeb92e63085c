"""What the provider says is untrusted: every shape of answer has a meaning, and none breaks us."""

import json
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seedance_demo.wavespeed.answers import (
    Answer,
    Refusal,
    Status,
    Unclear,
    Worked,
    clock_ahead,
    moment,
    plain,
    read_answer,
    read_prediction,
    whole,
)

TASK = {"id": "3aa327ae4d2a46ff", "status": "created"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
FIELDS = ("code", "message", "data", "id", "status", "outputs", "urls", "timings", "created_at")
ANSWERS = st.dictionaries(
    st.sampled_from(FIELDS), JSON | st.dictionaries(st.sampled_from(FIELDS), JSON), max_size=9
)


@pytest.mark.parametrize(
    ("http", "body", "meaning"),
    [
        (200, {"code": 200, "data": TASK}, Worked),
        (200, TASK, Worked),  # as some pages show it, without an envelope
        (200, {"data": TASK}, Worked),
        (200, {"code": 5004, "data": TASK}, Worked),  # the task exists all the same
        (200, TASK | {"status": "failed", "code": 1402}, Worked),
        (200, {"code": 401, "message": "no"}, Refusal(401, 401, "no")),
        (200, {"code": 5003, "data": None}, Refusal(5003, 5003, "")),
        (200, {"code": 400, "id": "trace-1"}, Refusal(400, 400, "")),  # an error's id is no task
        (400, None, Refusal(400, 0, "")),
        (404, {"code": 1407, "message": "no"}, Refusal(404, 1407, "no")),
        (429, {"code": 429}, Refusal(429, 429, "")),
        (499, TASK, Refusal(499, 0, "")),
        (100, TASK, Unclear()),
        (199, TASK, Unclear()),
        (200, None, Unclear()),
        (299, TASK, Worked),
        (302, None, Unclear()),
        (399, TASK, Unclear()),
        (408, {"code": 408, "message": "late"}, Unclear("late")),
        (500, {"code": 500}, Unclear()),
        (502, None, Unclear()),
    ],
)
def test_an_answer_is_a_yes_a_no_or_unclear(
    http: int, body: dict[str, Any] | None, meaning: Answer | type[Worked]
) -> None:
    assert read_answer(http, body) == (Worked(body or {}) if meaning is Worked else meaning)


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("created", Status.CREATED),
        ("processing", Status.PROCESSING),
        ("completed", Status.COMPLETED),
        ("failed", Status.FAILED),
        ("cancelled", Status.CANCELLED),
        ("timeout", Status.TIMEOUT),
        ("deleted", Status.DELETED),
        ("succeeded", Status.COMPLETED),
        ("queued", Status.CREATED),
        (" Completed ", Status.COMPLETED),
        ("pondering", Status.UNKNOWN),
        ("", Status.UNKNOWN),
        (None, Status.UNKNOWN),
        (["completed"], Status.UNKNOWN),
    ],
)
def test_a_status_word_nobody_knows_is_unknown(word: object, status: Status) -> None:
    assert read_prediction({"data": {"status": word}}).status is status


def test_only_the_words_of_an_end_end_a_task() -> None:
    ended = {status for status in Status if status.ended}
    going_on = {Status.CREATED, Status.PROCESSING, Status.UNKNOWN}
    assert ended == set(Status) - going_on


@pytest.mark.parametrize(
    ("text", "unix"),
    [
        ("2026-04-01T12:34:56Z", 1775046896.0),
        ("2026-04-01T12:34:56", 1775046896.0),  # without a zone it is UTC, wherever we are
        ("2026-04-01T14:34:56+02:00", 1775046896.0),
        ("2026-04-01T12:34:56.789123456Z", 1775046896.789123),
        ("yesterday", None),
        ("", None),
        (None, None),
        (1775046896, None),
    ],
)
def test_dates_are_read_in_every_form_seen(text: object, unix: float | None) -> None:
    assert moment(text) == pytest.approx(unix)


@pytest.mark.parametrize(
    "value", [10**30, -(10**30), float("inf"), float("nan"), "9" * 5000, [], None]
)
def test_numbers_beyond_a_database_are_none(value: object) -> None:
    assert whole(value) == 0


@pytest.mark.parametrize("text", ["", "a b", "a\nb", "\ud800", "\x00", "é", "x" * 201, 7, None, {}])
def test_an_id_that_cannot_be_asked_for_is_none(text: object) -> None:
    assert read_prediction({"data": {"id": text}}).id == ""


def test_outputs_are_addresses_alone_or_in_a_table() -> None:
    outputs = ["https://a/1.mp4", {"url": "https://a/2.mp4"}, {"url": 3}, None, 4, "", "\x00"]
    assert read_prediction({"outputs": outputs}).outputs == ("https://a/1.mp4", "https://a/2.mp4")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n lines\t", "two lines"),
        ("the key k-123 is wrong", "the key [key] is wrong"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer [key]"),
        ("\x1b[31mred\u202e", "[31mred"),
        (None, ""),
        ({"a": 1}, "{'a': 1}"),
    ],
)
def test_somebody_elses_text_is_made_fit_to_show(text: object, shown: str) -> None:
    assert plain(text, "k-123") == shown
    assert len(plain("x" * 10_000)) == 300


def test_the_providers_clock_is_read_from_its_answers() -> None:
    later = datetime.fromtimestamp(datetime.now(UTC).timestamp() + 600, UTC)
    assert clock_ahead(later.strftime("%a, %d %b %Y %H:%M:%S GMT")) == pytest.approx(600, abs=2)


@pytest.mark.parametrize("zone", ["GMT", "+0000", "-0000"])
def test_the_providers_clock_does_not_depend_on_ours(
    zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A lost task is looked for around its time: hours beside it there is nothing to find."""
    now = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S")
    monkeypatch.setenv("TZ", "UTC-14")  # Kiribati, in the words of POSIX
    time.tzset()
    try:
        assert clock_ahead(f"{now} {zone}") == pytest.approx(0, abs=2)
    finally:
        monkeypatch.undo()
        time.tzset()


@given(st.none() | st.text())
def test_no_date_header_breaks_the_clock(date: str | None) -> None:
    assert abs(clock_ahead(date)) < 24 * 3600


@pytest.mark.slow
@given(st.integers(200, 599), ANSWERS)
def test_no_json_breaks_the_reading(http: int, answer: dict[str, Any]) -> None:
    assert not (isinstance(read_answer(http, answer), Refusal) and http >= 500)
    task = read_prediction(answer)
    assert task.id.isascii()
    json.dumps([task.id, task.error, task.outputs]).encode()  # no half characters for the ledger
    assert abs(task.inference_ms) < 1 << 63
