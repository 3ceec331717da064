"""Runs commands in turn, and compares what they took."""

import dataclasses
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import threading
import time


class Failed(Exception):
    """A command that did not do its work, so that its time means nothing."""


@dataclasses.dataclass
class Command:
    """Something to be measured.

    `codes` are the exit codes of work that was done. If the command prints `seconds: N`, that counts in place of the time
    of the whole process: a peer may leave out what its language takes to start; we never do. `done` sees what it printed,
    and raises `Failed` if that shows that the work was not done. A smoke compares us with the yardsticks.
    """

    name: str
    words: list
    environment: dict = dataclasses.field(default_factory=dict)
    codes: tuple = (0,)
    before: object = None
    done: object = None
    is_yardstick: bool = False


@dataclasses.dataclass
class Run:
    """What one run took: seconds by the clock, seconds of all processors, and the most memory in MB.

    The kernel counts the memory of the Python that starts it too, so that nothing has less than about 17 MB.
    """

    wall: float
    cpu: float
    memory: float


def run(command, timeout):
    """Runs a command once. The kernel counts its processor time and memory (`wait4`)."""
    if command.before:
        command.before()
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        process = subprocess.Popen(
            [str(word) for word in command.words], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
            env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8"}
            | command.environment)
        watch = threading.Timer(timeout, process.kill)
        watch.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        finally:
            watch.cancel()
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode not in command.codes:
        raise Failed(f"{command.name} ended with {process.returncode}:\n{text[-2000:]}")
    if command.done:
        command.done(text)
    own = re.search(r"^seconds: ([0-9.]+)$", text, re.MULTILINE)
    return Run(float(own[1]) if own else wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@dataclasses.dataclass
class Result:
    """The runs of everybody, round by round. The first is ours."""

    title: str
    amount: int
    unit: str
    commands: list
    options: object
    runs: dict = dataclasses.field(default_factory=dict)

    def more(self):
        """Lets everybody do the work in turn, as often as the options say."""
        for _ in range(self.options.rounds):
            for command in self.commands:
                self.runs.setdefault(command.name, []).append(run(command, self.options.timeout))

    @property
    def yardsticks(self):
        return [command.name for command in self.commands if command.is_yardstick]

    def ratios(self, peer, what):
        """Ours, divided by a peer's, in each round."""
        return [
            getattr(own, what) / max(getattr(other, what), 1e-6)
            for own, other in zip(self.ours, self.runs[peer])
        ]

    @property
    def ours(self):
        return next(iter(self.runs.values()))

    def best(self, peer, what):
        """Our best run, divided by a peer's best: what neighbours on the machine disturb least."""
        return min(getattr(run, what) for run in self.ours) / max(
            min(getattr(run, what) for run in self.runs[peer]), 1e-6)

    def text(self):
        """The table of this work."""
        lines = [f"\n{self.title}: {self.amount} {self.unit}, {len(self.ours)} rounds"]
        lines.append(f"    {'':24}{'s':>9}{self.unit + '/s':>12}{'CPU s':>9}{'MB':>8}   our time (spread), our CPU")
        for name, runs in self.runs.items():
            wall, cpu, memory = (statistics.median(getattr(run, what) for run in runs) for what in ("wall", "cpu", "memory"))
            line = f"    {name:24}{wall:9.3f}{self.amount / wall:12.0f}{cpu:9.3f}{memory:8.0f}"
            if runs is not self.ours:
                times, cpus = self.ratios(name, "wall"), self.ratios(name, "cpu")
                line += f"   {statistics.median(times):6.2f} ({min(times):.2f}-{max(times):.2f}), "
                line += f"{statistics.median(cpus):.2f}"
            lines.append(line)
        return "\n".join(lines)

    def figures(self):
        """All of it, for programs."""
        runs = {name: [dataclasses.asdict(run) for run in runs] for name, runs in self.runs.items()}
        return {"title": self.title, "amount": self.amount, "unit": self.unit, "runs": runs}


def compare(title, amount, unit, commands, options):
    """Lets everybody do the work in turn, as often as the options say."""
    result = Result(title, amount, unit, commands, options)
    result.more()
    return result


def scratch(name):
    """An empty folder of that name in the folder of the benchmarks."""
    from bench import tools

    folder = tools.FOLDER / name
    subprocess.run(["rm", "-rf", str(folder)], check=True)
    folder.mkdir(parents=True)
    return pathlib.Path(folder)
