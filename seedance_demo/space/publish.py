"""Makes a Space, or brings one up to date: what is asked of Hugging Face, and in which order.

The Space itself is the only record of what was published. What restarts it is sent only where it
differs, and all of that before the one commit, so that it is built once.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from huggingface_hub import CommitOperationAdd, CommitOperationDelete, HfApi, Volume
from huggingface_hub.errors import RepositoryNotFoundError
from huggingface_hub.hf_api import SpaceInfo

from ..errors import NotPublished
from .files import PACKAGE, Files, is_ours
from .wish import ABOUT, KEY, Wish

MOUNT = "/data"  # where `config.machine` looks for it
MESSAGE = "Publish Seedance Demo"
OF_A_NEW_SPACE = (".gitattributes", "README.md")  # what the Hub puts there by itself
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Published:
    """`commit` is empty when none was made; `changed`: it is built or started again."""

    commit: str
    changed: bool


def publish(wish: Wish, files: Files, api: HfApi, tell: Tell) -> Published:
    """Do what it takes. Raises `NotPublished`, and what `failures.py` knows to put into words."""
    tell(f"Signed in to Hugging Face as {api.whoami()['name']}.")
    if wish.bucket:
        _make_bucket(wish, api, tell)
    restarts = False
    if space := _find(wish, api):
        restarts = _settle(wish, space, api, tell)
    else:
        _create(wish, api)
        tell(f"Made the Space {wish.space}.")
    commit = _commit(wish, files, _names(space), api)
    if space and commit == space.sha:
        tell("The files are there already.")
        return Published("", restarts)
    tell(f"Uploaded in commit {commit[:7]}.")
    return Published(commit, changed=True)


def _make_bucket(wish: Wish, api: HfApi, tell: Tell) -> None:
    """It holds the ledger, with who pressed what: nobody else may read it."""
    api.create_bucket(wish.bucket, private=True, exist_ok=True)
    if api.bucket_info(wish.bucket).private is not True:
        raise NotPublished(
            f"The bucket {wish.bucket} is public: everybody could read the ledger and every clip. "
            f"Make it private at huggingface.co/buckets/{wish.bucket}, or name another."
        )
    tell(f"The private bucket {wish.bucket} keeps the ledger, pictures and clips.")


def _find(wish: Wish, api: HfApi) -> SpaceInfo | None:
    """The Space as it is; None when there is none. Raises `NotPublished` for somebody else's."""
    try:
        space = api.space_info(wish.space)
    except RepositoryNotFoundError:
        return None
    names = _names(space)
    if set(names) - {*OF_A_NEW_SPACE} and not any(name.startswith(PACKAGE) for name in names):
        raise NotPublished(
            f"{wish.space} is a Space with another app in it, and stays as it is. Take another "
            "name, or delete that one."
        )
    return space


def _names(space: SpaceInfo | None) -> list[str]:
    return [file.rfilename for file in (space and space.siblings) or []]


def _create(wish: Wish, api: HfApi) -> None:
    """With all that it needs, so that it does not start twice. When the name is there after all,
    it would be given none of that, so that is an error."""
    api.create_repo(
        wish.space,
        repo_type="space",
        space_sdk="gradio",
        visibility=wish.visibility or None,  # type: ignore[arg-type]  # one of argparse's choices
        space_hardware=wish.hardware or None,  # type: ignore[arg-type]  # a name is enough
        space_secrets=[_secret(wish)] if wish.key else None,
        space_variables=_described(wish.variables) or None,
        space_volumes=[_volume(wish)] if wish.bucket else None,
    )


def _settle(wish: Wish, space: SpaceInfo, api: HfApi, tell: Tell) -> bool:
    """Set what differs from an existing Space's own; whether it is started again by that."""
    name, changed = wish.space, []
    if wish.visibility and _visibility(space) != wish.visibility:
        api.update_repo_settings(name, repo_type="space", visibility=wish.visibility)  # type: ignore[arg-type]
        tell(f"It is {wish.visibility} now.")
    if wish.key and _told_of_key(wish, api) != _secret(wish)["description"]:
        api.add_space_secret(name, **_secret(wish))
        changed.append(KEY)
    known = api.get_space_variables(name) if wish.variables else {}
    for pair in _described(wish.variables):
        if pair["key"] not in known or known[pair["key"]].value != pair["value"]:
            api.add_space_variable(name, **pair)
            changed.append(pair["key"])
    runtime = api.get_space_runtime(name)
    if wish.bucket and _mount(wish, runtime.volumes or [], api):
        changed.append(MOUNT)
    if wish.hardware not in ("", runtime.requested_hardware, runtime.hardware):
        api.request_space_hardware(name, wish.hardware)  # type: ignore[arg-type]
        changed.append(wish.hardware)
    if changed:
        tell(f"Set {', '.join(changed)}.")
    return bool(changed)


def _visibility(space: SpaceInfo) -> str:
    return getattr(space, "visibility", None) or ("private" if space.private else "public")


def _told_of_key(wish: Wish, api: HfApi) -> str | None:
    secret = api.get_space_secrets(wish.space).get(KEY)
    return secret.description if secret else None


def _secret(wish: Wish) -> dict[str, str]:
    """Nobody can read a secret back, so its description carries a mark that changes with it: 24
    bits of a hash, from which no key can be found. Who duplicates the Space is asked for a key in
    these words."""
    mark = hashlib.sha256(f"{wish.space} {wish.key}".encode()).hexdigest()[:6]
    return {"key": KEY, "value": wish.key, "description": f"{ABOUT[KEY]} ({mark})"}


def _described(variables: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"key": k, "value": v, "description": ABOUT[k]} for k, v in variables.items()]


def _volume(wish: Wish) -> Volume:
    return Volume(type="bucket", source=wish.bucket, mount_path=MOUNT)


def _mount(wish: Wish, volumes: list[Volume], api: HfApi) -> bool:
    """Add the bucket to what is mounted; whether it was not there. Raises `NotPublished` when
    another one is: a ledger would be left behind."""
    there = next((each for each in volumes if each.mount_path == MOUNT), None)
    if there is None:
        api.set_space_volumes(wish.space, [*volumes, _volume(wish)])
        return True
    if (there.type, there.source) != ("bucket", wish.bucket) or there.read_only or there.path:
        raise NotPublished(
            f"{there.source} is mounted at {MOUNT} already, with what was paid and made so far. "
            f"Remove it at {wish.settings_page}, or name it with --bucket."
        )
    return False


def _commit(wish: Wish, files: Files, there: list[str], api: HfApi) -> str:
    """One commit, and none when nothing differs; the newest one's id."""
    gone = [name for name in there if is_ours(name) and name not in files]
    operations: list[CommitOperationAdd | CommitOperationDelete] = [
        *(CommitOperationAdd(name, content) for name, content in files.items()),
        *(CommitOperationDelete(name) for name in gone),
    ]
    done = api.create_commit(wish.space, operations, commit_message=MESSAGE, repo_type="space")
    return done.oid
