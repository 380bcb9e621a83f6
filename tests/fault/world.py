"""What a loop works on: folders, torrents, foreign files, and the program under test with a hand on its disk."""

import json
import mmap
import os
import random
import select
import shutil
import signal
import struct
import subprocess
import time
from pathlib import Path

import torrents
import verifier

BUILD = Path(os.environ.get("ESSAIM_BUILD_DIR", Path(__file__).parents[2] / "build/release"))
ACTOR = BUILD / "tests/fault_actor"
PRELOAD = BUILD / "tests/fault_preload.so"
PATIENCE = 30   # seconds for an answer that must come


class Died(Exception):
    """The program under test is gone, or does not answer."""


class Silent(Exception):
    """An answer did not come in time."""


KINDS = ["open", "write", "pwrite", "sync", "rename", "unlink", "truncate", "allocate", "copy", "mkdir", "rmdir", "link"]
ACTIONS = {"count": 0, "kill": 1, "tear": 2, "fail": 3, "short": 4}


class Control:
    """The memory that preload.c shares with us; see `struct control` there."""
    SIZE = 4 * 25 + 1020

    def __init__(self, path):
        self.path = path
        Path(path).write_bytes(bytes(self.SIZE))
        self._file = open(path, "r+b")
        self._map = mmap.mmap(self._file.fileno(), self.SIZE)

    def arm(self, action="count", at=0, error=0, forever=False):
        self._map[:] = bytes(self.SIZE)
        struct.pack_into("<6I", self._map, 4, ACTIONS[action], error, int(forever), (1 << len(KINDS)) - 1, at, 0)
        struct.pack_into("<I", self._map, 0, 1)

    def disarm(self):
        struct.pack_into("<I", self._map, 0, 0)

    def number(self, index):
        return struct.unpack_from("<I", self._map, 4 * index)[0]

    @property
    def calls(self):
        return self.number(6)

    @property
    def injected(self):
        return self.number(7)

    def by_kind(self):
        return {kind: self.number(8 + i) for i, kind in enumerate(KINDS) if self.number(8 + i)}

    @property
    def is_sync_lost(self):
        """A sync failed, and nothing can be written since: what was to be synced is there or not, and nobody can tell
        or take it back."""
        return bool(self.injected and self.number(3)) and KINDS[self.number(24) - 1] == "sync"

    def where(self):
        """What was hit first, for a person."""
        if not self.injected:
            return "nothing"
        path = self._map[100:].split(b"\0", 1)[0].decode(errors="replace")
        return f"{KINDS[self.number(24) - 1]} {path}"

    def close(self):
        self._map.close()
        self._file.close()


class Machine:
    """A process under test that answers in JSON lines."""

    def __init__(self, command, environment, log):
        self.events = []     # not yet looked at
        self.problems = []   # what it complained about
        self.torrents = {}   # id -> what it last said
        self.moves = {}      # job -> what it last said
        self.files_removed = {}   # id -> what became of its files
        self.held = 0        # notices about disks that take no more
        self.peer_port = 0
        self._pending = b""
        self._log = open(log, "ab")
        self.process = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=self._log, env=environment)
        os.set_blocking(self.process.stdout.fileno(), False)

    def send(self, **command):
        try:
            self.process.stdin.write(json.dumps(command).encode() + b"\n")
            self.process.stdin.flush()
        except (BrokenPipeError, ValueError):
            raise Died from None

    def _note(self, event):
        kind = event.get("event")
        if kind == "torrent":
            self.torrents[event["id"]] = event
        elif kind == "removed":
            self.torrents.pop(event["id"], None)
        elif kind == "filesRemoved":
            self.files_removed[event["id"]] = event
        elif kind == "held":
            self.held += 1
        elif kind == "problem":
            self.problems.append(event)
        elif kind == "moves":
            self.moves = {move["job"]: move for move in event["list"]}
        elif kind == "port":
            self.peer_port = event["port"]

    def read(self, seconds):
        """Takes in what comes within the time; returns as soon as something came."""
        ready, _, _ = select.select([self.process.stdout], [], [], max(0, seconds))
        if not ready:
            return
        chunk = self.process.stdout.read()
        if chunk == b"":
            raise Died
        *lines, self._pending = (self._pending + (chunk or b"")).split(b"\n")
        for line in lines:
            event = json.loads(line)
            self._note(event)
            self.events.append(event)

    def wait(self, condition, seconds=PATIENCE):
        """The first event for which condition(event) holds, from those not yet looked at on; else Silent."""
        end = time.monotonic() + seconds
        while True:
            while self.events:
                event = self.events.pop(0)
                if condition(event):
                    return event
            if time.monotonic() > end:
                raise Silent
            self.read(end - time.monotonic())

    def until(self, condition, seconds=PATIENCE):
        """Waits until condition() holds of what is known; else Silent."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise Silent
            self.read(end - time.monotonic())

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        return self.wait_for_end()

    def wait_for_end(self, seconds=PATIENCE):
        """The exit status; None if it had to be killed."""
        status = None
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self._log):
            try:
                stream.close()
            except OSError:
                pass
        return status


class World:
    """A folder with everything of one loop below it. Ends its processes with the `with` block."""

    def __init__(self, seed, scratch):
        self.base = Path(scratch)
        self.random = random.Random(seed)
        self.profile = self.base / "profile"
        self.roots = [self.base / "save a", self.base / "save b"]
        self.library = self.base / "library"
        self.outside = self.base / "outside"
        self.home = self.base / "home"
        for folder in (*self.roots, self.library, self.outside, self.home):
            folder.mkdir(parents=True)
        self.torrents = {}   # name -> torrents.Torrent
        self.content = {}    # name -> {path: (size, SHA-256)}
        self.files = {}      # name -> path of the .torrent
        self.control = Control(self.base / "control")
        self.machines = []
        self.history = []    # what was asked lately, for whoever looks into a failure
        self.seeder = None
        self.marks = False          # files that are not complete carry a suffix
        self.always_marks = False
        self._make_torrents()
        self._plant()
        self.foreign = self.tree_of_foreign()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for machine in self.machines:
            machine.kill()
        self.control.close()

    # --- content ---

    def _make_torrents(self):
        data = self.random.randbytes
        plans = [
            ("one file.bin", [("one file.bin", data(70_001))], "v1"),
            ("Été à Zürich", [("über/große Datei.bin", data(120_007)), ("über/写真/一.jpg", data(16_384)),
                              ("b", data(1)), ("leer", b""), ("c.txt", data(30_000))], "v1"),
            ("second version", [("x/1.bin", data(80_000)), ("x/2.bin", data(40_000)), ("3", data(5))], "v2"),
            ("both versions", [("1.bin", data(50_000)), ("2.bin", data(50_000))], "hybrid"),
            ("large.iso", [("large.iso", data(2_000_000))], "v1"),
            ("many files", [(f"{i:02}/{j}.dat", data(9_000)) for i in range(5) for j in range(4)], "v1"),
            *((f"small {i}.bin", [(f"small {i}.bin", data(20_000 + i))], "v1") for i in range(12)),
        ]
        (self.library / "torrents").mkdir()
        for name, files, kind in plans:
            single = len(files) == 1 and files[0][0] == name
            for path, content in files:
                place = self.library / "content" / (name if single else f"{name}/{path}")
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
            self.content[name] = {place if single else f"{name}/{place}": verifier.print_of(content)
                                  for place, content in files}
            torrent = torrents.make(name, files, kind)
            self.files[name] = self.library / "torrents" / f"{name}.torrent"
            self.files[name].write_bytes(torrent)
            self.torrents[name] = torrents.Torrent(torrent)
        self.payload_names = {path for torrent in self.torrents.values() for path, _, _ in torrent.files}
        self.payload_names |= {f".{torrent.id}.parts" for torrent in self.torrents.values()}
        self.payload_names |= {path + verifier.SUFFIX for path in self.payload_names}
        self.by_id = {torrent.id: torrent for torrent in self.torrents.values()}

    def _plant(self):
        """Files of the user's own, beside those of the torrents and in their folders."""
        for path in ("outside/letters/to Léa.txt", "outside/.ssh/id_rsa", "save a/my notes.txt",
                     "save a/Été à Zürich/my own.txt", "save b/many files/00/mine.doc", "save b/photos/1.jpg"):
            place = self.base / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(self.random.randbytes(3000))
        self.planted = {root: {path for path in verifier.tree(root)} for root in self.roots}

    def tree_of_foreign(self):
        found = {f"outside/{path}": value for path, value in verifier.tree(self.outside).items()}
        for root in self.roots:
            found |= {f"{root.name}/{path}": value for path, value in verifier.tree(root).items()
                      if path in self.planted[root]}
        return found

    def magnet(self, name):
        torrent = self.torrents[name]
        topics = []
        if torrent.v1:
            topics.append(f"xt=urn:btih:{torrent.v1}")
        if torrent.v2:
            topics.append(f"xt=urn:btmh:1220{torrent.v2}")
        return "magnet:?" + "&".join(topics)

    def remember(self, what):
        """For whoever looks into a failure: what was asked, with names instead of ids."""
        if isinstance(what, dict):
            words = [what["do"]]
            for torrent in [*what.get("ids", []), what.get("id", "")]:
                words += [repr(self.by_id[torrent].name)] if torrent else []
            words += [Path(what["torrent"]).stem] if "torrent" in what else []
            words += [f"{key}={value}" for key, value in what.items()
                      if key in ("files", "list", "paused", "priorities", "magnet") and value]
            what = " ".join(words)
        self.history = [*self.history[-40:], what]

    # --- processes ---

    def environment(self, faults):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "ESSAIM_F"))}
        environment.update(HOME=str(self.home), LC_ALL="C.UTF-8", XDG_RUNTIME_DIR=str(self.base))
        if self.marks:
            environment["ESSAIM_FAULT_MARK"] = "1"
        if faults:
            environment.update(LD_PRELOAD=str(PRELOAD), ESSAIM_FAULT_CONTROL=str(self.control.path),
                               ESSAIM_FAULT_ROOTS=":".join(map(str, [self.profile, self.home, *self.roots])))
        return environment

    def start(self, faults=False, profile=True):
        command = [ACTOR, self.profile] if profile else [ACTOR]
        machine = Machine(command, self.environment(faults), self.base / "log.txt")
        self.machines = [other for other in self.machines if other.process.poll() is None] + [machine]
        return machine

    def seed(self):
        """A peer that has everything, for as long as the world lasts. Its address."""
        if self.seeder is None or self.seeder.process.poll() is not None:
            self.seeder = self.start(profile=False)
            self.seeder.wait(lambda event: event["event"] == "started")
            for name, file in self.files.items():
                self.seeder.send(do="add", torrent=str(file), save=str(self.library / "content"), seed=True)
            for _ in self.files:
                self.seeder.wait(lambda event: event["event"] == "added")
            self.seeder.until(lambda: self.seeder.peer_port)
        return f"127.0.0.1:{self.seeder.peer_port}"

    # --- going back ---

    def save(self, name):
        """Keeps the state of profile and roots under a name."""
        for folder in (self.profile, self.home, *self.roots):
            copy = self.base / "kept" / name / folder.name
            if folder.exists():
                shutil.copytree(folder, copy, symlinks=True)

    def wipe(self):
        """Back to a first start."""
        shutil.rmtree(self.profile, ignore_errors=True)
        for root in self.roots:
            for path in verifier.tree(root).keys() - self.planted[root]:
                (root / path).unlink()

    def restore(self, name):
        for folder in (self.profile, self.home, *self.roots):
            shutil.rmtree(folder, ignore_errors=True)
            copy = self.base / "kept" / name / folder.name
            if copy.exists():
                shutil.copytree(copy, folder, symlinks=True)
