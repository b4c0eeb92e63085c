"""What is heard: `cues` says when, the other modules make the sounds, `mix` brings them together.

`nature` and `town` are ambience, `effects` single events; `music` sets a mood with `harmony`,
`parts` and `instruments`; `synthesis` is what all of them are made of, `loudness` how loud it is.
"""

from .mix import soundtrack

__all__ = ["soundtrack"]
