"""The page's JavaScript and CSS, each in a file of its own."""

from pathlib import Path


def read(name: str) -> str:
    """The text of one of the files beside this one."""
    return (Path(__file__).parent / name).read_text("utf-8")
