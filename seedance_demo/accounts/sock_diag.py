"""Asks Linux about one TCP connection, by netlink (sock_diag(7)).

Its table of all connections holds whatever was closed in the last minute, too: with a thousand
visitors it takes longer to read than any request to answer.
"""

import socket
import struct
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address

Address = tuple[str, int]  # an IP address and a port

_NETLINK_SOCK_DIAG, _BY_FAMILY, _REQUEST = 4, 20, 1  # linux/netlink.h, linux/sock_diag.h
_HEADER = struct.Struct("=IHHII")  # nlmsghdr: length, type, flags, number, sender
_ASKED = struct.Struct("=BBBxI")  # inet_diag_req_v2: family, protocol, more, states
_ENDS = struct.Struct("!HH16s16s")  # inet_diag_sockid: ports, addresses,
_ANY = struct.pack("=III", 0, 2**32 - 1, 2**32 - 1)  # interface and cookie
_TOLD = struct.Struct("=xB2x48x12xII")  # inet_diag_msg: state, uid, inode
_ALL_STATES = 2**32 - 1


@dataclass(frozen=True)
class Socket:
    """One end of a connection: its state as in `/proc/net/tcp`, and who holds it."""

    state: int
    uid: int
    inode: int


def find(end: Address, other: Address) -> Socket | None:
    """The socket at the first end of a connection; None where there is none, or where the system
    does not answer. Raises `ValueError` for what is no address."""
    hosts = [ip_address(host) for host, _ in (end, other)]
    family = socket.AF_INET if all(host.version == 4 for host in hosts) else socket.AF_INET6
    ends = _ENDS.pack(end[1], other[1], *(host.packed for host in hosts)) + _ANY
    asked = _ASKED.pack(family, socket.IPPROTO_TCP, 0, _ALL_STATES) + ends
    with suppress(OSError, AttributeError):  # no Linux, or one that is not asked this way
        header = _HEADER.pack(_HEADER.size + len(asked), _BY_FAMILY, _REQUEST, 0, 0)
        return _read(_ask(header + asked))
    return None


def _ask(message: bytes) -> bytes:
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _NETLINK_SOCK_DIAG) as kernel:
        kernel.settimeout(1)  # it answers within the call
        kernel.send(message)
        return kernel.recv(4096)


def _read(answer: bytes) -> Socket | None:
    _, kind, *_ = _HEADER.unpack_from(answer)
    if kind != _BY_FAMILY:  # an error: there is no such connection
        return None
    return Socket(*_TOLD.unpack_from(answer, _HEADER.size))
