"""Where the page is served: address, port and temporary folder, looked at before anything starts.

Gradio reads the same variables when it is imported, and what does not fit ends there in a traceback
or in minutes of silence. So nothing here imports Gradio.
"""

import errno
import os
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterable, MutableMapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path

from ..config.settings import Settings
from ..errors import BadSetting
from ..jobs.files import clips_of, write_probe

HOME = "127.0.0.1"
FIRST_PORT, PORTS_TRIED = 7860, 100  # Gradio's own
GRACE = 2.0  # seconds; a container is given 10
NO_AGENTS = (
    "The tools for agents stay off: SEEDANCE_AUTH asks everybody to sign in, and agents cannot. "
    "For them, start another page without it."
)
NUMBERS = (
    *("GRADIO_SERVER_PORT", "GRADIO_NUM_PORTS", "GRADIO_NODE_NUM_PORTS"),
    *("GRADIO_DEBUG", "GRADIO_ANALYTICS_MAX_EVENTS"),
)


@dataclass(frozen=True)
class Address:
    """`host` is a name, or an address without brackets; `port` was free a moment ago."""

    host: str
    port: int

    @property
    def server_name(self) -> str:
        """As Gradio puts it into addresses."""
        return f"[{self.host}]" if ":" in self.host else self.host


def find_address(
    host: str | None, port: int | None, env: MutableMapping[str, str] = os.environ
) -> Address:
    """Where to serve: at this port, at any with 0, or at the first free one from 7860. Takes what
    Gradio would read of it out of `env`. Raises `BadSetting` in one sentence."""
    for name in NUMBERS:
        if not env.get(name, "0").isdecimal():
            raise BadSetting(f"{name} must be a whole number.")
    env.pop("GRADIO_SERVER_NAME", None)  # Gradio tries that address as one of IPv4
    first = int(env.pop("GRADIO_SERVER_PORT", FIRST_PORT))
    more = int(env.get("GRADIO_NUM_PORTS", PORTS_TRIED))
    where = _plain(host or HOME)
    return Address(where, _free(where, range(first, first + more) if port is None else [port]))


def temporary_folder() -> Path:
    """Where Gradio keeps uploads and copies of clips. Raises `BadSetting`."""
    try:
        return Path(os.environ.get("GRADIO_TEMP_DIR") or Path(tempfile.gettempdir()) / "gradio")
    except OSError:
        raise BadSetting(
            "This machine has no folder for temporary files. Set GRADIO_TEMP_DIR to one."
        ) from None


def check_folder(folder: Path, setting: str) -> None:
    """Raises `BadSetting` when nothing can be written there, be it somebody else's or no folder."""
    try:
        write_probe(folder)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise BadSetting(
            f"The folder {folder} cannot be written ({why}). Set {setting} to one of your own."
        ) from None


def check_files(settings: Settings) -> None:
    """Raises `BadSetting`, or the `StorageError` of a bucket, when nothing can be kept where the
    settings say."""
    check_folder(settings.kept, "SEEDANCE_FILES")
    if settings.bucket:
        clips_of(settings).check()


def check_agents(*, login: bool) -> bool:
    """Whether the tools for agents can be served; behind a login they are not, and why is printed.
    Raises `BadSetting` without the package for it."""
    if login:
        print(NO_AGENTS, file=sys.stderr)
        return False
    if find_spec("mcp") is None:
        raise BadSetting("--mcp needs one more package: pip install -e '.[mcp]'")
    return True


def end_on_sigterm(last: Callable[[], None] | None = None) -> None:
    """The first process of a container is not ended by a signal that it does not handle; every
    other one ends at once. `last` is what has to be done before the end, if anything has."""
    if last or os.getpid() == 1:
        signal.signal(signal.SIGTERM, partial(_end, last or (lambda: None)))


def _end(last: Callable[[], None], *_: object) -> None:
    """As with Ctrl-C, but soon, whatever a thread still waits for: what is to be known of a job is
    on the disk before each of its steps."""

    def end() -> None:
        last()
        os._exit(0)

    timer = threading.Timer(GRACE, end)
    timer.daemon = True
    timer.start()
    raise KeyboardInterrupt


def _plain(host: str) -> str:
    """`[::1]` as `::1`, the form by which this machine's own addresses are known."""
    text = host.strip().strip("[]").lower()
    try:
        return ip_address(text).compressed
    except ValueError:
        return text


def _free(host: str, ports: Iterable[int]) -> int:
    for port in ports:
        if not 0 <= port <= 65535:
            raise BadSetting(f"There is no port {port}: choose one between 1024 and 65535.")
        try:
            return _bound(host, port)
        except (OSError, UnicodeError) as error:
            if getattr(error, "errno", None) != errno.EADDRINUSE:
                raise BadSetting(_not_bound(host, port, error)) from None
    raise BadSetting(
        f"Port {port} is taken by another program. Choose another with --port, or 0 for any."
    )


def _bound(host: str, port: int) -> int:
    """Raises OSError. Gradio looks at 127.0.0.1, too, wherever it serves."""
    family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    with socket.create_server(address[:2], family=family) as server:
        found = int(server.getsockname()[1])
    socket.create_server((HOME, found)).close()
    return found


def _not_bound(host: str, port: int, error: Exception) -> str:
    if isinstance(error, PermissionError):
        return f"This account may not serve at port {port}: choose one above 1023 with --port."
    return (
        f"{host} is no address of this machine. Leave --host out to serve this machine alone, or "
        "give 0.0.0.0 for all its addresses."
    )
