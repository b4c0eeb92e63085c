"""Was the paid POST sent? The connection knows: each member of the kind, over real sockets."""

import os
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from seedance_demo.errors import Unconfirmed, Unreachable
from seedance_demo.wavespeed import Client

from ..faults.life import HTTP
from ..faults.provider import KEY, MODEL
from ..waiting import until
from .roads import CA

IMPATIENT = replace(HTTP, connect=0.3, submit=0.3)
Meets = Callable[[socket.socket], object]


@contextmanager
def listening(meets: Meets) -> Iterator[int]:
    """The port of a server that treats each connection in this way."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            with suppress(OSError):
                while True:
                    near, _ = server.accept()
                    with suppress(OSError), near:
                        near.settimeout(2)
                        meets(near)

        threading.Thread(target=accept, daemon=True).start()
        yield server.getsockname()[1]
        with suppress(OSError):
            server.shutdown(socket.SHUT_RDWR)


def closes(near: socket.socket) -> None:
    near.recv(1)


def resets(near: socket.socket) -> None:
    near.recv(1)
    near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def waits(near: socket.socket) -> None:
    while near.recv(1 << 16):
        pass


def says(answer: bytes) -> Meets:
    def meets(near: socket.socket) -> None:
        near.recv(1 << 16)
        near.sendall(answer)

    return meets


def connects_then(meets: Meets) -> Meets:
    """A proxy that opens the tunnel and is then the server itself."""

    def tunnel(near: socket.socket) -> None:
        says(b"HTTP/1.1 200 Connection established\r\n\r\n")(near)
        meets(near)

    return tunnel


def has_no_certificate(near: socket.socket) -> None:
    ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).wrap_socket(near, server_side=True)


@pytest.fixture(scope="module")
def unknown_certificate() -> ssl.SSLContext:
    """Of a server that has signed its own name, 127.0.0.1: no secret, and good until 2126."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("unknown_certificate.pem"))
    return context


def submit(base_url: str) -> None:
    Client(base_url, KEY, IMPATIENT).submit(MODEL, {"prompt": "push in"})


BEFORE_TLS: dict[str, Meets] = {
    "closes": closes,
    "resets": resets,
    "waits": waits,
    "speaks plain HTTP": says(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"),
    "speaks nonsense": says(bytes(range(256))),
    "has no certificate": has_no_certificate,
}


@pytest.mark.parametrize("meets", BEFORE_TLS.values(), ids=BEFORE_TLS)
def test_without_a_handshake_nothing_was_sent(meets: Meets) -> None:
    with listening(meets) as port, pytest.raises(Unreachable):
        submit(f"https://127.0.0.1:{port}")


def test_to_a_certificate_nobody_knows_nothing_was_sent(
    unknown_certificate: ssl.SSLContext,
) -> None:
    def meets(near: socket.socket) -> None:
        unknown_certificate.wrap_socket(near, server_side=True)

    with listening(meets) as port, pytest.raises(Unreachable):
        submit(f"https://127.0.0.1:{port}")


PROXIES: dict[str, Meets] = {
    "407": says(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"),
    "502": says(b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"),
    "closes": closes,
    "resets": resets,
    "waits": waits,
    "no HTTP": says(b"SSH-2.0-OpenSSH\r\n"),
    "tunnel, then closed": connects_then(closes),
    "tunnel, then no TLS": connects_then(says(b"HTTP/1.1 400 Bad Request\r\n\r\n")),
}


@pytest.mark.parametrize("meets", PROXIES.values(), ids=PROXIES)
def test_a_proxy_that_opens_no_way_sent_nothing(
    meets: Meets, monkeypatch: pytest.MonkeyPatch
) -> None:
    with listening(meets) as port:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{port}")
        with pytest.raises(Unreachable):
            submit("https://api.example")


@pytest.mark.parametrize(
    "proxy",
    ["socks5://127.0.0.1:9", "nonsense://127.0.0.1:9", "http://[::1", "https://127.0.0.1:9"],
)
def test_a_proxy_that_cannot_be_used_sent_nothing(
    proxy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALL_PROXY", proxy)
    with pytest.raises(Unreachable):
        submit("https://api.example")


def test_certificates_that_cannot_be_read_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/at/all.pem")
    with pytest.raises(Unreachable):
        submit("https://127.0.0.1:9")


@pytest.mark.parametrize("name", ["nowhere.invalid", "a..b", "x" * 64 + ".invalid"])
def test_a_name_that_leads_nowhere_sent_nothing(name: str) -> None:
    with pytest.raises(Unreachable):
        submit(f"http://{name}:9")


CONNECTED: dict[str, Meets] = {
    "closes unread": lambda _: None,
    "closes": closes,
    "resets": resets,
    "waits": waits,
    "speaks nonsense": says(b"\x15\x03\x01\x00\x02\x02\x28"),
}


@pytest.mark.parametrize("meets", CONNECTED.values(), ids=CONNECTED)
def test_on_a_connection_every_doubt_means_sent(meets: Meets) -> None:
    with listening(meets) as port, pytest.raises(Unconfirmed):
        submit(f"http://127.0.0.1:{port}")


def test_a_doubt_behind_a_proxy_means_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(closes) as port:
        monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{port}")
        with pytest.raises(Unconfirmed):
            submit("http://api.example")


def test_a_doubt_after_a_handshake_means_sent(
    unknown_certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """TLS was agreed on, a byte was read, and then the line was cut."""
    trusted = tmp_path / "trusted.pem"
    seen: list[bytes] = []

    def meets(near: socket.socket) -> None:
        with unknown_certificate.wrap_socket(near, server_side=True) as inside:
            seen.append(inside.recv(4))

    with listening(meets) as port:
        trusted.write_text(ssl.DER_cert_to_PEM_cert(_certificate_at(port)))
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(trusted))
        with pytest.raises(Unconfirmed):
            submit(f"https://127.0.0.1:{port}")
        until(lambda: b"POST" in seen)


def test_certificates_are_read_again_when_they_have_changed(
    unknown_certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trusted = tmp_path / "trusted.pem"
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(trusted))

    def meets(near: socket.socket) -> None:
        with suppress(OSError), unknown_certificate.wrap_socket(near, server_side=True) as inside:
            inside.recv(4)

    with listening(meets) as port:
        trusted.write_text(ssl.DER_cert_to_PEM_cert(_certificate_at(port)))
        for _ in range(2):
            with pytest.raises(Unconfirmed):
                submit(f"https://127.0.0.1:{port}")
        trusted.write_bytes(CA.read_bytes())
        os.utime(trusted, (1, 1))
        with pytest.raises(Unreachable):
            submit(f"https://127.0.0.1:{port}")


def _certificate_at(port: int) -> bytes:
    blind = ssl.create_default_context()
    blind.check_hostname, blind.verify_mode = False, ssl.CERT_NONE
    with socket.create_connection(("127.0.0.1", port)) as bare, blind.wrap_socket(bare) as seen:
        return seen.getpeercert(binary_form=True) or b""
