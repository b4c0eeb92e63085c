"""HTTP sessions without hidden retries or redirects, with a deadline on every wait."""

import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util import Retry
from urllib3.util.ssl_ import create_urllib3_context

from . import road
from .connection import Http, Https, Wire

USER_AGENT = "seedance-demo/0.9.0"  # some hosts refuse the library's own
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


def api_session(retry: Retry, wire: Wire) -> requests.Session:
    """For the API itself: through the environment's proxy, if there is one."""
    session = _Session()
    pools: _Pools = {scheme: partial(pool, wire=wire) for scheme, pool in _POOLS.items()}
    for scheme in pools:
        session.mount(f"{scheme}://", _Adapter(pools, retry))
    return session


def public_session(own_api: str, retry: Retry) -> requests.Session:
    """For addresses that somebody else chose: https to public addresses, plain http to nothing but
    `own_api`. On the same road as the API: a proxy resolves names in our place, and is trusted to
    keep them out of its own network."""
    session = _Session()
    session.auth = _nobody
    session.adapters.clear()
    session.mount("https://", _Adapter({"https": _PublicPool}, retry))
    if own_api.startswith("http://"):
        session.mount(own_api + "/", _Adapter(_POOLS, retry))
    return session


def _nobody(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """A login that adds nothing: without one, requests would look into .netrc."""
    return request


class _Session(requests.Session):
    def __init__(self) -> None:
        super().__init__()
        self.headers["User-Agent"] = USER_AGENT

    def merge_environment_settings(self, url: Any, *given: Any, **more: Any) -> Any:
        """Loopback goes through no proxy, whatever NO_PROXY says."""
        merged = super().merge_environment_settings(url, *given, **more)
        return merged | ({"proxies": {}} if road.is_home(str(url)) else {})

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None: even with `allow_redirects=False` requests would parse the target, and read the
        whole body first. A 307 would repeat a POST."""


class _PublicHttps(Https):
    def _new_conn(self) -> socket.socket:
        """No private address is even knocked at; and the check is made again on the connected
        socket, before anything is sent, because a name can resolve to another address each time.
        Behind a proxy the addresses are the proxy's affair."""
        if not road.is_public_host((self._tunnel_host if self.proxy else self.host) or ""):
            raise NotPublic
        if self.proxy:
            return super()._new_conn()
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
    if not all(map(road.is_public_answer, addresses)):
        raise NotPublic


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = Http


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = Https


class _PublicPool(HTTPSConnectionPool):
    ConnectionCls = _PublicHttps


_Pools = Mapping[str, Callable[..., HTTPConnectionPool]]
_POOLS: _Pools = {"http": _HttpPool, "https": _HttpsPool}


@lru_cache(maxsize=8)
def _trusting(bundle: str, _: int) -> ssl.SSLContext:
    """TLS with the certificates of a file, as of its last change. To read 140 of them takes longer
    than all the rest of a question to the provider. Raises `OSError`."""
    context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
    context.load_verify_locations(bundle)
    return context


class _Adapter(HTTPAdapter):
    def __init__(self, pools: _Pools, retry: Retry) -> None:
        self._pools: Any = pools  # typed as classes in urllib3, which only calls them
        super().__init__(max_retries=retry)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def cert_verify(self, conn: Any, *given: Any, **more: Any) -> None:
        try:
            super().cert_verify(conn, *given, **more)  # type: ignore[no-untyped-call]
            if bundle := getattr(conn, "ca_certs", None):  # else urllib3 reads it for each call
                conn.conn_kw["ssl_context"] = _trusting(bundle, Path(bundle).stat().st_mtime_ns)
                conn.ca_certs = None
        except OSError as missing:  # a bundle that is not there, told as if our disk had failed
            raise requests.exceptions.SSLError(missing) from None

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        manager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = self._pools
        return manager
