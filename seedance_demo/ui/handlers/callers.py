"""Tells who makes a request: the visitor, by whatever Gradio knows of them, and their own key."""

import gradio as gr

from ...accounts.visitor import Caller, own_key, recognise
from ...config.machine import on_space
from ...ledger import Ledger


class Callers:
    """The one place where a request is turned into who asks."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def identify(
        self,
        request: gr.Request,
        profile: gr.OAuthProfile | None = None,
        visitor: object = "",
        api_key: object = "",
    ) -> Caller:
        """`profile` is who signed in at Hugging Face, `visitor` the browser's id, `api_key` what is
        in the box; programs may send their key as a header instead."""
        name = request.username or (profile.username if profile else None)
        mark = self._ledger.hash_address
        who = recognise(request, visitor, name, mark, on_space=on_space())
        return Caller(who, own_key(api_key, request))
