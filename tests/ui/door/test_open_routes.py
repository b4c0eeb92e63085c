"""What Gradio serves and this page does not need is closed."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from seedance_demo.ui.door.open_routes import OpenRoutes

EVERYTHING = Route("/{path:path}", lambda _: PlainTextResponse("served"), methods=["GET", "POST"])
CLIENT = TestClient(OpenRoutes(Starlette(routes=[EVERYTHING])))


@pytest.mark.parametrize(
    "path",
    [
        *("gradio_api/deep_link?session_hash=a", "gradio_api/file=https://a.org/a"),
        *("gradio_api/file=HTTP://a.org", "gradio_api/proxy=a", "gradio_api/component_server"),
        *("component_server/", "gradio_api/process_recording", "gradio_api/dev/reload"),
        *("gradio_api/stream/a", "gradio_api/stream/a/0/1/playlist.m3u8", "gradio_api/file/etc"),
        *("gradio_api/vibe-edit/", "gradio_api/vibe-code", "monitoring", "monitoring/summary"),
        *("gradio_api/custom_component/a/b/c/d", "gradio_api/run-history/records"),
        *("gradio_api/profiling/traces", "gradio_api/of-tomorrow", "of-tomorrow", ".env"),
        *("clip", "clip/", "clip/a/b", "x/clip/a"),
        *("gradio_api/queue/of-tomorrow", "gradio_api//upload", "x/gradio_api/upload"),
    ],
)
def test_what_the_page_does_not_use_is_closed(path: str) -> None:
    for answer in (CLIENT.get(f"/{path}"), CLIENT.post(f"/{path}")):
        assert (answer.status_code, answer.text) == (404, "This page does not offer that.")


@pytest.mark.parametrize(
    "path",
    [
        *("", "config", "config/", "login", "logout", "login/huggingface", "login/callback"),
        *("assets/index.js", "static/fonts/a.woff2", "svelte/svelte.js", "examples/opening.mp4"),
        *("clip/a-token", "clip/a-token.mp4", "clip/a-token.jpg"),
        *("downloads/abc-_9", "downloads/abc/"),
        *("favicon.ico", "manifest.json", "robots.txt", "theme.css", "gradio_api/theme.css"),
        *("gradio_api/info", "gradio_api/openapi.json", "gradio_api/upload", "gradio_api/upload/"),
        *("gradio_api/upload_progress", "gradio_api/queue/join", "gradio_api/queue/data"),
        *("gradio_api/call/generate", "gradio_api/call/generate/3fa9", "gradio_api/run/predict"),
        *("gradio_api/file=/tmp/gradio/a.png", "gradio_api/heartbeat/abc", "gradio_api/app_id"),
        *("gradio_api/startup-events", "gradio_api/cancel", "gradio_api/reset", "gradio_api/mcp/"),
    ],
)
def test_what_the_page_and_its_programs_use_is_open(path: str) -> None:
    assert CLIENT.get(f"/{path}").text == "served"


@pytest.mark.parametrize(
    ("path", "served"),
    [
        *(("film/config", True), ("config", True), ("film/", True), ("film/monitoring", False)),
        *(("filmconfig", False), ("other/config", False), ("film/film/config", False)),
    ],
)
def test_the_pages_own_path_may_or_may_not_be_taken_off(path: str, served: bool) -> None:
    client = TestClient(OpenRoutes(Starlette(routes=[EVERYTHING])), root_path="/film")
    assert (client.get(f"/{path}").status_code == 200) is served
