"""The local API with a catalogue from a file: a model of next year, from the page to its clip."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from seedance_demo.config.settings import Settings
from seedance_demo.errors import BadSetting
from seedance_demo.jobs.timing import USUAL_TIMING
from seedance_demo.local_api.catalogue import read_models
from seedance_demo.local_api.server import LocalApi
from seedance_demo.wavespeed import Client

from ..apps import running_local_api
from ..decoded import seconds_of
from ..orders.catalogue import NEWER, entry
from ..ui.headless import page_for

I2V = "bytedance/seedance-2.0/image-to-video"


def written(folder: Path, told: Any) -> Path:
    file = folder / "catalogue.json"
    file.write_text(told if isinstance(told, str) else json.dumps(told))
    return file


def test_an_invented_model_is_offered_quoted_ordered_and_reopened_when_it_is_gone(
    tmp_path: Path, cup: Path
) -> None:
    edit = entry("bytedance/seedance-9.9/video-edit", {"video": {"type": "string"}}, ["video"])
    file = written(tmp_path, {"code": 200, "data": [entry(), edit, entry(f"{NEWER}-spicy")]})
    with running_local_api(tmp_path, "--catalogue", str(file)) as (base_url, _):
        settings = Settings(api_key="dev", base_url=base_url, data_dir=tmp_path / "data")
        page = page_for(settings, timing=USUAL_TIMING).arrive().write(cup)
        assert [name for _, name in page.props("model")["choices"] if "9.9" in name] == [NEWER]
        page.change("model", NEWER)
        page.change("every_length", True)
        page.change("duration", 4)
        assert page["generate"] == "Generate · $1.20"
        page.press()
        assert page.job.phase == "completed", page["status"]
        client = Client(base_url, "dev")
        (task,) = client.recent(NEWER, 0, 4e9)
        assert task.task.id == page.job.request_id
        sent = {"prompt": "Slow push in, rain", "duration": 4, "resolution": "720p"}
        assert task.inputs == sent | {"image": task.inputs["image"]}
        assert seconds_of(settings.clips / page.job.clip) == pytest.approx(4, abs=1 / 24)
        assert float(page.job.price_usd) == 1.2
    base_url, key = LocalApi(tmp_path / "this year").endpoint()
    later = page_for(Settings(api_key=key, base_url=base_url, data_dir=settings.data_dir)).arrive()
    assert "Seedance 9.9" in later["history"]
    later.fire("history", "click", {"card": page.job.id})
    assert (later["details"], later["model"]) == (page["details"], NEWER)
    assert "only to keys that the provider lists it for" in later["note"]


def test_a_file_adds_to_the_models_and_takes_the_place_of_those_it_names(tmp_path: Path) -> None:
    odd = entry("x/talks", {"prompt": {"type": "object"}, "n": {"$ref": "#/n"}})
    file = written(tmp_path, [entry(), entry(I2V), odd, entry("x/silent", {"prompt": None})])
    base_url, key = LocalApi(tmp_path / "data", catalogue=file).endpoint()
    client = Client(base_url, key)
    told = {each["model_id"]: each for each in client.models()["data"]}
    assert told[NEWER] == entry()
    assert told[I2V] == entry(I2V)
    assert len(told) == 6 + 3
    assert float(client.price(NEWER, {"duration": 30})) == 9.0
    assert float(client.price(I2V, {"duration": 10})) == 2.4, "its own price"
    assert "x/silent" not in read_models(file=file).contracts


@pytest.mark.parametrize("told", ["", "{}", "7", "[7]", '[{"model_id"]', '{"data": null}', "[[]]"])
def test_a_file_of_another_kind_is_told_at_the_start(tmp_path: Path, told: str) -> None:
    with pytest.raises(BadSetting, match="is not a list of models"):
        read_models(file=written(tmp_path, told))


def test_a_file_that_is_not_there_is_told_at_the_start() -> None:
    command = [sys.executable, "-m", "seedance_demo.local_api", "--catalogue", "none.json"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 1
    assert ended.stderr == "none.json cannot be read: No such file or directory.\n"
