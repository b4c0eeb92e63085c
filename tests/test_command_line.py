"""Every command speaks UTF-8, fails in one sentence and ends with an honest code."""

import os
import signal
import subprocess
import sys

import pytest

from seedance_demo.command_line import in_words, whole

# Without what measures which lines are run: that has an end by a signal of its own.
_KEPT = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
NARROW = _KEPT | {"PYTHONIOENCODING": "cp1252", "LC_ALL": "C", "PYTHONUTF8": "0"}
# What is started in the background by a shell does not hear it.
HEARS = "signal.signal(signal.SIGINT, signal.default_int_handler)"


def commanded(lines: str) -> subprocess.Popen[bytes]:
    """A process whose command is these lines."""
    code = (
        f"import os, signal, sys\nfrom seedance_demo.command_line import run\n{HEARS}\n"
        f"def main():\n {lines}"
    )
    return subprocess.Popen(
        [sys.executable, "-c", f"{code}\nrun(main)"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=NARROW,
    )


@pytest.mark.parametrize(
    ("lines", "told", "complaint", "code"),
    [
        (r"print('\u63a8\u955c', '\xe9')", "推镜 é\n", "", 0),
        (r"sys.exit('\udce2\udc80\udca6')", "", "…\n", 1),
        ("return 2", "", "", 2),
        ("open('/none/a')", "", "/none/a: No such file or directory.\n", 1),
        ("raise MemoryError", "", "There is not enough memory for this.\n", 1),
        ("sys.exit('No.')", "", "No.\n", 1),
        ("1 / 0", "", "A mistake in this program stopped it (ZeroDivisionError: ", 1),
        ("os.kill(os.getpid(), signal.SIGINT)", "", "", 128 + signal.SIGINT),
        ("os.kill(os.getpid(), signal.SIGTERM)", "", "", 128 + signal.SIGTERM),
    ],
)
def test_how_a_command_ends(lines: str, told: str, complaint: str, code: int) -> None:
    ran = commanded(lines)
    out, err = (stream.decode() for stream in ran.communicate())
    assert (out, ran.returncode) == (told, code)
    assert err.startswith(complaint)
    assert len(err.splitlines()) <= 1


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    ran = commanded("sys.stdin.read(); print('x' * 10**6)")
    assert ran.stdout is not None
    ran.stdout.close()
    assert ran.stderr is not None
    assert ran.stderr.read() == b""
    assert ran.wait() == 128 + signal.SIGPIPE


def test_a_whole_number_has_bounds() -> None:
    read = whole(1, 60)
    assert [read("1"), read("60")] == [1, 60]
    for wrong in ("0", "-3", "61", "1e9", "nan", "5.0", "five", ""):
        with pytest.raises(Exception, match="is not a whole number from 1 to 60"):
            read(wrong)


def test_an_error_without_a_file_says_what_it_was() -> None:
    assert in_words(OSError(28, "No space left on device")) == "No space left on device."
