"""HTML and flat OpenDocument files to PDF and DOCX, by headless Chromium and LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from gold import give_up

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OFFICES = ("soffice", "libreoffice")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-pdf-header-footer",
)
FAMILY = "Noto Serif CJK SC"
SECONDS = 120


def program(names: Sequence[str], what: str) -> str:
    """Return the path of the first of ``names`` that is installed; end the program if none is."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or give_up(f"{what} is not installed (looked for {', '.join(names)}); choose other kinds with --kinds")


def check_fonts() -> None:
    """End the program if the font that the templates name is not installed: without it a PDF has boxes for text."""
    lister = program(["fc-list"], "fontconfig")
    if FAMILY not in run([lister, ":", "family"]):
        give_up(f"the font {FAMILY} is not installed (Debian: fonts-noto-cjk)")


def print_pages(sources: Sequence[Path], folder: Path) -> None:
    """Print HTML files to PDF files of the same stems in ``folder``."""
    browser = program(BROWSERS, "Chromium")
    check_fonts()
    for source in sources:
        with tempfile.TemporaryDirectory() as profile:
            target = folder / f"{source.stem}.pdf"
            run([browser, *QUIET, f"--user-data-dir={profile}", f"--print-to-pdf={target}", source.resolve().as_uri()])
            check_made(target, browser)


def convert(sources: Sequence[Path], folder: Path, ending: str) -> None:
    """Convert documents to files of the same stems and of ``ending`` ("docx", "pdf") in ``folder``."""
    office = program(OFFICES, "LibreOffice")
    check_fonts()
    with tempfile.TemporaryDirectory() as profile:
        user = f"-env:UserInstallation={Path(profile).as_uri()}"
        run([office, user, "--headless", "--convert-to", ending, "--outdir", str(folder), *map(str, sources)])
    for source in sources:
        check_made(folder / f"{source.stem}.{ending}", office)


def run(command: list[str]) -> str:
    """Run ``command`` and return what it prints; end the program if it fails or does not end."""
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        give_up(f"{command[0]} did not end in {SECONDS} seconds")
    if done.returncode:
        give_up(f"{command[0]} ended with exit code {done.returncode}: {done.stderr.strip()[-500:]}")
    return done.stdout


def check_made(path: Path, maker: str) -> None:
    """End the program if ``maker`` left no file ``path`` behind."""
    if not path.is_file():
        give_up(f"{maker} made no {path}")
