"""Every fault at every step of a paid press, and what becomes of the job and its money.

`pytest tests/faults/test_fault_table.py -n 0 -s -k table` prints the table.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from . import answer_rows
from . import provider as does
from .life import QUICK, Outcome, end, make_clip, outcome, press, runner_for
from .provider import FOREVER, Provider, serving
from .row import (
    ASK_THERE,
    DONE,
    FAILED,
    GOES_ON,
    KEPT,
    LOST,
    MAYBE,
    NO_VIDEO,
    NOTHING,
    RESTS,
    SAVING,
    UNSAFE,
    Row,
)

PRIVATE = ("http://127.0.0.1/", "https://127.0.0.1/", "https://169.254.169.254/", "https://[::1]/")


def upload_rows() -> Iterator[Row]:
    """Before the POST: the form takes over from the ticket, or nothing is sent."""
    broken = {
        "cut": does.cut,
        "closed": does.close,
        "hangs": does.hang,
        "head drips": does.drip_head,
        "body drips": does.drip_body,
        "garbage": does.garbage,
        "HTML": does.html,
        "huge": does.huge,
        "not gzip": does.not_gzip,
        "two lengths": does.two_lengths,
        "500": does.status(500),
        "404": does.status(404),
        "400 model not found": does.status(400, "model not found"),
        "redirect inside": does.redirect(PRIVATE[0]),
        "no place": does.body(b'{"code":200,"data":{"download_url":"https://a"}}'),
        "place inside": does.body(_ticket_for("https://127.0.0.1/")),
        "place is nonsense": does.body(_ticket_for("http://[")),
        "headers are nonsense": does.body(_ticket_for("https://a.example/", "€\\nX")),
    }
    for name, fault in broken.items():
        yield Row("ticket", name, fault, FOREVER, 1, DONE)
    for name in ("cut", "hangs", "head drips", "garbage", "500", "redirect inside"):
        yield Row("put", name, broken[name], FOREVER, 1, DONE)
    yield Row("put", "500", does.status(500), 2, 1, DONE)
    yield Row("put", "429 Retry-After", does.status(429, Retry_After="0"), 1, 1, DONE)
    yield Row("ticket", "401", does.status(401), 1, 0, FAILED, "does not accept this key")
    yield Row("ticket", "429", does.status(429, "Upload quota exceeded"), 1, 0, FAILED, "quota")
    yield Row("ticket", "402", does.status(402), 1, 0, FAILED, "Top it up")
    for name in ("cut", "hangs", "body drips", "garbage", "HTML", "500", "huge"):
        yield Row("upload", name, broken[name], FOREVER, 0, FAILED, "could not be reached")
    yield Row("upload", "413", does.status(413, "too large"), FOREVER, 0, FAILED, "too large")


def _ticket_for(url: str, header: str = "") -> bytes:
    slot = f'{{"method":"PUT","url":"{url}","headers":{{"x":"{header}"}}}}'
    return f'{{"code":200,"data":{{"download_url":"https://a","upload":{slot}}}}}'.encode()


def submit_rows() -> Iterator[Row]:
    """The answer is lost: the task is found if it was created, and nothing is sent again."""
    lost = {
        "cut": does.cut,
        "closed": does.close,
        "hangs": does.hang,
        "head drips": does.drip_head,
        "body drips": does.drip_body,
        "garbage": does.garbage,
        "HTML": does.html,
        "empty": does.body(b""),
        "null": does.body(b"null"),
        "a list": does.body(b"[]"),
        "cut JSON": does.body(b'{"code":200,"data":{"id":"ab'),
        "huge": does.huge,
        "no id": does.body(b'{"code":200,"data":{"status":"created"}}'),
        "id is null": does.body(b'{"code":200,"data":{"id":null,"status":"created"}}'),
        "id is a table": does.body(b'{"code":200,"data":{"id":{"a":1}}}'),
        "id is no text": does.body(b'{"code":200,"data":{"id":"\\ud800\\u0000"}}'),
        "408": does.status(408),
        "500": does.status(500),
        "502 HTML": does.body(b"<h1>Bad gateway</h1>", 502, "text/html"),
        "503 Retry-After": does.status(503, Retry_After="0"),
        "504": does.status(504),
        "301": does.redirect("/elsewhere", 301),
        "303": does.redirect("/elsewhere", 303),
        "307 to itself": does.redirect(does.SUBMIT, 307),
        "308 inside": does.redirect("http://127.0.0.1:1/", 308),
        "302 to nonsense": does.redirect("http://["),
    }
    for name, fault in lost.items():
        yield Row("submit", f"{name}, before", fault, 1, 1, LOST, MAYBE, tasks=0)
        yield Row("submit", f"{name}, after", does.after(fault), 1, 1, DONE)
    for name, fault in {
        "cut inside": does.cut_inside,
        "promises more": does.promises_more,
        "promises less": does.promises_less,
        "two lengths": does.two_lengths,
        "not gzip": does.not_gzip,
        "wrong type": does.wrong_type,
        "unknown word": does.task_says(status="pondering"),
        "error code beside the task": does.after(_beside_the_task),
    }.items():
        yield Row("submit", name, fault, 1, 1, DONE)


def _beside_the_task(exchange: does.Exchange) -> None:
    content = exchange.right().body.replace(b'"code": 200', b'"code": 5004')
    exchange.answer(does.Answer(200, {}, content))


def refusal_rows() -> Iterator[Row]:
    """A plain no: nothing was created, nothing was charged, nothing is looked for."""
    plain = {
        "400": (does.status(400, 'field "image" is required'), "field"),
        "400 HTML": (does.body(b"<h1>no</h1>", 400, "text/html"), "code 400"),
        "400 insufficient credits": (does.status(400, "insufficient credits"), "Top it up"),
        "400 model not found": (does.status(400, "model not found"), "model not found"),
        "401": (does.status(401), "does not accept this key"),
        "401 HTML": (does.body(b"", 401), "does not accept this key"),
        "402": (does.status(402), "Top it up"),
        "403": (does.status(403, "role viewer"), "may not use this model: role viewer"),
        "404": (does.status(404, "no such model"), "no such model"),
        "413": (does.status(413, "too large"), "too large"),
        "422": (does.status(422, "duration"), "duration"),
        "429": (does.status(429, "Too Many Requests"), "again to wait in line"),
        "429 Retry-After": (does.status(429, Retry_After="0"), "again to wait in line"),
        "200 with 401": (does.inside(401), "does not accept this key"),
        "200 with 1200": (does.inside(1200), "content check"),
        "200 with 1407": (does.inside(1407, "insufficient credits"), "Top it up"),
        "200 with 500": (does.inside(500, "boom"), "boom"),
        "200 with 5003": (does.inside(5003), "not available right now"),
        "200 with an error and a trace id": (
            does.body(b'{"code":400,"message":"bad","id":"trace-1"}'),
            "bad",
        ),
    }
    for name, (fault, says) in plain.items():
        yield Row("submit", name, fault, 1, 1, FAILED, says, tasks=0)


def recent_rows() -> Iterator[Row]:
    """The answer is lost, and then the recent list is out of order too."""
    for name, fault in {
        "cut": does.cut,
        "500": does.status(500),
        "garbage": does.garbage,
        "HTML": does.html,
        "429": does.status(429),
        "items is a number": does.body(b'{"code":200,"data":{"items":7}}'),
        "items of nonsense": does.body(b'{"code":200,"data":{"items":[1,null,{"id":[]},{}]}}'),
    }.items():
        yield Row("recent", name, fault, 1, 1, DONE)
        yield Row("recent", name, fault, FOREVER, 1, LOST, MAYBE)
    yield Row("recent", "401", does.status(401), FOREVER, 1, LOST, "does not accept this key")


def poll_rows() -> Iterator[Row]:
    """The task exists: no answer to a question about it gives it up."""
    passing = {
        "cut": does.cut,
        "closed": does.close,
        "cut inside": does.cut_inside,
        "hangs": does.hang,
        "head drips": does.drip_head,
        "body drips": does.drip_body,
        "garbage": does.garbage,
        "HTML": does.html,
        "null": does.body(b"null"),
        "huge": does.huge,
        "not gzip": does.not_gzip,
        "two lengths": does.two_lengths,
        "promises more": does.promises_more,
        "promises less": does.promises_less,
        "400": does.status(400, "Prediction not found"),
        "403": does.status(403),
        "404": does.status(404),
        "429": does.status(429),
        "429 Retry-After": does.status(429, Retry_After="1"),
        "429 Retry-After nonsense": does.status(429, Retry_After="soon"),
        "redirect inside": does.redirect(PRIVATE[0]),
        "redirect to nonsense": does.redirect("http://["),
        "200 with 5003": does.inside(5003),
        "unknown word": does.task_says(status="pondering", outputs=[]),
        "status is a list": does.task_says(status=["processing"], outputs=[]),
        "numbers beyond every database": does.task_says(timings={"inference": 10**30}),
    }
    for name, fault in passing.items():
        yield Row("poll", name, fault, 1, 1, DONE)
    yield Row("poll", "500", does.status(500), 7, 1, DONE)
    yield Row("poll", "503", does.status(503), 7, 1, DONE)
    for name in ("cut", "hangs", "HTML", "200 with 5003"):
        yield Row("poll", name, passing[name], FOREVER, 1, "created", GOES_ON)
    yield Row("poll", "404", does.status(404), FOREVER, 1, "created", "not with this key")
    yield Row("poll", "401", does.status(401), 1, 1, "created", "does not accept this key")
    unknown = does.task_says(status="pondering", outputs=[])
    yield Row("poll", "unknown word", unknown, FOREVER, 1, RESTS, "takes longer than expected")
    empty = does.task_says(status="completed", outputs=[])
    yield Row("poll", "completed, no file yet", empty, 3, 1, DONE)
    yield Row("poll", "completed, never a file", empty, FOREVER, 1, "created", "no file")
    for word in ("failed", "timeout", "cancelled", "deleted"):
        ended = does.task_says(status=word, outputs=[])
        says = "whether it was charged" if word in ("cancelled", "deleted") else "pays failed clips"
        yield Row("poll", word, ended, 1, 1, FAILED, says)
    for code, says in {1200: "content check", 1402: "could not fetch", 5004: "too long"}.items():
        failed = does.task_says(status="failed", code=code, outputs=[])
        yield Row("poll", f"failed {code}", failed, 1, 1, FAILED, says)
    reason = does.task_says(status="failed", error=f"Bearer {does.KEY} is wrong", outputs=[])
    yield Row("poll", "failed, and names the key", reason, 1, 1, FAILED, "Bearer [key] is wrong")


def file_rows() -> Iterator[Row]:
    """The clip is finished: it arrives, or its address stays with the job."""
    whole, playing = make_clip(), make_clip(index_first=True)
    passing = {
        "cut": does.cut,
        "cut inside": does.cut_inside,
        "hangs": does.hang,
        "head drips": does.drip_head,
        "garbage": does.garbage,
        "429": does.status(429),
        "503": does.status(503),
        "promises more": does.promises_more,
        "wrong type": does.wrong_type,
        "two lengths": does.two_lengths,
        "empty": does.body(b""),
        "ignores the range": does.body(whole, kind="video/mp4"),
        "redirect to itself": does.redirect("/file/other.mp4"),
    }
    for name, fault in passing.items():
        yield Row("file", name, fault, 1, 1, DONE)
    yield Row("file", "cut inside", does.cut_inside, 3, 1, DONE)
    lasting = {
        "cut": (does.cut, "kept breaking"),
        "cut inside": (does.cut_inside, "kept breaking"),
        "head drips": (does.drip_head, "kept breaking"),
        "503": (does.status(503), "kept breaking"),
        "not gzip": (does.not_gzip, "kept breaking"),
        "403": (does.status(403), "HTTP 403"),
        "404": (does.status(404), "HTTP 404"),
        "416": (does.status(416), "kept breaking"),
        "HTML": (does.html, NO_VIDEO),
        "a playlist": (does.body(b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"), NO_VIDEO),
        "empty": (does.body(b""), "kept breaking"),
        "half a clip": (does.body(whole[: len(whole) // 2]), NO_VIDEO),
        "half a clip, index first": (
            does.body(playing[: len(playing) // 2]),
            "clip's 24 frames arrived",
        ),
        "promises less": (does.promises_less, NO_VIDEO),
        "redirects without end": (does.redirect("/file/other.mp4"), "without end"),
        "redirect to nonsense": (does.redirect("https://["), UNSAFE),
        "redirect to a file": (does.redirect("file:///etc/passwd"), UNSAFE),
        **{f"redirect to {url}": (does.redirect(url), "") for url in PRIVATE},
    }
    for name, (fault, says) in lasting.items():
        yield Row("file", name, fault, FOREVER, 1, SAVING, says or UNSAFE)
    for url in (*PRIVATE, "https://u:p@a.example/"):
        address = does.task_says(status="completed", outputs=[url])
        yield Row("poll", f"file at {url}", address, FOREVER, 1, SAVING, UNSAFE)


def homecoming_rows() -> Iterator[Row]:
    """The clip is finished, and something else comes in its place for a while: it still arrives."""
    whole = make_clip()
    for code in (204, 206, 226, 400, 401, 402, 403, 404, 405, 406, 409, 410, 416, 418, 421, 451):
        yield Row("file", f"{code}", does.status(code), 1, 1, DONE)
    for code in (500, 501, 505, 507, 511, 520, 524, 530, 599):
        yield Row("file", f"{code}", does.status(code), 1, 1, DONE)
    for name, fault in {
        "HTML": does.html,
        "302 to a page": _to_a_page(302),
        "303 to a page": _to_a_page(303),
        "307 to a page": _to_a_page(307),
        "302 inside": does.redirect(PRIVATE[1]),
        "JSON": does.body(b'{"code":200,"data":{"status":"processing"}}'),
        "XML with 200": does.body(b"<Error><Code>AccessDenied</Code></Error>"),
        "a picture that says it is a video": does.body(b"\xff\xd8\xff\xe0JFIF", kind="video/mp4"),
        "a whole file of half the clip": does.body(whole[: len(whole) // 2], kind="video/mp4"),
        "the clip without its head": does.body(whole[40:], kind="video/mp4"),
        "zeros": does.body(bytes(5000), kind="video/mp4"),
        "one byte": does.body(b"\0", kind="video/mp4"),
    }.items():
        yield Row("file", f"{name}, for a moment", fault, 2 if "page" in name else 1, 1, DONE)
    yield Row("file", "the clip as text", does.body(whole, kind="text/plain"), 1, 1, DONE)
    for code in (404, 524):
        yield Row("file", f"{code}", does.status(code), 2, 1, DONE)
    yield Row("poll", "a poster first", _outputs("poster.jpg", "clip.mp4"), FOREVER, 1, DONE)
    yield Row("poll", "a page first", _outputs("page", "log.json", "clip.mp4"), FOREVER, 1, DONE)
    yield Row("poll", "only a poster", _outputs("poster.jpg"), FOREVER, 1, SAVING, NO_VIDEO)
    gone = _outputs("gone.mp4", "clip.mp4")
    yield Row("poll", "the first is gone", gone, FOREVER, 1, DONE)


def _to_a_page(code: int) -> does.Fault:
    def led_astray(exchange: does.Exchange) -> None:
        at_page = exchange.seen.path.endswith("/page")
        (does.html if at_page else does.redirect("/file/page", code))(exchange)

    return led_astray


def _outputs(*names: str) -> does.Fault:
    """A completed task with these outputs, of which only `clip.mp4` is one."""

    def file(exchange: does.Exchange) -> None:
        name = exchange.seen.path.split("/")[-1]
        if name == "clip.mp4":
            exchange.answer(exchange.right())
        else:
            (does.status(404) if name == "gone.mp4" else does.html)(exchange)

    def completed(exchange: does.Exchange) -> None:
        exchange.provider.misbehave("file", file)
        outputs = [f"{exchange.provider.base_url}/file/{name}" for name in names]
        does.task_says(status="completed", outputs=outputs)(exchange)

    return completed


ROWS = [
    *upload_rows(),
    *submit_rows(),
    *refusal_rows(),
    *recent_rows(),
    *poll_rows(),
    *file_rows(),
    *answer_rows.ROWS,
    *homecoming_rows(),
]


def live_through(row: Row, folder: Path, clip: bytes) -> Outcome:
    with serving(Provider(clip)) as provider:
        for step in row.steps:
            provider.misbehave(step, row.fault, row.times)
        if row.step == "recent":
            provider.misbehave("submit", does.after(does.cut), 1)
        lasts = row.phase in ("created", RESTS)  # the others end before any deadline
        runner = runner_for(provider, folder, QUICK if lasts else replace(QUICK, deadline=30))
        seen = outcome(provider, runner, press(runner))
        end(runner)
        return seen


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Outcome]]:
    """All rows, side by side, because most of them only wait."""
    clip = make_clip()
    with ThreadPoolExecutor(12) as lives:
        started = {
            row.title: lives.submit(live_through, row, tmp_path_factory.mktemp("life"), clip)
            for row in ROWS
        }
        yield {title: life.result() for title, life in started.items()}


def test_the_rows_have_names_of_their_own() -> None:
    assert len({row.title for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.title)
def test_a_fault_ends_as_the_table_says(row: Row, outcomes: dict[str, Outcome]) -> None:
    seen = outcomes[row.title]
    assert (seen.posts, seen.tasks, seen.phase) == (row.posts, row.created, row.phase)
    assert row.says in seen.sentence
    assert row.never not in seen.sentence
    assert seen.covered == row.covered
    assert does.KEY not in seen.sentence
    assert seen.decodes == (row.phase == DONE)
    if row.phase not in (LOST, FAILED):
        assert seen.request_id
        assert seen.request_id in seen.sentence


def test_an_old_answer_out_of_a_cache_is_another_task(tmp_path: Path) -> None:
    with serving(Provider(make_clip())) as provider:
        runner = runner_for(provider, tmp_path, replace(QUICK, deadline=30))
        first = outcome(provider, runner, press(runner, "Push in"))
        old = does.task_says(id=first.request_id, status="completed")
        provider.misbehave("submit", old, 1)
        second = outcome(provider, runner, press(runner, "Pull out"))
    assert (second.posts, second.phase) == (2, DONE)
    assert second.request_id not in ("", first.request_id)


def test_the_money_is_named_wherever_a_press_ends(outcomes: dict[str, Outcome]) -> None:
    for row in ROWS:
        seen, promised = (
            outcomes[row.title],
            {
                DONE: "$1.20 charged",
                LOST: MAYBE,
                RESTS: GOES_ON,
                "created": GOES_ON,
                SAVING: KEPT,
            },
        )
        ended = "charged" if seen.request_id else NOTHING
        expected = {promised.get(seen.phase, ended), "pays failed clips back", ASK_THERE}
        assert any(words in seen.sentence for words in expected), row.title


def test_the_whole_table(outcomes: dict[str, Outcome], capsys: pytest.CaptureFixture[str]) -> None:
    """One press, at most one POST, and every created task has its id in the ledger."""
    with capsys.disabled():
        print(f"\n{'fault':48} posts tasks {'phase':12} id  sentence")
        for title, seen in outcomes.items():
            known = "yes" if seen.request_id else "-"
            figures = f"{seen.posts:5} {seen.tasks:5} {seen.phase:12} {known:3}"
            print(f"{title:48} {figures} {seen.sentence}")
    lives = outcomes.values()
    assert all(seen.posts <= 1 for seen in lives)
    assert all(seen.request_id or seen.phase == LOST for seen in lives if seen.tasks)
