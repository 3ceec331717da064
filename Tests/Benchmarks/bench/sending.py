"""Inviting people, beside the bare means of sending requests."""

import json
import re

from bench import people, servers, tools
from bench.measure import Command, Failed, compare, scratch

TOKEN = "bench-token-0123456789abcdef"
PATH = "/v1/regions/global/organizations/acme/invitations"


def own(options, path, base, slots, certificate):
    """Our program: everything, from reading the file to the reports."""
    directory = tools.FOLDER / "import.run"
    words = [
        options.binary, "import", path, "--org", "acme", "--api-url", base, "--run-dir", directory, "--yes", "--quiet",
        "--rate", "unlimited", "--concurrency", slots, "--progress", "none"]

    def done(text):
        summary = json.loads((directory / "summary.json").read_text())
        invited = summary["outcomes"].get("invited", 0)
        if invited != options.people:
            raise Failed(f"{invited} were invited, not {options.people}: {text[-500:]}")

    return Command(
        "k0rdent-invite import", words + (["--ca-file", certificate] if certificate else []),
        environment={"K0RDENT_TOKEN": TOKEN, "XDG_STATE_HOME": str(tools.FOLDER / "state")},
        before=lambda: [scratch("import.run").rmdir(), scratch("state")], done=done)


def bodies(options, path):
    """A file with the body of each request, one a line."""
    target = path.with_suffix(".bodies")
    if not target.exists():
        with path.open() as rows, target.open("w") as file:
            next(rows)
            for row in rows:
                email, roles, groups, _, message = row.rstrip("\n").split(",")
                body = {"email": email, "roles": roles.split(";")}
                if groups:
                    body["groups"] = groups.split(";")
                file.write(json.dumps(body | {"message": message}, separators=(",", ":")) + "\n")
    return target


def curl(options, lines, base, slots, certificate):
    """`curl -Z` with a file that names each request."""
    script = tools.FOLDER / "curl.conf"
    common = [f'url = "{base}{PATH}"', f'header = "Authorization: Bearer {TOKEN}"',
              'header = "Content-Type: application/json"', 'output = "/dev/null"']
    if certificate:
        common.append(f'cacert = "{certificate}"')
    with lines.open() as rows, script.open("w") as file:
        for number, row in enumerate(rows):
            quoted = row.rstrip("\n").replace("\\", "\\\\").replace('"', '\\"')
            file.write("\n".join([*(["next"] if number else []), *common, f'data = "{quoted}"', ""]))
    return Command("curl -Z", ["curl", "-Z", "-s", "-S", "--parallel-max", slots, "-K", script], is_yardstick=True)


def bare(lines, base, slots, certificate, people):
    """A loop over libcurl's multi handle that does nothing else."""
    script = tools.ROOT / "Tests/Benchmarks/peers/bare.py"

    def done(text):
        if f"created: {people}" not in text:
            raise Failed(f"the bare loop did not do its work: {text[-500:]}")

    return Command(
        "bare loop on libcurl", [tools.python("pycurl"), script, lines, base + PATH, slots, TOKEN, certificate or ""],
        done=done)


def h2load(options, lines, base, slots):
    """The most that this machine can do: one body over and over, and nothing looks at the answers."""
    body = tools.FOLDER / "body.json"
    with lines.open() as rows:
        body.write_text(next(rows).rstrip("\n"))

    def done(text):
        if not re.search(rf"\b{options.people} 2xx", text):
            raise Failed(f"h2load did not do its work: {text[-500:]}")

    return Command(
        "h2load, the ceiling",
        ["h2load", "--h1", "-n", options.people, "-c", slots, "-t", 1, "-d", body,
         "-H", "Content-Type: application/json", base + PATH], done=done)


def measure(options):
    """Quick, over TLS, and slow; in a smoke, quick alone."""
    tools.need("nginx", "curl", *([] if options.smoke else ["h2load"]))
    kinds = [("http", 16)] if options.smoke else [("http", 16), ("tls", 16), ("slow", 50)]
    kinds = [kind for kind in kinds if not options.kind or kind[0] in options.kind]
    if not kinds:
        return
    path = people.make("plain", options.people, options.seed)
    lines = bodies(options, path)
    with servers.running(with_slow=any(kind == "slow" for kind, _ in kinds)) as running:
        for kind, slots in kinds:
            base = {"http": running.plain, "tls": running.tls, "slow": running.slow}[kind]
            certificate = running.certificate if kind == "tls" else None
            commands = [own(options, path, base, slots, certificate), curl(options, lines, base, slots, certificate)]
            # A smoke has to do with what Debian has.
            if not options.smoke:
                commands.append(bare(lines, base, slots, certificate, options.people))
                commands.append(h2load(options, lines, base, slots))
            result = compare(f"import {kind}, {slots} slots", options.people, "people", commands, options)
            yield result
            if kind == "slow":
                best = slots * 1000 / servers.SLOW
                rates = sorted(options.people / run.wall / best for run in result.ours)
                print(f"    {rates[len(rates) // 2]:.3f} of the {best:.0f} a second that arithmetic allows")
