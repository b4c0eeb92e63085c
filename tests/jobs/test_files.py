"""Clips and pictures where every process finds them: in a folder, and in a bucket."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from seedance_demo.config.settings import Settings, read_settings
from seedance_demo.errors import BadSetting, StorageError
from seedance_demo.jobs import bucket
from seedance_demo.jobs.bucket import Bucket
from seedance_demo.jobs.files import Files, Folder, clips_of
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.ledger import Ledger, Phase

from ..faults.life import QUICK, decodes, make_clip, no_local_api, press, rested, settings_for
from ..faults.provider import Provider, serving
from .s3 import S3Server

Machine = Callable[[str], Files]  # the files as a machine of this name sees them


@pytest.fixture(scope="module")
def s3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    server = S3Server(tmp_path_factory.mktemp("s3"))
    (server.folder / "bucket").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in server.environment.items():
            patch.setenv(name, value)
        server.start()
        yield server
        server.stop()


@pytest.fixture(params=["folder", "memory", "s3"])
def machine(request: pytest.FixtureRequest, tmp_path: Path) -> Machine:
    """`memory` is a store that does not say whether half a file is seen there."""
    if request.param == "folder":
        return lambda _: Folder(tmp_path / "shared")
    if request.param == "s3":
        request.getfixturevalue("s3")
    place = f"{request.param}://bucket/{tmp_path.name}"
    return lambda name: Bucket(place, tmp_path / name)


def file(folder: Path, content: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / ".made"
    path.write_bytes(content)
    return path


def test_what_one_machine_keeps_is_found_by_another_until_it_is_deleted(
    machine: Machine, tmp_path: Path
) -> None:
    one, other, name = machine("one"), machine("other"), "慢慢推近 é.mp4"
    assert not other.has(name)
    assert not other.get(name).exists()
    one.put(file(tmp_path / "made", b"film"), name)
    assert other.has(name)
    assert other.get(name).read_bytes() == one.get(name).read_bytes() == b"film"
    one.put(file(tmp_path / "made", b"again"), name)
    assert machine("third").get(name).read_bytes() == b"again"
    assert list(one.old(time.time() + 60)) == [name]
    assert list(one.old(time.time() - 60)) == []
    other.delete(name)
    other.delete(name)
    assert not machine("third").has(name)


@pytest.mark.usefixtures("s3")
def test_copies_of_what_another_machine_has_deleted_go(tmp_path: Path) -> None:
    one, other = (Bucket("s3://bucket/tidy", tmp_path / name) for name in ("one", "other"))
    one.check()
    one.tidy()  # there are none yet
    for name in ("a.mp4", "b.mp4"):
        one.put(file(tmp_path / "made", b"film"), name)
        other.get(name)
    one.delete("a.mp4")
    other.tidy()
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["b.mp4"]


@pytest.mark.usefixtures("s3")
def test_copies_take_bounded_room_and_what_was_used_lately_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bucket, "MOST_COPIES", 25)
    files = Bucket("s3://bucket/room", tmp_path / "copies")
    for name in ("a", "b"):
        files.put(file(tmp_path / "made", bytes(10)), name)
    files.get("a")
    files.put(file(tmp_path / "made", bytes(10)), "c")
    assert {path.name for path in (tmp_path / "copies").iterdir()} == {"a", "c"}
    assert files.get("b").read_bytes() == bytes(10)


def test_a_store_that_lets_nobody_in_says_so_and_tells_no_secret(
    s3: S3Server, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    files = Bucket("s3://bucket/clips", tmp_path)
    s3.stop()
    s3.start("another-secret-of-it")
    with pytest.raises(StorageError, match=r"takes no files at the moment \(access denied"):
        files.check()
    s3.stop()
    s3.start()
    files.check()
    assert s3.environment["AWS_SECRET_ACCESS_KEY"] not in caplog.text
    assert "PermissionError" in caplog.text


def test_a_clip_waits_here_while_its_store_is_away_and_is_fetched_once(
    s3: S3Server, tmp_path: Path
) -> None:
    with serving(Provider(make_clip(), polls=0)) as provider:
        there = replace(settings_for(provider, tmp_path / "one"), files="s3://bucket/jobs")
        runner = JobRunner(there, Ledger(there.ledger), no_local_api, QUICK)
        s3.stop()
        job_id = press(runner)
        waits = rested(runner, job_id)
        assert waits.job.phase is Phase.SAVING
        assert "takes no files at the moment" in waits.job.error
        assert waits.next_look
        s3.start()
        runner.check_again(job_id, "")
        clip = rested(runner, job_id).job.clip
        assert decodes(clips_of(replace(there, data_dir=tmp_path / "other")).get(clip))
        assert (provider.count("submit"), provider.count("file")) == (1, 1)
    assert [path.name for path in there.clips.iterdir()] == [clip]


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        ("/mnt/shared", "/mnt/shared"),
        ("file:///mnt/a%20b/", "/mnt/a b"),
        ("file://localhost/mnt/100%25", "/mnt/100%"),
        ("/mnt/100%25", "/mnt/100%25"),
    ],
)
def test_a_shared_folder_is_used_as_it_is(given: str, folder: str) -> None:
    settings = read_settings({"SEEDANCE_FILES": given, "SEEDANCE_DATA_DIR": "/data"})
    assert settings.clips == Path(folder, "clips")
    assert clips_of(settings) == Folder(settings.clips)
    assert settings.ledger == Path("/data/ledger.sqlite")


@pytest.mark.parametrize(
    "address", ["s3://key:secret@bucket", "simplecache::s3://bucket", "nowhere://bucket"]
)
def test_an_address_that_cannot_be_opened_is_a_sentence(address: str, tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, files=address)
    with pytest.raises(BadSetting, match="SEEDANCE_FILES") as told:
        clips_of(settings)
    assert "secret" not in str(told.value)
