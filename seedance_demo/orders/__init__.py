"""Checks what is wanted, turns it into the provider's request, and prices it."""
