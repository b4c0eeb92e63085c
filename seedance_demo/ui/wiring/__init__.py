"""The events of the page, each wired to its handler."""
