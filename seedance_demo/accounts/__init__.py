"""Visitors, who may spend whose key, and what is left on an account."""
