"""Render the opening clip again: the animatic of its example, small enough to ship, and a still."""

import tempfile
from pathlib import Path

import av
from PIL import Image, ImageOps

from ..animatic.film import render
from . import OPENING, OPENING_OF, STILL, STILL_SIZE

WIDTH = 640
X264 = {"preset": "slower", "crf": "29"}
AUDIO_BITS = 64_000  # a second


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "film.mp4"
        render(OPENING_OF.pictures, OPENING_OF.prompt, OPENING_OF.duration, film)
        shrink(film, OPENING)
        take_still(film, STILL)


def shrink(film: Path, small: Path) -> None:
    """Write an mp4 again, `WIDTH` pixels wide."""
    faststart = {"movflags": "faststart"}
    with av.open(str(film)) as source, av.open(str(small), "w", options=faststart) as target:
        large, loud = source.streams.video[0], source.streams.audio[0]
        size = WIDTH, round(WIDTH * large.height / large.width / 2) * 2
        picture = target.add_stream("libx264", rate=large.average_rate, options=X264)
        picture.width, picture.height = size
        sound = target.add_stream("aac", rate=loud.rate, layout="stereo")
        sound.bit_rate = AUDIO_BITS
        for frame in source.decode(large, loud):
            if isinstance(frame, av.VideoFrame):
                target.mux(picture.encode(frame.reformat(*size, interpolation="AREA")))
            elif isinstance(frame, av.AudioFrame):
                target.mux(sound.encode(frame))
        for stream in (picture, sound):
            target.mux(stream.encode(None))


def take_still(film: Path, still: Path) -> None:
    """Write the first frame of an mp4 as a JPEG of `STILL_SIZE`."""
    with av.open(str(film)) as source:
        frame = next(source.decode(source.streams.video[0]))
    picture = Image.fromarray(frame.to_ndarray(format="rgb24"))
    ImageOps.fit(picture, STILL_SIZE).save(still, quality=80, optimize=True)


if __name__ == "__main__":
    main()
