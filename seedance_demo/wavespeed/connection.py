"""Connections below every call: what was sent, which head is the answer, and how long it may take.

`http.client` takes every informational head but a 100 for the answer, and no library says whether a
request that failed had left this machine.
"""

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import HTTPResponse


@dataclass
class Wire:
    """What left through the connections of one session. `sent` turns true before the first byte of
    a request is written, and that is after the handshakes with a proxy and of TLS."""

    sent: bool = False


class _FinalAnswer(http.client.HTTPResponse):
    def _read_status(self) -> tuple[str, int, str]:
        """Past every informational head, of which any number may come (RFC 9110, 15.2)."""
        while True:
            version, status, reason = super()._read_status()  # type: ignore[misc]  # not in its stub
            if not 100 <= status < 200:
                return version, status, reason
            http.client.parse_headers(self.fp)


class Http(HTTPConnection):
    """One plain connection, which tells `wire` when it begins to send."""

    response_class = _FinalAnswer

    def __init__(self, *args: Any, wire: Wire | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._wire, self._open = wire or Wire(), False

    def connect(self) -> None:
        self._open = False
        super().connect()
        self._open = True

    def send(self, data: Any) -> None:
        """Also what asks a proxy for its tunnel comes this way, while the connection is made."""
        if self.sock is None:
            self.connect()
        self._wire.sent = self._wire.sent or self._open
        super().send(data)

    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        with _head_in_time(self):
            return super().getresponse()


class Https(Http, HTTPSConnection):
    """The same through TLS."""


@contextmanager
def _head_in_time(connection: HTTPConnection) -> Iterator[None]:
    """requests counts its read timeout anew for each byte. Here it also ends the wait for the whole
    head of an answer, or a server that sends one letter a minute would hold the job for ever."""
    assert connection.timeout is not None  # every call here has one
    too_late = threading.Event()
    watchdog = threading.Timer(connection.timeout, _hang_up, [connection.sock, too_late])
    watchdog.daemon = True
    watchdog.start()
    try:
        yield
    finally:
        watchdog.cancel()
    if too_late.is_set():  # http.client takes half a head for a whole one
        raise TimeoutError


def _hang_up(connected: socket.socket, too_late: threading.Event) -> None:
    too_late.set()
    with suppress(OSError):  # closed in the meantime
        connected.shutdown(socket.SHUT_RDWR)
