"""Facts of the plan of deliveries."""

from __future__ import annotations

from models.kernel.facts.base import FactBase


class DeliveryPlanChanged(FactBase, frozen=True, tag="delivery-plan-changed"):
    """`what` names the part: window-added, window-removed, closed, opened, fee, lead, cutoff, ….

    `about` says which one (a weekday from 0, an emirate, days), `was` and `now` its values.
    """

    what: str
    about: str = ""
    was: str = ""
    now: str = ""
