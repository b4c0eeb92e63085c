import os

import pytest

from seedance_demo.animatic.video import fonts, typefaces
from seedance_demo.animatic.video.fonts import unset


@pytest.fixture
def chinese_font() -> None:
    """Skips where there is none, except where .ci/run has installed one."""
    if unset("推镜雪"):
        why = "no Chinese font on this machine"
        pytest.fail(why) if os.getenv("CI_FONTS") else pytest.skip(why)


@pytest.fixture
def only_own_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with nothing but Pillow's own letters."""
    monkeypatch.setattr(typefaces, "installed", lambda: (typefaces.Typeface(None),))
    monkeypatch.setattr(fonts, "installed", typefaces.installed)
