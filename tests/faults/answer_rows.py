"""Rows about what an answer means: its class, its task, its list, its reason and its outputs."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from . import provider as does
from .provider import FOREVER, Exchange, Fault
from .row import ASK_THERE, DONE, FAILED, LOST, MAYBE, Row

GIVEN_BACK, NOTHING_THERE = "pays failed clips back", "no address"


def informational(*heads: str, then: Fault = does.right) -> Fault:
    """Heads that come before the answer and are none: `103 Early Hints`."""

    def ahead(exchange: Exchange) -> None:
        for head in heads:
            exchange.raw(f"HTTP/1.1 {head}\r\nLink: </a>; rel=preload\r\n\r\n".encode())
        then(exchange)

    return ahead


def hints_without_end(exchange: Exchange) -> None:
    while exchange.wanted:
        exchange.raw(b"HTTP/1.1 103 Early Hints\r\n\r\n")


def task_inside(http: int, *, bare: bool = False, **view: Any) -> Fault:
    """An answer of any status that carries the call's own task, in an envelope or without one."""

    def answered(exchange: Exchange) -> None:
        told = json.loads(exchange.right().body)
        told["data"] |= view
        wrapped = told | {"code": http, "message": "see inside"}
        exchange.answer(does.said(http, told["data"] if bare else wrapped))

    return answered


def another_task(http: int = 200, **view: Any) -> Fault:
    return task_inside(http, id="another-task", **view)


def outputs_as(shape: Callable[[str], Any]) -> Fault:
    """The finished clip's address in another shape."""

    def shaped(exchange: Exchange) -> None:
        told = json.loads(exchange.right().body)
        if told["data"]["outputs"]:
            told["data"]["outputs"] = shape(told["data"]["outputs"][0])
        exchange.answer(does.said(200, told))

    return shaped


def listed_with(inputs: bool = True, prompt: str = "", **view: Any) -> Fault:
    """The list of recent tasks with some fields of ours changed, with or without its inputs."""

    def changed(exchange: Exchange) -> None:
        told = json.loads(exchange.right().body)
        for item in told["data"]["items"]:
            item |= view
            if prompt:
                item["inputs"]["prompt"] = prompt
            if not inputs:
                del item["inputs"]
        exchange.answer(does.said(200, told))

    return changed


def paged(
    size: int, ahead: int = 60, last: Callable[[bool], dict[str, Any]] = lambda _: {}
) -> Fault:
    """The list by pages of `size`, ours behind `ahead` tasks of somebody else. `last` is what a
    page says of itself when it is the last, or is not."""

    def page(exchange: Exchange) -> None:
        number = json.loads(exchange.seen.body)["page"]
        first = exchange.seen.body.replace(b'"page": %d' % number, b'"page": 1')
        exchange.seen = replace(exchange.seen, body=first)
        ours = json.loads(exchange.right().body)["data"]["items"]
        others = [
            {"id": f"other-{n}", "inputs": {"images": [f"https://o/{n}"]}} for n in range(ahead)
        ]
        every = others + ours
        there = every[(number - 1) * size : number * size]
        exchange.answer(does.wrapped({"items": there} | last(number * size >= len(every))))

    return page


def informational_rows() -> Iterator[Row]:
    """A head that comes before the answer is none, at any call."""
    for name, heads in {
        "103": ["103 Early Hints"],
        "100 103 102 103": ["100 A", "103 B", "102 C", "103 D"],
        "104": ["104 Upload Resumption Supported"],
        "199 without a word": ["199 "],
        "101": ["101 Switching Protocols"],
    }.items():
        yield Row("every", f"{name} first", informational(*heads), FOREVER, 1, DONE)
    yield Row("recent", "103 first", informational("103 Early Hints"), FOREVER, 1, DONE)
    yield Row("upload", "102 first", informational("102 Wait"), FOREVER, 1, DONE)


def class_rows() -> Iterator[Row]:
    """What is not a definite no is never one: the task is looked for, and found if it is there."""
    unclear = {
        "103, then cut": informational("103 Early Hints", then=does.cut),
        "hints without end": hints_without_end,
        "204": does.body(b"", 204),
        "304": does.body(b"", 304),
        "520": does.body(b"<h1>Unknown</h1>", 520, "text/html"),
        "999": does.status(999),
        "201 without a task": does.body(b'{"code":201,"message":"created","data":null}', 201),
        "202 inside": does.inside(202, "accepted"),
        "-1 inside": does.inside(-1, "hm"),
        "504 inside": does.inside(504, "upstream timed out"),
        "5004 inside": does.inside(5004, "took too long"),
        "a word for a code": does.body(b'{"code":"ERR","message":"hm","data":null}'),
        "success is false": does.body(b'{"success":false}'),
    }
    for name, fault in unclear.items():
        yield Row("submit", f"{name}, before", fault, 1, 1, LOST, MAYBE, tasks=0)
        yield Row("submit", f"{name}, after", does.after(fault), 1, 1, DONE)
    for http in (300, 400, 409, 425, 500):
        task = task_inside(http, status="processing")
        yield Row("submit", f"{http} with the task", task, 1, 1, DONE)
    yield Row("submit", "400, bare task", task_inside(400, bare=True), 1, 1, DONE)
    for http in (200, 400, 500):
        failed = task_inside(http, status="failed", error="GPU on fire")
        yield Row("submit", f"{http}, the task failed", failed, 1, 1, FAILED, "GPU on fire")
    for name, content in {
        "a trace id": b'{"code":400,"message":"bad shape","id":"trace-1"}',
        "a trace id with a status": b'{"id":"t-1","status":"error","message":"bad shape"}',
        "a status number": b'{"id":"t-1","status":"400","detail":"bad shape"}',
        "data of another kind": b'{"message":"bad shape","data":{"id":"t-1","field":"image"}}',
    }.items():
        fault = does.body(content, 400)
        yield Row("submit", f"400 with {name}", fault, 1, 1, FAILED, "bad shape", tasks=0)


def ended_rows() -> Iterator[Row]:
    """The task's own word counts, whatever the HTTP status; that of another task does not."""
    for http in (400, 404, 500):
        failed = task_inside(http, status="failed", error="GPU on fire", outputs=[])
        yield Row("poll", f"failed in {http}", failed, FOREVER, 1, FAILED, "GPU on fire")
    yield Row("poll", "failed in 422, bare",
              task_inside(422, bare=True, status="failed", error="Too dark", outputs=[]),
              FOREVER, 1, FAILED, "Too dark")  # fmt: skip
    for http, word, says in (
        (410, "deleted", ASK_THERE),
        (409, "cancelled", ASK_THERE),
        (504, "timeout", GIVEN_BACK),
    ):
        ended = task_inside(http, status=word, outputs=[])
        yield Row("poll", f"{word} in {http}", ended, FOREVER, 1, FAILED, says)
    yield Row("poll", "the outer words", task_inside(500, status="failed", error="", outputs=[]),
              FOREVER, 1, FAILED, "see inside")  # fmt: skip
    for http in (400, 500, 206):
        yield Row("poll", f"completed in {http}", task_inside(http), FOREVER, 1, DONE)
    for http in (200, 400, 500):
        failed = another_task(http, status="failed", outputs=[])
        yield Row("poll", f"another task failed, {http}", failed, 2, 1, DONE)
    clip = another_task(status="completed", outputs=["https://127.0.0.1/other.mp4"])
    yield Row("poll", "another task's clip", clip, 3, 1, DONE)
    yield Row("poll", "another task's clip", clip, FOREVER, 1, "created", "another request")
    reasons: dict[str, dict[str, Any]] = {
        "under error": {"error": "All frames were filtered"},
        "under detail": {"detail": {"msg": "All frames were filtered"}},
    }
    for name, view in reasons.items():
        empty = does.task_says(status="completed", outputs=[], **view)
        yield Row(
            "poll", f"no file, a reason {name}", empty, FOREVER, 1, "created", "were filtered"
        )
    late = does.task_says(status="completed", outputs=[], error="still copying")
    yield Row("poll", "no file, a reason, then a file", late, 2, 1, DONE)


def output_rows() -> Iterator[Row]:
    """Every address below `outputs`, in any shape; what holds none says so at once."""
    shapes: dict[str, Callable[[str], Any]] = {
        "a table": lambda url: {"url": url},
        "a nested list": lambda url: [[url]],
        "5,000 letters": lambda url: [f"{url}?sign={'a' * 5000}"],
        "a zero-width end": lambda url: [f"{url}\u200b"],
        "a table of tables": lambda url: {"result": {"video": {"uri": url}}},
        "a list in a table": lambda url: {"videos": [{"src": url, "width": 1280}]},
        "a cover first": lambda url: ["https://127.0.0.1/cover.jpg", url],
        "a cover of the same kind": lambda url: [
            {"type": "image", "url": "https://127.0.0.1/1"},
            {"type": "video", "url": url},
        ],
        "upper case": lambda url: [url.replace("http://", "HTTP://")],
    }
    for name, shape in shapes.items():
        yield Row("poll", f"outputs: {name}", outputs_as(shape), FOREVER, 1, DONE)
    useless = {
        "a file": ["file:///etc/passwd"],
        "a number": [7],
        "nonsense": ["nonsense"],
        "a table of words": [{"text": "a dog runs"}],
    }
    for name, outputs in useless.items():
        told = does.task_says(status="completed", outputs=outputs)
        yield Row("poll", f"outputs: {name}", told, FOREVER, 1, "created", NOTHING_THERE)
    for name, outputs in {"null": [None], "an empty text": "", "an empty table": [{}]}.items():
        told = does.task_says(status="completed", outputs=outputs)
        yield Row("poll", f"outputs: {name}", told, 2, 1, DONE)


def flag_rows() -> Iterator[Row]:
    """Only an absent, empty or false flag is none."""
    for name, value, covered in (
        ("true", True, True),
        ("a word", ["true"], True),
        ("the word false", ["False"], False),
    ):
        told = does.task_says(has_nsfw_contents=value)
        yield Row("poll", f"flagged: {name}", told, FOREVER, 1, DONE, covered=covered)


def list_rows() -> Iterator[Row]:
    """The answer is lost; the list shows the task in a shape of its own."""
    dates: dict[str, Any] = {
        "seconds": 1_775_046_896,
        "null": None,
        "nonsense": "soon",
        "another year": "2001-01-01T00:00:00Z",
        "UTC in words": "2026-04-01 12:34:56 +0000 UTC",
    }
    for name, date in dates.items():
        yield Row("recent", f"date: {name}", listed_with(created_at=date), FOREVER, 1, DONE)
    yield Row("recent", "another prompt", listed_with(prompt="a rewritten one"), FOREVER, 1, DONE)
    yield Row("recent", "no date, no inputs", listed_with(False, created_at=None), FOREVER, 1, LOST,
              MAYBE)  # fmt: skip
    for name, list_ in {
        "50 a page, has_more": paged(50, last=lambda end: {"has_more": not end}),
        "50 a page, total": paged(50, last=lambda _: {"total": 61}),
        "7 a page, and no word": paged(7, 20),
    }.items():
        yield Row("recent", f"pages: {name}", list_, FOREVER, 1, DONE)


def reason_rows() -> Iterator[Row]:
    """The reason wherever it stands; money and models only where it speaks of them."""
    said: dict[str, Any] = {
        "detail": {"detail": "wrong shape"},
        "error": {"error": "wrong shape"},
        "detail of a list": {"detail": [{"loc": ["body", "image"], "msg": "wrong shape"}]},
        "errors by field": {"errors": {"image": ["has the wrong shape"]}},
    }
    for name, content in said.items():
        fault = does.body(json.dumps(content).encode(), 400)
        yield Row("submit", f"400, {name}", fault, 1, 1, FAILED, "wrong shape", tasks=0)
    text = does.body(b"wrong shape", 400, "text/plain")
    yield Row("submit", "400, no JSON", text, 1, 1, FAILED, "wrong shape", tasks=0)
    for http, words in (
        (403, "Exhausted balance"),
        (400, "You have run out of credits."),
        (400, "Insufficient API credits, please recharge"),
    ):
        fault = does.body(json.dumps({"detail": words}).encode(), http)
        yield Row("submit", f"{http} {words}", fault, 1, 1, FAILED, "Top it up", tasks=0)
    for words in (
        "white balance must be 0 to 1",
        "insufficient permission to list credits",
    ):
        yield Row("submit", f"400 {words}", does.status(400, words), 1, 1, FAILED, words, tasks=0,
                  never="Top it up")  # fmt: skip
    for name, page in {
        "403 HTML": does.body(b"<html>Access denied</html>", 403, "text/html"),
        "403 of a CDN": does.body(b"error code: 1010", 403, "text/plain"),
    }.items():
        yield Row("submit", name, page, 1, 1, FAILED, "403", tasks=0, never="this model")
    failures: dict[str, dict[str, Any]] = {
        "error is a table": {"error": {"message": "Too dark"}},
        "detail": {"error": None, "detail": "Too dark"},
        "a list of errors": {"errors": [{"reason": "Too dark"}]},
    }
    for name, view in failures.items():
        failed = does.task_says(status="failed", outputs=[], **view)
        yield Row("poll", f"failed, {name}", failed, 1, 1, FAILED, "Too dark")


def sent_rows() -> Iterator[Row]:
    """The provider is gone between the picture and the paid POST."""

    def gone(exchange: Exchange) -> None:
        exchange.answer(exchange.right())
        exchange.provider.stop()

    yield Row("put", "the provider is gone then", gone, 1, 0, FAILED, "Nothing was charged")


ROWS = [
    *informational_rows(),
    *class_rows(),
    *ended_rows(),
    *output_rows(),
    *flag_rows(),
    *list_rows(),
    *reason_rows(),
    *sent_rows(),
]
