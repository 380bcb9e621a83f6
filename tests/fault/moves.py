"""kill -9 in the middle of moves, within a disk and from one to another: no byte is ever lost, and the next starts finish
or undo what was begun."""

import collections
import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

import torrents
import verifier
from model import Model
from scripts import Run
from world import Died, Silent

LONGEST = 0.5   # seconds from the first move to the end of the program
NAMES = ["one file.bin", "Été à Zürich", "second version", "many files", "long"]
IN_THE_WAY = "small 0.bin"   # somebody else's file of that name stands in one of the roots
OVER = ("done", "cancelled", "refused")


def other_disk(world):
    """A folder on another file system; None where there is none."""
    for folder in ("/var/tmp", "/tmp", "/dev/shm", os.path.expanduser("~")):
        if os.access(folder, os.W_OK) and os.stat(folder).st_dev != os.stat(world.base).st_dev:
            return Path(tempfile.mkdtemp(prefix="essaim-torture-", dir=folder))
    return None


class Scene:
    """Torrents that the program seeds from one of the roots."""

    def __init__(self, world, report):
        self.world, self.report = world, report
        self.model = Model()
        self.asked = {}    # id -> save paths that are right by now
        self.tally = collections.Counter()
        self.other = other_disk(world)
        if self.other:
            world.roots.append(self.other)
            world.planted[self.other] = set()
        else:
            report.note("there is one file system only: nothing is copied")
        data = world.random.randbytes
        self.publish("long", [("a.bin", data(9_000_001)), ("b/c.bin", data(6_000_000)), ("b/d", data(3))])
        self.halves = {}   # path -> what of it is there, and stays so
        self.publish("half", half := [("film.bin", data(900_001)), ("notes.txt", data(20_000))])
        for path, content in half:
            self.halves[f"half/{path}"] = content[:len(content) // 2] + bytes(len(content) - len(content) // 2)
        obstacle = world.roots[1] / IN_THE_WAY
        obstacle.write_bytes(b"mine")
        world.planted[world.roots[1]].add(IN_THE_WAY)
        world.foreign = world.tree_of_foreign()

    def publish(self, name, files):
        for path, content in files:
            place = self.world.library / "content" / name / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        torrent = torrents.make(name, files, "v1", 256 * 1024)
        self.world.files[name] = self.world.library / "torrents" / f"{name}.torrent"
        self.world.files[name].write_bytes(torrent)
        self.world.torrents[name] = torrents.Torrent(torrent)
        self.world.by_id[self.world.torrents[name].id] = self.world.torrents[name]

    def torrents(self):
        return [self.world.torrents[name] for name in [*NAMES, "half", IN_THE_WAY]]

    def original(self, path):
        return self.world.library / "content" / path

    def wanted(self, path):
        return self.halves.get(path) or self.original(path).read_bytes()

    def begin(self):
        """The files lie in the first root, and the program seeds them."""
        run = Run(self.world, self.model)
        assert run.start()
        for torrent in self.torrents():
            root = self.world.roots[0]
            for path, _, _ in torrent.files:
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(self.wanted(path))
            self.model.ask(torrent.id, save=str(root), info=torrent.info)
            run._ask(lambda event, key=torrent.id: event["event"] == "added" and event["id"] == key or None,
                     do="add", torrent=str(self.world.files[torrent.name]), save=str(root),
                     seed=torrent.name != "half", over=torrent.name == "half")
        half = self.world.torrents["half"].id
        run.machine.until(lambda: run.machine.torrents.get(half, {}).get("state") == "stalled")
        run.quit()
        run.machine.kill()

    # --- what a user does ---

    def act(self, run, moves):
        random = self.world.random
        choice = random.random()
        jobs = [move["job"] for move in moves.values() if move["state"] not in OVER]
        if jobs and choice < 0.4:
            what = random.choice(("pauseMoves", "resumeMoves", "cancelMoves"))
            self.tell(run, do=what, jobs=random.sample(jobs, random.randrange(1, len(jobs) + 1)))
        else:
            chosen = random.sample(self.torrents(), random.choice((1, 1, 2, 4)))
            root = str(random.choice(self.world.roots[1:] if random.random() < 0.7 else self.world.roots))
            folder = root if random.random() < 0.6 else f"{root}/new/er"
            for torrent in chosen:
                self.asked.setdefault(torrent.id, set()).add(folder)
                self.model.ask(torrent.id, save=folder)
            self.tell(run, do="move", ids=[torrent.id for torrent in chosen], folder=folder)
        try:
            run.machine.until(lambda: False, random.choice((0, 0.01, 0.1)))
        except Silent:
            pass

    def tell(self, run, **command):
        words = dict(command)
        words["list"] = [words.pop("folder", ""), *map(str, words.pop("jobs", []))]
        self.world.remember(words)
        run.machine.send(**command)

    # --- what must be ---

    def lost_bytes(self):
        """At any moment: every file, complete, under its name or that of a copy that is being made."""
        problems = []
        for torrent in self.torrents():
            for path, length, is_padding in torrent.files:
                if length == 0 or is_padding:
                    continue
                wanted = self.wanted(path)
                places = [place / name for root in self.world.roots for place in (root, root / "new/er")
                          for name in (path, path + verifier.SUFFIX)]
                places += [copy for place in places if place.parent.is_dir()
                           for copy in place.parent.glob(".essaim-part-*")]
                if not any(place.is_file() and place.read_bytes() == wanted for place in places):
                    problems.append(f"{path} is nowhere whole")
        return problems + self.foreign()

    def foreign(self):
        now = self.world.tree_of_foreign()
        return [f"a file that is not ours was changed: {path}" for path in self.world.foreign.keys() | now.keys()
                if self.world.foreign.get(path) != now.get(path)]

    def unsettled(self):
        """When no move is under way: each torrent whole in one place, and nothing of it in any other."""
        store = verifier.read_store(str(self.world.profile / "essaim.db"))
        problems = store.problems + self.model.settle(store, None)
        for torrent in self.torrents():
            row = store.rows.get(torrent.id)
            if not row:
                continue
            problems += [f"{path} is not whole in its folder" for i, (path, length, _) in enumerate(torrent.files)
                         if length and (Path(row.save) / row.names.get(i, path)).read_bytes() != self.wanted(path)]
            if len(row.claimed) != torrent.piece_count and torrent.name != "half":
                problems.append(f"{torrent.name} has forgotten pieces")
        for root in self.world.roots:
            problems += verifier.strangers(root, store, self.world.planted[root])
        return problems + verifier.doubled(store) + self.foreign()

    # --- lives of the program ---

    def life(self, ends):
        """One start with random moves, killed; or one that waits for the end of all of them."""
        run = Run(self.world, self.model, patience=20)
        timer = threading.Timer(self.world.random.uniform(0, LONGEST), run.machine.process.kill)
        problems = []
        try:
            if not run.start():
                return [f"does not start: {run.started['technical']}"]
            if len(run.started["torrents"]) != len(self.torrents()):
                problems.append("does not list every torrent")
            if ends:
                self.finish(run)
                self.tally["lives in order"] += 1
            else:
                timer.start()
                for _ in range(self.world.random.randrange(1, 30)):
                    self.act(run, run.machine.moves)
                run.machine.until(lambda: False, LONGEST)
        except Died:
            self.tally["killed"] += 1
        except Silent as silent:
            if ends:
                problems.append(f"did not answer in time: {silent} {list(run.machine.moves.values())}")
        finally:
            timer.cancel()
            run.machine.kill()
        for move in run.machine.moves.values():
            self.tally[f"moves {move['state']}"] += 1
        return problems

    def finish(self, run):
        """Goes on with what is paused; what something stands in the way of is taken back."""
        def rests():
            for move in run.machine.moves.values():
                if move["state"] == "paused":
                    run.machine.send(do="resumeMoves", jobs=[move["job"]])
                elif move["state"] == "stopped":
                    run.machine.send(do="cancelMoves", jobs=[move["job"]])
            return all(move["state"] in OVER for move in run.machine.moves.values())
        run.machine.until(rests)
        half = self.world.torrents["half"].id
        run.machine.until(lambda: all(torrent["state"] == ("stalled" if torrent["id"] == half else "seeding")
                                      for torrent in run.machine.torrents.values()))
        run.quit()


def kill_moves(world, report, seconds):
    scene = Scene(world, report)
    try:
        scene.begin()
        end, number = time.monotonic() + seconds, 0
        while time.monotonic() < end and len(report.findings) < 20:
            number += 1
            ends = number % 4 == 0
            problems = scene.life(ends)
            problems += scene.unsettled() if ends and not problems else scene.lost_bytes()
            report.cycle("in order" if ends else "kill", "moves", problems, "; ".join(world.history))
            world.remember("ended")
        report.note(", ".join(f"{count} {what}" for what, count in sorted(scene.tally.items())))
    finally:
        for machine in world.machines:
            machine.kill()
        if scene.other:
            shutil.rmtree(scene.other, ignore_errors=True)
