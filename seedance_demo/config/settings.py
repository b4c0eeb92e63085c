"""Settings, read from the environment once, when the app starts."""

import os
import re
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ..catalog import GENERATIONS
from ..errors import BadKey, BadSetting
from .keys import check_key, clean_key
from .machine import OUTPUTS, default_data_dir, is_loopback, own_disk, shared_files

PUBLIC_API = "https://api.wavespeed.ai"
AUTO = "auto"
Logins = tuple[tuple[str, str], ...]


def _setting(env: str, default: Any, about: str, *, secret: bool = False) -> Any:
    return field(default=default, repr=not secret, metadata={"env": env, "about": about})


@dataclass(frozen=True)
class Settings:
    """The app's settings; the README's table is tested against this class."""

    api_key: str = _setting(
        "WAVESPEED_API_KEY",
        "",
        "Your WaveSpeedAI key. Empty: animatics, and visitors' own keys.",
        secret=True,
    )
    base_url: str = _setting(
        "WAVESPEED_BASE_URL",
        PUBLIC_API,
        "Where the API is. Plain http is accepted on loopback only.",
    )
    data_dir: Path = _setting(
        "SEEDANCE_DATA_DIR",
        OUTPUTS,
        "Ledger, pictures and clips. On a Space, /data when it is a writable mount.",
    )
    files: str = _setting(
        "SEEDANCE_FILES",
        "",
        "Pictures and clips of several processes: a folder that all share, or an address such as "
        "s3://bucket/clips. Empty: in the data folder.",
    )
    database: str = _setting(
        "SEEDANCE_DATABASE",
        "",
        "The ledger's PostgreSQL database, postgresql://user:password@host/name, for several "
        "processes. Empty: a file in SEEDANCE_DATA_DIR.",
        secret=True,
    )
    daily_budget: Decimal | None = _setting(
        "SEEDANCE_DAILY_BUDGET",
        None,
        "US dollars that your key pays in any 24 hours, for all visitors together.",
    )
    visitor_clips: int | None = _setting(
        "SEEDANCE_VISITOR_DAILY_CLIPS",
        None,
        "Clips that your key pays in any 24 hours for one visitor.",
    )
    clips_per_minute: int | None = _setting(
        "SEEDANCE_CLIPS_PER_MINUTE",
        None,
        "Clips that your account may start in a minute, 5 at first; more wait in line here. Unset: "
        "found out when the provider turns one down.",
    )
    auth: Logins = _setting(
        "SEEDANCE_AUTH",
        (),
        "Who may come in, as user:password[,user:password]. Empty: everybody who has the address.",
        secret=True,
    )
    contract: str = _setting(
        "SEEDANCE_API_CONTRACT",
        AUTO,
        "Generation of the API's inputs: 2026-04, 2026-08, or auto: as the provider's catalogue "
        "says.",
    )

    own_disk: Path | None = None  # no setting: where the data folder is a bucket's, or shared

    @property
    def work(self) -> Path:
        """For what is locked, or written bit by bit: the ledger, and films in the making."""
        return self.own_disk or self.data_dir

    @property
    def ledger(self) -> Path | str:
        """Where the ledger is: its SQLite file, or the address of its database."""
        return self.database or self.work / "ledger.sqlite"

    @property
    def bucket(self) -> str:
        """The address where pictures and clips are kept; empty where that is a folder."""
        return self.files if "://" in self.files else ""

    @property
    def kept(self) -> Path:
        """Where pictures and clips lie; copies of them, where they are kept in a bucket."""
        return Path(self.files) if self.files and not self.bucket else self.data_dir

    @property
    def pictures(self) -> Path:
        """Cleaned pictures, named by their content."""
        return self.kept / "pictures"

    @property
    def clips(self) -> Path:
        """Finished clips, and animatics for a week."""
        return self.kept / "clips"

    @property
    def cache(self) -> Path:
        """What the renderer has learnt of pictures."""
        return self.work / "cache"


def read_settings(env: Mapping[str, str] = os.environ) -> Settings:
    """Settings from `env`; blank values count as unset. Raises `BadSetting` in plain words."""
    named = [each for each in fields(Settings) if each.metadata]
    given = {each.name: env.get(each.metadata["env"], "").strip() for each in named}
    data_dir = Path(given["data_dir"] or default_data_dir(env)).expanduser().resolve()
    return Settings(
        api_key=_api_key(given["api_key"]),
        base_url=_base_url(given["base_url"] or PUBLIC_API),
        data_dir=data_dir,
        files=shared_files(given["files"]),
        database=given["database"],
        daily_budget=_dollars(given["daily_budget"]),
        visitor_clips=_count("SEEDANCE_VISITOR_DAILY_CLIPS", given["visitor_clips"]),
        clips_per_minute=_pace(given["clips_per_minute"]),
        auth=_logins(given["auth"]),
        contract=_contract(given["contract"] or AUTO),
        own_disk=own_disk(data_dir, env, shared=bool(given["database"])),
    )


def forget_secrets(env: MutableMapping[str, str] = os.environ) -> None:
    """Remove secrets from `env` once they are read, so that no child process inherits them and no
    crash report lists them."""
    for each in fields(Settings):
        if not each.repr:
            env.pop(each.metadata["env"], None)


def _api_key(pasted: str) -> str:
    try:
        return check_key(key) if (key := clean_key(pasted)) else ""
    except BadKey as error:
        raise BadSetting(f"WAVESPEED_API_KEY cannot be used. {error}") from None


def _base_url(url: str) -> str:
    """Scheme and host only: the client adds /api/v3 itself, people paste it anyway."""
    url = url.rstrip("/").removesuffix("/api/v3")
    wrong = BadSetting("WAVESPEED_BASE_URL must look like https://api.wavespeed.ai.")
    try:
        parts = urlsplit(url)
    except ValueError:
        raise wrong from None
    if parts.username or parts.password or parts.query or parts.fragment or not parts.hostname:
        raise wrong
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname)):
        raise BadSetting(
            "WAVESPEED_BASE_URL must start with https:// (plain http only on 127.0.0.1), "
            "because your key travels with every request."
        )
    return url


def _contract(name: str) -> str:
    if name not in (AUTO, *GENERATIONS):
        raise BadSetting(f"SEEDANCE_API_CONTRACT must be {AUTO} or {' or '.join(GENERATIONS)}.")
    return name


def _dollars(text: str) -> Decimal | None:
    if not text:
        return None
    if not re.fullmatch(r"\$?\d{1,9}(\.\d{1,6})?", text, re.ASCII):
        raise BadSetting("SEEDANCE_DAILY_BUDGET must be an amount in US dollars, like 6 or 12.50.")
    return Decimal(text.removeprefix("$"))


def _pace(text: str) -> int | None:
    pace = _count("SEEDANCE_CLIPS_PER_MINUTE", text)
    if pace == 0:
        raise BadSetting("SEEDANCE_CLIPS_PER_MINUTE must be at least 1, or nothing is ever sent.")
    return pace


def _count(name: str, text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII):
        raise BadSetting(f"{name} must be a whole number, like 3.")
    return int(text)


def _logins(text: str) -> Logins:
    logins = tuple((user.strip(), word) for user, _, word in _pairs(text))
    if not all(user and word for user, word in logins) or len(dict(logins)) < len(logins):
        raise BadSetting(
            "SEEDANCE_AUTH must look like user:password or user:password,other:password."
        )
    return logins


def _pairs(text: str) -> list[tuple[str, str, str]]:
    return [each.partition(":") for each in text.split(",")] if text else []
