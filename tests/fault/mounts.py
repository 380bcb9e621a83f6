"""Drives that are unplugged and come back, and folders that can suddenly not be written. Needs root, for a mount
namespace of its own."""

import ctypes
import os
import shutil
import time

import verifier
from model import Model, inspect
from scripts import Run
from world import Died, Silent

_libc = ctypes.CDLL(None, use_errno=True)
CLONE_NEWNS = 0x20000
MS_RDONLY, MS_REMOUNT, MS_BIND, MS_REC, MS_PRIVATE = 1, 32, 4096, 16384, 1 << 18
MNT_DETACH = 2


def _call(result):
    if result != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _mount(source, target, kind, flags, data=None):
    _call(_libc.mount(os.fsencode(source), os.fsencode(target), kind, flags, data))


def enter_namespace():
    """False where that is not permitted."""
    try:
        _call(_libc.unshare(CLONE_NEWNS))
        _mount("none", "/", None, MS_REC | MS_PRIVATE)
        return True
    except OSError:
        return False


class Drive:
    """A folder that can be plugged in somewhere else."""

    def __init__(self, content, place):
        self.content, self.place = content, place
        self.is_plugged = False
        content.mkdir(exist_ok=True)
        place.mkdir(exist_ok=True)

    def plug(self):
        _mount(self.content, self.place, None, MS_BIND)
        self.is_plugged = True

    def unplug(self):
        if self.is_plugged:
            _call(_libc.umount2(os.fsencode(self.place), MNT_DETACH))
            self.is_plugged = False

    def set_read_only(self, read_only=True):
        _mount("none", self.place, None, MS_REMOUNT | MS_BIND | (MS_RDONLY if read_only else 0))

    def written_without_it(self):
        return [f"written to the bare mount point: {path}" for path in sorted(verifier.tree(self.place))]


def claims(world):
    store = verifier.read_store(str(world.profile / "essaim.db"))
    return {key: set(row.claimed) for key, row in store.rows.items()}


def one_life(world, model, steps, problems, seconds=10, ends=None):
    """Starts, does the steps, and ends in order or is killed."""
    run = Run(world, model, patience=seconds)
    try:
        if not run.start():
            problems.append(f"does not start: {run.started['technical']}")
            return run
        if {torrent["id"] for torrent in run.started["torrents"]} != set(model.listed()):
            problems.append("does not list every torrent")
        steps(run)
        if world.random.random() < 0.5 if ends is None else ends:
            run.quit()
    except Died:
        problems.append("died")
    except Silent as silent:
        problems.append(f"did not answer in time: {silent}")
    finally:
        run.machine.kill()
    return run


def settle(world, model, problems):
    store = verifier.read_store(str(world.profile / "essaim.db"))
    problems += store.problems + model.settle(store, verifier.read_settings(world.profile / "essaim.ini"))


def wait_a_little(run, seconds):
    try:
        run.machine.until(lambda: False, seconds)
    except Silent:
        pass


def unplug(world, drive, model, peer):
    """Away while it downloads and seeds; another start without it; then it is back."""
    problems = []
    drive.plug()

    def first(run):
        run.add("one file.bin", root=2, paused=False, peers=[peer])
        run.download("one file.bin")
        run.add("many files", root=2, paused=False)
        run.machine.send(do="limit", download=world.random.choice((50_000, 200_000)))
        run.add("large.iso", root=2, paused=False, peers=[peer])
        wait_a_little(run, world.random.uniform(0, 1.5))
        drive.unplug()
        wait_a_little(run, world.random.uniform(0, 1.0))
        run.set("/tmp/away", 7)

    one_life(world, model, first, problems)
    problems += drive.written_without_it()
    settle(world, model, problems)
    before = claims(world)

    def without(run):
        wait_a_little(run, world.random.uniform(0, 1.2))

    for _ in range(world.random.randrange(1, 3)):
        one_life(world, model, without, problems)
    problems += drive.written_without_it()
    settle(world, model, problems)
    shutil.rmtree(drive.place)
    drive.place.mkdir()

    drive.plug()

    def back(run):
        for name in ("one file.bin", "large.iso"):
            run.machine.send(do="peer", id=world.torrents[name].id, address=peer)
        run.download("one file.bin")

    one_life(world, model, back, problems, ends=True)
    settle(world, model, problems)
    for key, pieces in claims(world).items():
        if lost := before.get(key, set()) - pieces:
            problems.append(f"{world.by_id[key].name} has forgotten {len(lost)} of {len(before[key])} pieces")
    problems += verifier.unproven_pieces(verifier.read_store(str(world.profile / "essaim.db")), world.by_id)
    drive.unplug()
    return problems


def read_only_save_root(world, drive, model, peer):
    """Cannot be written for a while; afterwards the download goes on when the user says so."""
    problems = []
    drive.plug()

    def first(run):
        run.machine.send(do="limit", download=400_000)
        run.add("large.iso", root=2, paused=False, peers=[peer])
        wait_a_little(run, world.random.uniform(0, 0.8))
        drive.set_read_only()
        wait_a_little(run, world.random.uniform(0.2, 1.5))
        if len(run.machine.problems) > 1:
            problems.append(f"says {len(run.machine.problems)} things: {run.complaints()[:3]}")

    one_life(world, model, first, problems)
    drive.set_read_only(False)
    settle(world, model, problems)
    problems += verifier.unproven_pieces(verifier.read_store(str(world.profile / "essaim.db")), world.by_id)

    def again(run):
        run.resume("large.iso")
        run.machine.send(do="peer", id=world.torrents["large.iso"].id, address=peer)
        run.download("large.iso")

    one_life(world, model, again, problems, 20, ends=True)
    drive.unplug()
    return problems


def read_only_state(world, drive, model, peer):
    """The program's own folder cannot be written for a while: nothing that was there is lost."""
    problems = []
    state = Drive(world.profile, world.profile)

    def first(run):
        run.add("one file.bin", paused=True)
        run.add("small 2.bin", paused=True)
        state.plug()
        state.set_read_only()
        for step in (lambda: run.set("/tmp/ro", 6), lambda: run.resume("one file.bin"),
                     lambda: run.add("small 3.bin"), lambda: run.remove("small 2.bin")):
            run.patience = 1
            try:
                step()
            except Silent:
                run.model.doubt()
        run.machine.kill()

    run = Run(world, model, patience=10)
    if not run.start():
        return [f"does not start: {run.started['technical']}"]
    try:
        first(run)
    except Died:
        problems.append("died")
    finally:
        run.machine.kill()
    # A start that finds the folder so: it may refuse, in words, but must come to no harm.
    run = Run(world, model, patience=10)
    try:
        if not run.start() and not run.started["sentence"]:
            problems.append("refuses to start without a word")
    except (Died, Silent) as failure:
        problems.append(f"does not start on a read-only folder: {type(failure).__name__}")
    run.machine.kill()
    state.unplug()
    settle(world, model, problems)
    one_life(world, model, lambda run: None, problems)
    return problems


def full_state(world, drive, model, peer):
    """No byte left where the program keeps its state: it starts, lists, removes, and forgets no setting."""
    problems = []

    def fill(run):
        run.set("/tmp/full", 8)
        for i in range(6):
            run.add(f"small {i}.bin", paused=True)

    shutil.rmtree(world.profile, ignore_errors=True)
    world.profile.mkdir()
    _mount("tmpfs", world.profile, b"tmpfs", 0, b"size=24m")
    try:
        one_life(world, model, fill, problems, ends=True)
        ballast = world.profile / "ballast"

        def fill_up():
            with open(ballast, "ab", buffering=0) as file:
                for size in (1 << 20, 4096, 1):
                    try:
                        while file.write(bytes(size)) == size:
                            pass
                    except OSError:
                        pass

        fill_up()
        if world.random.random() < 0.3:   # there never was one, or somebody has deleted it
            (world.profile / "reserve.bin").unlink(missing_ok=True)
            fill_up()

        def on_full_disk(run):
            run.patience = 3
            for step in (lambda: run.remove("small 0.bin"), lambda: run.set("/tmp/fuller", 9),
                         lambda: run.add("small 9.bin")):
                try:
                    step()
                except Silent:
                    run.model.doubt()
            run.patience = 10

        one_life(world, model, on_full_disk, problems)
        settle(world, model, problems)
        for _ in range(world.random.randrange(1, 4)):
            if world.random.random() < 0.5:   # somebody else takes what the reserve has given back
                fill_up()
            one_life(world, model, lambda run: None, problems)
            settle(world, model, problems)
        ballast.unlink(missing_ok=True)
        one_life(world, model, lambda run: run.add("small 10.bin"), problems)
        settle(world, model, problems)
    finally:
        _libc.umount2(os.fsencode(world.profile), MNT_DETACH)
    return problems


class Ballast:
    """A file that leaves so many bytes of a disk free, and no more."""

    def __init__(self, folder):
        self.file = folder / "ballast"

    def fill(self, leave=0):
        space = os.statvfs(self.file.parent)
        count = space.f_bavail * space.f_frsize - leave
        with open(self.file, "ab", buffering=0) as file:
            try:
                os.posix_fallocate(file.fileno(), os.fstat(file.fileno()).st_size, max(1, count))
            except OSError:
                pass

    def lift(self):
        self.file.unlink(missing_ok=True)


def full_save_root(world, drive, model, peer):
    """A disk that is full, or becomes so while it is downloaded to: what waits goes on by itself, whether the program
    was killed meanwhile or not; what lies on another disk never stops."""
    problems = []
    _mount("tmpfs", drive.place, b"tmpfs", 0, b"size=6m")
    ballast = Ballast(drive.place)
    names = ("large.iso", "one file.bin")

    def connect(run):
        for name in (*names, "many files"):
            run.machine.send(do="peer", id=world.torrents[name].id, address=peer)

    def is_waiting(run, name):
        return run.machine.torrents.get(world.torrents[name].id, {}).get("state") == "waiting"

    def filling_up(run):
        ballast.fill(leave=world.random.randrange(2_300_000, 3_000_000))
        run.add("one file.bin", root=2, paused=False, peers=[peer])
        run.machine.send(do="limit", download=world.random.choice((200_000, 1_000_000)))
        run.add("large.iso", root=2, paused=False, peers=[peer])
        wait_a_little(run, world.random.uniform(0, 1.0))
        ballast.fill()
        run.machine.until(lambda: is_waiting(run, "large.iso"))
        run.machine.send(do="limit", download=0)
        run.add("many files", paused=False, peers=[peer])
        run.download("many files")
        if run.machine.held > 1 or run.machine.problems:
            problems.append(f"says {run.machine.held} things, and complains: {run.complaints()[:3]}")
        if stopped := [torrent["name"] for torrent in run.machine.torrents.values() if torrent["state"] == "error"]:
            problems.append(f"{stopped} stopped with an error instead of waiting")

    def no_room(run):
        ballast.fill(leave=1_000_000)
        run.add("large.iso", root=2, paused=False, peers=[peer])
        run.machine.until(lambda: is_waiting(run, "large.iso"))
        run.add("one file.bin", root=2, paused=False, peers=[peer])   # there is room for it

    def room_again(run):
        wait_a_little(run, world.random.uniform(0, 1.5))
        ballast.lift()
        run.machine.until(lambda: not is_waiting(run, "large.iso"))
        connect(run)
        for name in names:
            run.download(name)

    first = world.random.choice((filling_up, no_room))
    if world.random.random() < 0.5:   # in one life
        one_life(world, model, lambda run: (first(run), room_again(run)), problems, 20)
    else:
        one_life(world, model, first, problems, 20)
        settle(world, model, problems)
        one_life(world, model, room_again, problems, 20)
    settle(world, model, problems)
    problems += verifier.unproven_pieces(verifier.read_store(str(world.profile / "essaim.db")), world.by_id)
    return problems


def remove_on_full_disk(world, drive, model, peer):
    """Files go to the bin of their own disk, or for good, when it has no byte left; the bin itself may have no room
    for its notes, and then they stay."""
    problems = []
    _mount("tmpfs", drive.place, b"tmpfs", 0, b"size=6m")
    ballast = Ballast(drive.place)
    content = world.content["one file.bin"]
    (drive.place / "mine.txt").write_bytes(b"mine")

    def fill_and_remove(run):
        run.add("one file.bin", root=2, paused=False, peers=[peer])
        run.add("many files", root=2, paused=False, peers=[peer])
        run.download("one file.bin")
        run.download("many files")
        ballast.fill()
        run.patience = 5
        try:
            run.remove("one file.bin", files="bin")
        except Silent:
            run.model.doubt()
        run.remove("many files", files="delete")

    one_life(world, model, fill_and_remove, problems)
    settle(world, model, problems)
    problems += verifier.lost_payload(content, [drive.place, world.home])
    problems += [problem for problem in verifier.not_dropped(verifier.read_store(str(world.profile / "essaim.db")))
                 if "one file.bin" not in problem]
    if (drive.place / "mine.txt").read_bytes() != b"mine":
        problems.append("a file that is not ours was changed")
    return problems


SCENES = {"unplugged": unplug, "read-only save root": read_only_save_root, "read-only state": read_only_state,
          "full state": full_state, "full save root": full_save_root,
          "remove on a full disk": remove_on_full_disk}


def mounts(world, report, seconds, only=None):
    if not enter_namespace():
        report.note("skipped: mounting is not permitted here")
        return
    drive = Drive(world.base / "kept-drive", world.base / "save c")
    world.roots.append(drive.place)
    world.planted[drive.place] = set()
    peer = world.seed()
    world.save("nothing")
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for name, scene in SCENES.items():
            if only and name not in only:
                continue
            world.restore("nothing")
            shutil.rmtree(drive.content)
            drive.content.mkdir()
            try:
                problems = scene(world, drive, Model(), world.seed())
            finally:
                drive.unplug()
                _libc.umount2(os.fsencode(drive.place), MNT_DETACH)
            report.cycle("mount", name, problems, "; ".join(world.history))
