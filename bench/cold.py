"""How long a user waits for `quoth read` from a cold process, and what the installation weighs.

`cold.py [ORIGIN] [--times N]`: wall-clock and CPU seconds of the whole command, min/median/max. The page cache is warm
after the first time, so the first is named apart.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


@dataclass(frozen=True, slots=True)
class Wait:
    """What one command took."""

    wall_s: float
    cpu_s: float


def main() -> int:
    """Time the command, weigh the environment, print both; returns the exit code."""
    parser = argparse.ArgumentParser(prog="bench/cold.py", description="Time `quoth read` as a whole process.")
    parser.add_argument("origin", nargs="?", type=Path, help="what to read (default: the first article in examples/)")
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    origin = options.origin or first_example()
    if origin is None or not origin.exists() or options.times < 1:
        parser.error(f"need --times of at least 1 and an article to read; there is no {origin or EXAMPLES / '*'}")
    command = [*quoth_command(), "read", str(origin), "--json"]
    try:
        waits = [wait_for(command) for _ in range(options.times)]
    except subprocess.CalledProcessError as failure:
        said = (failure.stderr or "").strip().splitlines() or [f"exit code {failure.returncode}"]
        print(f"bench: {' '.join(command)} failed: {said[-1]}")
        return 1
    print(f"quoth read {origin.name}, {options.times} times; the first: {waits[0].wall_s:.2f} s")
    print(line("wall-clock seconds", [wait.wall_s for wait in waits]))
    print(line("CPU seconds", [wait.cpu_s for wait in waits]))
    print(f"installed: {size_mb(site_packages()):.0f} MB in {', '.join(map(str, site_packages()))}")
    return 0


def first_example() -> Path | None:
    """The first article that ships in examples/."""
    kinds = {".txt", ".html", ".gz"}
    return min((path for path in EXAMPLES.glob("*") if path.suffix in kinds), default=None)


def quoth_command() -> list[str]:
    """The installed command as a user starts it, beside the interpreter that runs this."""
    installed = Path(sys.executable).parent / "quoth"
    return [str(installed)] if installed.exists() else [sys.executable, "-m", "quoth"]


def wait_for(command: Sequence[str]) -> Wait:
    """Run the command once. Raises CalledProcessError when it fails."""
    before, started = children_cpu_s(), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, text=True)
    return Wait(time.perf_counter() - started, children_cpu_s() - before)


def children_cpu_s() -> float:
    """CPU seconds of all finished child processes."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def line(name: str, values: Sequence[float]) -> str:
    """Min, median and max on one line."""
    return f"{name:20s} min {min(values):.2f}  median {statistics.median(values):.2f}  max {max(values):.2f}"


def site_packages() -> list[Path]:
    """Where this interpreter's packages lie; on some systems compiled ones lie apart."""
    paths = sysconfig.get_paths()
    return sorted({Path(paths[kind]).resolve() for kind in ("purelib", "platlib")})


def size_mb(folders: Sequence[Path]) -> float:
    """Bytes of all files in the folders, each file once however many names it has, in units of 10**6."""
    sizes: dict[tuple[int, int], int] = {}
    for folder in folders:
        for parent, _, names in os.walk(folder):
            for name in names:
                found = (Path(parent) / name).lstat()
                sizes[found.st_dev, found.st_ino] = found.st_size
    return sum(sizes.values()) / 1e6


if __name__ == "__main__":
    sys.exit(main())
