"""The page while the ledger's database is away, and when it is back."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import gradio as gr
import pytest

from seedance_demo.errors import StorageError
from seedance_demo.ledger import Job, Ledger, Phase, postgres
from seedance_demo.ui.handlers import form

from ..databases import Server
from ..faults.life import awaited
from ..faults.provider import Provider, processing
from ..waiting import comes
from .headless import VISITOR, Headless

AWAY = "<p role='alert'>The ledger&#39;s database cannot be used: "


def test_who_waits_goes_on_by_itself_and_who_presses_is_told_and_loses_nothing(
    opened: Callable[..., Headless],
    provider: Provider,
    postgresql: Server,
    cup: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(postgres, "PATIENCE", 1)
    monkeypatch.setattr(form, "ARRIVING", 600.0)
    page = opened(database=postgresql.new_schema()).arrive()
    other, late = page.tab(), Headless(page.demo, page.runner)
    page.write(cup)
    other.write(cup, prompt="Pull out, wind")
    late["arrival"] = {"visitor": VISITOR, "draft": None}
    provider.misbehave("poll", processing)

    async def story() -> None:
        waits = asyncio.create_task(page.fired("generate", "click"))
        await comes(lambda: "Making the clip" in page["status"])
        postgresql.stop()
        comes_in = asyncio.create_task(late.fired("", "load"))
        await other.fired("generate", "click")
        assert other["refused"].startswith(AWAY)
        assert "Nothing was charged: press again in a moment" in other["refused"]
        provider.silence()
        assert not waits.done()
        postgresql.start()
        await waits
        await comes_in
        await other.fired("generate", "click")

    awaited(story())
    assert page.job.phase is Phase.COMPLETED
    assert "data-card" in late["history"]
    assert (other.job.prompt, other.job.phase) == ("Pull out, wind", Phase.COMPLETED)
    assert provider.count("submit") == 2
    page.ledger.close()


def test_a_page_that_opens_says_in_the_end_why_it_cannot(
    home: Headless, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> list[Job]:
        raise StorageError("The ledger cannot be read.")

    monkeypatch.setattr(form, "ARRIVING", 0.0)
    monkeypatch.setattr(Ledger, "of_visitor", fail)
    with pytest.raises(gr.Error, match=r"The ledger cannot be read\."):
        home.tab()
