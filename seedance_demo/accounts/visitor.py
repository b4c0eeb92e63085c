"""Identifies the visitor behind an HTTP request.

A browser's id owns jobs; it is unguessable, so it is not shown to others. Whom a paid clip counts
against is harder to shed: the signed-in name, or the browser *and* the address it comes from.
"""

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from ..config import LOOPBACK


@dataclass(frozen=True)
class Visitor:
    """`account` is a signed-in name or a hashed address. `at_home`: the page was called by a name
    of this machine. `sent_by_another_site`: a script of another website made this request."""

    id: str
    account: str = ""
    signed_in: bool = False
    at_home: bool = False
    sent_by_another_site: bool = False


@dataclass(frozen=True)
class Caller:
    """Who makes a request, and a key of their own: of this request, and kept nowhere."""

    visitor: Visitor
    key: str = field(default="", repr=False)


def recognise(
    request: Any, browser: object, name: str | None, mark: Callable[[str], str], *, on_space: bool
) -> Visitor:
    """The visitor of a Gradio `request`. `name` is who signed in, None for nobody; `mark` hashes an
    address. What a hand-made request claims to be gains it nothing."""
    headers = {key.lower(): str(value) for key, value in dict(request.headers).items()}
    return Visitor(
        id=known_id(browser) or f"session {request.session_hash}",
        account=f"user:{name}" if name else mark(_address(request, headers, on_space=on_space)),
        signed_in=bool(name),
        at_home=_host(headers.get("host", "")) in LOOPBACK,
        # Browsers set this themselves. Gradio lets every website call a public page with the
        # visitor's own cookies.
        sent_by_another_site=headers.get("sec-fetch-site") in ("cross-site", "same-site"),
    )


def own_key(typed: object, request: Any) -> str:
    """The visitor's own key: of this press, from the box or the header, and kept nowhere."""
    return str(typed or request.headers.get("x-wavespeed-key") or "").strip()


def new_id() -> str:
    """An unguessable id for a browser."""
    return secrets.token_hex(16)


def known_id(browser: object) -> str:
    """The browser's id when it is one of ours, else empty."""
    given = isinstance(browser, str) and re.fullmatch("[0-9a-f]{32}", browser)
    return str(browser) if given else ""


def _address(request: Any, headers: dict[str, str], *, on_space: bool) -> str:
    """Where a request comes from. On a Space the peer is the platform's proxy, which appends whom
    it saw to X-Forwarded-For; entries before that are the client's own words. Elsewhere the server
    has done it already: it believes the header of a share link's tunnel and of nobody else.
    """
    seen = headers.get("x-forwarded-for", "").rpartition(",")[2].strip() if on_space else ""
    seen = seen or str(getattr(request.client, "host", ""))
    try:
        address = ip_address(seen)
    except ValueError:
        return seen
    if isinstance(address, IPv6Address):  # a household has 2^64 of them
        return str(address.ipv4_mapped or ip_network((address, 64), strict=False))
    return str(address)


def _host(header: str) -> str:
    """The name of a Host header without its port."""
    return re.sub(r":\d+$", "", header).strip("[]").lower()
