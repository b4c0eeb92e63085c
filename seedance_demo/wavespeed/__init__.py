"""The provider's HTTP API.

`client` has its calls, `exchange` sends one of them, `answers`, `readings` and `model_schemas`
parse what comes back, `api_errors` turns refusals into errors, `download` fetches a clip; `part` is
what has come of it so far. Below all are `transport` (sessions and retries), `connection`, and
`road` (proxies and hosts).
"""

from .client import Client

__all__ = ["Client"]
