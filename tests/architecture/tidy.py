#!/usr/bin/env python3
"""tidy.py BUILD LAYER...: runs clang-tidy over the layers as BUILD/compile_commands.json compiles them."""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[2].resolve()


def sources(build, layers):
    for entry in json.loads((build / "compile_commands.json").read_text()):
        path = Path(entry["file"])
        if any(path.is_relative_to(ROOT / "src" / layer) for layer in layers):
            yield path


def tidy(build, path):
    run = subprocess.run(["clang-tidy-19", "-p", build, "--quiet", "--warnings-as-errors=*",
                          f"--header-filter={ROOT}/src/.*", path], capture_output=True, text=True)
    return path.relative_to(ROOT), run.returncode, run.stdout


def main():
    build, layers = Path(sys.argv[1]).resolve(), sys.argv[2:]
    paths = sorted(set(sources(build, layers)))
    if not paths:
        sys.exit(f"tidy: {build} compiles nothing of {', '.join(layers)}")
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, status, output in pool.map(lambda path: tidy(build, path), paths):
            if status != 0:
                failed += 1
                print(f"{path}:\n{output}")
    print(f"clang-tidy: {len(paths)} files, {failed} with findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
