"""A large WebP in a third of the memory: Pillow's decoder holds it four times, 16 bytes a pixel.

FFmpeg decodes it as a frame of a film, and knows nothing of animations, which stay with Pillow.
"""

import av
from PIL import Image

LARGE = 16_000_000  # pixels; below, Pillow's takes less than a JPEG of 100 megapixels does
# Flags of libswscale: bilinear, between the coarser colours, rounded. So it is within 2 levels of
# Pillow's, without them within 20; where a side is odd, colours may lie half a pixel beside theirs.
AS_LIBWEBP = 0x2 | 0x2000 | 0x40000


def is_large_webp(picture: Image.Image) -> bool:
    """Whether it is one of those, and a still one."""
    large = picture.width * picture.height > LARGE
    return large and picture.format == "WEBP" and not getattr(picture, "is_animated", False)


def decoded(picture: Image.Image) -> Image.Image:
    """The same picture with its pixels. Raises `av.FFmpegError`, `StopIteration`, `IndexError`."""
    file = picture.fp  # type: ignore[attr-defined]
    file.seek(0)
    mode, form = ("RGBA", "rgba") if picture.mode == "RGBA" else ("RGBX", "rgb0")
    with av.open(file, format="webp_pipe") as film:
        frame = next(film.decode(video=0)).reformat(format=form, interpolation=AS_LIBWEBP)
    plane = frame.planes[0]
    lines = mode, plane.line_size, 1
    whole = Image.frombuffer(mode, (plane.width, plane.height), plane, "raw", *lines)
    whole.info = picture.info
    return whole
