"""The page's JavaScript and CSS, each in a file of its own, and its icon."""

from pathlib import Path


def path(name: str) -> Path:
    """Where one of the files beside this one lies."""
    return Path(__file__).parent / name


def read(name: str) -> str:
    """Its text."""
    return path(name).read_text("utf-8")
