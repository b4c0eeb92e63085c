"""Identifies the visitor behind an HTTP request.

A browser's id owns jobs; it is unguessable, so it is not shown to others. Whom a paid clip counts
against is harder to shed: the signed-in name, or the browser *and* the address it comes from.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from ..config.keys import clean_key
from . import home


@dataclass(frozen=True)
class Visitor:
    """`account` is a signed-in name or a hashed address. `at_home`: nothing says that the request
    was made anywhere but on this machine. `sent_by_another_site`: a script of another website made
    it."""

    id: str
    account: str = ""
    signed_in: bool = False
    at_home: bool = False
    sent_by_another_site: bool = False

    @property
    def counted(self) -> str:
        """Whom free work counts against: the account; nobody at home."""
        return "" if self.at_home else self.account


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
    scope = request.request.scope
    address = address_of(scope, on_space=on_space)
    return Visitor(
        id=known_id(browser) or f"session {request.session_hash}",
        account=f"user:{name}" if name else mark(address),
        signed_in=bool(name),
        at_home=not home.decided(scope),
        sent_by_another_site=_by_another_site(_headers(scope)),
    )


def own_key(typed: object, request: Any) -> str:
    """The visitor's own key: of this press, from the box or the header, and kept nowhere."""
    return clean_key(typed) or clean_key(request.headers.get("x-wavespeed-key"))


def new_id() -> str:
    """An unguessable id for a browser."""
    return secrets.token_hex(16)


def known_id(browser: object) -> str:
    """The browser's id when it is one of ours, else empty."""
    given = isinstance(browser, str) and re.fullmatch("[0-9a-f]{32}", browser)
    return str(browser) if given else ""


def address_of(scope: Mapping[str, Any], *, on_space: bool) -> str:
    """Where an ASGI request comes from. On a Space the peer is the platform's proxy, which appends
    whom it saw to X-Forwarded-For; entries before that are the client's own words. Elsewhere the
    server has done it already, for the proxies it was told to believe.
    """
    told = _headers(scope).get("x-forwarded-for", "") if on_space else ""
    seen = told.rpartition(",")[2].strip() or str((scope.get("client") or [""])[0])
    try:
        address = ip_address(seen)
    except ValueError:
        return seen
    if isinstance(address, IPv6Address):  # a household has 2^64 of them
        return str(address.ipv4_mapped or ip_network((address, 64), strict=False))
    return str(address)


def _by_another_site(headers: Mapping[str, str]) -> bool:
    """Browsers say so themselves, and Gradio lets every website call a public page with the
    visitor's own cookies. Where a page has no https they say it only by the Origin."""
    if said := headers.get("sec-fetch-site"):
        return said not in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is not None and home.site(origin)[1] != headers.get("host", "").lower()


def _headers(scope: Mapping[str, Any]) -> dict[str, str]:
    """In lower case; of a header that is sent twice, the last."""
    return {
        name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]
    }
