"""Put a saved extraction into an Excel workbook: python to_workbook.py targets.csv targets.xlsx"""

import sys

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from pledgeminer.record import FIELDS
from pledgeminer.saved.load import load

WIDTHS = {"indicator": 28, "quantity": 16, "owners": 24, "deadline": 16, "text": 60, "source": 24}


def main(table: str, workbook: str) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "commitments"
    sheet.append(FIELDS)
    for record in load(table):
        values = [getattr(record, field) for field in FIELDS]
        sheet.append([";".join(value) if isinstance(value, tuple) else value for value in values])
    for row in sheet.iter_rows(min_row=2):
        for cell in row:
            if isinstance(cell.value, str):
                # Text stays text: no formula, no date, no number, whatever it looks like.
                cell.data_type, cell.number_format = "s", "@"
    for number, field in enumerate(FIELDS, 1):
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(field, 11)
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions
    book.save(workbook)


if __name__ == "__main__":
    main(*sys.argv[1:])
