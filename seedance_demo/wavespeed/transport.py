"""HTTP sessions without hidden retries or redirects, with a deadline on every wait."""

import socket
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse
from urllib3.util import Retry

# All that can come out of a call: `requests` lets errors of urllib3 through for some host names,
# and of http.client's encoding for some headers.
BROKEN = (requests.RequestException, HTTPError, ValueError)
# Leaving POST out of the allowed methods would not do: urllib3 repeats a POST too after a TLS error
# that comes in the middle of the answer (it counts as neither "connect" nor "read").
ONCE = Retry(0, read=False)


@dataclass(frozen=True)
class Patience:
    """How long calls may take, in seconds, and how those that cost nothing are repeated."""

    connect: float = 10
    ask: float = 30
    submit: float = 60
    send_file: float = 120
    fetch: float = 15 * 60  # a whole clip
    fetch_tries: int = 5
    fetch_pause: float = 1.0  # times the try
    again: Retry = Retry(
        total=4,
        backoff_factor=0.5,
        backoff_max=8,
        backoff_jitter=0.2,
        status_forcelist=(429, 500, 502, 503, 504),
        allowed_methods=("GET", "PUT"),  # PUT: a ticket's upload, the same bytes to the same place
        respect_retry_after_header=True,
        retry_after_max=20,
        raise_on_status=False,
    )


PATIENT = Patience()
BRISK = Patience(connect=5, ask=15, again=ONCE)  # for what somebody waits for and can do without


class NotPublic(Exception):
    """A name led into a private network. Nothing was sent."""


def api_session(retry: Retry) -> requests.Session:
    """For the API itself: through the environment's proxy, if there is one."""
    session = _Session()
    for scheme in ("http://", "https://"):
        session.mount(scheme, _Adapter(_POOLS, retry))
    return session


def public_session(own_api: str, retry: Retry) -> requests.Session:
    """For addresses that somebody else chose: https to public addresses, plain http to nothing but
    `own_api`. No proxy, because the address could not be checked behind it, and no .netrc."""
    session = _Session()
    session.trust_env = False
    session.adapters.clear()
    session.mount("https://", _Adapter({"https": _PublicPool}, retry))
    if own_api.startswith("http://"):
        session.mount(own_api + "/", _Adapter(_POOLS, retry))
    return session


class _Session(requests.Session):
    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: even with `allow_redirects=False` requests would parse the target, and read the
        whole body first. A 307 would repeat a POST."""


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


class _Http(HTTPConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        with _head_in_time(self):
            return super().getresponse()


class _Https(HTTPSConnection):
    def getresponse(self) -> HTTPResponse:  # type: ignore[override]  # as in urllib3
        with _head_in_time(self):
            return super().getresponse()


class _PublicHttps(_Https):
    def _new_conn(self) -> socket.socket:
        """No private address is even knocked at; and the check is made again on the connected
        socket, before anything is sent, because a name can resolve to another address each time."""
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        _check_public(str(address[0]) for *_, address in found)
        connected = super()._new_conn()
        try:
            _check_public([connected.getpeername()[0]])
        except NotPublic:
            connected.close()
            raise
        return connected


def _check_public(addresses: Iterable[str]) -> None:
    if not all(ip_address(address).is_global for address in addresses):
        raise NotPublic


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _Http


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _Https


class _PublicPool(HTTPSConnectionPool):
    ConnectionCls = _PublicHttps


_POOLS: dict[str, type[HTTPConnectionPool]] = {"http": _HttpPool, "https": _HttpsPool}


class _Adapter(HTTPAdapter):
    def __init__(self, pools: dict[str, type[HTTPConnectionPool]], retry: Retry) -> None:
        self._pools = pools
        super().__init__(max_retries=retry)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager
