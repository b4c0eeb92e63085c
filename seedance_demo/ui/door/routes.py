"""The route that a request asks for, whether or not a proxy took the page's path off it."""

from gradio.route_utils import get_root_url
from starlette.requests import Request
from starlette.types import Scope


def route_of(scope: Scope) -> str:
    """`/gradio_api/upload`, also when the page lies below GRADIO_ROOT_PATH."""
    path, root = str(scope["path"]), str(scope.get("root_path", "")).rstrip("/")
    return path.removeprefix(root) if root and path.startswith(f"{root}/") else path


def root_of(scope: Scope) -> str:
    """The first page's address as Gradio takes it, from all that it reads of a request."""
    return get_root_url(Request(scope), route_of(scope), scope.get("root_path"))


def is_upload(scope: Scope) -> bool:
    return route_of(scope).rstrip("/") == "/gradio_api/upload"
