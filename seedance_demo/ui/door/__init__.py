"""The way in: what every request meets before Gradio does, and every answer on its way out."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, nullcontext
from pathlib import Path
from typing import Any

from gradio.utils import get_upload_folder
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from ...config.settings import Settings
from ...jobs import storage
from ..link_preview import with_preview
from .body_limits import BodyLimits
from .first_page import FirstPage
from .front_door import around_all
from .logins import LoginCheck
from .open_routes import OpenRoutes
from .upload_limits import UploadLimits


def at_the_door(
    settings: Settings,
    logins: LoginCheck,
    *,
    public: bool,
    on_space: bool,
    agents: Callable[[], AbstractAsyncContextManager[None]] | None = None,
) -> dict[str, Any]:
    """What Gradio's `launch` takes as `app_kwargs`. `agents` serves them while it is entered, where
    anything does."""

    def has_room() -> bool:
        return storage.has_room(settings, Path(get_upload_folder()))

    return {
        "lifespan": around_all(
            agents or nullcontext,
            public=public,
            on_space=on_space,
            spends=bool(settings.api_key),
        ),
        "middleware": [
            Middleware(OpenRoutes),
            Middleware(BodyLimits, agents=bool(agents)),
            Middleware(UploadLimits, has_room=has_room, on_space=on_space),
            Middleware(logins.middleware),
            Middleware(FirstPage, finish=with_preview, is_same_for_all=not settings.auth),
            Middleware(GZipMiddleware),
        ],
    }
