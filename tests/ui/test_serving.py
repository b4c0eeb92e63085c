"""Address, port and folders: what does not fit is one sentence before anything starts."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from seedance_demo.accounts.guard import is_public
from seedance_demo.errors import BadSetting
from seedance_demo.ui import serving
from seedance_demo.ui.serving import check_folder, find_address, temporary_folder

from ..apps import ROOT, free_port


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield int(server.getsockname()[1])


@pytest.fixture
def ipv6() -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 on this machine")


def test_the_port_is_the_one_asked_for_or_a_free_one(taken: int) -> None:
    port = free_port()
    assert find_address(None, port, {}).port == port
    assert find_address("127.0.0.1", 0, {}).port > 1023
    env = {"GRADIO_SERVER_PORT": str(taken), "GRADIO_NUM_PORTS": "90", "GRADIO_SERVER_NAME": "::"}
    assert taken < find_address(None, None, env).port < taken + 90
    assert env == {"GRADIO_NUM_PORTS": "90"}, "Gradio would read them, too"


@pytest.mark.parametrize(
    ("host", "port", "env", "sentence"),
    [
        ("nonsense.invalid", 0, {}, "nonsense.invalid is no address of this machine"),
        ("192.0.2.7", 0, {}, "192.0.2.7 is no address of this machine"),
        ("a" * 300, 0, {}, "is no address of this machine"),
        ("2001:db8::7", 0, {}, "2001:db8::7 is no address of this machine"),
        (None, 99999, {}, "There is no port 99999"),
        (None, -1, {}, "There is no port -1"),
        (None, None, {"GRADIO_SERVER_PORT": "70000"}, "There is no port 70000"),
        (None, None, {"GRADIO_SERVER_PORT": "abc"}, "GRADIO_SERVER_PORT must be a whole number"),
        (None, None, {"GRADIO_SERVER_PORT": "7860.0"}, "GRADIO_SERVER_PORT must be a whole number"),
        (None, 7860, {"GRADIO_NUM_PORTS": "many"}, "GRADIO_NUM_PORTS must be a whole number"),
        (None, 7860, {"GRADIO_DEBUG": "true"}, "GRADIO_DEBUG must be a whole number"),
    ],
)
def test_what_is_no_place_to_serve_gets_a_sentence(
    host: str | None, port: int | None, env: dict[str, str], sentence: str
) -> None:
    with pytest.raises(BadSetting, match=f"{sentence}") as caught:
        find_address(host, port, env)
    assert "\n" not in str(caught.value)


def test_a_taken_port_gets_a_sentence(taken: int) -> None:
    with pytest.raises(BadSetting, match=f"Port {taken} is taken by another program"):
        find_address(None, taken, {})
    with pytest.raises(BadSetting, match="is taken by another program"):
        find_address(None, None, {"GRADIO_SERVER_PORT": str(taken), "GRADIO_NUM_PORTS": "1"})


@pytest.mark.usefixtures("ipv6")
@pytest.mark.parametrize("host", ["::1", "[::1]", "0:0:0:0:0:0:0:1", " [::1] "])
def test_the_loopback_address_of_ipv6_is_home(host: str) -> None:
    address = find_address(host, 0, {})
    assert address.server_name == "[::1]"
    assert not is_public(address.host, share=False, on_space=False)


@pytest.mark.usefixtures("ipv6")
@pytest.mark.parametrize("host", ["::", "[::]", "0.0.0.0", "0"])  # noqa: S104
def test_every_address_is_not_home(host: str) -> None:
    assert is_public(find_address(host, 0, {}).host, share=False, on_space=False)


def test_a_folder_that_is_not_ones_own_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path / "not mounted")
    check_folder(tmp_path / "new" / "folder", "X")
    for odd in ("file", "file/below", "link", "x" * 300, "a\0b"):
        with pytest.raises(BadSetting, match=r"cannot be written \(.+\)\. Set X to one of"):
            check_folder(tmp_path / odd, "X")
    assert [each.name for each in (tmp_path / "new").rglob("*")] == ["folder"], "nothing stays"


def test_the_temporary_folder_is_gradios(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from gradio.utils import get_upload_folder

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert temporary_folder() == Path(get_upload_folder())
    monkeypatch.delenv("GRADIO_TEMP_DIR")
    assert temporary_folder() == Path(get_upload_folder()) == tmp_path / "gradio"


STOPPABLE = """
import threading, time
from seedance_demo.ui import serving
serving.GRACE = 0.5
serving.end_on_sigterm()
threading.Thread(target=time.sleep, args=(600,)).start()
try:
    print("ready", flush=True)
    time.sleep(600)
except KeyboardInterrupt:
    print("ended", flush=True)
"""


def test_a_usual_process_ends_by_sigterm_as_ever() -> None:
    before = signal.getsignal(signal.SIGTERM)
    serving.end_on_sigterm()
    assert signal.getsignal(signal.SIGTERM) is before


@pytest.mark.skipif(sys.platform != "linux", reason="needs a process namespace")
def test_the_first_process_of_a_container_ends_by_sigterm() -> None:
    script = [sys.executable, "-c", STOPPABLE]
    in_namespace = ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--kill-child"]
    try:
        subprocess.run([*in_namespace, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no namespaces are to be had here")
    outside = subprocess.Popen(
        [*in_namespace, *script], stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    with outside:
        assert outside.stdout
        assert outside.stdout.readline() == "ready\n"
        (first,) = Path(f"/proc/{outside.pid}/task/{outside.pid}/children").read_text().split()
        os.kill(int(first), signal.SIGTERM)
        assert outside.stdout.read() == "ended\n"


def test_nothing_is_imported_that_reads_gradios_variables() -> None:
    script = f"import sys, {serving.__name__}; sys.exit('gradio' in sys.modules)"
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)
