"""Where no wheel carries the weights, a subject has a place but no outline."""

import pytest

from seedance_demo.animatic.video import subject


@pytest.fixture(params=[True, False], ids=["outline", "place"])
def _known_by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test holds for subjects known by their outline, and by their place alone."""
    if not request.param:
        monkeypatch.setattr(subject, "network", lambda: b"")
