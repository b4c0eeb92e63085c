"""What the owner set, and the machine it was set on.

`settings` reads the environment; `keys` reads keys, however they were pasted; `machine` tells a
Space from a computer of one's own, and where the app may write.
"""
