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
    plain,
    read_answer,
    read_prediction,
    whole,
)
from seedance_demo.wavespeed.readings import flagged, moment, reason

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
    ("still", "is_one"),
    [
        ("/9j/4AAQ", True),
        ("/9j/4AA=", True),
        ("/9j/' onload='", False),
        ("iVBORw0KGgo", False),
        ("/9j/" + "A" * (1 << 18), False),
        (["/9j/4AAQ"], False),
    ],
)
def test_a_still_is_a_small_jpeg_or_none(still: Any, is_one: bool) -> None:
    told = TASK | {"frames": {"done": 1, "total": 2, "still": still}}
    assert read_prediction(told).still == (still if is_one else "")


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
        (400, None, Refusal(400, 0, "", by_api=False)),
        (400, "error code: 1010", Refusal(400, 0, "error code: 1010", by_api=False)),
        (400, {"error": {"code": 1200, "message": "no"}}, Refusal(400, 1200, "no")),
        (404, {"code": 1407, "message": "no"}, Refusal(404, 1407, "no")),
        (429, {"code": 429}, Refusal(429, 429, "")),
        (499, {"status": "created"}, Refusal(499, 0, "")),
        (499, TASK, Worked),  # told of beside a no, it exists all the same
        (409, {"data": {"id": "a", "status": "rejected"}}, Worked),
        (400, {"id": "trace-1", "status": "error"}, Refusal(400, 0, "")),
        (400, {"data": {"id": "trace-1"}}, Refusal(400, 0, "")),
        (500, {"data": TASK}, Worked),
        (302, {"data": TASK}, Worked),
        (100, {}, Unclear()),
        (199, {}, Unclear()),
        (200, [TASK], Unclear()),
        (200, "queued", Unclear("queued")),
        (200, {"code": 201}, Worked),
        (200, {"code": 302}, Unclear()),
        (200, {"code": -1, "message": "hm"}, Unclear("hm")),
        (200, {"code": 504, "message": "late"}, Unclear("late")),
        (200, None, Unclear()),
        (299, TASK, Worked),
        (302, None, Unclear()),
        (399, None, Unclear()),
        (600, {"code": 400}, Unclear()),
        (408, {"code": 408, "message": "late"}, Unclear("late")),
        (500, {"code": 500}, Unclear()),
        (502, None, Unclear()),
    ],
)
def test_an_answer_is_a_yes_a_no_or_unclear(
    http: int, body: Any, meaning: Answer | type[Worked]
) -> None:
    assert read_answer(http, body) == (Worked(body) if meaning is Worked else meaning)


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
        ("2026-04-01T12:34:56.789z", 1775046896.789),
        ("2026-04-01 12:34:56.789123456 +0000 UTC", 1775046896.789123),
        ("2026-04-01 14:34:56 +0200 CEST m=+0.003", None),
        ("2026-04-01 14:34:56 +0200 CEST", 1775046896.0),
        ("2026-04-01 12:34:56 UTC", 1775046896.0),
        ("Wed, 01 Apr 2026 12:34:56 GMT", 1775046896.0),
        (1775046896, 1775046896.0),
        (1775046896.5, 1775046896.5),
        ("1775046896", 1775046896.0),
        (1775046896000, 1775046896.0),
        ("1775046896789123456", 1775046896.789123),
        (0, None),
        (True, None),
        (float("inf"), None),
        (float("nan"), None),
        ([1775046896], None),
    ],
)
def test_dates_are_read_in_every_form_seen(text: object, unix: float | None) -> None:
    assert moment(text) == pytest.approx(unix)


@pytest.mark.parametrize(
    "value", [10**30, -(10**30), float("inf"), float("nan"), "9" * 5000, [], None]
)
def test_numbers_beyond_a_database_are_none(value: object) -> None:
    assert whole(value) == 0


@pytest.mark.parametrize(
    "text", ["", "a b", "a\nb", "\ud800", "\x00", "é", "x" * 201, 7.5, True, None, {}]
)
def test_an_id_that_cannot_be_asked_for_is_none(text: object) -> None:
    assert read_prediction({"data": {"id": text}}).id == ""


def test_an_id_may_be_a_number() -> None:
    assert read_prediction({"data": {"id": 7}}).id == "7"


A, B = "https://a/1.mp4", "https://a/2"


@pytest.mark.parametrize(
    ("outputs", "found"),
    [
        ([A, {"url": B}, {"url": 3}, None, 4, "", "\x00"], (A, B)),
        (B, (B,)),
        ({"url": B}, (B,)),
        ([[[B]]], (B,)),
        ({"a": {"b": [{"c": B}]}}, (B,)),
        ([A, A], (A,)),
        ([B, A], (A, B)),  # what is a video by its name comes first,
        ([B + ".jpg", B], (B, B + ".jpg")),  # and what is none by its name last
        ([{"url": B + "/cover"}, {"type": "video/mp4", "url": B}], (B, B + "/cover")),
        ({"thumbnail": B + "/cover", "video_url": B}, (B, B + "/cover")),
        ({"video": {"cover": B + ".webp", "src": B}}, (B, B + ".webp")),
        ([f" \u200b\ufeff{A}\u200b\u2060\r\n"], (A,)),
        ([f"{A}?{'a' * 100_000}"], (f"{A}?{'a' * 100_000}",)),
        (["https://a/\u0645\u06cc\u200c\u062e.mp4"], ("https://a/\u0645\u06cc\u200c\u062e.mp4",)),
        (["https://a/b c.mp4", "HTTP://a/"], ("https://a/b c.mp4", "HTTP://a/")),
        (["/f/1.mp4", "//a/1.mp4"], ("/f/1.mp4", "//a/1.mp4")),  # to be read at the API's address
        (["file:///a", "ftp://a/b", "a/b", "http://", "https://a\x00b", "https://a\ud800b"], ()),
        ([[[[[[[[[[[B]]]]]]]]]]], ()),
        (None, ()),
    ],
)
def test_every_address_below_the_outputs_is_found(outputs: object, found: tuple[str, ...]) -> None:
    task = read_prediction({"outputs": outputs})
    assert task.outputs == found
    assert task.useless == (not found and outputs is not None)


@pytest.mark.parametrize("nothing", [None, [], {}, "", " ", [None], [[], {"a": None}], {"url": ""}])
def test_outputs_with_nothing_in_them_are_not_useless_but_absent(nothing: object) -> None:
    assert not read_prediction({"outputs": nothing}).useless


NO = [None, False, 0, "", " ", "false", "False", [], {}, [False], [False, [None]], {"a": False}]
YES = [
    True,
    1,
    0.02,
    "true",
    "no",
    "0",
    "unknown",
    ["true"],
    [False, True],
    {"a": [1]},
    [{"b": "x"}],
]


@pytest.mark.parametrize(("value", "says"), [(v, False) for v in NO] + [(v, True) for v in YES])
def test_every_flag_but_a_plain_no_is_one(value: object, says: bool) -> None:
    assert read_prediction({"data": {"has_nsfw_contents": value}}).nsfw is says


def test_a_flag_too_deep_to_be_read_is_one() -> None:
    deep: list[Any] = []
    for _ in range(20):
        deep = [deep]
    assert flagged(deep)


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"message": "dark"}, "dark"),
        ({"message": "success", "data": {"error": "dark"}}, "dark"),
        ({"message": None, "error": "", "detail": "dark"}, "dark"),
        ({"error": {"code": "E7", "message": "dark"}}, "dark"),
        ({"error": {"code": "E7"}}, "code: E7"),
        ({"detail": [{"loc": ["body"], "msg": "dark"}, {"msg": "small"}]}, "dark; small"),
        ({"errors": {"image": ["is dark", "is dark"]}}, "image: is dark"),
        ({"fault": {"faultstring": "dark"}}, "dark"),
        ([{"title": "dark"}], "dark"),
        ("dark\n red", "dark red"),
        ({"code": 400, "id": "trace-1", "data": {"id": "x", "status": "failed"}}, ""),
        ({"message": "OK"}, ""),
        (7, ""),
    ],
)
def test_the_reason_is_found_wherever_it_stands(told: object, words: str) -> None:
    assert reason(told) == words


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
