"""kill -9 of a Space's process, and of all that its container held but what is in the bucket.

A press whose copy got through is never lost and never paid twice; one that did not is forgotten,
and nothing of it is told as free.
"""

import signal
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from seedance_demo.ledger import Job, Ledger, Phase
from seedance_demo.ledger.copies import NAMES

from ..waiting import until
from . import provider as does
from .app_process import run
from .bucket import Bucket, sending
from .life import decodes, end, make_clip, press, rested, runner_for
from .provider import Provider, serving
from .test_kill import App

AT_ONCE, NEVER = 0.0, 1e9
MOMENTS = "put arrived", "submit arrived", "submit created", "poll arrived", "file answered"


class Space(App):
    """The app in a container with a bucket."""

    def __init__(self, bucket: Bucket, provider: Provider) -> None:
        super().__init__(bucket.mount, provider)
        self.bucket = bucket

    def start(self, *prompts: str) -> None:
        self.run(
            run,
            self.provider.base_url,
            str(self.bucket.mount),
            list(prompts),
            str(self.bucket.disk),
        )

    def hard_stop(self) -> None:
        self.bucket.stop()
        self.end(signal.SIGKILL)

    def restart(self) -> list[Job]:
        """A new container takes over and comes to rest; its jobs."""
        self.bucket.new_container()
        self.start()
        self.finish()
        return Ledger(self.bucket.disk / "ledger.sqlite").of_visitor("anna")

    def stored(self) -> list[str]:
        """The phases that the bucket knows of."""
        return [phase for name in NAMES for phase in _phases(self.bucket.stored / name)]


def _phases(copy: Path) -> list[str]:
    with (
        suppress(sqlite3.Error),
        closing(sqlite3.connect(f"file:{copy}?immutable=1", uri=True)) as db,
    ):
        return [row[0] for row in db.execute("SELECT phase FROM jobs")]
    return []


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_press_that_got_through_is_neither_lost_nor_paid_twice(
    tmp_path: Path, moment: str
) -> None:
    bucket = Bucket(tmp_path, lambda _: AT_ONCE)
    with serving(Provider(make_clip(), polls=3)) as provider, sending(bucket):
        space, met = Space(bucket, provider), list[str]()

        def watch(now: str) -> None:
            if now == moment and not met:
                met.append(now)
                until(space.stored)
                space.hard_stop()

        provider.watch = watch
        space.start("push in")
        assert space.ends.get(timeout=60)
        posts = provider.count("submit")
        (job,) = space.restart()
        assert provider.count("submit") == posts
        if provider.tasks:
            assert job.phase is Phase.COMPLETED
            assert job.request_id in provider.tasks
            assert decodes(bucket.mount / "clips" / job.clip)
        else:
            assert job.phase is Phase.UNCONFIRMED, "nobody knows that nothing was sent"
        whole = {*NAMES, *job.images, job.clip}
        on_its_way = {f".{name}" for name in NAMES} | {f".{Path(job.clip).stem}.copy"}
        assert bucket.names <= whole | on_its_way, "no lock, no journal, no half clip"


def test_a_press_that_did_not_get_through_is_forgotten_and_not_sent_again(tmp_path: Path) -> None:
    bucket = Bucket(tmp_path, lambda _: NEVER)
    with serving(Provider(make_clip(), polls=3)) as provider, sending(bucket):
        space = Space(bucket, provider)
        provider.watch = lambda now: space.hard_stop() if now == "submit created" else None
        space.start("push in")
        assert space.ends.get(timeout=60)
        assert space.restart() == []
        assert provider.count("submit") == len(provider.tasks) == 1


def test_a_clip_that_did_not_get_through_is_fetched_again(tmp_path: Path) -> None:
    bucket = Bucket(tmp_path, lambda name: NEVER if name.endswith(".mp4") else AT_ONCE)
    with serving(Provider(make_clip(), polls=1)) as provider, sending(bucket):
        space = Space(bucket, provider)
        space.start("push in")
        until(lambda: "completed" in space.stored())
        space.hard_stop()
        (job,) = space.restart()
        assert job.phase is Phase.COMPLETED
        assert decodes(bucket.mount / "clips" / job.clip)
        assert provider.count("submit") == 1


def test_half_a_clip_waits_on_the_containers_own_disk(tmp_path: Path) -> None:
    mount, disk = tmp_path / "mount", tmp_path / "disk"
    with serving(Provider(make_clip(), polls=0)) as provider:
        provider.misbehave("file", does.cut_inside)
        runner = runner_for(provider, mount, own_disk=disk)
        job_id = press(runner)
        assert rested(runner, job_id).job.phase is Phase.SAVING
        assert not list((mount / "clips").glob("*"))
        (part,) = (disk / "clips").iterdir()
        assert part.stat().st_size
        provider.silence()
        runner.check_again(job_id, "")
        job = rested(runner, job_id).job
        assert list((mount / "clips").iterdir()) == [mount / "clips" / job.clip]
        assert list((disk / "clips").iterdir()) == []
        end(runner)
