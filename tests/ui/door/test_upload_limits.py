"""Uploads are bounded, and leave nothing behind when they are cut off."""

from pathlib import Path
from typing import Any

import gradio as gr
import pytest
from gradio.routes import App
from starlette.testclient import TestClient

from seedance_demo.accounts import home
from seedance_demo.ui.door import upload_limits
from seedance_demo.ui.door.upload_limits import FILES_AT_ONCE, UploadLimits

UPLOAD = "/gradio_api/upload"


class Page:
    """Gradio's own routes behind the limits. `why_not` is what the door decided."""

    def __init__(self, folder: Path, *, room: bool = True, why_not: str = "a stranger's") -> None:
        self.room, self.folder = room, folder
        with gr.Blocks() as demo:
            gr.Markdown("x")
        demo.max_file_size = None  # `launch` sets it
        app = App.create_app(demo)
        app.uploaded_file_dir = str(folder)
        limited = UploadLimits(app, lambda: self.room, on_space=False)

        async def decided(scope: Any, receive: Any, send: Any) -> None:
            home.mark(scope, why_not)
            await limited(scope, receive, send)

        self.client = TestClient(decided, raise_server_exceptions=False)

    def upload(self, size: int = 5, count: int = 1, **fields: str) -> Any:
        files = [("files", (f"{n}.jpg", b"x" * size)) for n in range(count)]
        return self.client.post(UPLOAD, files=files, data=fields)

    @property
    def kept(self) -> list[Path]:
        return [path for path in self.folder.rglob("*") if path.is_file()]


@pytest.fixture
def uploads(tmp_path: Path) -> Page:
    return Page(tmp_path)


def test_photographs_come_in(uploads: Page) -> None:
    answer = uploads.upload(8 << 20, 4)
    assert (answer.status_code, len(answer.json()), len(uploads.kept)) == (200, 4, 4)


def test_a_full_disk_takes_nothing_in_and_everything_else_goes_on(uploads: Page) -> None:
    uploads.room = False
    for path in (UPLOAD, f"{UPLOAD}/"):
        answer = uploads.client.post(path, files={"files": b"x"})
        assert (answer.status_code, "disk is nearly full" in answer.text) == (507, True)
    assert uploads.client.get("/gradio_api/app_id").status_code == 200


def test_many_files_or_fields_at_once_are_refused(uploads: Page) -> None:
    assert uploads.upload(count=FILES_AT_ONCE).status_code == 200
    before = len(uploads.kept)
    assert uploads.upload(count=FILES_AT_ONCE + 1).status_code == 400
    assert uploads.upload(field="x" * 100).status_code == 400
    assert len(uploads.kept) == before, "what was cut off is removed"


def test_a_request_of_any_size_is_cut_off(uploads: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_limits, "AT_ONCE", 1 << 20)
    answer = uploads.upload(300 << 10, 8)
    assert (answer.status_code, "more than the maximum" in answer.text) == (413, True)
    assert uploads.kept == []


@pytest.mark.parametrize(("bound", "value"), [("DAILY_BYTES", 1000), ("DAILY_UPLOADS", 2)])
def test_an_address_has_its_share_of_a_day(
    uploads: Page, bound: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_limits, bound, value)
    answers = [uploads.upload(200).status_code for _ in range(4)]
    assert answers[0] == 200
    assert answers[-1] == 429
    assert "tomorrow" in uploads.upload().text
    monkeypatch.setattr(upload_limits, "DAY", 0.0)
    assert uploads.upload(200).status_code == 200


def test_the_owner_at_home_is_bounded_by_the_machine_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_limits, "DAILY_UPLOADS", 1)
    home_page = Page(tmp_path, why_not="")
    assert [home_page.upload().status_code for _ in range(3)] == [200] * 3


def test_memory_does_not_grow_with_addresses(
    uploads: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_limits, "MOST_ADDRESSES", 3)
    limits = UploadLimits(uploads.client.app, lambda: True, on_space=True)
    for n in range(9):
        scope: Any = {"headers": [(b"x-forwarded-for", f"9.9.9.{n}".encode())], "client": None}
        limits._day(scope)
    assert len(limits._days) == 3
