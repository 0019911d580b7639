"""A cell of a form, with the columns and rows that it spans."""

from dataclasses import dataclass


@dataclass
class Cell:
    text: str
    columns: int = 1
    rows: int = 1
