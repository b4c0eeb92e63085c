"""Tests that need the subject's outline, which only the network's weights can find."""

import pytest

from seedance_demo.animatic.video import subject

needs_weights = pytest.mark.skipif(
    not subject.network(),
    reason="this Python has no wheel with the weights (3.13), see test_without_weights.py",
)
