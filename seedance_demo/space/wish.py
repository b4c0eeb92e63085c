"""What a Space is to be: as the command line says, checked before anybody is asked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from huggingface_hub.errors import HFValidationError
from huggingface_hub.utils import validate_repo_id  # type: ignore[attr-defined]

from ..config.settings import read_settings
from ..errors import BadSetting

KEY = "WAVESPEED_API_KEY"
ABOUT = {
    KEY: "Your WaveSpeedAI key, from wavespeed.ai/accesskey. It pays for visitors' clips.",
    "SEEDANCE_DAILY_BUDGET": "US dollars that your key pays in any 24 hours, for all visitors.",
    "SEEDANCE_VISITOR_DAILY_CLIPS": "Clips that your key pays in any 24 hours for one visitor.",
}


@dataclass(frozen=True)
class Wish:
    """`space` and `bucket` are OWNER/NAME. `key` goes into the Space's secrets and nowhere else;
    its variables everybody can read. Empty: not asked for, left as it is."""

    space: str
    visibility: str = ""
    key: str = field(default="", repr=False)
    variables: Mapping[str, str] = field(default_factory=dict)
    sign_in: bool = False
    bucket: str = ""
    hardware: str = ""

    @property
    def page(self) -> str:
        """The Space at huggingface.co."""
        return f"https://huggingface.co/spaces/{self.space}"

    @property
    def settings_page(self) -> str:
        """Where its owner changes it by hand."""
        return f"{self.page}/settings"

    @property
    def domain(self) -> str:
        """Where the app itself is served."""
        return f"{re.sub('[^a-z0-9]+', '-', self.space.lower())}.hf.space"


def make_wish(
    space: str,
    env: Mapping[str, str],
    *,
    visibility: str = "",
    with_key: bool = False,
    budget: str = "",
    clips: str = "",
    sign_in: bool = False,
    bucket: str | None = None,
    hardware: str = "",
) -> Wish:
    """The wish of a command line. `bucket` is a name, empty for the usual one, None for none.
    Raises `BadSetting`."""
    limits = {"SEEDANCE_DAILY_BUDGET": budget, "SEEDANCE_VISITOR_DAILY_CLIPS": clips}
    read_settings(limits)  # the app would not start with what this refuses
    key = _key(env) if with_key else ""
    if with_key and not (budget.strip() or sign_in):
        raise BadSetting(
            "--with-key lets visitors spend your key: say how much with --budget 6, US dollars in "
            "24 hours, or let them sign in with --sign-in; both is best."
        )
    given = {name: value.strip().removeprefix("$") for name, value in limits.items()}
    return Wish(
        _full_name(space, "a Space"),
        visibility,
        key,
        {name: value for name, value in given.items() if value},
        sign_in,
        _bucket(space, bucket) if bucket is not None else "",
        hardware,
    )


def _key(env: Mapping[str, str]) -> str:
    if key := read_settings({KEY: env.get(KEY, "")}).api_key:
        return key
    raise BadSetting(f"--with-key takes the key from {KEY}, which is not set here.")


def _bucket(space: str, name: str) -> str:
    owner, _, own = space.partition("/")
    return _full_name(name if "/" in name else f"{owner}/{name or f'{own}-data'}", "a bucket")


def _full_name(name: str, what: str) -> str:
    try:
        validate_repo_id(name)
        if name.count("/") == 1:
            return name
    except HFValidationError:
        pass
    raise BadSetting(
        f"{name!r} cannot be the name of {what}: it is OWNER/NAME, each of letters, digits, "
        "'-', '_' and '.'."
    )
