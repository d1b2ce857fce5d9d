"""Save a workbook as CSV again: python from_workbook.py targets.xlsx checked.csv"""

import csv
import sys
from pathlib import Path

from openpyxl import load_workbook


def main(workbook: str, table: str) -> None:
    sheet = load_workbook(workbook, read_only=True, data_only=True).active
    with Path(table).open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(sheet.iter_rows(values_only=True))


if __name__ == "__main__":
    main(*sys.argv[1:])
