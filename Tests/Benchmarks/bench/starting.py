"""How long it takes to begin."""

import statistics

from bench import people, tools
from bench.measure import Command, compare, scratch


def measure(options):
    """The version and a file of 25 rows, beside `curl --version`."""
    if options.smoke:
        return
    tools.need("curl")
    path = people.make("plain", 25, options.seed)
    state = {"XDG_STATE_HOME": str(scratch("state"))}
    many = type(options)(**vars(options) | {"rounds": 40})
    result = compare(
        "start", 1, "starts",
        [
            Command("check of 25 rows", [options.binary, "check", path, "--org", "acme"], environment=state, codes=(0, 1)),
            Command("--version", [options.binary, "--version"], environment=state),
            Command("curl --version", ["curl", "--version"]),
        ], many)
    yield result
    check, version = (statistics.median(run.wall for run in result.runs[name]) for name in ("check of 25 rows", "--version"))
    print(f"    25 rows take {(check - version) * 1000:.1f} ms beyond --version")
