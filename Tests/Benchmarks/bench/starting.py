"""How long it takes to begin."""

import statistics
import sys

from bench import people, tools
from bench.measure import Command, compare, scratch


def measure(options):
    """A file of 25 rows and the version, beside an interpreter that does nothing."""
    path = people.make("plain", 25, options.seed)
    state = {"XDG_STATE_HOME": str(scratch("state"))}
    commands = [
        Command("check of 25 rows", [options.binary, "check", path, "--org", "acme"], environment=state, codes=(0, 1)),
        Command("--version", [options.binary, "--version"], environment=state),
        Command("Python's start", [sys.executable, "-I", "-S", "-c", "pass"], is_yardstick=True),
    ]
    if not options.smoke:
        tools.need("curl")
        commands.append(Command("curl --version", ["curl", "--version"]))
    many = type(options)(**vars(options) | {"rounds": 20 if options.smoke else 100})
    result = compare("start", 1, "starts", commands, many)
    yield result
    for what in ("wall", "cpu"):
        check, version = (
            statistics.median(getattr(run, what) for run in result.runs[name])
            for name in ("check of 25 rows", "--version"))
        print(f"    25 rows take {(check - version) * 1000:.1f} ms ({what}) beyond --version")
