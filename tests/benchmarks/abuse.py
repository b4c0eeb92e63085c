"""What strangers can do to a page that others can reach, and what an honest visitor feels of it.

    python -m tests.benchmarks.abuse [--tree FOLDER] [ATTACK ...]

Each attack meets a fresh app of its own, the one in FOLDER, or this one. Beside it an honest
visitor opens the page again and again: p95 of that, in milliseconds, before and during the attack.
Memory is the app's resident set in MB: before, at its highest, and ten seconds later. Strangers
come from 127.0.0.2, the honest from 127.0.0.1.
"""

import argparse
import io
import os
import secrets
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import requests
from PIL import Image
from requests.adapters import HTTPAdapter

from tests.apps import ROOT, free_port
from tests.raw_api import Answer, RawApi, picture
from tests.waiting import until

ANIMATIC, PAID = "local/animatic", "bytedance/seedance-2.0/image-to-video"
CUP = ROOT / "tests" / "pictures" / "cup.jpg"
API = "/gradio_api"
PATIENCE = 180  # seconds, of an honest visitor
LOGIN = "carla:a-good-password"


class Visitor(RawApi):
    """Somebody who comes from `address`."""

    def __init__(self, url: str, address: str) -> None:
        super().__init__(url, requests.Session())
        adapter = HTTPAdapter(pool_maxsize=64)
        adapter.init_poolmanager(64, 64, source_address=(address, 0))
        self.session.mount("http://", adapter)

    def make(self, prompt: str, seconds: int, uploaded: str) -> Answer:
        """An animatic."""
        return self.call("generate", [picture(uploaded), prompt, seconds, ANIMATIC, ""])


def body(stranger: Visitor, _: Visitor) -> str:
    """100 MB of brackets, once."""
    data = b'{"data":[' + b"[]," * (33 << 20) + b"[]]}"
    kind = {"Content-Type": "application/json"}
    try:
        url = f"{stranger.url}{API}/queue/join"
        return (
            f"HTTP {stranger.session.post(url, data=data, headers=kind, timeout=300).status_code}"
        )
    except requests.ConnectionError:
        return "cut off"


def files(stranger: Visitor, _: Visitor) -> str:
    """1,000 files at once to the upload, and to a function of a component."""
    sent = [("files", (f"{n}.jpg", b"x" * 20_000)) for n in range(1000)]
    said = []
    for path in ("upload", "component_server"):
        with suppress(requests.ConnectionError):
            answer = stranger.session.post(f"{stranger.url}{API}/{path}", files=sent, timeout=300)
            said.append(f"{path} HTTP {answer.status_code}")
    return ", ".join(said)


def ids(stranger: Visitor, honest: Visitor) -> str:
    """64 made-up request ids; then the honest visitor makes a film of 5 s."""
    pool = ThreadPoolExecutor(64)
    for _ in range(64):
        pool.submit(
            stranger.press, "resume", request_id=secrets.token_hex(16), model=ANIMATIC,
            visitor=secrets.token_hex(16),
        )  # fmt: skip
    time.sleep(3)
    said = film(honest)
    pool.shutdown(wait=False, cancel_futures=True)
    return said


def pngs(stranger: Visitor, honest: Visitor) -> str:
    """12 presses with made-up keys, each with four pictures of 40 megapixels in 120 kB."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "large.png")
        Image.new("RGB", (6300, 6300)).save(path)
        one = picture(stranger.upload(path))
    pool = ThreadPoolExecutor(12)
    for n in range(12):
        pool.submit(stranger.call, "generate", [one * 4, f"take {n}", 5, PAID, "made-up"])
    time.sleep(1)
    said = film(honest)
    pool.shutdown()
    return said


def renders(stranger: Visitor, honest: Visitor) -> str:
    """9 films of 15 s by one visitor; then the honest one makes one of 5 s."""
    cup = stranger.upload(CUP)
    pool = ThreadPoolExecutor(9)
    for n in range(9):
        pool.submit(stranger.make, f"take {n}, push in", 15, cup)
    time.sleep(2)
    return film(honest)


def logins(stranger: Visitor, honest: Visitor) -> str:
    """16 threads that guess for 10 s; then the right password."""
    ends, counted = time.monotonic() + 10, list[int]()

    def guess() -> None:
        while time.monotonic() < ends:
            form = {"username": "carla", "password": secrets.token_hex(4)}
            answer = stranger.session.post(f"{stranger.url}/login", data=form, timeout=60)
            counted.append(answer.status_code)

    with ThreadPoolExecutor(16) as pool:
        for _ in range(16):
            pool.submit(guess)
    form = dict(zip(("username", "password"), LOGIN.split(":"), strict=True))
    looked, began = sum(code == 400 for code in counted) / 10, time.monotonic()
    right = honest.session.post(f"{honest.url}/login", data=form, timeout=60)
    took = time.monotonic() - began
    return (
        f"{looked:.1f} guesses a second were looked at; the right password then got HTTP "
        f"{right.status_code} after {took:.1f} s"
    )


def calls(stranger: Visitor, honest: Visitor) -> str:
    """2,500 short calls in a row while the honest visitor waits for a film of 15 s."""
    waiting = ThreadPoolExecutor(1).submit(film, honest, 15)
    time.sleep(0.5)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda n: stranger.call("job", [f"no job {n}"]), range(2500)))
    return waiting.result()


ATTACKS: dict[str, Callable[[Visitor, Visitor], str]] = {
    each.__name__: each for each in (body, files, ids, pngs, renders, logins, calls)
}


def film(visitor: Visitor, seconds: int = 5) -> str:
    """How long an honest visitor waits for an animatic, or what they are told instead."""
    cup = visitor.upload(CUP)
    began, alone = time.monotonic(), ThreadPoolExecutor(1)
    asked = alone.submit(visitor.make, f"push in {secrets.token_hex(3)}", seconds, cup)
    alone.shutdown(wait=False)
    try:
        answer = asked.result(PATIENCE)
    except TimeoutError:
        return f"no word within {PATIENCE} s"
    took = f"{time.monotonic() - began:.1f} s"
    made = answer.values and answer.values[0]
    return f"film after {took}" if made else f"no film after {took}: {answer.status[:90]!r}"


class Watch:
    """Opens the page again and again, and reads the app's memory."""

    def __init__(self, url: str, pid: int) -> None:
        self._url, self._pid = url, pid
        self.times, self.peak = list[float](), 0
        self._on = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        until(lambda: self.times)
        return self

    def __exit__(self, *_: object) -> None:
        self._on.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._on.wait(0.05):
            began = time.monotonic()
            with suppress(requests.RequestException):
                requests.get(f"{self._url}/config", timeout=120)
            self.times.append(time.monotonic() - began)
            self.peak = max(self.peak, memory(self._pid))

    @property
    def p95(self) -> str:
        times = sorted(self.times)
        return f"{1000 * times[int(len(times) * 0.95)]:.0f}"


def memory(pid: int) -> int:
    """Resident set in MB."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * 4 >> 10


@contextmanager
def running(tree: Path, **env: str) -> Iterator[tuple[str, int]]:
    """The app of a tree, reachable by others: its address and process."""
    port = free_port()
    with tempfile.TemporaryDirectory() as folder, io.FileIO(f"{folder}/log", "w") as log:
        command = [sys.executable, str(tree / "app.py"), "--host", "0.0.0.0", "--port", str(port)]  # noqa: S104
        settings = {"SEEDANCE_DATA_DIR": f"{folder}/data", "GRADIO_TEMP_DIR": f"{folder}/temp"}
        process = subprocess.Popen(
            command, env=os.environ | settings | env, cwd=folder, stdout=log, stderr=log
        )
        url = f"http://127.0.0.1:{port}"

        def answers() -> bool:
            with suppress(requests.ConnectionError):
                return requests.get(url, timeout=5).ok
            return False

        try:
            until(answers)
            yield url, process.pid
        finally:
            process.kill()
            process.wait()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", type=Path, default=ROOT)
    parser.add_argument("attacks", nargs="*", metavar="ATTACK", help=", ".join(ATTACKS))
    options = parser.parse_args()
    print("attack | page p95 before, during (ms) | memory before, peak, after (MB) | what happened")
    for name in options.attacks or ATTACKS:
        env = {"SEEDANCE_AUTH": LOGIN} if name == "logins" else {}
        with running(options.tree, **env) as (url, pid):
            with Watch(url, pid) as calm:
                time.sleep(3)
            before = memory(pid)
            with Watch(url, pid) as busy:
                said = ATTACKS[name](Visitor(url, "127.0.0.2"), Visitor(url, "127.0.0.1"))
            time.sleep(10)
            p95, held = f"{calm.p95}, {busy.p95}", f"{before}, {busy.peak}, {memory(pid)}"
        print(f"{name} | {p95} | {held} | {said}", flush=True)
    os._exit(0)  # some of the strangers still wait


if __name__ == "__main__":
    main()
