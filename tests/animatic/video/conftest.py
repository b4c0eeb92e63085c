import os

import pytest

from seedance_demo.animatic.video.fonts import font


@pytest.fixture
def chinese_font() -> None:
    """Skips where there is none, except where .ci/run has installed one."""
    if font("推镜雪", 24) is None:
        why = "no Chinese font on this machine"
        pytest.fail(why) if os.getenv("CI_FONTS") else pytest.skip(why)
