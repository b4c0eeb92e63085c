"""The provider's HTTP API.

`client` has its calls, `exchange` sends one of them, `answers`, `readings` and `model_schemas`
parse what comes back, `api_errors` turns refusals into errors, `download` fetches a clip. Below all
are `transport` (retries, and where a request may go) and `connection`.
"""

from .client import Client

__all__ = ["Client"]
