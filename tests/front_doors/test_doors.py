"""Who pays at each door of a page that the owner started for himself: home is what nothing
contradicts, and everybody else brings a key of his own."""

import os
import socket
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from gradio_client import Client, handle_file

from ..apps import App, running_app
from ..faults.provider import MODEL
from .readme import lines
from .servers import caddy, nginx
from .visitors import Visitor, frames

CURL = {"User-Agent": "curl/8.5.0", "Accept": "*/*", "Accept-Encoding": "identity"}
BROWSER = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0",
    "Accept-Language": "en",
    "Sec-Fetch-Site": "same-origin",
    "Sec-Fetch-Mode": "cors",
    "Sec-Fetch-Dest": "empty",
    "DNT": "1",
}
EVIL = "https://evil.example"
BARE = "location / { proxy_pass http://127.0.0.1:7860; }"
LATER = """location / {
    proxy_pass http://127.0.0.1:7860;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
}"""  # as from 1.29.7 on without a word

Door = Callable[[App], AbstractContextManager[Visitor]]


def direct(**headers: str) -> Door:
    """Straight to the app; `_` is `-` in a header, and `{app}` the page's own host."""

    @contextmanager
    def door(app: App) -> Iterator[Visitor]:
        here = app.url.removeprefix("http://")
        sent = {n.replace("_", "-"): text.format(app=here) for n, text in headers.items()}
        yield Visitor(app.url, sent)

    return door


def behind_nginx(config: str, account: str = "root", path: str = "", **headers: str) -> Door:
    @contextmanager
    def door(app: App) -> Iterator[Visitor]:
        here = app.url.removeprefix("http://")
        with nginx(config.replace("127.0.0.1:7860", here), account) as url:
            yield Visitor(url + path, {n: text.format(app=here) for n, text in headers.items()})

    return door


@contextmanager
def behind_caddy(app: App) -> Iterator[Visitor]:
    """Over https."""
    with caddy(lines("caddyfile").replace("127.0.0.1:7860", app.url.removeprefix("http://"))) as (
        url,
        vouches,
    ):
        yield Visitor(url, CURL, vouches)


HOME: dict[str, Door] = {
    "a browser": direct(**BROWSER, Origin="http://{app}", Referer="http://{app}/"),
    "curl": direct(**CURL),
    "another port, forwarded by ssh or an editor": direct(
        **BROWSER, Host="localhost:9", Origin="http://localhost:9", Referer="http://localhost:9/"
    ),
}
STRANGERS: dict[str, Door] = {
    "nginx, bare": behind_nginx(BARE, **CURL),
    "nginx from 1.29.7 on, another site": behind_nginx(LATER, Origin=EVIL),
    "nginx from 1.29.7 on, no origin": behind_nginx(LATER, Origin="null"),
    "nginx with the README's lines": behind_nginx(lines("nginx"), **BROWSER),
    "nginx below a path": behind_nginx(lines("nginx", below=True), path="/film"),
    "Caddy, https": behind_caddy,
    "Apache": direct(
        X_Forwarded_For="203.0.113.7", X_Forwarded_Host="a.example", X_Forwarded_Server="a.example"
    ),
    "any hop that signs itself": direct(Via="1.1 hop"),
    "any hop of the standard": direct(Forwarded="for=203.0.113.7"),
    "a tunnel": direct(cf_connecting_ip="203.0.113.7", x_forwarded_proto="https"),
    "a tunnel under its own name": direct(Host="abc.trycloudflare.com"),
    "a header that nobody at home sends": direct(X_Real_IP="203.0.113.7"),
    "a header that nobody knows": direct(X_Some_Hop="1"),
    "a frame in another site": direct(
        **BROWSER | {"Sec-Fetch-Site": "cross-site"}, Referer=f"{EVIL}/"
    ),
    "a page of another site": direct(Origin=EVIL),
    "a link of another site": direct(Referer=f"{EVIL}/"),
    "a page of another port": direct(Origin="http://127.0.0.1:1"),
}
AS_ANOTHER = {  # nginx says nothing at all; what is left is whose process it is
    "curl": CURL,
    "a forged origin": BROWSER | {"Origin": "http://{app}", "Referer": "http://{app}/"},
}


Verdict = tuple[str, bool, bool]  # who pays, whether the clip plays, whether the balance shows
AT_HOME, ABROAD = ("owner", True, True), ("self", True, False)


def judged(app: App, door: Door, picture: Path) -> Verdict:
    with door(app) as visitor:
        payer, pressed = visitor.who_pays(picture)
        return payer, visitor.plays(pressed), visitor.sees_balance()


def table(app: App, doors: dict[str, Door], picture: Path) -> dict[str, Verdict]:
    """The verdict at each door; most of the time of a press is waiting."""
    assert Visitor(app.url).sees_balance()  # or it could not be shown to a stranger either
    with ThreadPoolExecutor(6) as together:
        asked = {name: together.submit(judged, app, door, picture) for name, door in doors.items()}
        return {name: each.result() for name, each in asked.items()}


def test_at_home_the_owners_key_pays(home: App, cup: Path) -> None:
    assert table(home, HOME, cup) == dict.fromkeys(HOME, AT_HOME)


def test_strangers_pay_for_themselves(home: App, cup: Path) -> None:
    assert table(home, STRANGERS, cup) == dict.fromkeys(STRANGERS, ABROAD)


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root is somebody else")
def test_a_silent_proxy_of_another_account_is_not_the_owner(home: App, cup: Path) -> None:
    doors = {name: behind_nginx(LATER, "nobody", **sent) for name, sent in AS_ANOTHER.items()}
    assert table(home, doors, cup) == dict.fromkeys(doors, ABROAD)


def test_gradio_client_at_home_is_the_owner(home: App, cup: Path) -> None:
    images = [{"image": handle_file(str(cup))}]
    client = Client(home.url, verbose=False)
    video, status, _ = client.predict(images, "Client.", 5, MODEL, "", api_name="/generate")
    assert "$1.20 charged" in status
    path = Path(video["video"] if isinstance(video, dict) else video)
    assert frames(path.read_bytes()) == 24


def test_a_page_on_ipv6_loopback_is_home(
    tmp_path: Path, cup: Path, owners_key: dict[str, Any]
) -> None:
    if not reaches("::1"):
        pytest.skip("this machine has no IPv6")
    with running_app(tmp_path / "data", "--host", "::1", draws=False, **owners_key) as app:
        assert judged(app, direct(**CURL), cup) == AT_HOME


def test_a_page_on_the_network_is_nobodys_home(
    tmp_path: Path, cup: Path, owners_key: dict[str, Any]
) -> None:
    host = "0.0.0.0"  # noqa: S104  # others can reach it
    with running_app(tmp_path / "data", "--host", host, draws=False, **owners_key) as app:
        lan = replace(app, url=app.url.replace("127.0.0.1", own_address()))
        for reached in (app, lan):
            assert judged(reached, direct(**CURL), cup) == ABROAD, reached.url


def own_address() -> str:
    """Of this machine on its network; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as towards:
        try:
            towards.connect(("203.0.113.1", 9))
        except OSError:
            return "127.0.0.1"  # it has no network
        return str(towards.getsockname()[0])


def reaches(address: str) -> bool:
    try:
        with socket.create_server((address, 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False
