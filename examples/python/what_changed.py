"""What became of a city's targets from one year's work report to the next: python what_changed.py OLD NEW"""

import sys

import pledgeminer


def main(old: str, new: str) -> None:
    frame = pledgeminer.to_frame(pledgeminer.diff(old, new), of=pledgeminer.Change)

    print("How many targets were …")
    for change, rows in frame.groupby("change", observed=False):
        print(f"  {change:9} {len(rows):3}")

    print("\nLowered by the largest part:")
    for row in frame[frame["change"] == "lowered"].nsmallest(5, "percent").itertuples():
        print(
            f"  {row.percent:6.1f} %  {row.indicator}  {row.old_quantity} → {row.new_quantity}  (line {row.new_line})"
        )

    print("\nThe same number in other words:")
    for row in frame[frame["change"] == "reworded"].itertuples():
        print(f"  {row.indicator}  {row.old_quantity} → {row.new_quantity}  ({', '.join(row.reworded)})")


if __name__ == "__main__":
    main(*sys.argv[1:])
