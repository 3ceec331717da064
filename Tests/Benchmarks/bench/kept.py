"""Compares a smoke with the figures that the repository keeps."""

import json
import pathlib

FILE = pathlib.Path(__file__).resolve().parents[1] / "kept.json"
#: How many times a figure may be what is kept.
MOST = 2.0
#: How often a part is measured that seems slower: neighbours on the machine pass, a slower program stays.
TRIES = 3


def figures(result):
    """Our best time and processor time, as ratios of each yardstick's."""
    return {
        f"{result.title}: {what} of {peer}": round(result.best(peer, what), 3)
        for peer in result.yardsticks for what in ("wall", "cpu")
    }


def write(results):
    """Keeps the figures of this smoke."""
    everything = {name: value for result in results for name, value in figures(result).items()}
    FILE.write_text(json.dumps(everything, indent=1) + "\n")


def holds(result):
    """Prints each figure beside the one that is kept; returns whether none has more than doubled."""
    if not FILE.exists():
        print(f"\nThere is no {FILE.name} yet; Tests/Benchmarks/run --smoke --keep writes it.")
        return False
    kept = json.loads(FILE.read_text())
    for _ in range(TRIES - 1):
        if not slower(figures(result), kept):
            break
        print("    seems slower, and is measured again", flush=True)
        result.more()
    found = figures(result)
    for name, value in found.items():
        beside = f"kept {kept[name]} ({value / kept[name]:.2f} times)" if name in kept else "nothing is kept"
        print(f"    {'SLOWER' if name in slower(found, kept) else 'ok':6} {name}: {value}, {beside}", flush=True)
    return found.keys() <= kept.keys() and not slower(found, kept)


def slower(found, kept):
    """The names of the figures that are more than so many times what is kept."""
    return [name for name, value in found.items() if value > MOST * kept.get(name, value)]
