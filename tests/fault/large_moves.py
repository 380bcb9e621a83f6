"""kill -9 again and again while ten gigabytes move from one file system to another and back: at any moment all of it is at
the one place or at the other, and in the end it is whole, once, and where it was to go. The files are mostly holes, so
that a small disk is enough; what is in them is compared byte by byte, and in the end all is hashed, holes included."""

import collections
import hashlib
import os
import shutil
import threading
import time
from pathlib import Path

import torrents
import verifier
from model import Model
from moves import OVER, other_disk
from scripts import Run
from world import Died, Silent

GIB = 1 << 30
FILES = 10
DATA_EVERY = 64 << 20    # bytes from one piece of data to the next
DATA = 8 << 20           # bytes of data at each of them
PIECE = 16 << 20
LONGEST = 6              # seconds from the start of the program to its end
NAME = "ten gigabytes"


def data_at(number, offset):
    """The same bytes for the same place."""
    block = hashlib.shake_128(f"{number} {offset}".encode()).digest(1 << 16)
    return block * (DATA // len(block))


def piece_hashes(path, size):
    """SHA-1 of each piece."""
    hashes = []
    with open(path, "rb", buffering=0) as file:
        buffer = bytearray(PIECE)
        for at in range(0, size, PIECE):
            count = file.readinto(memoryview(buffer)[:min(PIECE, size - at)])
            hashes.append(hashlib.sha1(memoryview(buffer)[:count]).digest())
    return hashes


class Payload:
    """What is moved, and where it is."""

    def __init__(self, world, other, gibibytes):
        self.size = gibibytes * GIB // FILES // PIECE * PIECE
        self.roots = [world.base / "from", other]
        folder = self.roots[0] / NAME
        folder.mkdir(parents=True)
        for number in range(FILES):
            with open(folder / str(number), "wb") as file:
                for at in range(0, self.size, DATA_EVERY):
                    file.seek(at)
                    file.write(data_at(number, at))
                file.truncate(self.size)
        self.hashes = [piece_hashes(folder / str(number), self.size) for number in range(FILES)]
        self.torrent = torrents.encode({b"info": {
            b"name": NAME.encode(), b"piece length": PIECE,
            b"files": [{b"length": self.size, b"path": [str(number).encode()]} for number in range(FILES)],
            b"pieces": b"".join(digest for hashes in self.hashes for digest in hashes)}})

    def is_whole(self, path, number):
        """Of the right length, the data right, and nothing but holes between; zeros that were written are compared too."""
        if not path.is_file() or path.stat().st_size != self.size:
            return False
        with open(path, "rb", buffering=0) as file:
            for at in range(0, self.size, DATA_EVERY):
                file.seek(at)
                if file.read(DATA) != data_at(number, at):
                    return False
                end = min(at + DATA_EVERY, self.size)
                try:
                    start = os.lseek(file.fileno(), at + DATA, os.SEEK_DATA)
                except OSError:   # nothing but a hole up to the end
                    start = end
                while start < end:
                    file.seek(start)
                    block = file.read(min(1 << 20, end - start))
                    if block.count(0) != len(block):
                        return False
                    start += len(block)
        return True

    def lost(self):
        """Files that are whole in neither place, nor as a copy that only lacks its name."""
        problems = []
        for number in range(FILES):
            places = [root / NAME / str(number) for root in self.roots]
            places += [copy for root in self.roots if (root / NAME).is_dir()
                       for copy in (root / NAME).glob(".essaim-part-*")]
            if not any(self.is_whole(place, number) for place in places):
                problems.append(f"file {number} is nowhere whole")
        return problems

    def not_settled(self, save):
        """When no move is under way: whole, by hash, at the one place, and nothing at the other."""
        problems = []
        for root in self.roots:
            present = sorted(names_below(root))
            wanted = [f"{NAME}/{number}" for number in range(FILES)] if str(root) == save else []
            if present != wanted:
                problems.append(f"{root.name} holds {present[:12]} instead of {len(wanted)} files")
        if not problems:
            problems = [f"file {number} is not what it was" for number in range(FILES)
                        if piece_hashes(Path(save) / NAME / str(number), self.size) != self.hashes[number]]
        return problems


def names_below(root):
    return {os.path.relpath(os.path.join(where, name), root)
            for where, _, files in os.walk(root) for name in files if name != ".essaim-root"}


def life(world, model, payload, torrent, ends, tally):
    """Asks for a move if there is none; killed, or waits for its end. The problems, and where the payload is to be."""
    run = Run(world, model, patience=60)
    timer = threading.Timer(world.random.uniform(0.05, LONGEST), run.machine.process.kill)
    problems = []
    try:
        if not ends:
            timer.start()
        if not run.start():
            return [f"does not start: {run.started['technical']}"]
        listed = {entry["id"]: entry for entry in run.started["torrents"]}
        if torrent not in listed:
            return ["the torrent is not in the list"]
        try:
            run.machine.until(lambda: run.machine.moves, 0.5)   # one that a life before has begun
        except Silent:
            pass
        if not any(move["state"] not in OVER for move in run.machine.moves.values()):
            target = next(root for root in payload.roots if str(root) != listed[torrent]["save"])
            model.ask(torrent, save=str(target))
            run.machine.send(do="move", ids=[torrent], folder=str(target))
            run.machine.until(lambda: run.machine.moves, 20)
        if world.random.random() < 0.15 and not ends:   # thinks better of it
            model.ask(torrent, save=listed[torrent]["save"])
            run.machine.send(do="cancelMoves", jobs=list(run.machine.moves))
        seconds = 600 if ends else LONGEST + 60
        run.machine.until(lambda: all(move["state"] in OVER for move in run.machine.moves.values()) and
                          run.machine.torrents[torrent]["state"] == "seeding", seconds)
        run.quit()
        tally["in order"] += 1
    except Died:
        tally["killed"] += 1
    except Silent as silent:
        problems.append(f"did not answer in time: {silent} {list(run.machine.moves.values())}")
    finally:
        timer.cancel()
        run.machine.kill()
    for move in run.machine.moves.values():
        tally[f"moves {move['state']}"] += 1
    return problems


def kill_large_moves(world, report, seconds, gibibytes=10):
    other = other_disk(world)
    if other is None:
        report.note("skipped: there is one file system only")
        return
    try:
        payload = Payload(world, other, gibibytes)
        file = world.library / "torrents" / "large.torrent"
        file.write_bytes(payload.torrent)
        torrent = torrents.Torrent(payload.torrent)
        world.by_id[torrent.id] = torrent
        model, tally = Model(), collections.Counter()
        run = Run(world, model)
        assert run.start()
        model.ask(torrent.id, save=str(payload.roots[0]), info=torrent.info)
        run._ask(lambda event: event["event"] == "added" or None, do="add", torrent=str(file),
                 save=str(payload.roots[0]), seed=True)
        run.quit()
        end, number = time.monotonic() + seconds, 0
        while time.monotonic() < end and not report.findings:
            number += 1
            ends = number % 8 == 0
            problems = life(world, model, payload, torrent.id, ends, tally)
            if ends and not problems:
                store = verifier.read_store(str(world.profile / "essaim.db"))
                problems = store.problems + model.settle(store, None)
                row = store.rows[torrent.id]
                problems += payload.not_settled(row.save)
                if len(row.claimed) != torrent.piece_count:
                    problems.append("pieces are forgotten")
            else:
                problems += payload.lost()
            report.cycle("in order" if ends else "kill", "large moves", problems, f"life {number}")
        report.note(f"{FILES * payload.size / GIB:.1f} GiB; " +
                    ", ".join(f"{count} {what}" for what, count in sorted(tally.items())))
    finally:
        for machine in world.machines:
            machine.kill()
        shutil.rmtree(other, ignore_errors=True)
