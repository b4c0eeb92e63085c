"""All clips as one download, over real HTTP: what is in it, for whom, and how it ends."""

import csv
import io
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
import requests
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware

from seedance_demo.accounts.visitor import Visitor
from seedance_demo.catalog import ANIMATIC, BY_ID
from seedance_demo.clips.archive import PART
from seedance_demo.config.settings import Settings
from seedance_demo.errors import ClipUnavailable, NotAllowed, StorageError
from seedance_demo.jobs.files import Folder
from seedance_demo.ledger import Job, Ledger, Payer, Phase
from seedance_demo.orders.brief import Brief
from seedance_demo.orders.order import place
from seedance_demo.ui.handlers import all_clips, clip_list
from seedance_demo.ui.handlers.all_clips import AllClips, Ticket

from ...apps import served
from ...databases import Server
from ...faults.life import awaited, decodes, make_clip
from ...faults.provider import MODEL
from ...logs import said
from ...waiting import until
from ..headless import Headless

ANNA, BEN = Visitor("a" * 32, "address:anna"), Visitor("b" * 32, "address:ben")
STORY = (Phase.UPLOADING, Phase.SUBMITTING, Phase.CREATED, Phase.PROCESSING, Phase.SAVING)
LARGE = 64 << 20  # bytes; more than a connection holds that nobody reads
NO_LONGER = 404, all_clips.OVER


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path)


@pytest.fixture
def ledger(settings: Settings) -> Iterator[Ledger]:
    with closing(Ledger(settings.data_dir / "ledger.sqlite")) as opened:
        yield opened


@pytest.fixture
def clips(ledger: Ledger, settings: Settings) -> AllClips:
    return AllClips(ledger, settings)


@pytest.fixture
def url(clips: AllClips) -> Iterator[str]:
    with served(Starlette(routes=[clips.route])) as at:
        yield at


@pytest.fixture
def make(ledger: Ledger, settings: Settings) -> Callable[..., Job]:
    def make(
        prompt: str,
        content: bytes | int = b"film",
        model: str = MODEL,
        who: Visitor = ANNA,
        phase: Phase = Phase.COMPLETED,
        **facts: Any,
    ) -> Job:
        """A job, and of a finished one its clip: these bytes, or so many that are zero."""
        payer = Payer.NOBODY if model == ANIMATIC else Payer.OWNER
        order = place(Brief((Path("a.jpg"),), prompt, 5, BY_ID[model]))
        job = ledger.open(order, who.id, payer)
        for each in STORY[: STORY.index(phase) + 1 if phase in STORY else None]:
            job = ledger.advance(job.id, each, **facts if each is phase else {})
        if phase is Phase.COMPLETED:
            facts = {"clip": f"{prompt}.mp4"} | facts
            settings.clips.mkdir(exist_ok=True)
            with (settings.clips / facts["clip"]).open("wb") as file:
                file.truncate(content) if isinstance(content, int) else file.write(content)
        return job if phase in STORY else ledger.advance(job.id, phase, **facts)

    return make


def asked(clips: AllClips, url: str, who: Visitor = ANNA) -> str:
    return f"{url}/{awaited(clips.address(who))}"


def got(address: str) -> ZipFile:
    answer = requests.get(address, timeout=60)
    assert answer.status_code == 200, answer.text
    return ZipFile(io.BytesIO(answer.content))


def listed(opened: ZipFile) -> list[dict[str, str]]:
    content = opened.read(clip_list.FILE)
    assert content.startswith(b"\xef\xbb\xbf"), "or Excel reads another alphabet"
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


@contextmanager
def reading(address: str) -> Iterator[Callable[[], bytes]]:
    """A download of which only the beginning is read, and by a call the rest of it."""
    target = urlsplit(address)
    with socket.create_connection((target.hostname, target.port or 80)) as connection:
        connection.settimeout(60)
        connection.sendall(f"GET {target.path} HTTP/1.0\r\n\r\n".encode())
        first = connection.recv(100)
        assert first.startswith(b"HTTP/1.1 200")

        def rest() -> bytes:
            with connection.makefile("rb") as file:
                return (first + file.read()).partition(b"\r\n\r\n")[2]

        yield rest


def test_it_has_every_clip_that_is_here_and_a_list_of_all_that_was_made_and_paid(
    make: Callable[..., Job], ledger: Ledger, clips: AllClips, url: str, tmp_path: Path
) -> None:
    film = make("Rain on the river", make_clip(), request_id="r1", nsfw=False)
    odd = make("雨", b"x" * (PART + 7))  # its last part is shorter than what packs it
    free = make("an animatic", model=ANIMATIC)
    make("too real", phase=Phase.FAILED, error_code="task_failed", error="A person is in it.")
    make("ended elsewhere", phase=Phase.FAILED, error_code="cancelled", error="Cancelled there.")
    covered = make("covered", nsfw=True)
    gone, lost = make("gone"), make("lost")
    ledger.delete(gone.id)
    ledger.delete(make("free and gone", model=ANIMATIC).id)
    (tmp_path / "clips" / lost.clip).unlink()
    make("on its way", phase=Phase.PROCESSING)
    ledger.charge(film.id, Decimal("1.15"))
    strangers = make("a stranger's", who=BEN)
    opened = got(asked(clips, url))
    assert opened.testzip() is None
    assert opened.namelist() == [free.clip, odd.clip, film.clip, "clips.csv"]
    assert opened.read(odd.clip) == b"x" * (PART + 7)
    (tmp_path / "film.mp4").write_bytes(opened.read(film.clip))
    assert decodes(tmp_path / "film.mp4")
    rows = listed(opened)
    told = {row["prompt"]: (row["state"].partition(".")[0], row["price (US$)"]) for row in rows}
    assert told == {
        "on its way": ("Making the clip", "1.20"),
        "lost": ("Its file is not here any more", "1.20"),
        "gone": ("Deleted", "1.20"),
        "covered": ("Covered: the provider marked it as possibly not safe for work", "1.20"),
        "ended elsewhere": ("Failed", "1.20"),
        "too real": ("Failed", "0.00"),
        "an animatic": ("Done", "0.00"),
        "雨": ("Done", "1.20"),
        "Rain on the river": ("Done", "1.15"),
    }
    assert [row["file"] for row in rows if row["file"]] == opened.namelist()[:-1]
    assert rows[-1] == {
        "time (UTC)": time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(film.opened_at)),
        "kind": "Film",
        "model": "Seedance 2.0",
        "seconds": "5",
        "prompt": "Rain on the river",
        "state": "Done",
        "price (US$)": "1.15",
        "request id": "r1",
        "file": film.clip,
    }
    assert "A person is in it. Nothing was charged." in rows[5]["state"]
    assert "shows whether it was charged" in rows[4]["state"]
    assert covered.clip not in opened.namelist()
    assert strangers.clip not in opened.namelist()


def test_it_is_a_download_that_nobody_packs_or_keeps(
    make: Callable[..., Job], clips: AllClips
) -> None:
    make("a")
    with served(GZipMiddleware(Starlette(routes=[clips.route]))) as url:
        answer = requests.get(asked(clips, url), headers={"Accept-Encoding": "gzip"}, timeout=60)
    told = answer.headers
    assert "Content-Encoding" not in told
    assert told["Content-Type"] == "application/zip"
    assert told["Cache-Control"] == "no-store"
    day = time.strftime("%Y-%m-%d", time.gmtime())
    assert told["Content-Disposition"] == f'attachment; filename="seedance-clips-{day}.zip"'


def test_an_address_says_nothing_of_its_visitor_and_is_good_once(
    make: Callable[..., Job], clips: AllClips, url: str
) -> None:
    make("a")
    address = asked(clips, url)
    assert ANNA.id not in address
    assert requests.head(address, timeout=60).status_code == 404
    assert requests.post(address, timeout=60).status_code == 404
    got(address)
    for other in (address, f"{url}/downloads/{ANNA.id}", f"{url}/downloads/-"):
        answer = requests.get(other, timeout=60)
        assert (answer.status_code, answer.text) == NO_LONGER


def test_an_address_is_good_for_a_moment() -> None:
    ticket = Ticket()
    ticket.give(1000, "visitor", "account")
    assert replace(ticket).take(1000 + all_clips.MOMENT) is None
    assert replace(ticket).take(1000 + all_clips.MOMENT - 1) == ticket
    assert Ticket().take(0) is None


@pytest.mark.parametrize("who", [BEN, Visitor("session 1", "address:anna"), Visitor("")])
def test_who_has_made_nothing_gets_nothing(
    who: Visitor, make: Callable[..., Job], clips: AllClips
) -> None:
    make("a")
    with pytest.raises(ClipUnavailable, match="no clips of yours"):
        awaited(clips.address(who))


def test_each_has_one_at_a_time_until_it_is_done_or_given_up(
    make: Callable[..., Job], clips: AllClips, url: str
) -> None:
    make("large", LARGE)
    make("ben's", who=BEN)
    first, second, third = (asked(clips, url) for _ in range(3))
    with reading(first):
        with pytest.raises(NotAllowed, match="on their way already"):
            awaited(clips.address(ANNA))
        answer = requests.get(second, timeout=60)
        assert (answer.status_code, answer.text) == (429, all_clips.ONE_AT_A_TIME)
        assert got(asked(clips, url, BEN)).namelist() == ["ben's.mp4", "clips.csv"]
    until(lambda: not clips._sending)
    with reading(third) as rest:
        assert ZipFile(io.BytesIO(rest())).namelist() == ["large.mp4", "clips.csv"]
    until(lambda: not clips._sending)
    awaited(clips.address(ANNA))


def test_all_together_have_a_few_at_a_time(
    make: Callable[..., Job], clips: AllClips, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(all_clips, "AT_ONCE", 1)
    make("large", LARGE)
    make("ben's", who=BEN)
    with reading(asked(clips, url)), pytest.raises(NotAllowed, match="Many download"):
        awaited(clips.address(BEN))


def test_a_browser_that_takes_nothing_holds_no_place(
    make: Callable[..., Job], ledger: Ledger, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    make("large", LARGE)
    clips = AllClips(ledger, settings, patience=0.1)
    with served(Starlette(routes=[clips.route])) as url, reading(asked(clips, url)):
        told = until(lambda: said(caplog))
    assert not clips._sending
    assert "were not sent to the end" in told[-1].getMessage()


def test_a_clip_that_is_deleted_meanwhile_is_left_out_and_the_list_says_so(
    make: Callable[..., Job], ledger: Ledger, clips: AllClips, url: str
) -> None:
    later, _ = make("deleted meanwhile"), make("large", LARGE)
    with reading(asked(clips, url)) as rest:
        ledger.delete(later.id)
        opened = ZipFile(io.BytesIO(rest()))
    assert opened.namelist() == ["large.mp4", "clips.csv"]
    rows = [(row["prompt"], row["state"], row["file"]) for row in listed(opened)]
    assert rows == [("large", "Done", "large.mp4"), ("deleted meanwhile", "Deleted", "")]


def test_what_cannot_be_read_to_its_end_is_seen_to_be_no_whole_file(
    make: Callable[..., Job],
    clips: AllClips,
    url: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    make("a")

    def away(*_: object) -> None:
        raise StorageError("The ledger's database cannot be used.")

    address = asked(clips, url)
    monkeypatch.setattr(clip_list, "table", away)
    with pytest.raises(requests.RequestException):
        requests.get(address, timeout=60)
    assert said(caplog)[-1].getMessage().endswith("The ledger's database cannot be used.")
    assert not clips._sending


def test_a_store_that_does_not_answer_is_told_in_the_list(
    make: Callable[..., Job], clips: AllClips, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> Path:
        raise StorageError("The store of pictures and clips does not answer at the moment.")

    make("a")
    monkeypatch.setattr(Folder, "get", away)
    opened = got(asked(clips, url))
    assert opened.namelist() == ["clips.csv"]
    assert "does not answer at the moment" in listed(opened)[0]["state"]


def test_no_cell_of_the_list_is_a_formula(
    make: Callable[..., Job], clips: AllClips, url: str
) -> None:
    texts = ['=HYPERLINK("http://a.org")', "+1", "-1", "@a", "＝1", "a, =b", 'two\n"lines"', "é雨"]
    for text in texts:
        make(text, clip=f"{texts.index(text)}.mp4")
    told = [row["prompt"] for row in reversed(listed(got(asked(clips, url))))]
    assert told == [f"'{text}" for text in texts[:5]] + texts[5:]
    assert b"?" in clip_list.table([["\ud800"]]), "half a letter"


def test_another_process_at_the_same_database_knows_the_ticket(
    postgresql: Server, settings: Settings
) -> None:
    where = postgresql.new_schema()
    with closing(Ledger(where)) as one, closing(Ledger(where)) as other:
        one.adopt("r1", MODEL, ANNA.id, Payer.OWNER)
        there = AllClips(other, settings)
        with served(Starlette(routes=[there.route])) as url:
            address = asked(AllClips(one, settings), url)
            (row,) = listed(got(address))
            assert (row["request id"], row["price (US$)"]) == ("r1", ""), (
                "nobody knows what it cost"
            )
            assert requests.get(address, timeout=60).status_code == 404


def test_the_page_is_told_the_address_or_why_there_is_none(home: Headless, cup: Path) -> None:
    home.fire("history", "download")
    assert home["all-saved"] == {"error": all_clips.NOTHING}
    job = home.write(cup).press().job
    home.fire("history", "download")
    with served(Starlette(routes=[home.all_clips.route])) as url:
        assert got(f"{url}/{home['all-saved']['address']}").namelist() == [job.clip, "clips.csv"]
