"""Starting the app and the local API as a person does, and parts of them: on real ports."""

import multiprocessing
import os
import runpy
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

import requests
import uvicorn
from starlette.types import ASGIApp

from seedance_demo.local_api import renderers
from seedance_demo.local_api.server import listen

from .waiting import until

ROOT = Path(__file__).parents[1]
# Gradio takes seconds to import. It is loaded once, and each process is a fresh fork from there.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.gradio_first", "tests.faults.app_process"])


@dataclass(frozen=True)
class App:
    """A running page; `log` holds what its process printed."""

    url: str
    data_dir: Path
    log: Path
    process: BaseProcess

    def end(self, how: int) -> None:
        """Send a signal, and wait for the end."""
        os.kill(self.pid, how)
        self.process.join(20)
        assert not self.process.is_alive()

    @property
    def pid(self) -> int:
        assert self.process.pid
        return self.process.pid

    @property
    def clips(self) -> list[Path]:
        return sorted((self.data_dir / "clips").glob("[!.]*.mp4"))  # one with a dot is on its way


def free_port() -> int:
    """A port that the system gives to nobody else for a minute, however many suites run here.

    A connection that was closed from the server's side leaves its port in TIME_WAIT: nobody gets
    it as a free one, and a server that asks for it by number (with SO_REUSEADDR) does.
    """
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()):
            server.accept()[0].close()
        return int(server.getsockname()[1])


@contextmanager
def running_app(
    data_dir: Path, *options: str, port: int = 0, draws: bool = True, **env: str
) -> Iterator[App]:
    """`python app.py` with these options and settings, until the block ends. One that does
    not draw has a renderer that is idle."""
    port = port or free_port()
    command = [str(ROOT / "app.py"), "--port", str(port), *options]
    settings = {"SEEDANCE_DATA_DIR": str(data_dir)} | env
    renderer = renderers.WORKER if draws else "tests.animatic.idle_worker"
    with _running(command, data_dir.with_suffix(".log"), settings, renderer) as (process, log):
        host = "[::1]" if "::1" in options else "127.0.0.1"
        app = App(f"http://{host}:{port}", data_dir, log, process)
        _wait_for(app)
        yield app


@contextmanager
def served(app: ASGIApp) -> Iterator[str]:
    """The base URL of an ASGI app in this process, until the block ends."""
    listener, url = listen(0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
    thread.start()
    until(lambda: server.started)
    try:
        yield url
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


@contextmanager
def running_local_api(folder: Path, *options: str, key: str = "dev") -> Iterator[tuple[str, Path]]:
    """`python -m seedance_demo.local_api`: its base URL and its log."""
    command = ["seedance_demo.local_api", "--port", "0", "--key", key, *options]
    with _running(command, folder / "local-api.log", {}, renderers.WORKER) as (process, log):

        def address() -> str:
            said = log.read_text("utf-8")
            assert process.is_alive(), said
            return said.split()[0] if said.startswith("http") else ""

        yield until(address), log


@contextmanager
def _running(
    command: list[str], log: Path, env: dict[str, str], renderer: str
) -> Iterator[tuple[BaseProcess, Path]]:
    log.parent.mkdir(parents=True, exist_ok=True)
    log.touch()
    # Gradio looks for its Space and for proxies when it is imported.
    is_early = not env.keys().isdisjoint({"SPACE_ID", "ALL_PROXY"})
    processes = multiprocessing.get_context("spawn") if is_early else PROCESSES
    arguments = command, log, dict(os.environ) | env, renderer
    process = processes.Process(target=_live, args=arguments, daemon=True)
    process.start()
    try:
        yield process, log
    finally:
        process.terminate()
        process.join(20)
        process.kill()


def _live(command: list[str], log: Path, env: dict[str, str], renderer: str) -> None:
    """In the new process: what `python` does with a file, and `python -m` with a module. Its films
    are as large as those of who starts it: small in a test, of the usual size in a benchmark."""
    with log.open("ab") as out:
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
    renderers.WORKER = renderer
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a real file
    os.environ.clear()
    os.environ.update(env)
    os.chdir(log.parent)
    sys.argv = command
    if command[0].endswith(".py"):
        runpy.run_path(command[0], run_name="__main__")
    else:
        runpy.run_module(command[0], run_name="__main__")


def _wait_for(app: App) -> None:
    def answers() -> bool:
        assert app.process.is_alive(), app.log.read_text("utf-8")
        with suppress(requests.ConnectionError):
            return requests.get(app.url, timeout=5).ok
        return False

    until(answers)
