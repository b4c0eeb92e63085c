"""Brings a finished clip home.

Its money is spent, so whatever comes in the clip's place is not the last word: an error of any
number, a page, a picture, half a file. After longer and longer pauses the provider is asked for its
addresses anew, because old ones expire, and each of them is tried until one is a video.
"""

from ..errors import ClipUnavailable
from ..ledger import Job
from . import pools
from .provider import ProviderCalls
from .record import Record
from .timing import Timing


async def bring_home(
    job: Job,
    key: str,
    provider: ProviderCalls,
    timing: Timing,
    record: Record,
    *,
    closely: bool,
) -> str:
    """The name of the clip, once it lies on the disk; `record` has what is wrong meanwhile.

    One round when not `closely`. Raises the last `ClipUnavailable`; `BadKey` when there is no key
    to ask for another address; and `StorageError` at once.
    """
    calls = pools.of(job)
    trouble = ClipUnavailable("The provider gives no address for the clip.")
    for pause in (0, *(timing.fetch_again if closely else ())):
        await timing.sleep(pause)
        just_told = closely and not pause  # by the poll that saw the clip completed
        for url in (job.url,) if just_told else await calls.ask.run(provider.addresses, job, key):
            try:
                return await calls.fetch.run(provider.fetch, job, url)
            except ClipUnavailable as error:
                record.trouble = trouble = error
    await calls.ask.run(provider.client, job, key)  # asks for the key, if that is what is missing
    raise trouble
