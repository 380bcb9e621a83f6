"""Reads the include graph of a source tree."""

import re
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import rules

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')

STANDARD = set("""
algorithm any array atomic barrier bit bitset cassert cctype cerrno cfenv cfloat charconv chrono cinttypes climits
clocale cmath codecvt compare complex concepts condition_variable coroutine csetjmp csignal cstdarg cstddef cstdint
cstdio cstdlib cstring ctime cuchar cwchar cwctype deque exception execution expected filesystem format forward_list
fstream functional future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map
memory memory_resource mutex new numbers numeric optional ostream print queue random ranges ratio regex
scoped_allocator semaphore set shared_mutex source_location span spanstream sstream stack stacktrace stdexcept
stop_token streambuf string string_view strstream syncstream system_error thread tuple type_traits typeindex typeinfo
unordered_map unordered_set utility valarray variant vector version
""".split())


class Include(NamedTuple):
    line: int
    path: str     # as written
    quoted: bool


class SourceFile(NamedTuple):
    path: str             # from src/, with forward slashes
    lines: list
    includes: list

    @property
    def layer(self):
        return self.path.split("/", 1)[0]


def read_tree(source_root: Path):
    """All .h and .cpp files below source_root by path."""
    files = {}
    for path in sorted(source_root.rglob("*")):
        if path.suffix not in (".h", ".cpp"):
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        includes = []
        for number, line in enumerate(lines, 1):
            if match := INCLUDE.match(line):
                includes.append(Include(number, match[1] or match[2], match[1] is not None))
        name = path.relative_to(source_root).as_posix()
        files[name] = SourceFile(name, lines, includes)
    return files


@lru_cache(maxsize=None)
def qt_headers():
    out = subprocess.run(["qtpaths6", "--query", "QT_INSTALL_HEADERS"], capture_output=True, text=True, check=True)
    return Path(out.stdout.strip())


@lru_cache(maxsize=None)
def qt_module(header: str):
    """QtCore for QString; None for what is no header of Qt."""
    if header.startswith("Qt") and (qt_headers() / header.split("/")[0]).is_dir():
        return header.split("/")[0]
    for folder in sorted(qt_headers().glob("Qt*")):
        if (folder / header).is_file():
            return folder.name
    return None


def owner(include: Include):
    """What an include belongs to: a layer, a library of rules.py, std, posix, a Qt module, or None if unknown."""
    path = include.path
    if include.quoted:
        if path.endswith(".moc"):
            return "std"   # our own generated code
        if Path(path).name.startswith("ui_"):
            return "forms"
        return path.split("/", 1)[0] if path.split("/", 1)[0] in rules.LAYERS else None
    if path in STANDARD:
        return "std"
    for prefix, library in rules.LIBRARY_PREFIXES.items():
        if path.startswith(prefix):
            return library
    if path.startswith("Q") or path.startswith("q"):
        return qt_module(path)
    return "posix" if path.endswith(".h") else None
