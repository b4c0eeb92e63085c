"""WaveSpeedAI keys, however pasted: what can be one, and what stands around it."""

import re
import unicodedata

from ..errors import BadKey

KEY_PAGE = "wavespeed.ai/accesskey"
LONGEST_PASTE = 1000  # characters; a key has fewer
# What stands before a key that was copied with its line: `NAME=`, `"NAME": `, `export `, `Bearer `.
# A word without a digit: with one it may be half of a key that was broken into two lines.
_LABEL = re.compile(r"[\w$.:-]*[A-Za-z_]\w*\W{0,2}\s*=(?=.*[^=])|(?:[^\W\d]|-)+\W{0,2}[:\s]")
_NOT_AROUND = "-_+/=.<>{}[]$%*"  # may be part of a key, or tell that it is none
_STANDS_IN = re.compile(
    r"(?:(?:your|my|the|an?|api|access|secret|wavespeed|ai|key|token|here|insert|paste|enter|put|add"
    r"|replace|with|this|real|actual|own|change|me|placeholder|example|todo|none|null|undefined|sk|x)"
    r"[\W_]*)+",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"[<>{}\[\]$%*\u2022\u25cf]|\.\.")  # or a key of which only a part is shown


def clean_key(pasted: object) -> str:
    """A key without what pasting adds: quotes, labels, a comment, line ends, what cannot be seen.
    Whether what is left can be a key is for `check_key` to say."""
    text = unicodedata.normalize("NFKC", str(pasted or "")[:LONGEST_PASTE])
    seen = "".join(each for each in text if unicodedata.category(each) != "Cf")
    key = _bare(re.sub(r"\s#.*$", "", " ".join(seen.split())))
    while label := _LABEL.match(key):
        key = _bare(key[label.end() :])
    return key


def check_key(key: str) -> str:
    """The key itself. Raises `BadKey`, which does not repeat it, for what cannot be one."""
    if _TEMPLATE.search(key) or _STANDS_IN.fullmatch(key):
        raise BadKey(f"This stands in the place of a key. Put your own there, from {KEY_PAGE}.")
    if not re.fullmatch(r"[\x21-\x7e]{1,256}", key):
        raise BadKey("This does not look like a WaveSpeedAI key. Copy it once more.")
    return key


def _bare(text: str) -> str:
    """Without quotes and the like around it, in whatever script."""
    around = {each for each in text if not each.isalnum()} - set(_NOT_AROUND)
    return text.strip("".join(around))
