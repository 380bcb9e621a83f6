#!/usr/bin/env python3
"""Runs the fuzz targets one after the other and says what came of it. Exit code 1 if one of them failed."""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
DICTIONARIES = {
    "bencode_reader": "bencode", "gate": "bencode", "resume_data": "bencode",
    "tracker_stand_in_list": "bencode", "tracker_stand_in_report": "bencode", "magnet": "magnet",
    "tracker_http_announce": "http", "tracker_http_wire": "http", "tracker_config": "config",
}
LIMITS = ["-timeout=10", "-rss_limit_mb=2048", "-malloc_limit_mb=512", "-max_len=32768"]
KEPT_INPUTS, KEPT_BYTES = 48, 1000  # at most so many of each target in the tree, and none larger
GRACE = 180  # seconds beyond its time until a target that hangs is ended


class Target:
    def __init__(self, name, build):
        self.name = name
        self.program = build / "bin" / name
        self.folder = build / "corpus" / name  # what this machine has found so far
        self.seeds = build / "seeds" / name
        self.kept = HERE / "corpus" / name
        self.findings = build / "findings"
        self.log = build / "logs" / f"{name}.log"

    def corpora(self):
        return [str(folder) for folder in (self.folder, self.kept, self.seeds) if folder.is_dir()]

    def run(self, seconds):
        """What was found: a list of files with inputs. Nothing else counts as success but the fuzzer's own word."""
        for folder in (self.folder, self.findings, self.log.parent):
            folder.mkdir(parents=True, exist_ok=True)
        command = ["nice", "-n", "10", str(self.program), f"-max_total_time={seconds}", "-print_final_stats=1",
                   f"-artifact_prefix={self.findings}/{self.name}-", *LIMITS]
        if self.name in DICTIONARIES:
            command.append(f"-dict={HERE}/dictionaries/{DICTIONARIES[self.name]}.dict")
        before = set(self.findings.iterdir())
        with open(self.log, "wb") as log:
            try:
                code = subprocess.run(command + self.corpora(), stdout=log, stderr=log,
                                      timeout=seconds + GRACE, check=False).returncode
            except subprocess.TimeoutExpired:
                code = "hang"
        return code, sorted(set(self.findings.iterdir()) - before)

    def figures(self):
        text = self.log.read_text(errors="replace")
        runs = re.findall(r"^stat::number_of_executed_units:\s+(\d+)", text, re.M) or re.findall(r"^#(\d+)", text, re.M)
        features = re.findall(r" ft: (\d+)", text)
        return int(runs[-1]) if runs else 0, int(features[-1]) if features else 0

    def keep(self):
        """The smallest of the inputs that together reach what all inputs reach go into the tree."""
        merged = self.folder.with_name(f"{self.name}.merged")
        shutil.rmtree(merged, ignore_errors=True)
        merged.mkdir()
        subprocess.run([str(self.program), "-merge=1", *LIMITS, str(merged), *self.corpora()],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        self.kept.mkdir(parents=True, exist_ok=True)
        for old in self.kept.iterdir():
            if not old.name.startswith("found-"):  # those have a meaning of their own
                old.unlink()
        smallest = sorted(merged.iterdir(), key=lambda path: (path.stat().st_size, path.name))
        for path in smallest[:KEPT_INPUTS]:
            if path.stat().st_size <= KEPT_BYTES:
                shutil.copy(path, self.kept / path.name[:16])


def main():
    parser = argparse.ArgumentParser(prog="dev fuzz", description="Run the fuzz targets in turn.")
    parser.add_argument("--build", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--minutes", type=float, default=5, help="for all of them together (5)")
    parser.add_argument("--keep", action="store_true", help="put a small corpus of what was found into the tree")
    parser.add_argument("target", nargs="*", help="all unless named")
    options = parser.parse_args()

    known = sorted(path.name for path in (options.build / "bin").iterdir() if path.is_file())
    for name in options.target:
        if name not in known:
            sys.exit(f"there is no fuzz target called {name}; there are: {', '.join(known)}")
    targets = [Target(name, options.build) for name in options.target or known]
    subprocess.run([str(options.build / "tools" / "fuzz_seeds"), str(options.build / "seeds")], check=True)

    seconds = max(1, int(options.minutes * 60 / len(targets)))
    total = failures = 0
    for target in targets:
        code, findings = target.run(seconds)
        runs, features = target.figures()
        total += runs
        print(f"{target.name:24} {seconds:5} s {runs:12,} runs {runs // seconds:9,} a second "
              f"{features:7,} features  {'ok' if code == 0 else 'FAILED'}", flush=True)
        if code != 0:
            failures += 1
            print("".join(f"    {line}\n" for line in target.log.read_text(errors="replace").splitlines()[-60:]))
            for path in findings:
                print(f"    again with: {target.program} {path}")
    if options.keep:
        for target in targets:
            target.keep()
    print(f"{total:,} runs of {len(targets)} targets, {failures} of them failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
