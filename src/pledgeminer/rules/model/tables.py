"""What may stand in tables.yaml."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from .common import Regex, RuleFileModel, Strict


class Columns(Strict):
    """What the head of a column says of its cells; each pattern is tried on the whole head."""

    left_out: Annotated[Regex, Meta(description="Numbers of rows, remarks: the column is left out.")]
    unit: Annotated[Regex, Meta(description="The measure words of the rows' numbers.")]
    owner: Annotated[Regex, Meta(description="The bodies that answer for the row.")]
    deadline: Annotated[Regex, Meta(description="Until when the row is to be done.")]


class TableRules(RuleFileModel, kw_only=True):
    """How a table of targets is read."""

    columns: Columns
    when: Annotated[Regex, Meta(description="A head that says when, or whether it is a goal or done.")]
    change: Annotated[Regex, Meta(description="A head that names a change of what the row names.")]
    number: Annotated[
        Regex, Meta(description="A cell with a number; the groups are before, number, unit and tail, all needed.")
    ]
    not_number: Annotated[Regex, Meta(description="A cell that only looks like a number.")]
