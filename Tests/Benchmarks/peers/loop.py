"""What anybody would write in Python: reads a file, counts the distinct addresses, tries a pattern on each."""

import csv
import json
import re
import sys

path, pattern = sys.argv[1:]
matches = re.compile(pattern).match
seen, good = set(), 0
with open(path, encoding="utf-8", newline="") as file:
    for row in map(json.loads, file) if path.endswith(".jsonl") else csv.DictReader(file):
        email = row["email"]
        seen.add(email.lower())
        good += matches(email) is not None
print(len(seen), good)
