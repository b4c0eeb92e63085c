"""Home is what nothing contradicts."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.accounts import home, peer, sock_diag

CHROMIUM = {
    "host": "127.0.0.1:7860",
    "connection": "keep-alive",
    "content-length": "120",
    "sec-ch-ua-platform": '"Linux"',
    "user-agent": "Mozilla/5.0",
    "sec-ch-ua": '"Chromium";v="140"',
    "content-type": "application/json",
    "x-gradio-user": "app",
    "sec-ch-ua-mobile": "?0",
    "accept": "*/*",
    "origin": "http://127.0.0.1:7860",
    "sec-fetch-site": "same-origin",
    "sec-fetch-mode": "cors",
    "sec-fetch-dest": "empty",
    "referer": "http://127.0.0.1:7860/",
    "accept-encoding": "gzip, deflate, br, zstd",
    "accept-language": "en-US,en;q=0.9",
    "cookie": "a=b",
}


def scope(headers: dict[str, str], **more: Any) -> dict[str, Any]:
    sent = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    return {"http_version": "1.1", "scheme": "http", "headers": sent, **more}


@pytest.mark.parametrize(
    "headers",
    [
        CHROMIUM,
        CHROMIUM | {"sec-gpc": "1", "dnt": "1", "priority": "u=1, i", "pragma": "no-cache"},
        CHROMIUM | {"sec-purpose": "prefetch;prerender"},
        {"host": "localhost:7860", "user-agent": "curl/8", "accept": "*/*"},
        {"Host": "LOCALHOST", "Accept-Encoding": "identity"},
        {"host": "[::1]:7860", "origin": "http://[::1]:7860"},
        {"host": "127.0.0.2:1"},
        {"host": "localhost", "authorization": "Bearer x", "x-wavespeed-key": "k"},
        {"host": "localhost", "mcp-protocol-version": "2025-11-25", "mcp-session-id": "a"},
        {"host": "localhost:9000", "origin": "http://localhost:9000"},  # ssh -L 9000:...:7860
        {"host": "localhost:9000", "referer": "http://LOCALHOST:9000/?a=b#c"},
    ],
)
def test_browsers_and_programs_of_this_machine_are_at_home(headers: dict[str, str]) -> None:
    assert home.contradiction(scope(headers)) == ""


@pytest.mark.parametrize(
    "header",
    [
        *("x-forwarded-for", "X-Forwarded-Host", "x-forwarded-server", "forwarded", "via"),
        *("x-real-ip", "cf-connecting-ip", "cf-ray", "true-client-ip", "fly-client-ip"),
        *("x-request-id", "traceparent", "x-amzn-trace-id", "x-envoy-internal", "tailscale-user"),
        *("x-client-ip", "remote-user", "ngrok-trace-id", "proxy-connection", "x-whatever"),
        *("keep-alive", "upgrade", "x-gradio-users", "hosts", "xsec-fetch-site"),
    ],
)
@pytest.mark.parametrize("value", ["127.0.0.1", ""])
def test_any_header_that_nobody_sends_at_home_contradicts(header: str, value: str) -> None:
    assert repr(header.lower()) in home.contradiction(scope(CHROMIUM | {header: value}))


@pytest.mark.parametrize(
    "changed",
    [
        *({"host": each} for each in ("evil.example", "127.0.0.1.evil.example", "", "10.0.0.1")),
        *({"host": each} for each in ("0.0.0.0", "localhost.example:1", "[::1", "[::2]", "x@y")),  # noqa: S104
        *({"origin": each} for each in ("null", "", "http://127.0.0.1:7861", "https://a.org")),
        *({"origin": each} for each in ("https://127.0.0.1:7860", "http://localhost:7860", "[")),
        *({"referer": each} for each in ("http://evil.example/", "about:blank", "/", "//[")),
        *({"sec-fetch-site": each} for each in ("cross-site", "same-site", "new", "")),
    ],
    ids=str,
)
def test_another_host_or_site_contradicts(changed: dict[str, str]) -> None:
    assert home.contradiction(scope(CHROMIUM | changed))


def test_a_header_that_is_sent_twice_says_both() -> None:
    twice = scope(CHROMIUM)
    for name, value in ((b"host", b"evil.example"), (b"origin", b"null"), (b"referer", b"x")):
        assert home.contradiction(twice | {"headers": [(name, value), *twice["headers"]]})


@pytest.mark.parametrize("more", [{"http_version": "1.0"}, {"http_version": "2"}, {"scheme": "x"}])
def test_another_way_of_speaking_contradicts(more: dict[str, str]) -> None:
    assert home.contradiction(scope(CHROMIUM, **more))


def test_no_host_contradicts() -> None:
    assert home.contradiction(scope({"accept": "*/*"}))


CONNECT = """
import os, socket, sys, time, encodings.idna
host, port, family, account = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
if account: os.setuid(account)
asked = socket.socket(socket.AddressFamily(family))
asked.connect((host, port))
asked.sendall(b"x")
if len(sys.argv) > 5: asked.close()
print("sent", flush=True)
sys.stdin.read()
"""
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose a socket is")


def unasked(*_: object) -> None:
    """A Linux that does not know of one connection."""


FAMILIES = [
    pytest.param("127.0.0.1", "127.0.0.1", socket.AF_INET, id="IPv4"),
    pytest.param("::1", "::1", socket.AF_INET6, id="IPv6"),
    pytest.param("127.0.0.1", "::ffff:127.0.0.1", socket.AF_INET6, id="IPv4 by an IPv6 socket"),
]


@contextmanager
def asked_by_another(
    bound: str, host: str, family: int, account: int = 0, *more: str
) -> Iterator[str]:
    """What is said of a connection that another program makes."""
    kind = socket.AF_INET6 if ":" in bound else socket.AF_INET
    with socket.create_server((bound, 0), family=kind) as server:
        port = server.getsockname()[1]
        command = [sys.executable, "-c", CONNECT, host, str(port), str(int(family)), str(account)]
        with subprocess.Popen(
            [*command, *more], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as program:
            assert program.stdout is not None
            assert program.stdout.readline(), "it could not connect"
            taken, address = server.accept()
            with closing(taken):
                taken.recv(1)
                yield peer.why_not(address[:2], taken.getsockname()[:2])
            program.communicate()


@pytest.fixture(params=["asked", "in the table"])
def by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both ways in which a Linux tells, each without the other."""
    if request.param == "in the table":
        monkeypatch.setattr(sock_diag, "find", unasked)
    elif is_asked():
        monkeypatch.setattr(peer, "_TABLES", ())
    else:
        pytest.skip("this Linux is not asked about one connection")


def is_asked() -> bool:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as asked,
    ):
        return sock_diag.find(asked.getsockname(), server.getsockname()) is not None


@LINUX
@pytest.mark.usefixtures("by")
@pytest.mark.parametrize(("bound", "host", "family"), FAMILIES)
def test_another_program_of_ones_own_is_believed(bound: str, host: str, family: int) -> None:
    with asked_by_another(bound, host, family) as said:
        assert said == ""


@LINUX
@pytest.mark.usefixtures("by")
@pytest.mark.skipif(os.getuid() != 0, reason="only root may take another account")
@pytest.mark.parametrize(("bound", "host", "family"), FAMILIES)
def test_a_program_of_another_account_is_not(bound: str, host: str, family: int) -> None:
    with asked_by_another(bound, host, family, 65534) as said:
        assert "uid 65534" in said


@LINUX
@pytest.mark.usefixtures("by")
def test_who_has_hung_up_is_not_believed() -> None:
    """What is left of a connection has no account, and reads as root's."""
    with asked_by_another("127.0.0.1", "127.0.0.1", socket.AF_INET, 0, "close") as said:
        assert "does not tell" in said


@LINUX
def test_a_linux_that_tells_nothing_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peer, "_TABLES", (tmp_path / "tcp",))
    monkeypatch.setattr(sock_diag, "find", unasked)
    with asked_by_another("127.0.0.1", "127.0.0.1", socket.AF_INET) as said:
        assert "does not tell" in said


@LINUX
@pytest.mark.usefixtures("by")
def test_what_the_app_asks_itself_is_asked_for_somebody_else() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as asked,
    ):
        taken, address = server.accept()
        with closing(taken):
            assert "this app" in peer.why_not(address, asked.getpeername())


@pytest.mark.parametrize("ends", [(None, None), (("testclient", 5), ("a", 1)), (("::1", 5), None)])
def test_a_connection_that_cannot_be_named_is_not_believed(ends: Any) -> None:
    assert peer.why_not(*ends)


def test_all_of_it_is_asked() -> None:
    assert home.why_not(scope(CHROMIUM | {"via": "x"}))
    assert home.why_not(scope(CHROMIUM, client=None, server=None))
