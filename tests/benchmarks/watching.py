"""A thousand jobs watched in one process, beside a Gradio app that holds as many silent generators.

    python -m tests.benchmarks.watching [--watches 1000] [--seconds 30]

Run it under `ulimit -Sn 1024` as well. The jobs stand in the ledger as an earlier process left
them; the app takes them up and polls a provider that never finishes them. Each is followed over a
stream of its own. Times are those of `GET /` from this process, one after the other, whose own
share of a core is told; memory is the resident set beyond that without watches.
"""

import argparse
import asyncio
import json
import os
import resource
import socket
import sqlite3
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path

import gradio as gr

from seedance_demo.ledger import Ledger, Payer, Phase
from tests.apps import PROCESSES, free_port, running_app
from tests.faults.life import order_in
from tests.faults.provider import KEY
from tests.waiting import until

HOST = "127.0.0.1"
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Measured:
    """Milliseconds, bytes of memory, shares of a core; streams that were answered and still are."""

    idle: list[float]
    watched: list[float]
    bytes_each: float
    cpu: float
    own_cpu: float
    streams: int
    refused: int
    pressed: list[float]


async def answered(port: int, method: str, path: str, body: object = None) -> bytes:
    """The body of a short answer, over a connection of its own."""
    reader, writer = await _ask(port, method, path, body)
    said = await reader.read()
    writer.close()
    return said.partition(b"\r\n\r\n")[2]


async def _ask(
    port: int, method: str, path: str, body: object = None
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    content = json.dumps(body).encode() if body is not None else b""
    reader, writer = await asyncio.open_connection(HOST, port)
    head = f"{method} {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n"
    head += f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    writer.write(head.encode() + content)
    await writer.drain()
    return reader, writer


@asynccontextmanager
async def opened(
    port: int, name: str, data: Sequence[object], connections: list[socket.socket] | None = None
) -> AsyncIterator[asyncio.StreamReader]:
    """One event and its answers as they come, over what is added to `connections`."""
    begun = await answered(port, "POST", f"/gradio_api/call/{name}", {"data": data})
    event = json.loads(begun[begun.index(b"{") : begun.rindex(b"}") + 1])["event_id"]
    reader, writer = await _ask(port, "GET", f"/gradio_api/call/{name}/{event}")
    if connections is not None:
        connections.append(writer.get_extra_info("socket"))
    try:
        yield reader
    finally:
        writer.close()


async def page_times(port: int, seconds: float) -> list[float]:
    times = []
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        begun = time.perf_counter()
        await answered(port, "GET", "/")
        times.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(0.05)
    return times


async def first_words(port: int, presses: int) -> list[float]:
    """Milliseconds from a press for an animatic until its job is told."""
    times = []
    for number in range(presses):
        brief = [None, f"Slow push in, take {number}", 5, "local/animatic", "", ""]
        begun = time.perf_counter()
        async with opened(port, "generate", brief) as reader:
            while b'"job": "' not in await reader.readline():
                pass
        times.append((time.perf_counter() - begun) * 1000)
        await asyncio.sleep(1)
    return times


async def measure(
    pid: int, port: int, name: str, given: list[str], seconds: float, *, presses: int = 0
) -> Measured:
    idle, before = await page_times(port, seconds / 3), memory(pid)
    words: list[bytes] = [b""] * len(given)

    async def watch(n: int) -> None:
        async with opened(port, name, [given[n]]) as reader:
            while part := await reader.read(1 << 16):
                words[n] = (words[n] + part)[-2000:]

    watches = []
    for n in range(len(given)):
        watches.append(asyncio.ensure_future(watch(n)))
        await asyncio.sleep(0.005)
    while not all(words):
        await asyncio.sleep(0.1)
    used, own, since = _cpu(pid), time.process_time(), time.monotonic()
    watched = await page_times(port, seconds)
    passed = time.monotonic() - since
    alive = sum(not each.done() for each in watches)
    result = Measured(
        idle,
        watched,
        (memory(pid) - before) / len(given),
        (_cpu(pid) - used) / passed,
        (time.process_time() - own) / passed,
        alive,
        sum(b"Too many pages" in each for each in words),
        await first_words(port, presses),
    )
    for each in watches:
        each.cancel()
    await asyncio.gather(*watches, return_exceptions=True)
    return result


def memory(pid: int) -> int:
    """Resident, in bytes."""
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    return int(status.split("VmRSS:")[1].split()[0]) * 1024


def _cpu(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def silent_generators(port: int) -> None:
    """The app beside: no code but a generator that says nothing."""

    async def follow(_: str) -> AsyncIterator[str]:
        yield "waiting"
        await asyncio.sleep(3600)

    with gr.Blocks(analytics_enabled=False) as page:
        box = gr.Textbox()
        gr.Button().click(follow, box, gr.Textbox(), api_name="job", concurrency_limit=None)
    page.launch(server_port=port, quiet=True, max_threads=1500)


def slow_provider(port: int, polls: "Synchronized[int]") -> None:
    """Every task is known, and none is ever done."""

    def answer(path: str) -> object:
        task = path.split("/")[4] if "/predictions/" in path else ""
        polls.value += bool(task)
        return {"code": 200, "data": {"id": task, "status": "processing"}}

    serve_answers(port, answer)


def serve_answers(port: int, answer: Callable[[str], object]) -> None:
    """An API whose answers, bytes or JSON, depend on the path alone."""

    async def serve_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        said = answer(head.split()[1].decode())
        body = said if isinstance(said, bytes) else json.dumps(said).encode()
        kind = b"video/mp4" if isinstance(said, bytes) else b"application/json"
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: %b\r\nConnection: close\r\n" % kind)
        writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        await writer.drain()
        writer.close()

    async def serve() -> None:
        async with await asyncio.start_server(serve_one, HOST, port, backlog=1000) as server:
            await server.serve_forever()

    asyncio.run(serve())


@contextmanager
def process(run: Callable[..., None], *given: object) -> Iterator[int]:
    started = PROCESSES.Process(target=run, args=given, daemon=True)
    started.start()
    assert started.pid
    try:
        yield started.pid
    finally:
        started.terminate()
        started.join(20)


def running_jobs(data: Path, count: int) -> list[str]:
    """So many jobs at the provider, in the ledger, copied from one real one."""
    ledger = Ledger(data / "ledger.sqlite")
    job = ledger.open(order_in(data), "visitor", Payer.OWNER)
    for phase in (Phase.UPLOADING, Phase.SUBMITTING):
        ledger.advance(job.id, phase)
    ledger.advance(job.id, Phase.CREATED, request_id="f" * 32)
    ids = [f"{n:016x}" * 2 for n in range(count)]  # clips are named by the first half
    with sqlite3.connect(data / "ledger.sqlite") as db:
        columns = [row[1] for row in db.execute("PRAGMA table_info(jobs)")]
        model = dict(zip(columns, db.execute("SELECT * FROM jobs").fetchone(), strict=True))
        marks = ", ".join(f":{name}" for name in columns)
        rows = (model | dict.fromkeys(("id", "visitor", "request_id"), each) for each in ids)
        db.executemany(f"INSERT INTO jobs VALUES ({marks})", rows)  # noqa: S608
    return ids


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--watches", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=30)
    options = parser.parse_args()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    count, seconds = options.watches, options.seconds
    port = free_port()
    with process(silent_generators, port) as pid:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))  # this process's own streams
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (hard, hard))  # it would not raise its own
        until(lambda: _is_there(port))
        beside = asyncio.run(measure(pid, port, "job", [f"{n}" for n in range(count)], seconds))
    with tempfile.TemporaryDirectory() as folder:
        polls = PROCESSES.Value("i", 0)
        provider_port = free_port()
        data = Path(folder) / "data"
        ids = running_jobs(data, count)
        where = f"http://{HOST}:{provider_port}"
        with (
            process(slow_provider, provider_port, polls),
            running_app(data, WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=where) as app,
        ):
            until(lambda: polls.value > count)
            before, since = polls.value, time.monotonic()
            own_port = int(app.url.rsplit(":", 1)[1])
            own = asyncio.run(measure(app.pid, own_port, "job", ids, seconds, presses=10))
            rate = (polls.value - before) / (time.monotonic() - since)
    print(f"open files {soft} (soft), {hard} (hard); {count} watches")
    _tell("silent generators", beside)
    _tell("watched jobs", own)
    ratio = _p95(own.watched) / _p95(beside.watched)
    print(f"p95 {ratio:.2f}x; memory {(own.bytes_each - beside.bytes_each) / 1024:+.0f} KB each")
    low, middle, high = min(own.pressed), statistics.median(own.pressed), max(own.pressed)
    print(f"first word of a press: median {middle:.0f} ms ({low:.0f} to {high:.0f})")
    print(f"polls a second {rate:.0f}, of {count / 10:.0f} to {count / 2:.0f} by the schedule")


def _is_there(port: int) -> bool:
    try:
        return bool(asyncio.run(answered(port, "GET", "/")))
    except OSError:
        return False


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _tell(name: str, seen: Measured) -> None:
    for when, times in (("idle", seen.idle), ("watched", seen.watched)):
        low, high = min(times), max(times)
        spread = f"min {low:.1f}, median {statistics.median(times):.1f}, max {high:.1f}"
        print(f"{name:18} {when:8} p95 {_p95(times):6.1f} ms ({spread})")
    print(
        f"{name:18} {seen.bytes_each / 1024:.0f} KB each, {seen.cpu:.0%} of a core; this process "
        f"{seen.own_cpu:.0%}; {seen.streams} streams open, {seen.refused} turned down"
    )


if __name__ == "__main__":
    main()
