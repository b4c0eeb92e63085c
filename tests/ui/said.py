"""What the code says to people, read from its source: texts with {} for what varies."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "seedance_demo"
# What only the owner reads at a terminal, a program, or nobody.
ELSEWHERE = (
    *("space", "config/settings.py", "config/machine.py", "local_api", "command_line.py"),
    *("worker.py", "animatic/terminal.py"),
    *("animatic/__main__.py", "animatic/plan_json.py", "animatic/prompt", "animatic/video"),
    *("animatic/sound", "ledger/__main__.py", "ledger/copies.py", "ledger/moving.py"),
    *("ui/agents.py", "ui/handlers/agents.py", "ui/serving.py", "ui/served.py", "ui/theme.py"),
)
_FIELD = re.compile(r"\{[^{}]*\}")
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r"""(?:aria-label|alt|title|placeholder)=(["'])(.*?)\1""")
_CODE = re.compile(
    r"[\\|<>=]|\(\?|[a-z]_[a-z]"
    r"|^(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|WITH|AND|BEGIN|DOUBLE) "
)
_LABEL = re.compile(r"[A-Z][a-z]+|[A-Z“{].* [A-Za-z]{2}")
_SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=^\{\})) (?=[A-Z“{])")
_OWNERS = re.compile(r"SEEDANCE_[A-Z]")  # a setting: whoever reads of it is at a terminal
_LOGS = {"debug", "info", "warning", "exception", "error"}


def modules() -> list[Path]:
    """Those whose words may be seen on the page."""
    found = sorted(PACKAGE.rglob("*.py"))
    return [path for path in found if not _within(path.relative_to(PACKAGE).as_posix())]


def _within(path: str) -> bool:
    return any(path == place or path.startswith(f"{place}/") for place in ELSEWHERE)


def said(path: Path) -> Iterator[str]:
    """Its texts, as the page looks them up: no tags, one sentence each."""
    tree = ast.parse(path.read_text("utf-8"))
    unseen = set(_unseen(tree))
    for node in ast.walk(tree):
        if node in unseen:
            continue
        if isinstance(node, ast.JoinedStr):
            yield from _pieces("".join(map(_part, node.values)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _pieces(node.value)


def _unseen(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, words for the log, names of attributes, and what an f-string is made of."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as docstring):
                yield docstring
            case ast.JoinedStr():
                yield from node.values
            case ast.Call(func=ast.Attribute(attr=name)) if name in _LOGS:
                yield from node.args
            case ast.Subscript(slice=key):
                yield from ast.walk(key)


def _part(value: ast.expr) -> str:
    return str(value.value) if isinstance(value, ast.Constant) else "{}"


def _pieces(text: str) -> Iterator[str]:
    if _OWNERS.search(text):
        return
    for attribute in _ATTRIBUTE.finditer(text):
        yield from _sentences(attribute[2])
    for piece in _TAG.split(text):
        yield from _sentences(piece)


def _sentences(text: str) -> Iterator[str]:
    words = " ".join(_FIELD.sub("{}", text).split())
    for part in words.split(" · "):
        for sentence in _SENTENCE.split(part):
            if _LABEL.match(sentence) and not _CODE.search(sentence):
                yield sentence
