"""A `requests` session that speaks to public addresses only.

The check is made on the connected socket, after DNS and before anything is sent, so that no name
can resolve to one address when it is checked and to another when it is used.
"""

import socket
from ipaddress import ip_address
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPSConnection
from urllib3.connectionpool import HTTPSConnectionPool

from .errors import ClipUnavailable


class _PublicConnection(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        connected = super()._new_conn()
        if not ip_address(connected.getpeername()[0]).is_global:
            connected.close()
            raise ClipUnavailable("The clip's address leads into a private network; not opened.")
        return connected


class _PublicPool(HTTPSConnectionPool):
    ConnectionCls = _PublicConnection


class _PublicAdapter(HTTPAdapter):
    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"https": _PublicPool}


def public_session(own_api: str) -> requests.Session:
    """Https to public addresses; plain http to nothing but `own_api`. No proxy, no .netrc."""
    session = requests.Session()
    session.trust_env = False
    session.adapters.clear()
    session.mount("https://", _PublicAdapter())
    if own_api.startswith("http://"):
        session.mount(own_api, HTTPAdapter())
    return session
