"""What .github/compose.yaml names exists, and it says what the README says. It is not started."""

import re
import shlex
import tomllib
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from seedance_demo.config.settings import read_settings

from ..apps import ROOT
from .readme import README, SEVERAL

TEXT = (ROOT / ".github" / "compose.yaml").read_text("utf-8")


@pytest.fixture
def composed() -> Any:
    """With its variables as they are, where nothing but what must be is set."""
    return yaml.safe_load(
        re.sub(
            r"\$\{\w+(?::-(.*?)|:\?)\}", lambda each: each[1] if each[1] is not None else "x", TEXT
        )
    )


def test_its_pages_are_behind_the_readmes_lines(composed: Any) -> None:
    front = composed["configs"]["caddy"]["content"]
    pages = re.findall(r"(\w+):7860", front)
    assert pages == ["one", "two"]
    real = re.sub(r"10\.0\.0\.\d", lambda _: pages.pop(0), SEVERAL.split("```caddyfile")[1])
    block = real.split("```")[0].replace("example.com", ":80")
    assert front.split() == block.split()
    assert composed["services"]["proxy"]["ports"] == ["8080:80"]


@pytest.mark.parametrize("name", ["one", "two", "worker"])
def test_what_its_processes_are_given_exists(composed: Any, name: str) -> None:
    service, services = composed["services"][name], composed["services"]
    given = service["environment"]
    assert given.keys() <= set(re.findall("[A-Z_]+", README))
    settings = read_settings({key: str(value or "") for key, value in given.items()})
    database = urlsplit(settings.database)
    assert database.hostname in service["depends_on"].keys() & services.keys()
    made = services[str(database.hostname)]["environment"]
    assert (database.username, database.password) == tuple(made.values())
    mounted = {target: source for source, target, *_ in (v.split(":") for v in service["volumes"])}
    assert mounted == {"/app": "..", "/shared": "shared"}
    for folder in (settings.data_dir, Path(given["GRADIO_TEMP_DIR"])):
        assert folder.parent == Path("/shared"), "all see it"
    assert "shared" in composed["volumes"]


@pytest.mark.parametrize(
    ("name", "command"),
    [("one", "app.py --host 0.0.0.0"), ("worker", "-m seedance_demo.worker")],
)
def test_its_commands_are_the_projects(composed: Any, name: str, command: str) -> None:
    *shell, script = shlex.split(composed["services"][name]["command"])
    assert shell == ["sh", "-c"]
    installs, starts = script.split(" && exec python ")
    assert starts == command
    assert (ROOT / "app.py").is_file()
    assert find_spec("seedance_demo.worker")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extra = {re.split("[<>=]", each)[0] for each in project["optional-dependencies"]["postgresql"]}
    asked = shlex.split(installs)
    assert asked[:5] == ["pip", "install", "-q", "-r", "requirements.txt"]
    assert set(asked[5:]) == extra
