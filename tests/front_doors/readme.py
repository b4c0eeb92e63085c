"""What the README says under “Behind a proxy”."""

import re

from ..apps import ROOT

SECTION = (ROOT / "README.md").read_text("utf-8").split("## Behind a proxy")[1].split("\n## ")[0]
BELOW = re.findall("GRADIO_ROOT_PATH=(/[a-z]+)", SECTION)[0]


def lines(server: str, *, below: bool = False) -> str:
    """The README's block for a server. For nginx below a path some lines begin as its text says."""
    first, *others = re.findall(f"```{server}\n(.*?)```", SECTION, re.DOTALL)
    if below and not others:
        for changed in re.findall("`((?:location|proxy_pass) .*?)`", SECTION):
            first = re.sub(rf"\b{changed.split()[0]} .*", changed, first)
    return str(others[0] if below and others else first)


def settings() -> dict[str, str]:
    """What the README sets at the start."""
    return dict(re.findall(r"([A-Z_]+)=(\S+)(?= .*app\.py)", SECTION))
