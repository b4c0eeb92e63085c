"""What a press asks for, as it arrives, and what is in force of it."""

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from ...animatic.plan_json import PlanError, plan_text, read_plan
from ...animatic.video.seen import Shapes
from ...catalog import ANIMATIC, USUAL_DURATIONS
from ...errors import BadBrief
from ...orders.brief import DEFAULT_OPTIONS, Options
from ...orders.images import upload_shape
from ...orders.order import InForce, ratio_of
from ...orders.wishes import duration_in_force, model_in_force, options_in_force, uses_pictures
from ..plans import Pictures, plan_by_hand, read_steps


@dataclass(frozen=True)
class FormValues:
    """A press as it arrives, unchecked. `agreed` is the price on its button and `shown` what the
    page told of its last job; programs have neither."""

    images: list[str]  # paths of uploads; of programs also addresses, or images themselves
    prompt: str
    duration: int
    model: str
    write_only: bool = False  # the images only wait in the strip
    agreed: str = ""
    clips: int = 1  # as many as the button says
    shown: object = None
    options: Options = DEFAULT_OPTIONS
    ends: bool = False  # from the first of the images to the last
    plan: object = None  # of the animatic's shots, as JSON or as what JSON holds
    steps: object = None  # by which a person corrected them; no other model has shots

    def in_force(self, contract_of: InForce) -> "FormValues":
        """What is ordered of a person's wishes. Not for programs: they hear what is not taken."""
        model = model_in_force(self.model, contract_of, write_only=self.write_only)
        contract = contract_of(model)
        used = uses_pictures(contract, write_only=self.write_only)
        options = options_in_force(contract, self.options)
        return replace(
            self,
            images=self.images if used else [],
            duration=duration_in_force(contract, self.duration or USUAL_DURATIONS[0]),
            model=model,
            options=options,
            ends=bool(options.end_frame and contract.input("last_image")),
        )

    @property
    def pictures(self) -> Pictures:
        """What the animatic's shots are made of."""
        return Pictures.of(len(self.images), ends=self.ends)

    def pictures_in(self, uploads: Path) -> Pictures:
        """The same with their shapes, of images that are uploads, and the film's."""
        images = self.images[:: max(1, len(self.images) - 1)] if self.ends else self.images
        known = tuple(upload_shape(image, uploads) for image in images)
        film = None
        with suppress(ValueError, ZeroDivisionError):  # "", or a word for a shape
            film = ratio_of(self.options.aspect_ratio)
        return replace(self.pictures, shapes=Shapes(known, film))

    def checked_plan(self) -> str:
        """The plan in one form for the same shots, empty where the prompt says it. Raises
        `BadBrief`."""
        if self.plan in ("", None):
            steps = read_steps(self.steps) if self.model == ANIMATIC else []
            return plan_by_hand(self.prompt, self.duration, self.pictures, steps)
        try:
            return plan_text(read_plan(self.plan, self.duration, len(self.images)))
        except PlanError as error:
            raise BadBrief("plan", str(error)) from None
