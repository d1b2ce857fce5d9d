"""confidence.yaml: how sure a record is; its structure."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .field_types import RuleFileModel


class ConfidenceRules(RuleFileModel, kw_only=True):
    """How often records like one are right: the weights of what is known of it, in log-odds."""

    most: Annotated[float, Meta(gt=0, le=100, description="A margin of promise over report counts up to this much.")]
    weights: Annotated[
        dict[str, Annotated[float, Meta(ge=-20, le=20)]],
        Meta(description="By name: base, margin, rule ID, owner SOURCE, and what indicator and unit look like."),
    ]
