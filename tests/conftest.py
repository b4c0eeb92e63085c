"""What every test shares: a clean environment, two photographs, and the real local API."""

import os
import tempfile
from pathlib import Path

import pytest

PICTURES = Path(__file__).parent / "pictures"
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

from seedance_demo.local_api.server import LocalApi  # noqa: E402


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
