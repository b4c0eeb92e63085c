"""What can go wrong between here and Hugging Face, each in one sentence with what to do next."""

from huggingface_hub.errors import (
    HfHubHTTPError,
    LocalTokenNotFoundError,
    OfflineModeIsEnabled,
)

# Of the library below it, which was httpx once and is httpx2 now.
from huggingface_hub.errors import HTTPError as NoAnswer  # type: ignore[attr-defined]

from ..errors import NotPublished, SeedanceError
from .wish import Wish

NETWORK = NoAnswer, OSError  # what a request may raise
TOKENS = "huggingface.co/settings/tokens"
GOES_ON = "What was done so far stays: run the same command again, and it goes on."
NOT_SIGNED_IN = (
    f"Nobody is signed in to Hugging Face here. Make a token with the right to write at {TOKENS}, "
    "then run: hf auth login"
)
OFFLINE = "HF_HUB_OFFLINE forbids every request to Hugging Face. Unset it and run this again."


def in_words(error: Exception, wish: Wish) -> SeedanceError:
    """The error as a sentence, without the key."""
    match error:
        case SeedanceError():
            return error
        case LocalTokenNotFoundError():
            sentence = NOT_SIGNED_IN
        case OfflineModeIsEnabled():
            sentence = OFFLINE
        case HfHubHTTPError():
            sentence = _refused(error, wish)
        case NoAnswer():
            sentence = (
                f"Hugging Face cannot be reached ({_kind(error)}). Look at the network, or at "
                f"HTTPS_PROXY. {GOES_ON}"
            )
        case Exception(__cause__=Exception() as cause):  # an upload wraps what befell it
            return in_words(cause, wish)
        case OSError() | RuntimeError() | ValueError():
            sentence = f"The upload to Hugging Face broke off: {_line(str(error))}. {GOES_ON}"
        case _:
            sentence = f"Hugging Face answered with something unexpected ({error!r}). {GOES_ON}"
    clean = sentence.replace(wish.key, "(the key)") if wish.key else sentence
    return NotPublished(clean, request_id=getattr(error, "request_id", None) or "")


def _refused(error: HfHubHTTPError, wish: Wish) -> str:
    owner = wish.space.partition("/")[0]
    status = error.response.status_code
    told = error.server_message or error.response.headers.get("x-error-message")
    said = _line(told or f"HTTP {status}")
    sentences = {
        401: f"Hugging Face does not accept this token. Make another at {TOKENS} and run: hf auth "
        "login. Where HF_TOKEN is set, it comes first.",
        402: f"Hugging Face wants a plan for this ({said}). A Space with Gradio on free hardware "
        f"needs PRO, and an organization's a Team plan: subscribe {owner} at "
        "huggingface.co/pricing, choose paid --hardware, or show it from this machine with: python "
        "app.py --share",
        403: f"This token may not do that in {owner} ({said}). Check the owner's name, and that "
        f"the token has the right to write there, at {TOKENS}.",
        404: f"Hugging Face does not find {wish.space}, or not with this token ({said}). Check the "
        "name and the token's rights.",
        409: f"The name {wish.space} is taken by something this token may not see. Take another.",
        413: f"Hugging Face takes no upload as large as this ({said}).",
        429: f"Hugging Face takes no more requests for the moment ({said}). Wait some minutes. "
        f"{GOES_ON}",
    }
    if status >= 500:
        return f"Hugging Face has a fault of its own ({said}). {GOES_ON}"
    return sentences.get(status, f"Hugging Face refused: {said}.")


def _kind(error: Exception) -> str:
    return _line(str(error)) or type(error).__name__


def _line(text: str) -> str:
    """On one line, and not too long for it."""
    return " ".join(text.split())[:300].rstrip(".")
