"""The first page in Gradio's own template: what a shared link shows, and for whom it is kept."""

import re
from collections.abc import Callable

import pytest
from gradio.routes import templates
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from seedance_demo.ui.door import first_page
from seedance_demo.ui.door.first_page import FirstPage
from seedance_demo.ui.link_preview import DESCRIPTION, TITLE, with_preview

OUTSIDE = "https://demo.example"


def gradios(name: str = "index") -> TestClient:
    """Gradio's own page, as its template says it."""
    told = {"title": TITLE, "root": "", "thumbnail": None}
    page = templates.get_template(f"frontend/{name}.html").render(config=told, gradio_api_info={})
    app = Starlette(routes=[Route("/", lambda _: HTMLResponse(page))])
    door = FirstPage(app, finish=with_preview, is_same_for_all=True)
    return TestClient(door, OUTSIDE)


def tags(page: str) -> dict[str, list[str]]:
    """What the head says, by name."""
    head = page.partition("<script>")[0]
    told: dict[str, list[str]] = {"title": re.findall("<title>(.*?)</title>", head)}
    for name, words in re.findall(r'<meta\s+(?:name|property)="(.*?)"\s+content="(.*?)"', head):
        told.setdefault(name, []).append(words)
    return told


@pytest.mark.parametrize("name", ["index", "share"])
def test_a_shared_link_shows_title_words_and_a_still_and_each_once(name: str) -> None:
    page = gradios(name).get("/").text
    told = tags(page)
    assert told["title"] == told["og:title"] == [TITLE]
    assert told["description"] == told["og:description"] == [DESCRIPTION]
    assert told["og:image"] == [f"{OUTSIDE}/examples/opening.jpg"]
    assert told["og:url"] == [f"{OUTSIDE}/"]
    assert told["twitter:card"] == ["summary_large_image"]
    assert not {"twitter:creator", "twitter:image"} & told.keys()
    assert 'rel="icon"' in page
    assert "window.gradio_config = {" in page


PROXIES = {"x-forwarded-host": "film.example", "x-forwarded-proto": "https"}


@pytest.mark.parametrize(
    ("headers", "root"),
    [
        (PROXIES, "https://film.example/"),
        (PROXIES | {"x-forwarded-host": 'a"><b>'}, "https://a&#34;%3e%3cb%3e/"),
        ({"host": "127.0.0.1:7860"}, ""),  # a proxy that keeps the page's name to itself
    ],
)
def test_the_still_lies_under_the_address_that_the_page_was_asked_under(
    headers: dict[str, str], root: str
) -> None:
    told = tags(gradios().get("/", headers=headers).text)
    assert told["og:image"] == [f"{root}examples/opening.jpg"]
    assert told.get("og:url", []) == ([root] if root else [])


class Counted:
    """An app that answers the first page with its number, its address and a cookie by wish."""

    def __init__(self, answer: Callable[[Request, int], Response], *, same: bool = True) -> None:
        self.made = 0

        def first(request: Request) -> Response:
            self.made += 1
            return answer(request, self.made)

        app = Starlette(routes=[Route("/", first), Route("/other", first)])
        door = FirstPage(app, finish=lambda page, root: page + root, is_same_for_all=same)
        self.client = TestClient(door, OUTSIDE, follow_redirects=False)


def numbered(request: Request, number: int) -> Response:
    return HTMLResponse(f"{number} {request.query_params} ")


def test_it_is_made_once_for_each_address_and_not_for_each_visitor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = Counted(numbered)
    once = app.client.get("/")
    assert once.headers["content-encoding"] == "gzip"
    assert once.text.endswith(OUTSIDE)
    for headers in ({}, {"cookie": "a=b"}, {"accept-encoding": "identity"}):
        assert app.client.get("/", headers=headers).text == once.text
    assert app.client.get("/?__theme=dark").text == once.text
    other = app.client.get("/", headers={"host": "other.example"})
    assert other.text.endswith("https://other.example")
    assert app.made == 2
    assert app.client.get("/other").text.startswith("3")
    monkeypatch.setattr(first_page, "KEPT", 0.0)
    assert app.client.get("/").text.startswith("4")


def test_strangers_who_call_it_anything_fill_no_memory() -> None:
    app = Counted(numbered)
    for n in range(first_page.MOST_ADDRESSES + 1):
        app.client.get("/", headers={"host": f"{n}.example"})
    app.client.get("/", headers={"host": "0.example"})
    assert app.made == first_page.MOST_ADDRESSES + 2


@pytest.mark.parametrize("query", ["?deep_link=a", "?page=b", "?__theme=dark&of_tomorrow=1"])
def test_what_a_query_may_change_is_made_anew(query: str) -> None:
    app = Counted(numbered)
    said = [app.client.get(f"/{query}").text for _ in range(2)]
    assert [each[0] for each in said] == ["1", "2"]
    assert app.client.get("/").text.startswith("3")


def test_what_one_visitor_is_given_is_given_to_no_other() -> None:
    def with_cookie(_: Request, number: int) -> Response:
        page = HTMLResponse("page")
        page.set_cookie("session", str(number))
        return page

    for app in (Counted(with_cookie), Counted(numbered, same=False)):
        for _ in range(2):
            app.client.get("/")
        assert app.made == 2


def test_another_answer_than_a_page_passes_as_it_is() -> None:
    app = Counted(lambda *_: RedirectResponse("/login"))
    for _ in range(2):
        said = app.client.get("/")
        assert (said.status_code, said.headers["location"], said.text) == (307, "/login", "")
    assert app.made == 2
