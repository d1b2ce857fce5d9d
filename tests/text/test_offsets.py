"""Maps of offsets, put together and one through the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pledgeminer.text.offsets import OffsetMap, Segments


@st.composite
def pieced(draw: st.DrawFn, source: str) -> tuple[str, OffsetMap]:
    """Draw a text made of stretches of ``source``, of letters that stand for one of its places, and of gaps."""
    segments = Segments(source)
    at = 0
    while at < len(source):
        size = draw(st.integers(1, 4))
        kind = draw(st.sampled_from(["copy", "skip", "put"]))
        if kind == "copy":
            segments.copy_to(at + size)
        elif kind == "put":
            segments.put("※", at)
        segments.skip_to(at + size)
        at += size
    return segments.done()


@given(st.data())
def test_one_map_through_another(data: st.DataObject) -> None:
    source = "".join(map(chr, range(0x4E00, 0x4E00 + data.draw(st.integers(1, 30)))))
    middle, inner = data.draw(pieced(source))
    text, outer = data.draw(pieced(middle))
    through = outer.through(inner)
    for at, char in enumerate(text):
        place = through.source(at)
        assert place == inner.source(outer.source(at))
        assert 0 <= place < len(source)
        assert char in ("※", source[place])


def test_segments_in_another_order() -> None:
    inner = OffsetMap([0, 3], [10, 20])
    outer = OffsetMap([0, 2, 4], [4, 2, 0])
    through = outer.through(inner)
    assert [through.source(at) for at in range(6)] == [21, 22, 12, 20, 10, 11]


def test_the_last_line() -> None:
    segments = Segments("一二三\n四五六")
    assert segments.last_line(10) == ""
    segments.copy_to(5)
    segments.put("※", 5)
    assert segments.last_line(10) == "四※"
    assert segments.last_line(1) == "※"


def test_what_was_read_is_not_copied_again() -> None:
    segments = Segments("一二三四", 1)
    segments.copy_to(3)
    segments.copy_to(2)
    segments.skip_to(1)
    segments.copy_to(4)
    text, offsets = segments.done()
    assert text == "二三四"
    assert offsets.span(0, 3) == (1, 4)
