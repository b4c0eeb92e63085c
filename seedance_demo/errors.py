"""Every error of the app, as one shallow tree.

    SeedanceError
    ├── BadSetting      the environment does not make sense; raised at start
    ├── BadBrief        the visitor's pictures, prompt or choice; names the field
    ├── NotAllowed      nobody's key may pay for this press
    ├── StorageError    the ledger, the pictures' or the clips' folder cannot be used
    ├── ProviderError   the provider said no, or could not be reached
    │   ├── Refused     the request was turned down; nothing was created or charged
    │   │   ├── BadKey, NoCredit, Busy, NotFound
    │   ├── Unreachable no answer to a question that may be asked again
    │   ├── Unconfirmed the paid request was sent and its answer is lost
    │   ├── StillRunning nobody watches any longer, but the task goes on
    │   └── TaskFailed  the provider ended the task itself
    ├── ClipUnavailable the finished clip could not be fetched or is not a video
    └── NotPublished    the Space could not be made, or does not run

Each carries a sentence for people (what happened and what to do next), a code for programs, and the
provider's request id as soon as there is one.
"""


class SeedanceError(Exception):
    """Root of the tree; `str(error)` is the sentence shown to people."""

    code = "error"

    def __init__(self, sentence: str, *, request_id: str = "", code: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.request_id = request_id
        self.code = code or type(self).code


class BadSetting(SeedanceError):
    """The environment does not make sense; the app does not start."""

    code = "bad_setting"


class BadBrief(SeedanceError):
    """`field` is the name of the input at fault: images, prompt, duration, model, plan, clips."""

    code = "bad_brief"

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class NotAllowed(SeedanceError):
    """Nobody's key may pay for this request."""

    code = "not_allowed"


class StorageError(SeedanceError):
    """The ledger, the images' or the clips' folder cannot be used."""

    code = "storage"


class ProviderError(SeedanceError):
    """The provider said no, or could not be reached."""

    code = "provider"


class Refused(ProviderError):
    """The request was turned down: nothing was created, nothing was charged."""

    code = "refused"


class BadKey(Refused):
    """The provider does not accept the key, or there is none."""

    code = "bad_key"


class NoCredit(Refused):
    """The account has too little credit."""

    code = "no_credit"


class Busy(Refused):
    """The provider takes no more requests for the moment."""

    code = "busy"


class NotFound(Refused):
    """The provider does not know what was asked for, or not with this key."""

    code = "not_found"


class Unreachable(ProviderError):
    """No answer to a question that may be asked again."""

    code = "unreachable"


class Unconfirmed(ProviderError):
    """The paid request was sent and its answer is lost: the task may exist."""

    code = "unconfirmed"


class StillRunning(ProviderError):
    """Nobody watches any longer, but the task goes on."""

    code = "still_running"


class TaskFailed(ProviderError):
    """The provider ended the task itself; it gives the money back."""

    code = "task_failed"


class ClipUnavailable(SeedanceError):
    """The finished clip could not be fetched, or is not a video."""

    code = "clip_unavailable"


class NotPublished(SeedanceError):
    """The Space could not be made as wished, or it does not run."""

    code = "not_published"
