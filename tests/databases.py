"""A real PostgreSQL server, Debian's, and room in it for each test."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import psycopg

# A power cut of the test's machine may take all of it; one connection for each thread that asks.
SETTINGS = {"fsync": "off", "full_page_writes": "off", "max_connections": "300"}
ACCOUNT = "postgres"  # Debian's, and the server's own: it does not run as root


@dataclass(frozen=True)
class Server:
    """A cluster of its own in `folder`, reached by a socket there: it takes no port."""

    programs: Path
    folder: Path

    @property
    def address(self) -> str:
        return f"postgresql://{ACCOUNT}@/postgres?host={self.folder}"

    def new_schema(self) -> str:
        """The address of an empty one, which is a database to whoever uses it."""
        name = f"test_{uuid4().hex}"
        with psycopg.connect(self.address, autocommit=True) as db:
            db.execute(f"CREATE SCHEMA {name}".encode())
        return f"{self.address}&options=-csearch_path%3D{name}"

    def make(self) -> None:
        self._run("initdb", "-D", "data", "-N", "-A", "trust", "-U", ACCOUNT, "--no-locale")

    def start(self) -> None:
        settings = {"listen_addresses": "''", "unix_socket_directories": str(self.folder)}
        options = " ".join(f"-c {name}={value}" for name, value in (SETTINGS | settings).items())
        self._run("pg_ctl", "-D", "data", "-w", "-l", "log", "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        is_root = os.getuid() == 0
        other: dict[str, Any] = {"user": ACCOUNT, "group": ACCOUNT, "extra_groups": []}
        command, quiet = [str(self.programs / program), *arguments], subprocess.DEVNULL
        subprocess.run(
            command, cwd=self.folder, check=True, stdout=quiet, **(other if is_root else {})
        )


def programs() -> Path | None:
    """The folder of the newest server that is installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    return Path(found).parent if found else None


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    with TemporaryDirectory(prefix="pg-", dir="/tmp") as folder:  # a short path
        if os.getuid() == 0:
            shutil.chown(folder, ACCOUNT, ACCOUNT)
        server = Server(programs, Path(folder))
        server.make()
        server.start()
        try:
            yield server
        finally:
            server.stop()
