"""Make the opening clip again: the animatic of its example, small enough to come with the page."""

import tempfile
from pathlib import Path

import av

from ..animatic.film import render
from . import OPENING, OPENING_OF

WIDTH, HEIGHT = 640, 360
X264 = {"preset": "veryslow", "crf": "28"}
AUDIO_BITS = 64_000  # a second


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        film = Path(folder) / "film.mp4"
        render(OPENING_OF.pictures, OPENING_OF.prompt, OPENING_OF.duration, film)
        shrink(film, OPENING)


def shrink(film: Path, small: Path) -> None:
    with (
        av.open(str(film)) as source,
        av.open(str(small), "w", options={"movflags": "faststart"}) as target,
    ):
        rate = source.streams.video[0].average_rate
        picture = target.add_stream("libx264", rate=rate, options=X264)
        picture.width, picture.height, picture.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        sound = target.add_stream("aac", rate=source.streams.audio[0].rate, layout="stereo")
        sound.bit_rate = AUDIO_BITS
        for frame in source.decode(video=0, audio=0):
            if isinstance(frame, av.VideoFrame):
                frame = frame.reformat(WIDTH, HEIGHT, interpolation="AREA")
                target.mux(picture.encode(frame))
            elif isinstance(frame, av.AudioFrame):
                target.mux(sound.encode(frame))
        for stream in (picture, sound):
            target.mux(stream.encode(None))


if __name__ == "__main__":
    main()
