"""What every test shares: a clean environment, two photographs, and the real local API."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PICTURES = TESTS / "pictures"
SLOW = (  # processes one after another, films, waits: left out of the inner loop
    *(
        "app/",
        "faults/",
        "front_doors/",
        "local_api/",
        "animatic/audio/test_sound",
        "animatic/test_",
    ),
    *(f"animatic/video/test_{name}" for name in ("depth", "match_cut", "slate", "warp")),
    *("jobs/test_rests", "jobs/test_runner", "orders/test_family", "test_examples"),
    "wavespeed/test_client",
    *("jobs/test_clips", "orders/test_quotes", "ui/handlers/test_api", "ui/handlers/test_jobs"),
    *(f"wavespeed/test_{name}" for name in ("download", "road", "sent")),
)
_SECRETS = ("WAVESPEED_", "SEEDANCE_", "GRADIO_", "HF_", "SPACE_", "HTTP_PROXY", "HTTPS_PROXY")

# Before gradio is imported anywhere: it reads these once, and tests must not touch the real home.
for _name in [name for name in os.environ if name.upper().startswith(_SECRETS)]:
    del os.environ[_name]
_HOME = tempfile.TemporaryDirectory(prefix="seedance-test-home-")
os.environ |= {
    "HOME": _HOME.name,
    "GRADIO_TEMP_DIR": f"{_HOME.name}/gradio",
    "GRADIO_ANALYTICS_ENABLED": "False",
}

from seedance_demo.local_api import renderers  # noqa: E402
from seedance_demo.local_api.server import LocalApi  # noqa: E402

from . import databases  # noqa: E402

renderers.WORKER = "tests.animatic.worker"


@pytest.hookimpl(optionalhook=True)  # without xdist there is no such hook
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A file alone runs in this process. With browsers there is one more than cores, as somebody
    always waits; and never more than a machine's memory holds."""
    with_browsers = "not browser" not in str(config.option.markexpr)
    return 0 if is_alone(config) else min((os.cpu_count() or 1) + with_browsers, 8)


def is_alone(config: pytest.Config) -> bool:
    return len(config.args) == 1 and ".py" in config.args[0]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        path = item.path.relative_to(TESTS).as_posix()
        if path.startswith("browser/"):
            item.add_marker("browser")
        if path.startswith(SLOW):
            item.add_marker("slow")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """What the inner loop leaves out is not even imported."""
    wanted = str(config.option.markexpr)
    if not collection_path.is_relative_to(TESTS):
        return None
    path = f"{collection_path.relative_to(TESTS).as_posix()}{'/' * collection_path.is_dir()}"
    left_out = "not slow" in wanted and path.startswith(SLOW)
    return left_out or ("not browser" in wanted and path.startswith("browser/")) or None


def pytest_collection(session: pytest.Session) -> None:
    """A process that runs several files imports it sooner or later."""
    if not is_alone(session.config):
        from . import gradio_first  # noqa: F401


@pytest.fixture(autouse=True)
def _jobs_end_with_their_test() -> Iterator[None]:
    """One that rests looks for its clip again and again, in the tests behind it, too."""
    yield
    if life := sys.modules.get("tests.faults.life"):
        life.end_all()


@pytest.fixture(scope="session")
def cup() -> Path:
    return PICTURES / "cup.jpg"


@pytest.fixture(scope="session")
def astronaut() -> Path:
    return PICTURES / "astronaut.jpg"


@pytest.fixture(scope="session")
def local_api(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Base URL and key of a running local API."""
    return LocalApi(tmp_path_factory.mktemp("local-api")).endpoint()


@pytest.fixture
def fake_png(tmp_path: Path) -> Path:
    path = tmp_path / "fake.png"
    path.write_text("I am a text, whatever my name says")
    return path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[databases.Server]:
    if (programs := databases.programs()) is None:
        assert not os.getenv("CI"), "Debian's package postgresql is missing"
        pytest.skip("no PostgreSQL is installed")
    with databases.running(programs) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """An empty place for a ledger; a test of it runs once in each kind."""
    if request.param == "sqlite":
        return tmp_path / "ledger.sqlite"
    server: databases.Server = request.getfixturevalue("postgresql")
    return server.new_schema()
