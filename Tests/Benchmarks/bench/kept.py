"""Compares a smoke with the figures that the repository keeps."""

import json
import pathlib

FILE = pathlib.Path(__file__).resolve().parents[1] / "kept.json"
#: How many times a figure may be what is kept.
MOST = 2.0


def figures(results):
    """Our best time and processor time, as ratios of each peer's."""
    return {
        f"{result.title}: {what} of {peer}": round(result.best(peer, what), 3)
        for result in results for peer in list(result.runs)[1:] for what in ("wall", "cpu")
        if peer in ("Miller", "curl -Z")
    }


def write(results):
    """Keeps the figures of this smoke."""
    FILE.write_text(json.dumps(figures(results), indent=1) + "\n")


def compare(results):
    """Prints each figure beside the one that is kept; returns 1 if one has more than doubled."""
    if not FILE.exists():
        print(f"\nThere is no {FILE.name} yet; Tests/Benchmarks/run --smoke --keep writes it.")
        return 1
    kept = json.loads(FILE.read_text())
    code = 0
    print("\nOur best, as a ratio of a peer's, beside what is kept:")
    for name, value in figures(results).items():
        if name not in kept:
            print(f"    NEW    {name}: {value}")
            continue
        times = value / kept[name]
        verdict = "SLOWER" if times > MOST else "ok"
        code = 1 if times > MOST else code
        print(f"    {verdict:6} {name}: {value}, kept {kept[name]} ({times:.2f} times)")
    missing = sorted(set(kept) - set(figures(results)))
    for name in missing:
        print(f"    MISSING {name}")
    return 1 if missing else code
