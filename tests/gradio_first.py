"""Gradio, imported before anybody else here does, without what it writes meanwhile.

Each process that imports it describes its components for editors anew, in a .pyi file beside each
(6.31): two fifths of the import's processor time. It leaves out a component whose file it cannot
find.
"""

import inspect
from typing import Any
from unittest.mock import patch

_find = inspect.getfile


def _find_no_class(wanted: Any) -> str:
    if isinstance(wanted, type):
        raise OSError
    return _find(wanted)


with patch("inspect.getfile", _find_no_class):
    import gradio  # noqa: F401
