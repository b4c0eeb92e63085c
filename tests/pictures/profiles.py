"""Colour profiles as cameras and displays have them, written by hand (ICC.1:2001-04, version 2)."""

import struct
from collections.abc import Sequence

# Red, green and blue under D50, as XYZ: of Display P3, and of Adobe RGB (1998).
DISPLAY_P3 = (0.5151, 0.2412, -0.0011), (0.2920, 0.6922, 0.0419), (0.1571, 0.0666, 0.7841)
ADOBE_RGB = (0.6097, 0.3111, 0.0195), (0.2053, 0.6257, 0.0609), (0.1492, 0.0632, 0.7446)
D50 = (0.9642, 1.0, 0.8249)


def of_display(primaries: Sequence[Sequence[float]], gamma: float = 2.2) -> bytes:
    """The profile of an RGB space with these primaries."""
    colours = {f"{name}XYZ": _xyz(xyz) for name, xyz in zip("rgb", primaries, strict=True)}
    curves = {f"{name}TRC": _curve(gamma) for name in "rgb"}
    return _profile(b"mntr", b"RGB ", b"XYZ ", colours | curves)


def of_grey(gamma: float) -> bytes:
    return _profile(b"mntr", b"GRAY", b"XYZ ", {"kTRC": _curve(gamma)})


def of_print() -> bytes:
    """CMYK whose every ink takes away a fifth of the lightness, and nothing else."""
    corners = [255 - 51 * bin(inks).count("1") for inks in range(16)]
    table = bytes(value for light in corners for value in (light, 128, 128))
    ramp, unit = bytes(range(256)), b"".join(_fixed(n % 4 == 0) for n in range(9))
    lookup = b"mft1\0\0\0\0\4\3\2\0" + unit + 4 * ramp + table + 3 * ramp
    return _profile(b"prtr", b"CMYK", b"Lab ", {"A2B0": lookup})


def _profile(kind: bytes, space: bytes, between: bytes, tags: dict[str, bytes]) -> bytes:
    words = {"desc": b"desc\0\0\0\0\0\0\0\2x\0" + bytes(78), "cprt": b"text\0\0\0\0x\0"}
    body, index = b"", b""
    start = 132 + 12 * (len(tags) + 3)
    for name, tag in (words | {"wtpt": _xyz(D50)} | tags).items():
        index += struct.pack(">4sII", name.encode(), start + len(body), len(tag))
        body += tag + bytes(-len(tag) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(body), b"", 0x02400000, kind, space, between)
    head = head.ljust(36, b"\0") + b"acsp".ljust(32, b"\0") + b"".join(map(_fixed, D50))
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags) + 3) + index + body


def _xyz(xyz: Sequence[float]) -> bytes:
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, xyz))


def _fixed(number: float) -> bytes:
    return struct.pack(">i", round(number * 65536))


def _curve(gamma: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256))
