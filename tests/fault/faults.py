"""Scripted actions with a fault at every N-th call that changes the disk: killed there, torn there, or refused there."""

import errno
import shutil
import time

import old_schema
import verifier
from model import Model, inspect
from scripts import Run
from world import Died, Silent


def prepare(world):
    """Two states from which the scripts start: nothing at all, and a list in which everything occurs."""
    model = Model()
    world.save("empty")
    peer = world.seed()
    run = Run(world, model)
    assert run.start()
    run.set("/tmp/one", 3)
    run.add("one file.bin", peers=[peer], paused=False)
    run.add("Été à Zürich", peers=[peer], paused=False)
    run.download("one file.bin")
    run.download("Été à Zürich")
    run.pause("Été à Zürich")
    run.add("second version", root=1, priorities=[4, 0, 4])
    run.add("large.iso", root=1)
    run.add("both versions", magnet=True, root=1)
    run.add("small 0.bin")
    assert run.quit() == 0
    problems, store = inspect(world, model, True)
    assert not problems, problems
    world.save("list")

    # The first version of the program knew v1 hashes as well as v2 ones; here, a list of v1 torrents will do.
    old = model.copy()
    rows = [row for row in store.rows.values() if world.by_id[row.id].v1 and not world.by_id[row.id].v2]
    old.torrents = {row.id: model.torrents[row.id] for row in rows}
    for file in world.profile.iterdir():
        shutil.rmtree(file) if file.is_dir() else file.name != "essaim.ini" and file.unlink()
    old_schema.write(world.profile / "essaim.db", rows, {row.id: row.resume for row in rows})
    world.save("version 1")
    return {"empty": Model(), "list": model, "version 1": old}


def add_and_download(run, peer):
    run.add("many files", paused=False, peers=[peer], root=1)
    run.download("many files")


def want_some(run, peer):
    run.add("many files", paused=False, peers=[peer], priorities=[4, 0, 0, 4] * 5)
    run.download("many files")
    run.pause("many files")


def want_the_rest(run, peer):
    """What lies in the part file goes to files of its own."""
    torrent = run.world.torrents["many files"].id
    run.add("many files", paused=False, peers=[peer], priorities=[4, 0, 0, 4] * 5)
    run.download("many files")
    run.pause("many files")
    run.priorities("many files", [4] * 20)
    run.resume("many files")
    run.machine.send(do="peer", id=torrent, address=peer)
    run.download("many files")


def magnet(run, peer):
    run.add("small 1.bin", magnet=True, paused=False, peers=[peer])
    run.metadata("small 1.bin")
    run.download("small 1.bin")


def chores(run, _):
    run.pause("one file.bin")
    run.resume("Été à Zürich")
    run.priorities("Été à Zürich", [0, 4, 4, 4, 7])
    run.set("/tmp/two", 9)
    run.pause("Été à Zürich", "one file.bin")


def labels(run, _):
    run.category(["one file.bin", "Été à Zürich"], "Holidays")
    run.tags(["second version", "one file.bin"], ["to watch", "Léa"])
    run.rename("large.iso", "Debian")
    run.category(["one file.bin"], "")


def remove_some(run, _):
    run.remove("small 0.bin", "one file.bin")
    run.remove("both versions")


def remove_files(run, _):
    run.remove("Été à Zürich", files="delete")
    run.remove("one file.bin", "large.iso", files="delete")


def to_the_bin(run, _):
    run.remove("Été à Zürich", files="bin")
    run.remove("one file.bin", "large.iso", files="bin")


def bring_back(run, _):
    run.remove("Été à Zürich", "one file.bin", files="bin")
    run.restore("Été à Zürich")
    run.restore("one file.bin")
    run.download("Été à Zürich")
    run.download("one file.bin")


def check_files(run, _):
    run.recheck("Été à Zürich")
    run.recheck("one file.bin")


def rename_files(run, _):
    """A file, a folder of files, and one that is not there yet."""
    run.rename_files("one file.bin", {0: "kept/the first.bin"})
    run.rename_files("Été à Zürich", {0: "Été à Zürich/unter/große Datei.bin", 1: "Été à Zürich/unter/写真/一.jpg"})
    run.rename_files("large.iso", {0: "Debian/large.iso"})
    run.rename_files("one file.bin", {0: "the second.bin"})


def suffix(run, peer):
    """A file gets the suffix while it is downloaded, loses it as the user wishes, and when it is complete."""
    torrent = run.world.torrents["large.iso"].id
    run.mark(True)
    run.machine.send(do="limit", download=400_000)
    run.resume("large.iso")
    run.machine.send(do="peer", id=torrent, address=peer)
    run.lies("large.iso", marked=True)
    run.pause("large.iso")
    run.mark(False)
    run.lies("large.iso", marked=False)
    run.mark(True)
    run.lies("large.iso", marked=True)
    run.machine.send(do="limit", download=0)
    run.resume("large.iso")
    run.machine.send(do="peer", id=torrent, address=peer)
    run.download("large.iso")
    run.lies("large.iso", marked=False)


def nothing(_, __):
    pass


# name: (state at the beginning, steps, is the start of the program part of it)
SCRIPTS = {
    "first start": ("empty", nothing, True),
    "start": ("list", nothing, True),
    "migration": ("version 1", nothing, True),
    "add and download": ("list", add_and_download, False),
    "want some files": ("list", want_some, False),
    "want the rest": ("list", want_the_rest, False),
    "magnet": ("list", magnet, False),
    "chores": ("list", chores, False),
    "labels": ("list", labels, False),
    "remove": ("list", remove_some, False),
    "remove with files": ("list", remove_files, False),
    "to the bin": ("list", to_the_bin, False),
    "bring back": ("list", bring_back, False),
    "check": ("list", check_files, False),
    "rename": ("list", rename_files, False),
    "suffix": ("list", suffix, False),
}

# These may take files from their place, and not a byte of them from the disk.
KEEPING = {"to the bin", "bring back", "remove"}

# name: (action, errno, for ever)
FAULTS = {
    "kill": ("kill", 0, False),
    "tear": ("tear", 0, False),
    "ENOSPC once": ("fail", errno.ENOSPC, False),
    "ENOSPC for ever": ("fail", errno.ENOSPC, True),
    "EIO once": ("fail", errno.EIO, False),
    "EIO for ever": ("fail", errno.EIO, True),
    "short": ("short", 0, True),
}


def perform(world, models, script, fault=None, at=0):
    """One script with one fault; what was wrong. The control block tells afterwards whether the fault was reached."""
    state, steps, from_start = SCRIPTS[script]
    action, error, forever = FAULTS[fault] if fault else ("count", 0, False)
    world.restore(state)
    world.marks = world.always_marks
    model = models[state].copy()
    peer = world.seed()
    arm = lambda: world.control.arm(action, at, error, forever)
    world.control.disarm()
    if from_start:
        arm()
    run = Run(world, model, faults=True, patience=20 if action in ("count", "kill", "tear", "short") else 1.0)
    problems, ended_well = [], False
    try:
        started = run.start()
        if not started and not world.control.injected:
            problems.append(f"does not start: {run.started['sentence']}")
        if started:
            if not from_start:
                arm()
            steps(run, peer)
            ended_well = run.quit() == 0 and not world.control.injected
            if not ended_well and not world.control.injected:
                problems.append("did not end in order")
    except Died:
        status = run.machine.wait_for_end()
        if action not in ("kill", "tear") or not world.control.injected:
            problems.append(f"died with status {status}")
    except Silent as silent:
        if not world.control.injected or action in ("kill", "tear", "short"):
            problems.append(f"did not answer in time: {silent}")
    finally:
        world.control.disarm()
        run.machine.kill()
    found, _ = inspect(world, model, ended_well)
    problems += found + restart(world, model, at % 8 == 1 or "want" in script)
    if script in KEEPING:
        content = world.content["one file.bin"] | world.content["Été à Zürich"]
        problems += verifier.lost_payload(content, [world.home, *world.roots])
    # A disk that fails may keep a file, and says so; what is brought back is in its place before its torrent is listed.
    if action in ("count", "kill", "tear") and script != "bring back":
        problems += verifier.not_dropped(verifier.read_store(str(world.profile / "essaim.db")))
    return problems


def is_suffix(old, new):
    """Begun by the program itself, in the moment in which it was told to end; the next start goes on with it."""
    return verifier.proper(old) == verifier.proper(new)


def restart(world, model, patient=False):
    """Everything must come back without a word, and nothing must lie about after an orderly end."""
    run = Run(world, model, patience=20)
    problems = []
    store = verifier.read_store(str(world.profile / "essaim.db"))
    unfinished = store.pending
    try:
        if not run.start():
            return [f"does not start again: {run.started['technical']}"]
        run.machine.until(lambda: unfinished <= run.machine.files_removed.keys())
        listed = {torrent["id"] for torrent in run.started["torrents"]}
        if listed != set(model.listed()):
            problems.append(f"shows {len(listed)} torrents of {len(model.listed())}")
        if run.started["settingsKeptAside"]:
            problems.append("the settings were damaged")
        for row in store.rows.values():   # until it is known under which names the files lie
            if row.renames:
                run.seen(row.name)
        if patient:   # a second later the program knows more
            run.machine.until(lambda: all(torrent["state"] != "checking" for torrent in run.machine.torrents.values()))
        if (status := run.quit()) != 0:
            problems.append(f"did not end in order after the restart: status {status}")
        problems += [f"{torrent['name']} is stopped by an error: {torrent.get('error', {}).get('technical', torrent['state'])}"
                     for torrent in run.machine.torrents.values() if torrent["state"] in ("error", "missing")]
        problems += [f"complains after the restart: {complaint}" for complaint in run.complaints()]
    except (Died, Silent) as failure:
        problems.append(f"after the restart: {type(failure).__name__}")
    finally:
        run.machine.kill()
    found, store = inspect(world, model, not problems)
    problems += [f"{row.name} does not know what its files are called" for row in store.rows.values()
                 if not problems and not all(is_suffix(*names) for names in row.renames.values())]
    return problems + found


def enumerate_faults(world, report, budget, names=None, faults=None):
    """Every script with every fault, at as many points as the time allows: evenly spread, from a random first one."""
    start = time.monotonic()
    models = prepare(world)
    chosen = [(script, fault) for script in names or SCRIPTS for fault in faults or FAULTS]
    calls = {}
    for script in names or SCRIPTS:
        began = time.monotonic()
        problems = perform(world, models, script)
        report.cycle("untouched", script, problems)
        calls[script] = (world.control.calls, world.control.by_kind(), time.monotonic() - began)
        report.note(f"{script}: {calls[script][0]} calls {calls[script][1]}")
    # A slow machine needs most of the time for what came before; a part of it remains for the faults all the same.
    end = max(start + budget, time.monotonic() + budget / 4)
    for number, (script, fault) in enumerate(chosen):
        share = max(0, end - time.monotonic()) / (len(chosen) - number)
        total = calls[script][0]
        affordable = max(1, int(share / (calls[script][2] * 1.5)))
        step = max(1, -(-total // affordable))
        at = 1 + world.random.randrange(step)
        until = time.monotonic() + share * 1.5
        while time.monotonic() < until:
            problems = perform(world, models, script, fault, at)
            if not world.control.injected:
                break   # the script ended untouched
            report.cycle(fault, script, problems, f"at call {at}: {world.control.where()}", world.control.injected)
            at += step
