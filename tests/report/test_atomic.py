from __future__ import annotations

import errno
import os
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pledgeminer.errors import PledgeminerError
from pledgeminer.report.atomic import whole_file


def write(path: Path | str, text: str = "new") -> None:
    with whole_file(str(path), "utf-8") as stream:
        stream.write(text)


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """Let the system refuse what is written beyond ``size`` bytes, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "out.csv"
    path.write_text("old", encoding="utf-8")
    return path


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    write(tmp_path / "a")
    (tmp_path / "b").write_text("new", encoding="utf-8")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "b").stat().st_mode


def test_an_old_file_is_replaced_and_its_rights_stay(target: Path) -> None:
    target.chmod(0o640)
    write(target)
    assert target.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_the_old_file_is_there_until_the_end(target: Path) -> None:
    with whole_file(str(target), "utf-8") as stream:
        stream.write("new")
        stream.flush()
        assert target.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_old_file_and_nothing_else(target: Path, error: type[BaseException]) -> None:
    def write_half() -> None:
        with whole_file(str(target), "utf-8") as stream:
            stream.write("half")
            raise error

    with pytest.raises(error):
        write_half()
    assert target.read_text(encoding="utf-8") == "old"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("length", [2_000, 2_000_000])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(target: Path, length: int) -> None:
    with files_no_larger_than(1000), pytest.raises(PledgeminerError) as caught:
        write(target, "x" * length)
    assert str(caught.value).startswith(f"{target}: cannot be written: File too large")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(target.parent.iterdir()) == [target]


def test_a_failing_sync_is_told(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(PledgeminerError, match=r"No space left on device \(make room"):
        write(target)
    assert list(target.parent.iterdir()) == [target]


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(PledgeminerError, match=r"No such file or directory \(create the folder first"):
        write(tmp_path / "missing" / "out.csv")


def test_a_file_in_the_place_of_the_folder_is_told(target: Path) -> None:
    with pytest.raises(PledgeminerError, match="a part of the path is a file"):
        write(target / "out.csv")


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(PledgeminerError, match=r"it is a folder \(name a file in it"):
        write(tmp_path)


def test_a_folder_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PledgeminerError, match=r"Permission denied \(you need permission to write there"):
        write(tmp_path / "out.csv")


def test_a_protected_file_is_not_replaced(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    with pytest.raises(PledgeminerError, match="it is write-protected"):
        write(target)


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.with_name("link.csv")
    link.symlink_to(target.name)
    write(link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
def test_a_device_is_written_to_and_not_replaced() -> None:
    with pytest.raises(PledgeminerError, match="No space left on device"):
        write("/dev/full")
    write("/dev/null")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_other_failures_are_not_taken_for_ones_of_writing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole_file(str(tmp_path / "out.csv"), "utf-8"):
        Path("missing").stat()
