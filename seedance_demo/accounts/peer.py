"""Asks Linux whose program is at the other end of a connection within this machine.

A proxy that adds nothing to a request, as nginx may do since 1.29.7, gives itself away by this
alone: it runs under an account of its own.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address
from pathlib import Path

from . import sock_diag
from .sock_diag import Address, Socket

_TABLES = Path("/proc/net/tcp"), Path("/proc/net/tcp6")
_ESTABLISHED = 1
_ROOT = 0
_NAMELESS = "nobody can say where it comes from"


def why_not(client: Address | None, server: Address | None) -> str:
    """Why the program at the `client` end of a connection to `server` cannot be the owner's own;
    empty when nothing says so, or where the system does not tell."""
    if client is None or server is None:
        return _NAMELESS
    try:
        rows = list(_spellings(client, server))
    except (ValueError, TypeError):
        return _NAMELESS
    if sys.platform != "linux":
        return ""
    for _ in range(3):  # while others come and go, a row may be missed
        for peer in _find(client, server, rows):
            if peer.state == _ESTABLISHED:
                return _judge(peer)
    # It may be gone: what is left of a connection would be root's.
    return "the system does not tell which program sent it"


def _judge(peer: Socket) -> str:
    if peer.uid not in (os.getuid(), _ROOT):  # root forwards ports for everybody: it says nothing
        return f"a program of another account (uid {peer.uid}) sent it"
    if _is_ours(peer.inode):  # Gradio calls itself for programs that may be anybody's
        return "this app sent it for somebody else"
    return ""


def _find(client: Address, server: Address, rows: list[bytes]) -> Iterator[Socket]:
    """The client's end, as the system tells it; where it is not asked, out of the table of all."""
    if found := sock_diag.find(client, server):
        yield found
        return
    for table in _TABLES:
        with suppress(OSError):
            content = table.read_bytes()
            for row in rows:
                if (at := content.find(row)) >= 0:
                    _, _, state, _, _, _, uid, _, inode, *_ = content[at:].split(None, 9)
                    yield Socket(int(state, 16), int(uid), int(inode))


def _spellings(client: Address, server: Address) -> Iterator[bytes]:
    """The connection as the tables write it, from its client's end. A socket made for IPv6 may
    speak IPv4, too."""
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


def _is_ours(inode: int) -> bool:
    """Whether this process holds the socket."""
    for each in os.scandir("/proc/self/fd"):
        with suppress(OSError):  # closed in the meantime
            held = os.fstat(int(each.name))
            if held.st_ino == inode and stat.S_ISSOCK(held.st_mode):
                return True
    return False
