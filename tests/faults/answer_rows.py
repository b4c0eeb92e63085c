"""Rows about what an answer is and whether there can be one."""

from collections.abc import Iterator

from . import provider as does
from .provider import FOREVER, Exchange, Fault
from .row import DONE, FAILED, LOST, MAYBE, Row


def informational(*heads: str, then: Fault = does.right) -> Fault:
    """Heads that come before the answer and are none: `103 Early Hints`."""

    def ahead(exchange: Exchange) -> None:
        for head in heads:
            exchange.raw(f"HTTP/1.1 {head}\r\nLink: </a>; rel=preload\r\n\r\n".encode())
        then(exchange)

    return ahead


def hints_without_end(exchange: Exchange) -> None:
    while exchange.wanted:
        exchange.raw(b"HTTP/1.1 103 Early Hints\r\n\r\n")


def informational_rows() -> Iterator[Row]:
    """A head that comes before the answer is none, at any call."""
    for name, heads in {
        "103": ["103 Early Hints"],
        "100 103 102 103": ["100 A", "103 B", "102 C", "103 D"],
        "104": ["104 Upload Resumption Supported"],
        "199 without a word": ["199 "],
        "101": ["101 Switching Protocols"],
    }.items():
        yield Row("every", f"{name} first", informational(*heads), FOREVER, 1, DONE)
    yield Row("recent", "103 first", informational("103 Early Hints"), FOREVER, 1, DONE)
    yield Row("upload", "102 first", informational("102 Wait"), FOREVER, 1, DONE)
    for name, fault in {
        "103, then cut": informational("103 Early Hints", then=does.cut),
        "hints without end": hints_without_end,
    }.items():
        yield Row("submit", f"{name}, before", fault, 1, 1, LOST, MAYBE, tasks=0)
        yield Row("submit", f"{name}, after", does.after(fault), 1, 1, DONE)


def sent_rows() -> Iterator[Row]:
    """The provider is gone between the picture and the paid POST."""

    def gone(exchange: Exchange) -> None:
        exchange.answer(exchange.right())
        exchange.provider.stop()

    yield Row("put", "the provider is gone then", gone, 1, 0, FAILED, "Nothing was charged")


ROWS = [*informational_rows(), *sent_rows()]
