"""Asks Linux whose program is at the other end of a connection within this machine.

A proxy that adds nothing to a request, as nginx may do since 1.29.7, gives itself away by this
alone: it runs under an account of its own.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

Address = tuple[str, int]  # an IP address and a port
_TABLES = Path("/proc/net/tcp"), Path("/proc/net/tcp6")
_ESTABLISHED = b"01"
_ROOT = 0


@dataclass(frozen=True)
class _Peer:
    uid: int
    inode: bytes


def why_not(client: Address | None, server: Address | None) -> str:
    """Why the program at the `client` end of a connection to `server` cannot be the owner's own;
    empty when nothing says so, or where the system does not tell. Takes about a millisecond."""
    try:
        rows = list(_spellings(client, server))
    except (ValueError, TypeError):
        return "nobody can say where it comes from"
    if sys.platform != "linux":
        return ""
    for _ in range(3):  # while others come and go, a row may be missed
        if peer := next(_find(rows), None):
            return _judge(peer)
    # It may be gone: what is left of a connection would be root's.
    return "the system does not tell which program sent it"


def _judge(peer: _Peer) -> str:
    if peer.uid not in (os.getuid(), _ROOT):  # root forwards ports for everybody: it says nothing
        return f"a program of another account (uid {peer.uid}) sent it"
    if _is_ours(peer.inode):  # Gradio calls itself for programs that may be anybody's
        return "this app sent it for somebody else"
    return ""


def _find(rows: list[bytes]) -> Iterator[_Peer]:
    for table in _TABLES:
        with suppress(OSError):
            for line in table.read_bytes().splitlines():
                if any(row in line for row in rows):
                    _, _, _, state, _, _, _, uid, _, inode, *_ = line.split()
                    if state == _ESTABLISHED:
                        yield _Peer(int(uid), inode)


def _spellings(client: Address | None, server: Address | None) -> Iterator[bytes]:
    """The connection as the tables write it, from its client's end. A socket made for IPv6 may
    speak IPv4, too."""
    if client is None or server is None:
        raise ValueError("a connection has two ends")
    ends = [(ip_address(host), port) for host, port in (client, server)]
    yield _row(ends)
    if all(isinstance(host, IPv4Address) for host, _ in ends):
        yield _row([(IPv6Address(f"::ffff:{host}"), port) for host, port in ends])


def _row(ends: list[tuple[IPv4Address | IPv6Address, int]]) -> bytes:
    return b" ".join(f"{_hex(host.packed)}:{port:04X}".encode() for host, port in ends) + b" "


def _hex(packed: bytes) -> str:
    """An address as words of 32 bits, each in the machine's order of bytes."""
    words = (packed[at : at + 4] for at in range(0, len(packed), 4))
    return "".join(f"{int.from_bytes(word, sys.byteorder):08X}" for word in words)


def _is_ours(inode: bytes) -> bool:
    """Whether this process holds the socket."""
    socket = Path(f"socket:[{inode.decode()}]")
    with suppress(OSError):
        for each in os.scandir("/proc/self/fd"):
            with suppress(OSError):  # closed in the meantime
                if Path(each).readlink() == socket:
                    return True
    return False
