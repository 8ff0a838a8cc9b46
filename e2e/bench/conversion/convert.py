"""Makes JSON Lines of a table or an array as people write it by hand.

    python3 convert.py csv table.csv lines.jsonl
    python3 convert.py array array.json lines.jsonl
"""

import csv
import json
import sys


def rows_of(kind, file, name):
    if kind == "array":
        return json.load(file)
    return csv.DictReader(file, delimiter="\t" if name.endswith(".tsv") else ",")


def main(kind, source, target):
    with open(source, encoding="utf-8", newline="") as file, open(
        target, "w", encoding="utf-8"
    ) as lines:
        for row in rows_of(kind, file, source):
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


main(*sys.argv[1:])
