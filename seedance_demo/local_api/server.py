"""Serves the local API: inside the page's process, or alone."""

import secrets
import socket
import threading
from pathlib import Path

import uvicorn

from ..catalog import GEN_2026_04
from .app import create_app
from .catalogue import Catalogue, read_models


class LocalApi:
    """The API on a random loopback port with a random key, started when first asked for."""

    def __init__(
        self, data_dir: Path, generation: str = GEN_2026_04, catalogue: Path | None = None
    ) -> None:
        self._data_dir, self._models = data_dir, read_models(generation, catalogue)
        self._endpoint: tuple[str, str] | None = None
        self._lock = threading.Lock()

    def endpoint(self) -> tuple[str, str]:
        """Base URL and key. The socket listens before this returns, so nobody has to wait."""
        with self._lock:
            if self._endpoint is None:
                self._endpoint = self._start()
            return self._endpoint

    def _start(self) -> tuple[str, str]:
        listener, base_url = listen(0)
        key = secrets.token_urlsafe(24)
        server = serve(key, base_url, self._data_dir, self._models)
        threading.Thread(
            target=server.run, args=([listener],), name="local-api", daemon=True
        ).start()
        return base_url, key


def listen(port: int) -> tuple[socket.socket, str]:
    """A listening socket on loopback, and its base URL. Raises `OSError` when the port is taken."""
    listener = socket.create_server(("127.0.0.1", port))
    return listener, f"http://127.0.0.1:{listener.getsockname()[1]}"


def serve(key: str, base_url: str, data_dir: Path, models: Catalogue) -> uvicorn.Server:
    """A server for the API, which the caller runs on a listening socket."""
    app = create_app(key, base_url, data_dir / "local", data_dir / "cache", models)
    return uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
