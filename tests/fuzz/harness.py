"""Feed the readers and the cleaning with what nobody wrote, guided by coverage, and stop at the first that breaks.

    python tests/fuzz/harness.py TARGET [CORPUS] [-max_total_time=600 …]

TARGET is one of those that are named without one (``targets.py`` says what each has to stand). CORPUS is a folder
of inputs to begin with and to grow; ``seeds.py`` makes them. All that begins with a dash goes to libFuzzer, which
atheris drives; it writes the input that broke a target into the working folder. The package atheris is wanted
(pip install atheris), on Linux.
"""

from __future__ import annotations

import sys
from importlib import import_module

import atheris

#: What is imported on use would not be seen.
LATE = ("page", "reading", "text")

with atheris.instrument_imports(include=["pledgeminer"]):
    from targets import TARGETS, in_time

    for module in LATE:
        import_module(f"pledgeminer.documents.formats.pdf.{module}")


def main() -> None:
    """Run the target that the command line names."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"{__doc__}\nTARGET is one of: {' '.join(TARGETS)}")
    target = in_time(TARGETS[sys.argv.pop(1)])
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
