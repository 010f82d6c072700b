"""How large a table may be. Knows no Django: it also runs in the child process of `parse`."""

from dataclasses import dataclass


class TooLarge(Exception):
    """`str()` is a sentence for the person who sent the file."""


class NoValue(Exception):
    """A cell that has no value of its own; `str()` is a sentence for whoever sent the file."""

    def __init__(self, sheet: str, cell: str, why: str, remedy: str = "Correct it") -> None:
        super().__init__(
            f"Sheet “{sheet}”, cell {cell} {why}. {remedy}, save the file, and send it again."
        )

    @classmethod
    def error(cls, sheet: str, cell: str, name: str) -> "NoValue":
        return cls(sheet, cell, f"shows the error {name}")

    @classmethod
    def uncalculated(cls, sheet: str, cell: str) -> "NoValue":
        return cls(
            sheet,
            cell,
            "holds a formula that was never calculated",
            "Open the file in a spreadsheet program",
        )


@dataclass
class Limits:
    """Counts cells over all sheets of one file."""

    most_columns: int = 500
    most_rows: int = 200_000
    most_cells: int = 2_000_000
    cells: int = 0

    def count(self, sheet: str, row: int, columns: int) -> None:
        """Raises `TooLarge` when this row, `columns` wide, is beyond what is read here."""
        self.cells += columns
        if columns > self.most_columns:
            raise TooLarge(
                f"Sheet “{sheet}”, row {row} has a cell in column {columns:,}; "
                f"at most {self.most_columns} columns are read. Delete what stands far outside."
            )
        if row > self.most_rows or self.cells > self.most_cells:
            raise TooLarge(
                f"Sheet “{sheet}”, row {row:,} is beyond what is read: at most {self.most_rows:,} "
                f"rows a sheet and {self.most_cells:,} cells. Split the workbook up."
            )
