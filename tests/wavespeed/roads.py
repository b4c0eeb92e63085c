"""Roads to a provider on loopback as networks have them: a proxy, a private CA, a fake resolver.

`certificates/` holds a CA that nobody else trusts and a server's key and certificate by it, for
api.example, cdn.example and api.wavespeed.ai, valid for a hundred years. The CA's own key is thrown
away.
"""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import Any
from urllib.parse import urlsplit

import pytest

from ..faults.provider import Provider, serving

CERTIFICATES = Path(__file__).parent / "certificates"
CA = CERTIFICATES / "ca.pem"
API = "https://api.example"
_VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
_BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE", "SSL_CERT_DIR")


def empty_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine that was told of no proxy and no certificates."""
    for name in (*_VARIABLES, *map(str.lower, _VARIABLES), *_BUNDLES):
        monkeypatch.delenv(name, raising=False)


@contextmanager
def encrypted(provider: Provider, base_url: str = API) -> Iterator[int]:
    """The provider behind TLS, under a name; the port on loopback where it is."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "server.pem")
    with serving(provider, context):
        port = urlsplit(provider.base_url).port
        assert port
        provider.base_url = base_url
        yield port


@dataclass
class Proxy:
    """A CONNECT proxy. Whatever it is asked for, it leads to one port on loopback."""

    leads_to: int
    refuses: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)  # "host:port", as it was asked
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def proxying(proxy: Proxy) -> Iterator[Proxy]:
    """Let it run."""

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            _tunnel(self.request, proxy)

    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads, server.block_on_close = True, False
        proxy.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
        try:
            yield proxy
        finally:
            server.shutdown()


def _tunnel(client: socket.socket, proxy: Proxy) -> None:
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = client.recv(1)
        if not byte:
            return
        head += byte
    method, place, _ = head.decode("latin-1").split(" ", 2)
    proxy.asked.append(place)
    if method != "CONNECT" or place.rpartition(":")[0] in proxy.refuses:
        client.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")
        return
    with socket.create_connection(("127.0.0.1", proxy.leads_to)) as server:
        client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        back = threading.Thread(target=_pump, args=[server, client], daemon=True)
        back.start()
        _pump(client, server)
        back.join()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(1 << 16):
            target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def resolve_to(monkeypatch: pytest.MonkeyPatch, port: int, *addresses: str) -> list[Any]:
    """Every name has these addresses, and they lead to a port on loopback, as a fake-IP resolver
    with its tunnel makes it. What was connected to is in the list."""
    connected: list[Any] = []
    real = socket.getaddrinfo

    def resolve(host: str, at: Any, *_: Any, **__: Any) -> list[Any]:
        with suppress(socket.gaierror):  # an address is no name
            flags = {"flags": socket.AI_NUMERICHOST, "type": socket.SOCK_STREAM}
            return real(host, at, **flags)  # type: ignore[arg-type]
        kinds = ((socket.AF_INET6 if ":" in each else socket.AF_INET, each) for each in addresses)
        return [(kind, socket.SOCK_STREAM, 6, "", (each, at)) for kind, each in kinds]

    class Tunnelled(socket.socket):
        place: Any = None

        def connect(self, address: Any) -> None:
            if address[0] in addresses:
                self.place = address
                connected.append(address)
                address = ("127.0.0.1", port)
            super().connect(address)

        def getpeername(self) -> Any:
            return self.place or super().getpeername()

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "socket", Tunnelled)
    return connected
