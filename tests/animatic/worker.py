"""The app's renderer, whose films are small: what is seen in them is the same, in a third of the
time. Only the tests of a Space and of the command line draw films of the usual size."""

from functools import partial

from seedance_demo.animatic import film, worker

from .clips import PIXELS

if __name__ == "__main__":
    film.shoot = partial(film.shoot, pixels=PIXELS)
    worker.main()
