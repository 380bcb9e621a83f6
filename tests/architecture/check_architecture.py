#!/usr/bin/env python3
"""check_architecture.py [ROOT]: fails when a source file breaks a rule of rules.py, and says where."""

import re
import subprocess
import sys
from pathlib import Path

import includes
import rules


def check_layers(files):
    """Each include must be allowed by the table."""
    for file in files.values():
        allowed = rules.LAYERS.get(file.layer)
        if allowed is None:
            yield f"{file.path}: the folder {file.layer} is not in the table of layers"
            continue
        for include in file.includes:
            owner = includes.owner(include)
            place = f"{file.path}:{include.line}"
            if owner is None:
                yield f"{place}: nobody knows what {include.path} belongs to (project includes are written from src/)"
            elif owner not in allowed | {"std", file.layer}:
                yield f"{place}: {file.layer} must not include {include.path} ({owner})"
            elif owner != file.layer and include.path not in rules.PUBLIC.get(owner, {include.path}):
                yield f"{place}: {include.path} is private to {owner}"
            elif include.quoted and owner in rules.LAYERS and include.path not in files:
                yield f"{place}: there is no {include.path}"


def check_narrower(files):
    """Some folders inside a layer are kept apart from the rest of it."""
    for folder, allowed in rules.NARROWER.items():
        for file in files.values():
            if not file.path.startswith(folder + "/"):
                continue
            for include in file.includes:
                owner = includes.owner(include)
                inside = include.quoted and any(include.path.startswith(name + "/") for name in allowed if "/" in name)
                if not inside and owner not in allowed | {"std"}:
                    yield f"{file.path}:{include.line}: {folder} must not include {include.path}"


def check_confined(files):
    """Outside engine nobody may see libtorrent, not even through a header; and so on."""
    for library, layers in rules.CONFINED.items():
        for file in files.values():
            if file.layer in layers:
                continue
            for chain in reachable(files, file.path):
                for include in files[chain[-1]].includes:
                    if includes.owner(include) == library:
                        yield f"{' -> '.join(chain)}: {include.path} must stay inside {', '.join(sorted(layers))}"


def reachable(files, start):
    """Shortest chains of project includes from start to each file that it reaches, itself included."""
    seen, queue = {start}, [[start]]
    while queue:
        chain = queue.pop(0)
        yield chain
        for include in files[chain[-1]].includes:
            if include.quoted and include.path in files and include.path not in seen:
                seen.add(include.path)
                queue.append(chain + [include.path])


def check_cycles(files):
    """No header may include itself in a roundabout way. Each cycle is said once, from its first file."""
    for start in files:
        for chain in reachable(files, start):
            closes = any(include.quoted and include.path == start for include in files[chain[-1]].includes)
            if closes and start == min(chain):
                yield f"include cycle: {' -> '.join(chain + [start])}"


def check_openings(files):
    """Each file says in its first line what it is for (a .cpp file may leave that to its header); headers are guarded."""
    for file in files.values():
        header = file.path.removesuffix(".cpp") + ".h"
        said_by_header = any(include.path == header for include in file.includes) and header in files
        if not said_by_header and not (file.lines and re.match(r"// \S", file.lines[0])):
            yield f"{file.path}:1: the first line should be a comment that says what the file is for"
        if file.path.endswith(".h") and "#pragma once" not in file.lines:
            yield f"{file.path}: #pragma once is missing"


def check_sizes(files):
    for file in files.values():
        if len(file.lines) > rules.MAX_LINES:
            yield f"{file.path}: {len(file.lines)} lines; more than {rules.MAX_LINES} want to be two files"


def check_words(root):
    """No trace of the machine where a file was written: the path of this very checkout, and the home folder."""
    out = subprocess.run(["git", "-C", str(root), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                         capture_output=True)
    if out.returncode == 0:
        names = [name for name in out.stdout.decode().split("\0") if name]
    else:   # an unpacked archive, or git does not trust who owns the folder
        names = [str(path.relative_to(root)) for path in root.rglob("*")
                 if path.is_file() and path.relative_to(root).parts[0] not in ("build", ".git")]
    forbidden = re.compile("|".join(re.escape(str(folder)) + r"(?=/|\b)" for folder in (root, Path.home())))
    for name in sorted(names):
        try:
            text = (root / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if match := forbidden.search(line):
                yield f"{name}:{number}: {match[0]} is the path of somebody's machine"


def violations(root):
    files = includes.read_tree(root / "src")
    if not files:
        yield f"{root / 'src'} holds no sources"
    for check in (check_layers, check_narrower, check_confined, check_cycles, check_openings, check_sizes):
        yield from check(files)
    yield from check_words(root)


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
    for file in includes.read_tree(root / "src").values():
        if rules.WORTH_A_LOOK < len(file.lines) <= rules.MAX_LINES:
            print(f"worth a look: {file.path} has {len(file.lines)} lines")
    found = list(violations(root))
    print("\n".join(found) if found else "the architecture is as the table says")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
