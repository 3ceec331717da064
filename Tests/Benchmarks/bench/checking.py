"""Reading and checking files, beside programs that read tables."""

import sys

from bench import people, tools
from bench.measure import Command, compare, scratch

PATTERN = r"^[A-Za-z0-9._%+'-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}$"


def peers(kind, path, options):
    """What others take to read the file, to count the distinct addresses and to try a pattern on each."""
    scripts = tools.ROOT / "Tests/Benchmarks/peers"
    found = [Command("md5sum", ["md5sum", path])]
    # A smoke has to do with what is there.
    if options.smoke:
        words = [sys.executable, "-I", "-S", scripts / "loop.py", path, PATTERN]
        return [*found, Command("Python's own", words, is_yardstick=True)]
    tools.need("mlr")
    form = "--ijsonl" if kind == "jsonl" else "--icsv"
    # Miller takes its time; a tenth of the rows is enough to see how much.
    if options.rows <= 100_000:
        found.append(
            Command("Miller", ["mlr", form, "--ojson", "--allow-ragged-csv-input", "filter", f'$email =~ "{PATTERN}"',
                               "then", "count-distinct", "-f", "email", "then", "count", path]))
    return [*found, Command("DuckDB, two threads", [tools.python("duckdb"), scripts / "duck.py", path, PATTERN])]


def measure(options):
    """All kinds of files; in a smoke, two of them."""
    kinds = ["plain", "jsonl"] if options.smoke else list(people.KINDS)
    for kind in kinds:
        if options.kind and kind not in options.kind:
            continue
        path = people.make(kind, options.rows, options.seed)
        own = Command(
            "k0rdent-invite check", [options.binary, "check", path, "--org", "acme"],
            environment={"XDG_STATE_HOME": str(scratch("state"))}, codes=(0, 1))
        yield compare(f"check {kind}", options.rows, "rows", [own, *peers(kind, path, options)], options)
