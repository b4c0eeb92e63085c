"""What the README says under “Behind a proxy” and “Several processes”."""

import re

from ..apps import ROOT

README = (ROOT / "README.md").read_text("utf-8")
SECTION, SEVERAL = (
    README.split(f"## {title}\n")[1].split("\n## ")[0]
    for title in ("Behind a proxy", "Several processes")
)
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


def before_several(server: str, *addresses: str) -> tuple[str, str]:
    """The README's block for a server before several apps, at these addresses; and the lines of its
    `location`, which nginx has apart."""
    block = re.findall(f"```{server}\n(.*?)```", SEVERAL, re.DOTALL)[0]
    for written, real in zip(re.findall(r"10\.0\.0\.\d:7860", block), addresses, strict=True):
        block = block.replace(written, real)
    passed = re.findall("`(proxy_pass .*?)`", SEVERAL)[0]
    return block, re.sub("proxy_pass .*", passed, lines(server))
