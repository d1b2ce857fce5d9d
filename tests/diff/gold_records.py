"""Annotated records and pairs, as commitments and as what has to become of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec

from pledgeminer.record import Record


def read_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def commitments(path: Path, date: str) -> list[Record]:
    """Return the annotated records of one document; what an annotation leaves open is as in most records."""
    open_fields = {
        "kind": "commitment", "value_max": None, "strength": "firm", "deadline": None, "deadline_date": None,
        "every": None, "speaker": None, "source": f"{path.stem}.txt", "date": date, "rule": "annotated",
    }  # fmt: skip
    return [
        msgspec.convert(
            open_fields
            | {"id": f"{path.stem}-{line['start']}", "text": line["quote"]}
            | line
            # An annotation has the source's own characters, a record the cleaned ones.
            | {"quantity": re.sub(r"\*\*|\s", "", line["quantity"])},
            Record,
            strict=False,
        )
        for line in read_lines(path)
    ]
