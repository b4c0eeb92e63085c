"""The colours of a picture as they are meant: sRGB, and white where it is transparent.

A profile says what the numbers of a file mean, so it is asked before they become other numbers,
whether they lie in a palette, beside an alpha channel, or in 16 bits.
"""

import io
from collections.abc import Callable
from contextlib import suppress

import numpy as np
from PIL import Image, ImageChops, ImageCms

PAPER = "white"  # what shows through
# The colours of each of Pillow's modes, without the rest of it. The numbers of the others (32 bits)
# have no meaning that is written down.
_COLOURS = {
    **dict.fromkeys(("1", "L", "LA", "I", "I;16", "I;16B", "I;16L", "I;16N"), "L"),
    **dict.fromkeys(("RGB", "RGBA", "RGBX", "P", "PA", "YCbCr", "HSV"), "RGB"),
    **{"CMYK": "CMYK", "LAB": "LAB"},
}
USUAL_EXPONENT = 1 / 2.2
_SPACES = {"GRAY": "L", "RGB": "RGB", "CMYK": "CMYK"}  # of a profile's header (ICC.1:2022, 7.2.8)
_BROKEN = ImageCms.PyCMSError, OSError, ValueError, KeyError, TypeError


class Unreadable(ValueError):
    """A picture cannot be read. The message goes on behind its name: "is damaged"."""


def to_srgb(picture: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """What makes opaque sRGB, in mode RGB, of any part of this picture. A profile that is broken,
    or of another kind of colours, does not count. Raises `Unreadable`."""
    colours = _COLOURS.get(picture.mode)
    if colours is None:
        raise Unreadable("has colours of 32 bits; save it with 8 or 16")
    transform = _transform(picture, colours)
    curve = None if transform else _curve(picture)

    def converted(part: Image.Image) -> Image.Image:
        part = _in_8_bits(part)
        rgb = _opaque(part, colours)
        if transform:
            rgb = ImageCms.applyTransform(rgb.convert(transform.input_mode), transform) or rgb
        rgb = rgb.convert("RGB")
        if curve:
            rgb = rgb.point(3 * curve)
        if part.has_transparency_data:
            rgb.paste(PAPER, mask=ImageChops.invert(part.convert("RGBA").getchannel("A")))
        return rgb

    return converted


def _transform(picture: Image.Image, colours: str) -> ImageCms.ImageCmsTransform | None:
    """From what the profile says to sRGB; None when it says nothing."""
    profile = picture.info.get("icc_profile")
    srgb = ImageCms.createProfile("sRGB")
    if colours == "LAB":
        return ImageCms.buildTransform(ImageCms.createProfile("LAB"), srgb, "LAB", "RGB")
    if isinstance(profile, bytes):
        with suppress(*_BROKEN):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            takes = _SPACES[source.profile.xcolor_space.strip()]
            if _fits(takes, colours, picture):
                transform = ImageCms.buildTransform(source, srgb, takes, "RGB")
                return transform if takes != "RGB" or _matters(transform) else None
    return None


def _curve(picture: Image.Image) -> list[int] | None:
    """Where a PNG says by its exponent alone what its numbers mean (PNG 1.2, 4.2.2.1): those of
    sRGB for each of 256; None where they are near enough."""
    exponent = picture.info.get("gamma") or USUAL_EXPONENT
    is_meant = 0.3 < exponent < 1.2 and "srgb" not in picture.info
    if not is_meant or abs(exponent - USUAL_EXPONENT) < 0.02:
        return None
    light = np.linspace(0, 1, 256) ** (1 / exponent)
    srgb = np.where(light > 0.0031308, 1.055 * light ** (1 / 2.4) - 0.055, 12.92 * light)
    return [round(255 * float(value)) for value in srgb]  # IEC 61966-2-1


def _matters(transform: ImageCms.ImageCmsTransform) -> bool:
    """Whether it changes any of 729 colours by more than rounding does. Most pictures bring the
    profile of sRGB itself, which would take most of the time of reading them."""
    steps = np.linspace(0, 255, 9).astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), -1).reshape(1, -1, 3)
    seen = ImageCms.applyTransform(Image.fromarray(grid), transform)
    return bool(np.abs(np.asarray(seen, np.int64) - grid).max() > 1)


def _fits(takes: str, colours: str, picture: Image.Image) -> bool:
    """Whether a profile is one for these colours. Many a grey picture has that of a colour display,
    and grey of 16 bits with alpha is opened as RGBA."""
    if takes == colours or (takes, colours) == ("RGB", "L"):
        return True
    return takes == "L" and picture.mode in ("RGB", "RGBA") and _is_grey(picture)


def _is_grey(picture: Image.Image) -> bool:
    red, *others = picture.split()[:3]
    return all(ImageChops.difference(red, each).getbbox() is None for each in others)


def _in_8_bits(part: Image.Image) -> Image.Image:
    """Grey of 16 bits as L, or LA where one grey is transparent: Pillow would clip it to white."""
    if not part.mode.startswith("I"):
        return part
    grey = np.asarray(part).astype(np.int64)
    small = Image.fromarray(np.asarray((grey.clip(0, 65535) + 128) // 257, np.uint8))
    if (clear := part.info.get("transparency")) is not None:
        small.putalpha(Image.fromarray(np.where(grey == clear, 0, 255).astype(np.uint8)))
    return small


def _opaque(part: Image.Image, colours: str) -> Image.Image:
    """The colours alone, also where nothing is seen of them."""
    if part.mode in ("P", "PA"):
        part = part.convert("RGBA")  # of which RGB takes the colours as they are
    return part.convert(colours) if part.mode != colours else part
