#!/usr/bin/env python3
"""The loops that show that nothing is lost. Each prints its seed and its totals, and what to pass to see a failure
again. Run it inside tests/isolated, where no packet can leave."""

import argparse
import collections
import os
import random
import shutil
import sys
import tempfile
import time

import damage
import faults
import kills
import large_moves
import meddling
import mounts
import moves
import windows
from world import World


class Report:
    """Counts, and keeps what was wrong together with what brings it back."""

    def __init__(self, seed):
        self.seed = seed
        self.cycles = 0
        self.injected = 0
        self.kinds = collections.Counter()
        self.findings = collections.Counter()

    def note(self, line):
        print(f"    {line}", flush=True)

    def cycle(self, kind, what, problems, where="", injected=1):
        self.cycles += 1
        self.kinds[kind] += 1
        self.injected += injected if kind != "untouched" else 0
        for problem in problems:
            line = f"{what}, {kind}: {problem}"
            if not self.findings[line]:
                print(f"  FOUND {line}\n        {where} (seed {self.seed})", flush=True)
            self.findings[line] += 1

    def totals(self, seconds):
        kinds = ", ".join(f"{count} {kind}" for kind, count in self.kinds.items())
        print(f"seed {self.seed}: {self.cycles} cycles in {seconds:.0f} s ({kinds}), {self.injected} calls hit, "
              f"{sum(self.findings.values())} failures of {len(self.findings)} kinds", flush=True)


LOOPS = {
    "kills": lambda world, report, seconds, _: kills.kill_again_and_again(world, report, seconds),
    "moves": lambda world, report, seconds, _: moves.kill_moves(world, report, seconds),
    "large-moves": lambda world, report, seconds, options:
        large_moves.kill_large_moves(world, report, seconds, options.gibibytes),
    "windows": lambda world, report, seconds, _: windows.kill_windows(world, report, seconds),
    "mounts": lambda world, report, seconds, options: mounts.mounts(world, report, seconds, options.script),
    "damage": lambda world, report, seconds, _: damage.damage(world, report, seconds),
    "meddling": lambda world, report, seconds, _: meddling.meddle(world, report, seconds),
    "calls": lambda world, report, seconds, _: faults.enumerate_faults(world, report, seconds),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("loops", nargs="*", metavar="LOOP", 
                        help=f"of {', '.join(LOOPS)}; without any: all but large-moves, which needs minutes to begin")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    parser.add_argument("--minutes", type=float, default=10, help="for all loops together (10)")
    parser.add_argument("--seconds", type=float, help="for each loop, instead of --minutes")
    parser.add_argument("--only", action="append", default=[], metavar="LOOP", help="the same as naming it")
    parser.add_argument("--script", action="append", help="of the loops over calls and mounts: only this one")
    parser.add_argument("--fault", action="append", help="of the loop over calls: only this fault")
    parser.add_argument("--at", type=int, help="with one script and one fault: only this call")
    parser.add_argument("--gibibytes", type=int, default=10, help="of the loop over large moves: what is moved (10)")
    parser.add_argument("--scratch", default="/dev/shm" if os.access("/dev/shm", os.W_OK) else None,
                        help="where to work; a disk in memory is enough for processes that die (%(default)s)")
    parser.add_argument("--no-bring-back", action="store_true", help="of the loop over kills: undo no removal")
    parser.add_argument("--suffix", action="store_true", help="files that are not complete carry a suffix")
    parser.add_argument("--keep", action="store_true", help="do not delete the folder of a failure")
    options = parser.parse_args()
    chosen = options.loops + options.only or [name for name in LOOPS if name != "large-moves"]
    if unknown := set(chosen) - set(LOOPS):
        parser.error(f"there is no loop called {', '.join(unknown)}")
    options.seconds = options.seconds or options.minutes * 60 / len(chosen)

    failed = False
    for name in chosen:
        print(f"{name}: seed {options.seed}", flush=True)
        report, began = Report(options.seed), time.monotonic()
        scratch = tempfile.mkdtemp(prefix="essaim-torture-", dir=options.scratch)
        try:
            with World(options.seed, scratch) as world:
                world.brings_back = not options.no_bring_back
                world.marks = world.always_marks = options.suffix
                if name == "calls" and (options.script or options.fault):
                    if options.at:
                        models = faults.prepare(world)
                        problems = faults.perform(world, models, options.script[0], options.fault[0], options.at)
                        report.cycle(options.fault[0], options.script[0], problems, world.control.where())
                    else:
                        faults.enumerate_faults(world, report, options.seconds, options.script, options.fault)
                else:
                    LOOPS[name](world, report, options.seconds, options)
        finally:
            if options.keep:
                print(f"kept {scratch}")
            else:
                shutil.rmtree(scratch, ignore_errors=True)
        report.totals(time.monotonic() - began)
        failed = failed or bool(report.findings)
    return 1 if failed else 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONDONTWRITEBYTECODE", "1")
    sys.exit(main())
