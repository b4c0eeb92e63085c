"""Starting the app and the local API as a person does: real processes, real ports."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import requests

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class App:
    """A running page; `log` holds what its process printed."""

    url: str
    data_dir: Path
    log: Path
    process: "subprocess.Popen[bytes]"

    @property
    def clips(self) -> list[Path]:
        return sorted((self.data_dir / "clips").glob("[!.]*.mp4"))  # one with a dot is on its way


# Each process of the suite has a range of its own, below the ports that systems give away by
# themselves: between asking for one and binding it, another server would take it.
_PORTS = count(21_000 + 1_000 * int(os.getenv("PYTEST_XDIST_WORKER", "gw0")[2:]))


def free_port() -> int:
    for port in _PORTS:
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")


@contextmanager
def running_app(data_dir: Path, *options: str, port: int = 0, **env: str) -> Iterator[App]:
    """`python app.py` with these options and settings, until the block ends."""
    port = port or free_port()
    command = [sys.executable, str(ROOT / "app.py"), "--port", str(port), *options]
    settings = {"SEEDANCE_DATA_DIR": str(data_dir)} | env
    with _running(command, data_dir.with_suffix(".log"), settings) as (process, log):
        app = App(f"http://127.0.0.1:{port}", data_dir, log, process)
        _wait_for(app)
        yield app


@contextmanager
def running_local_api(folder: Path, key: str = "dev") -> Iterator[tuple[str, Path]]:
    """`python -m seedance_demo.local_api`: its base URL and its log."""
    port = free_port()
    command = [sys.executable, "-m", "seedance_demo.local_api", "--port", str(port), "--key", key]
    with _running(command, folder / "local-api.log", {}) as (process, log):
        while not log.read_text().startswith("http"):
            assert process.poll() is None, log.read_text()
            time.sleep(0.05)
        yield log.read_text().split()[0], log


@contextmanager
def _running(
    command: list[str], log: Path, env: dict[str, str]
) -> Iterator[tuple["subprocess.Popen[bytes]", Path]]:
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as out:
        process = subprocess.Popen(
            command, cwd=log.parent, stdout=out, stderr=out, env=_environment(env)
        )
    try:
        yield process, log
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def _environment(env: dict[str, str]) -> dict[str, str]:
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"} | env


def _wait_for(app: App) -> None:
    while True:
        assert app.process.poll() is None, app.log.read_text()
        try:
            requests.get(app.url, timeout=5)
            return
        except requests.ConnectionError:
            time.sleep(0.1)
