"""DuckDB on two threads: reads a file, counts the distinct addresses, tries a pattern on each."""

import sys
import time

import duckdb

path, pattern = sys.argv[1:]
connection = duckdb.connect(config={"threads": 2})
reader = "read_json_auto" if path.endswith(".jsonl") else "read_csv"
began = time.monotonic()
rows = connection.execute(
    f"select count(*), count(distinct lower(email)), count(*) filter (regexp_matches(email, ?)) from {reader}(?)",
    [pattern, path]).fetchall()
print(f"seconds: {time.monotonic() - began:.6f}")
print(rows)
