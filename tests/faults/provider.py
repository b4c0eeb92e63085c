"""A provider over real HTTP that does everything wrong that a provider can do.

It speaks the few calls of the API that the paid path needs, and does each of them right until told
otherwise. A fault is a function that gets the exchange and answers it in its own way;
`after(fault)` does the call's work first, so that the task exists, and only then answers wrongly.
"""

import json
import secrets
import socket
import ssl
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

MODEL = "bytedance/seedance-2.0/image-to-video"
KEY = "a-key-nobody-else-has"
SUBMIT = f"/api/v3/{MODEL}"
FOREVER = 1 << 30


@dataclass(frozen=True)
class Seen:
    """A request as it came."""

    step: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Task:
    id: str
    inputs: dict[str, Any]
    created: float
    polls: int = 0
    cancelled: bool = False


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Exchange:
    """One request on its way to an answer."""

    provider: "Provider"
    handler: BaseHTTPRequestHandler
    seen: Seen
    _right: Answer | None = None

    def right(self) -> Answer:
        """Do what the call asks for, once, and say how it would be answered."""
        self._right = self._right or self.provider.do(self.seen)
        return self._right

    def answer(self, answer: Answer) -> None:
        self.raw(self.head(answer) + answer.body)

    def head(self, answer: Answer) -> bytes:
        headers = {"Content-Length": str(len(answer.body)), "Connection": "close"}
        headers |= {"Date": formatdate(time.time() + self.provider.ahead)} | answer.headers
        lines = [f"HTTP/1.1 {answer.status} Said", *(f"{k}: {v}" for k, v in headers.items())]
        return "\r\n".join((*lines, "", "")).encode("latin-1")

    def raw(self, data: bytes) -> None:
        self.handler.connection.sendall(data)

    def reset(self) -> None:
        """Cut the connection so that the other side gets a reset, not an end."""
        linger = struct.pack("ii", 1, 0)
        self.handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.handler.connection.close()

    @property
    def wanted(self) -> bool:
        """Whether the client and the test are still there."""
        return not self.provider.closing.wait(0.05)


Fault = Callable[[Exchange], None]


@dataclass
class Provider:
    """`polls` answers of `processing` come before a task is `completed`."""

    clip: bytes
    polls: int = 2
    ahead: float = 0.0  # its clock before ours, in seconds
    lists_inputs: bool = True
    models: list[Any] = field(default_factory=list)  # its catalogue
    price: float = 0.0  # what each task costs and is billed; 0 when it does not say
    balance: float = 12.3
    watch: Callable[[str], None] = lambda _: None  # told of each moment, for a killer
    seen: list[Seen] = field(default_factory=list)
    tasks: dict[str, Task] = field(default_factory=dict)
    closing: threading.Event = field(default_factory=threading.Event)
    base_url: str = ""
    stop: Callable[[], None] = lambda: None  # be gone: nobody listens any more
    _faults: dict[str, list[Fault]] = field(default_factory=lambda: defaultdict(list))

    def misbehave(self, step: str, fault: Fault, times: int = FOREVER) -> None:
        """Answer the next `times` calls of this step by `fault`; several come one after another."""
        self._faults[step] += [fault] * min(times, 10_000)

    def silence(self) -> None:
        """Do everything right from here on."""
        self._faults.clear()

    def count(self, step: str) -> int:
        return sum(seen.step == step for seen in self.seen)

    def handle(self, exchange: Exchange) -> None:
        step = exchange.seen.step
        self.seen.append(exchange.seen)
        self.watch(f"{step} arrived")
        faults = self._faults[step]
        if faults:
            faults.pop(0)(exchange)
        else:
            exchange.answer(exchange.right())
        self.watch(f"{step} answered")

    def do(self, seen: Seen) -> Answer:
        if (
            seen.step not in ("put", "file")
            and seen.headers.get("authorization") != f"Bearer {KEY}"
        ):
            return wrapped(None, 401, "Invalid API key")
        return getattr(self, f"_{seen.step}")(seen)  # type: ignore[no-any-return]

    def _ticket(self, _: Seen) -> Answer:
        name = secrets.token_hex(8)
        slot = {
            "method": "PUT",
            "url": f"{self.base_url}/storage/{name}",
            "headers": {"x-sig": "1"},
        }
        url = f"https://cdn.example/{name}.jpg"
        return wrapped({"download_url": url, "upload": slot})

    def _put(self, _: Seen) -> Answer:
        return Answer(200, {}, b"")

    def _form(self, _: Seen) -> Answer:
        return wrapped({"download_url": f"https://cdn.example/{secrets.token_hex(8)}.jpg"})

    def _submit(self, seen: Seen) -> Answer:
        task = Task(secrets.token_hex(16), json.loads(seen.body), time.time() + self.ahead)
        self.tasks[task.id] = task
        self.watch("submit created")
        return wrapped(self._view(task))

    def _recent(self, seen: Seen) -> Answer:
        values = json.loads(seen.body)
        after, before = (
            datetime.fromisoformat(values[f"created_{end}"]).timestamp()
            for end in ("after", "before")
        )
        page = [task for task in self.tasks.values() if after <= task.created <= before]
        items = [self._view(task, with_inputs=self.lists_inputs) for task in page]
        return wrapped({"page": 1, "items": items if values["page"] == 1 else []})

    def _poll(self, seen: Seen) -> Answer:
        task = self.tasks.get(seen.path.split("/")[-2])
        if task is None:
            return wrapped(None, 404, "Prediction not found")
        task.polls += 1
        return wrapped(self._view(task))

    def _cancel(self, seen: Seen) -> Answer:
        """As the local API ends an animatic."""
        task = self.tasks[seen.path.split("/")[-2]]
        task.cancelled = True
        return wrapped(self._view(task))

    def _models(self, _: Seen) -> Answer:
        return wrapped(self.models)

    def _price(self, seen: Seen) -> Answer:
        values = json.loads(seen.body)
        return wrapped({"model_id": values["model_id"], "discounted_price": self.price})

    def _bills(self, _: Seen) -> Answer:
        bills = [{"price": self.price, "prediction": {"uuid": task}} for task in self.tasks]
        return wrapped({"page": 1, "has_more": False, "items": bills if self.price else []})

    def _balance(self, _: Seen) -> Answer:
        return wrapped({"balance": self.balance})

    def _file(self, seen: Seen) -> Answer:
        start = int(seen.headers.get("range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        place = {"Content-Range": f"bytes {start}-{len(self.clip) - 1}/{len(self.clip)}"}
        return Answer(206 if start else 200, place if start else {}, self.clip[start:])

    def _view(self, task: Task, *, with_inputs: bool = False) -> dict[str, Any]:
        done = task.polls > self.polls
        status = "completed" if done else "processing" if task.polls else "created"
        status = "cancelled" if task.cancelled else status
        created = datetime.fromtimestamp(task.created, UTC).isoformat().replace("+00:00", "789Z")
        view = {
            "id": task.id,
            "model": MODEL,
            "status": status,
            "outputs": [f"{self.base_url}/file/{task.id}.mp4"] if done else [],
            "created_at": created,
            "error": "",
        }
        return view | ({"inputs": task.inputs} if with_inputs else {})


def step_of(method: str, path: str) -> str:
    if method == "POST" and path.endswith(("-to-video", "/local/animatic")):
        return "submit"
    if path.startswith("/api/v3/predictions/"):
        return "cancel" if path.endswith("/cancel") else "poll"
    fixed = {
        "/api/v3/media/uploads": "ticket",
        "/api/v3/media/upload/binary": "form",
        "/api/v3/models": "models",
        "/api/v3/model/price": "price",
        "/api/v3/billings/search": "bills",
        "/api/v3/balance": "balance",
        "/api/v3/account/balance": "balance",
    }
    first = {"storage": "put", "file": "file"}.get(path.split("/")[1], "recent")
    return fixed.get(path, first)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Server"

    def _any(self) -> None:
        self.close_connection = True
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:
            return  # the client died in the middle of its request
        headers = {name.lower(): value for name, value in self.headers.items()}
        path = urlsplit(self.path).path
        seen = Seen(step_of(self.command, path), self.command, path, headers, body)
        self.server.provider.handle(Exchange(self.server.provider, self, seen))

    do_GET = do_POST = do_PUT = _any  # noqa: N815  # the names http.server looks for

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    provider: Provider

    def handle_error(self, *_: object) -> None:
        """Clients hang up in the middle here, and are meant to."""


@contextmanager
def serving(provider: Provider, tls: ssl.SSLContext | None = None) -> Iterator[Provider]:
    server = _Server(("127.0.0.1", 0), _Handler)
    if tls:  # the handshake is left to the thread of the connection
        server.socket = tls.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    server.provider = provider
    provider.base_url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()

    def stop() -> None:
        server.shutdown()
        server.server_close()

    provider.stop = stop
    try:
        yield provider
    finally:
        provider.closing.set()
        stop()


def wrapped(data: Any, code: int = 200, message: str = "success") -> Answer:
    return said(code, {"code": code, "message": message, "data": data})


def said(status: int, body: Any, **headers: str) -> Answer:
    return Answer(status, {"Content-Type": "application/json"} | headers, json.dumps(body).encode())


# Faults -----------------------------------------------------------------------------------------


def after(fault: Fault) -> Fault:
    """The call does its work, and its answer is the fault."""

    def worked(exchange: Exchange) -> None:
        exchange.right()
        fault(exchange)

    return worked


def answers(answer: Answer) -> Fault:
    return lambda exchange: exchange.answer(answer)


def right(exchange: Exchange) -> None:
    exchange.answer(exchange.right())


def only_while(holds: Callable[[], object], fault: Fault) -> Fault:
    """The fault as long as this holds, and then the right answer."""
    return lambda exchange: fault(exchange) if holds() else exchange.answer(exchange.right())


def cut(exchange: Exchange) -> None:
    exchange.reset()


def close(exchange: Exchange) -> None:
    """An end without an answer: returning closes the connection."""


def cut_inside(exchange: Exchange) -> None:
    whole = exchange.head(exchange.right()) + exchange.right().body
    exchange.raw(whole[: len(whole) // 2])
    time.sleep(0.02)  # a reset overtakes what lies in the buffers
    exchange.reset()


def hang(exchange: Exchange) -> None:
    while exchange.wanted:
        pass


def drip_head(exchange: Exchange) -> None:
    exchange.raw(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while exchange.wanted:
        exchange.raw(b".")


def drip_body(exchange: Exchange) -> None:
    exchange.raw(exchange.head(Answer(200, {"Content-Length": "100000"}, b"")))
    while exchange.wanted:
        exchange.raw(b" ")


def garbage(exchange: Exchange) -> None:
    exchange.raw(bytes(range(256)) * 16)


def huge(exchange: Exchange) -> None:
    exchange.raw(exchange.head(Answer(200, {"Content-Length": str(1 << 40)}, b"")))
    while not exchange.provider.closing.is_set():
        exchange.raw(bytes(1 << 20))


def promises_more(exchange: Exchange) -> None:
    right = exchange.right()
    exchange.answer(
        Answer(
            right.status, right.headers | {"Content-Length": str(len(right.body) + 9)}, right.body
        )
    )


def promises_less(exchange: Exchange) -> None:
    right = exchange.right()
    exchange.answer(Answer(right.status, right.headers | {"Content-Length": "20"}, right.body))


def two_lengths(exchange: Exchange) -> None:
    right = exchange.right()
    both = f"{len(right.body)}, {len(right.body) + 1}"
    exchange.answer(Answer(right.status, right.headers | {"Content-Length": both}, right.body))


def not_gzip(exchange: Exchange) -> None:
    right = exchange.right()
    exchange.answer(Answer(200, right.headers | {"Content-Encoding": "gzip"}, right.body))


def body(content: bytes, status: int = 200, kind: str = "application/json") -> Fault:
    return lambda exchange: exchange.answer(Answer(status, {"Content-Type": kind}, content))


html = body(b"<html><body>We will be back soon.</body></html>", kind="text/html")


def wrong_type(exchange: Exchange) -> None:
    right = exchange.right()
    exchange.answer(Answer(right.status, right.headers | {"Content-Type": "text/html"}, right.body))


def status(code: int, message: str = "no", **headers: str) -> Fault:
    """A plain answer of this status, in the provider's envelope."""
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    content = {"code": code, "message": message, "data": None}
    return lambda exchange: exchange.answer(said(code, content, **names))


def inside(code: int, message: str = "no", data: Any = None) -> Fault:
    """An error code inside a 200."""
    return lambda exchange: exchange.answer(
        said(200, {"code": code, "message": message, "data": data})
    )


def redirect(location: str, code: int = 302) -> Fault:
    return lambda exchange: exchange.answer(Answer(code, {"Location": location}, b"moved"))


def task_says(**view: Any) -> Fault:
    """The right answer with some of the task's fields changed."""

    def changed(exchange: Exchange) -> None:
        content = json.loads(exchange.right().body)
        content["data"] |= view
        exchange.answer(said(200, content))

    return changed


processing = task_says(status="processing", outputs=[])
