"""Two apps at one PostgreSQL, and the README's lines for a server before them."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..apps import App, running_app
from ..waiting import until
from .readme import before_several, settings
from .servers import caddy, nginx
from .visitors import Visitor


@dataclass
class Several:
    """`folder` is what they share."""

    folder: Path
    env: dict[str, str]
    apps: dict[str, App] = field(default_factory=dict)
    _lives: ExitStack = field(default_factory=ExitStack)

    def start(self, name: str) -> None:
        """Once more where it was, if there was one."""
        port = int(self.apps[name].url.rpartition(":")[2]) if name in self.apps else 0
        app = running_app(self.folder / name, port=port, draws=False, **self.env)
        self.apps[name] = self._lives.enter_context(app)

    def kill_who_has(self, job: str) -> str:
        """kill -9 of the one that was asked for a job, known by its id or that of its request."""

        def asked() -> list[str]:
            return [name for name, app in self.apps.items() if job in app.log.read_text("utf-8")]

        (name,) = until(asked)
        self.apps[name].end(signal.SIGKILL)
        return name

    @contextmanager
    def door(self, server: str) -> Iterator[Visitor]:
        """The README's lines for `server`, before them."""
        apps = [app.url.removeprefix("http://") for app in self.apps.values()]
        block, location = before_several(server, *apps)
        if server == "nginx":
            with nginx(location, beside=block) as url:
                yield Visitor(url)
        else:
            with caddy(block) as (url, vouches):
                yield Visitor(url, vouches=vouches)


@contextmanager
def running(folder: Path, database: str, given: dict[str, str]) -> Iterator[Several]:
    """Both, with `given` in their environments besides."""
    shared = {"SEEDANCE_DATA_DIR": f"{folder}/data", "GRADIO_TEMP_DIR": f"{folder}/pages"}
    shared |= {"SEEDANCE_DATABASE": database, "SEEDANCE_DAILY_BUDGET": "60"}
    env = settings() | shared | given
    both = Several(folder, env)
    with both._lives:
        for name in ("one", "two"):
            both.start(name)
        yield both
