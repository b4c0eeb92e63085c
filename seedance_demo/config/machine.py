"""The machine that the app runs on: whether it is a Space, and which folders are the app's."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from urllib.request import url2pathname

OUTPUTS = Path("outputs")


def on_space(env: Mapping[str, str] = os.environ) -> bool:
    """Whether the app runs as a Hugging Face Space."""
    return bool(env.get("SPACE_ID"))


def has_sign_in(env: Mapping[str, str] = os.environ) -> bool:
    """Whether this is a Space with `hf_oauth: true`, where visitors can sign in."""
    return on_space(env) and bool(env.get("OAUTH_CLIENT_ID"))


def is_loopback(host: str) -> bool:
    """Whether a name or address, in brackets or not, is this machine's own."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def default_data_dir(env: Mapping[str, str]) -> Path:
    """Where what was paid is kept when nobody said."""
    volume = Path("/data")  # where a Space mounts its storage bucket; its own disk is wiped
    if on_space(env) and os.path.ismount(volume) and os.access(volume, os.W_OK):
        return volume
    return OUTPUTS


def own_disk(data_dir: Path, env: Mapping[str, str], *, shared: bool) -> Path | None:
    """A folder of this process alone, when others work in the data folder, too; the Space's own,
    when the data folder lies on any mount: that may be a bucket."""
    if shared:
        return Path(tempfile.gettempdir()).resolve() / f"seedance-{secrets.token_hex(8)}"
    if not on_space(env):
        return None
    own = OUTPUTS.resolve()
    mounts = {next(filter(os.path.ismount, (each, *each.parents))) for each in (own, data_dir)}
    return own if len(mounts) > 1 else None


def shared_files(text: str) -> str:
    """A folder as its path, every other place as its address."""
    if text.startswith("file://"):
        text = url2pathname(text.removeprefix("file://").removeprefix("localhost"))
    return str(Path(text).expanduser().resolve()) if text and "://" not in text else text
