"""What all commands of the app do at their edges: they speak UTF-8, fail in one sentence, and end
with an honest code.

0: done. 1: it failed. 2: it was asked for what cannot be. 128 and a signal's number: ended by that.
"""

import argparse
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from io import TextIOWrapper
from types import FrameType
from typing import NoReturn

FAILED, ASKED_WRONGLY = 1, 2


def run(command: Callable[[], int | None]) -> NoReturn:
    """Carry out a command and end the process. A mistake of the program's own is one sentence, too;
    `python -X dev` shows where it is."""
    _speak_utf8()
    _end_tidily()
    try:
        code = command() or 0
        if sys.stdout:
            sys.stdout.flush()
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    except BrokenPipeError:
        code = _reader_left()
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        code = complain(in_words(error))
    sys.exit(code)


class Parser(argparse.ArgumentParser):
    """One that says what is wrong, without all that would be right; `--help` has that."""

    def error(self, message: str) -> NoReturn:
        self.exit(ASKED_WRONGLY, f"{self.prog}: {message}\n")


def complain(sentence: str, code: int = FAILED) -> int:
    """Say what is wrong; the code to end with."""
    print(sentence, file=sys.stderr)
    return code


def in_words(error: Exception) -> str:
    """What happened, as a sentence."""
    match error:
        case OSError(strerror=str(why)):
            where = f"{error.filename}: " if error.filename else ""
            return f"{where}{why}."
        case MemoryError():
            return "There is not enough memory for this."
    return f"A mistake in this program stopped it ({type(error).__name__}: {error})."


def whole(least: int, most: int) -> Callable[[str], int]:
    """For an option: a whole number from `least` to `most`."""

    def read(text: str) -> int:
        with suppress(ValueError):
            if least <= int(text) <= most:
                return int(text)
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")

    return read


def _speak_utf8() -> None:
    """Whatever the locale says: a pipe on Windows, or the C locale, has too few letters. A name of
    a file comes out as it came in."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape")


def _end_tidily() -> None:
    """A service manager that stops the process, and a terminal that closes, end it as an exception:
    what is half done is cleared away."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def _reader_left() -> int:
    """`| head` has seen enough; without this, Python would complain again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 128 + signal.SIGPIPE if hasattr(signal, "SIGPIPE") else FAILED
