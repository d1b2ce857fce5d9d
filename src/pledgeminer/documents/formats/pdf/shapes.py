"""The lines, boxes and pictures of a page of a PDF, as PDFium finds them."""

from __future__ import annotations

import ctypes
from typing import Any

MOST_SHAPES = 20_000
"""How many shapes and parts of them are looked at on a page."""

_THIN = 3.0

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, as y grows downwards; here, where it still grows upwards, left, bottom, right, top."""


class Shapes:
    """The lines, boxes and pictures of a page; y grows upwards."""

    def __init__(self, raw: Any, page: Any, view: Box) -> None:
        self._raw = raw
        self.rules: list[Box] = []
        self.frames: list[Box] = []
        self.drawn = 0
        self._area = max(1.0, (view[2] - view[0]) * (view[3] - view[1]))
        self._covered = 0.0
        self._left = MOST_SHAPES
        count = raw.FPDFPage_CountObjects(page)
        for index in range(count):
            self._take(raw.FPDFPage_GetObject(page, index), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), 3)

    @property
    def pictured(self) -> float:
        """The share of the page that pictures cover, at most 1."""
        return min(1.0, self._covered / self._area)

    def _take(self, shape: Any, place: tuple[float, ...], depth: int) -> None:
        kind = self._raw.FPDFPageObj_GetType(shape)
        if kind == self._raw.FPDF_PAGEOBJ_TEXT or self._left <= 0:
            return
        self._left -= 1
        if kind == self._raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = _placed(self._bounds(shape), place)
            self._covered += (right - left) * (top - bottom)
        elif kind == self._raw.FPDF_PAGEOBJ_PATH:
            self.drawn += 1
            self._path(shape, place)
        elif kind == self._raw.FPDF_PAGEOBJ_FORM and depth:
            inner = _product(self._matrix(shape), place)
            for index in range(self._raw.FPDFFormObj_CountObjects(shape)):
                self._take(self._raw.FPDFFormObj_GetObject(shape, index), inner, depth - 1)

    def _path(self, shape: Any, place: tuple[float, ...]) -> None:
        box = _placed(self._bounds(shape), place)
        if min(box[2] - box[0], box[3] - box[1]) <= _THIN:
            self.rules.append(box)
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        self._raw.FPDFPath_GetDrawMode(shape, ctypes.byref(fill), ctypes.byref(stroke))
        count = self._raw.FPDFPath_CountSegments(shape)
        if count <= 6:
            self.frames.append(box)
        if stroke.value or count > 6:
            self._segments(shape, count, _product(self._matrix(shape), place))

    def _segments(self, shape: Any, count: int, place: tuple[float, ...]) -> None:
        """Take the straight lines of a path apart."""
        raw = self._raw
        x, y = ctypes.c_float(), ctypes.c_float()
        start = last = (0.0, 0.0)
        for index in range(min(count, self._left)):
            self._left -= 1
            segment = raw.FPDFPath_GetPathSegment(shape, index)
            raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
            point = _moved((x.value, y.value), place)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_MOVETO:
                start = point
            elif kind == raw.FPDF_SEGMENT_LINETO:
                self._line(last, point)
            last = point
            if raw.FPDFPathSegment_GetClose(segment):
                self._line(last, start)
                last = start

    def _line(self, one: Point, other: Point) -> None:
        if min(abs(one[0] - other[0]), abs(one[1] - other[1])) <= 1:
            self.rules.append(_around([one, other]))

    def _bounds(self, shape: Any) -> Box:
        edges = [ctypes.c_float() for _ in range(4)]
        self._raw.FPDFPageObj_GetBounds(shape, *(ctypes.byref(edge) for edge in edges))
        left, bottom, right, top = (edge.value for edge in edges)
        return left, bottom, right, top

    def _matrix(self, shape: Any) -> tuple[float, ...]:
        matrix = self._raw.FS_MATRIX()
        self._raw.FPDFPageObj_GetMatrix(shape, ctypes.byref(matrix))
        return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _moved(point: Point, matrix: tuple[float, ...]) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def _placed(box: Box, matrix: tuple[float, ...]) -> Box:
    left, bottom, right, top = box
    return _around([_moved(corner, matrix) for corner in ((left, bottom), (right, bottom), (left, top), (right, top))])


def _around(points: list[Point]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _product(first: tuple[float, ...], then: tuple[float, ...]) -> tuple[float, ...]:
    """Return the matrix that does ``first`` and then ``then``."""
    e, f = _moved((first[4], first[5]), then)
    a, b = _moved((first[0], first[1]), (*then[:4], 0.0, 0.0))
    c, d = _moved((first[2], first[3]), (*then[:4], 0.0, 0.0))
    return a, b, c, d, e, f
