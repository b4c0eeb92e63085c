"""What is heard.

`cues` says what sounds when, and `mix` mixes it. `nature` and `town` make ambience, `effects`
single events; `music` makes a score by mood, with `harmony`, `arrangement` and `instruments`.
`synthesis` has what all of them are made of, `loudness` brings the mix to its level.
"""

from .mix import soundtrack

__all__ = ["soundtrack"]
