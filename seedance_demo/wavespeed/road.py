"""The road of a request: through which proxy, by whose certificates, to which hosts.

The environment says it, for the paid POST and for the clip alike. What of that road is closed can
partly be known before the POST, while nothing is paid yet.
"""

import os
import re
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from requests.utils import get_environ_proxies, select_proxy

from ..config.machine import is_loopback
from ..config.settings import PUBLIC_API
from ..errors import Refused

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
_BUNDLES = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")  # as requests reads them
_PROXY = re.compile(r"https?://([^\s/?#@\\\[\]]*@)?([^\s:\[\]]+|\[[\da-f:]+\])(:\d+)?/?", re.I)
_PATTERN = re.compile(r"[\w.*-]+(:\d{1,5}|/\d+)?", re.A)  # of hosts in NO_PROXY: .corp, 10.0.0.0/8
_SOME_CLIP = "https://clip.invalid"  # where a clip lies is not known before; any host will do
# In place of a proxy that nobody here can use: emptied, it would let requests go around it.
_NOWHERE = "http://unusable-proxy.invalid"
# Reserved for tests of networks (RFC 2544). Resolvers of Clash, sing-box and Surge answer with such
# an address for every name, and lead it through their tunnel; nothing private lives there.
_FAKE = ip_network("198.18.0.0/15")
# Names that no public host has: RFC 6761, RFC 6762 (appendix G), RFC 8375, and ICANN's ".internal".
_INSIDE = {"localhost", "local", "internal", "intranet", "private", "corp", "home", "lan", "arpa"}


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """What to set beside `env` before Gradio is imported. Loopback goes through no proxy. Values
    that Gradio's HTTP library cannot read end the process there and then, so they are replaced."""
    kept = _spared(env.get("no_proxy") or env.get("NO_PROXY") or "")
    changed = {"no_proxy": kept, "NO_PROXY": kept}
    for name, value in env.items():
        if name.lower() in _PROXIES:
            proxy = value.strip()
            changed[name] = proxy if not proxy or _usable(proxy) else _NOWHERE
    if (file := env.get("SSL_CERT_FILE")) and not _loads(file):
        changed["SSL_CERT_FILE"] = ""
    return changed


def check(base_url: str) -> None:
    """Look at the road to the API and back before anything is paid. Raises `Refused`."""
    if is_home(base_url):
        return
    for url in (base_url, _SOME_CLIP):
        proxy = _proxy(url)
        if proxy and not _usable(proxy):
            raise Refused(
                "The proxy in HTTPS_PROXY or ALL_PROXY cannot be used: it must be an http:// "
                "address (SOCKS is not supported)."
            )
    for name in _BUNDLES:
        bundle = os.getenv(name)
        if bundle and not _loads(*((None, bundle) if Path(bundle).is_dir() else (bundle, None))):
            raise Refused(f"The certificates that {name} names cannot be read.")
    # A base URL of the operator's own may well lie in a private network.
    if base_url == PUBLIC_API and not _proxy(base_url):
        _check_resolver(urlsplit(base_url).hostname or "")


def is_home(url: str) -> bool:
    """Whether an address is this machine's own, which no proxy leads to."""
    return is_loopback(urlsplit(url).hostname or "")


def is_public_host(host: str) -> bool:
    """Whether a host is public by its name, or by its address if it is one. 127.1 and 0x7f000001
    are neither, though resolvers and proxies may read them."""
    host = host.strip("[]").removesuffix(".").lower()
    with suppress(ValueError):
        return ip_address(host).is_global
    name = re.fullmatch(r"(?:[\w-]+\.)+([a-z][\w-]*)", host, re.ASCII)
    return name is not None and name[1] not in _INSIDE


def is_public_answer(address: str) -> bool:
    """Whether a name may have this address."""
    found = ip_address(address)
    return found.is_global or found in _FAKE


def _check_resolver(host: str) -> None:
    with suppress(OSError):  # no answer: the request itself will say so
        for *_, (address, *_) in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM):
            if not is_public_answer(str(address)):
                raise Refused(
                    f"On this network {host} leads to {address}, which is no public address: a "
                    "clip from there would not be safe to open."
                )


def _proxy(url: str) -> str | None:
    return select_proxy(url, get_environ_proxies(url))


def _usable(proxy: str) -> bool:
    address = proxy if "://" in proxy else f"http://{proxy}"
    with suppress(ValueError):
        parts = urlsplit(address)
        well_formed = _PROXY.fullmatch(address) and _is_host(parts.hostname) and parts.port != 0
        return bool(well_formed) and address != _NOWHERE
    return False


def _spared(hosts: str) -> str:
    """NO_PROXY with loopback in it, and without what is neither a name nor an address."""
    given = [each.strip() for each in hosts.split(",")]
    if "*" in given:
        return "*"
    kept = (each for each in given if _is_host(each) or _PATTERN.fullmatch(each))
    return ",".join(dict.fromkeys([*kept, *_LOOPBACK]))


def _is_host(text: str | None) -> bool:
    with suppress(ValueError):
        return bool(ip_address(text or ""))
    return bool(re.fullmatch(r"(?:[\w-]{1,63}\.)*(?!\d+$)[\w-]{1,63}", text or "", re.ASCII))


def _loads(file: str | None, folder: str | None = None) -> bool:
    """Whether there are certificates in them."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(file, folder)
    except OSError:  # an SSLError is one
        return False
    return True
