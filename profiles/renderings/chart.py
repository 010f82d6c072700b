"""A drawing of one series, measured before it is drawn."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """`x` and `y` are places in the drawing, from its upper left corner."""

    x: float
    y: float
    words: str = ""
    align: str = "middle"


@dataclass(frozen=True, slots=True)
class Chart:
    message: str
    remark: str
    width: int
    height: int
    floor: float
    left: float
    right: float
    points: tuple[Point, ...]
    joined: bool
    years: tuple[Point, ...]
    levels: tuple[Point, ...]

    @property
    def path(self) -> str:
        return " ".join(f"{point.x},{point.y}" for point in self.points)
