"""All bounds together leave room for an evening of one household: one address, a few people."""

import io
from contextlib import ExitStack
from pathlib import Path

import numpy as np
from PIL import Image
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from seedance_demo.accounts.guard import Guard
from seedance_demo.accounts.visitor import Caller, Visitor
from seedance_demo.catalog import ANIMATIC, BY_ID
from seedance_demo.config.settings import Settings
from seedance_demo.ledger import Ledger
from seedance_demo.orders.brief import Brief
from seedance_demo.orders.images import read_pictures
from seedance_demo.orders.order import place
from seedance_demo.ui.door.upload_limits import UploadLimits
from seedance_demo.ui.handlers.watches import Watches

HOUSE = "address:house"


def photograph() -> bytes:
    """12 megapixels, with as much in them as a camera's."""
    noise = np.random.default_rng(5).integers(0, 256, (300, 400, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).resize((4000, 3000), Image.Resampling.BICUBIC).save(file, "JPEG")
    return file.getvalue()


def test_four_large_photographs_come_in_for_each_of_sixteen_presses(tmp_path: Path) -> None:
    picture = photograph()
    kept = Route("/gradio_api/upload", lambda _: PlainTextResponse("kept"), methods=["POST"])
    limits = UploadLimits(Starlette(routes=[kept]), lambda: True, on_space=False)
    client = TestClient(limits)
    answers = {
        client.post("/gradio_api/upload", content=picture).status_code for _ in range(16 * 4)
    }
    assert answers == {200}
    (tmp_path / "a.jpg").write_bytes(picture)
    four = [str(tmp_path / "a.jpg")] * 4
    assert len(read_pictures(four, tmp_path, tmp_path / "pictures")) == 4


def test_sixteen_presses_wait_in_line_and_seven_tabs_look_at_them(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "ledger.sqlite")
    guard = Guard(Settings(), ledger, public=True)
    animatic = BY_ID[ANIMATIC]
    for n in range(16):
        visitor = Visitor(f"{n % 4:032}", HOUSE)
        payment = guard.payment(animatic, Caller(visitor))
        order = place(Brief((tmp_path / "a.jpg",), f"take {n}", 15, animatic))
        ledger.open(order, visitor.id, payment.payer, payment.terms)
    watches = Watches()
    with ExitStack() as tabs:
        for person in range(4):
            for tab in range(7):
                tabs.enter_context(watches.watch(f"{person} {tab}", HOUSE))
