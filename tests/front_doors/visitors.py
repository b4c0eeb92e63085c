"""Somebody who comes through a front door: with some headers, from some address."""

import io
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import av
from requests.adapters import HTTPAdapter

from ..faults.provider import KEY, MODEL
from ..raw_api import SECONDS, Answer, RawApi, input_names
from ..ui.components.html_read import Read


class _From(HTTPAdapter):
    """Comes from another address of this machine."""

    def __init__(self, address: str) -> None:
        self._source = address
        super().__init__()

    def init_poolmanager(self, *given: Any, **more: Any) -> None:
        super().init_poolmanager(*given, source_address=(self._source, 0), **more)


@dataclass
class Visitor:
    """`vouches` is the certificate of who vouches for an https door."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)
    vouches: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        self.raw = RawApi(self.url)
        session = self.raw.session
        session.trust_env = False
        session.headers.update(self.headers)
        session.verify = self.vouches or True
        if self.address:
            for scheme in ("http://", "https://"):
                session.mount(scheme, _From(self.address))
        self._id = secrets.token_hex(16)

    def press(self, picture: Path, prompt: str, key: str = "") -> Answer:
        """The Generate button of the page."""
        images = [self.raw.upload(picture)]
        asked: dict[str, Any] = {"images": images, "prompt": prompt, "model": MODEL}
        return self.raw.press("generate", visitor=self._id, api_key=key, agreed="1.20", **asked)

    def who_pays(self, picture: Path) -> tuple[str, Answer]:
        """`owner`, or `self`; and the press that was paid, with a key of one's own if need be."""
        pressed = self.press(picture, "Push in.")
        if "charged" in pressed.status:
            return "owner", pressed
        assert "needs a WaveSpeedAI key" in pressed.status
        return "self", self.press(picture, "Push in.", KEY)

    def plays(self, pressed: Answer) -> bool:
        """Whether a player gets the clip, and a part of it, by the address that the page was told,
        through this door."""
        assert pressed.values, pressed.text
        (player,) = Read(pressed.values[0]).of("video")
        address = urljoin(f"{self.url}/", str(player["src"]))
        if not address.startswith(f"{self.url}/"):
            return False
        whole = self.raw.session.get(address, timeout=SECONDS)
        part = self.raw.session.get(address, headers={"Range": "bytes=100-199"}, timeout=SECONDS)
        is_part = part.status_code == 206 and part.content == whole.content[100:200]
        return is_part and frames(whole.content) == 24

    def sees_balance(self) -> bool:
        """Whether the page shows what is left on the owner's account. It is asked for behind the
        page's back first, as an arrival does it."""
        priced = self.priced()
        names = input_names("model", "change")
        usual = {each["id"]: each["props"].get("value") for each in self.raw.config["components"]}
        given = {"visitor": self._id, "model": MODEL}
        data = [given.get(n, usual[at]) for n, at in zip(names, priced[0]["inputs"], strict=True)]
        for fn in priced:
            if fn["queue"]:
                self.raw.join(fn["id"], data, secrets.token_hex(6))
        body = {"data": data, "fn_index": priced[0]["id"], "session_hash": secrets.token_hex(6)}
        address = f"{self.url}/gradio_api/run/predict"
        said = self.raw.session.post(address, json=body, timeout=SECONDS)
        assert said.ok, said.text
        return "Balance $" in said.text

    def priced(self) -> list[Any]:
        """The function that prices the form, and after it those that ask the provider."""
        ids = {c["props"].get("elem_id"): c["id"] for c in self.raw.config["components"]}
        fns = [fn for fn in self.raw.config["dependencies"] if fn["backend_fn"]]
        first = next(fn for fn in fns if ids["balance"] in fn["outputs"] and not fn["queue"])
        return [first, *(fn for fn in fns if fn["queue"] and fn["inputs"] == first["inputs"])][:2]


def frames(clip: bytes) -> int:
    """How many pictures a film has; raises when it is none."""
    with av.open(io.BytesIO(clip), "r") as film:
        return len(list(film.decode(video=0)))
