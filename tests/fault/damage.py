"""Damaged state: what the program saved, with bits flipped, cut off, zeroed, put back from yesterday, or gone. It must
start, list every torrent, and say at most one thing about it."""

import shutil
from pathlib import Path

import faults
import verifier
from model import Fact
from scripts import Run
from world import Died, Silent

PAGE = 4096
QUICK = 8   # seconds in which it must have started


def prepare(world):
    """Three pictures of one list: ended in order; killed with a full log; and an older one, from before the last
    changes."""
    model = faults.prepare(world)["list"].copy()
    world.restore("list")
    run = Run(world, model)
    assert run.start()
    for i in range(1, 12):
        run.add(f"small {i}.bin", root=i % 2)
    assert run.quit() == 0
    world.save("ended")
    older = model.copy()
    run = Run(world, model)
    assert run.start()
    run.priorities("Été à Zürich", [4, 4, 0, 4, 7])
    run.pause("one file.bin")
    run.set("/tmp/three", 7)
    run.machine.kill()
    world.save("killed")
    return {"ended": older, "killed": model}, {key: states[-1] for key, states in older.torrents.items()}


# --- what can happen to a file ---

def flip(random, path):
    data = bytearray(path.read_bytes())
    for _ in range(random.choice((1, 1, 2, 8, 64))):
        if data:
            data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(data)


def cut(random, path):
    size = path.stat().st_size
    keep = random.choice((0, random.randrange(size + 1), random.randrange(size // PAGE + 1) * PAGE))
    path.write_bytes(path.read_bytes()[:keep])


def zero(random, path):
    data = bytearray(path.read_bytes())
    if data:
        start = random.randrange(len(data) // PAGE + 1) * PAGE
        length = min(PAGE * random.choice((1, 1, 4)), len(data) - start)
        data[start:start + length] = bytes(max(0, length))
    path.write_bytes(data)


def garble(random, path):
    data = bytearray(path.read_bytes())
    if data:
        start = random.randrange(len(data))
        part = random.randbytes(random.choice((1, 16, 512, PAGE)))
        data[start:start + len(part)] = part
    path.write_bytes(data)


def grow(random, path):
    with open(path, "ab") as file:
        file.write(random.randbytes(random.choice((1, 100, PAGE, 10 * PAGE))))


def lose(_, path):
    path.unlink()


def without_a_byte(random, path):
    data = path.read_bytes()
    if data:
        at = random.randrange(len(data))
        path.write_bytes(data[:at] + random.choice((b"", b"\0", b"\xff", b"\n")) + data[at + 1:])


HARMS = (flip, flip, flip, cut, zero, garble, grow, lose, without_a_byte)


def injure(world, state):
    """Damages one file of the profile, or puts an older one back. What was done, and whether the list itself may
    rightly be the older one."""
    random = world.random
    profile = Path(world.profile)
    files = sorted(path for path in profile.rglob("*") if path.is_file())
    database = [path for path in files if path.name.startswith("essaim.db")]
    other = [path for path in files if path not in database]
    if state == "killed" and random.random() < 0.1:
        for path in database:
            path.unlink()
        shutil.copy(world.base / "kept/ended/profile/essaim.db", profile / "essaim.db")
        return "an older essaim.db was put back", True
    if state == "killed" and random.random() < 0.1:
        for path in database:
            if path.name.endswith("-wal"):
                path.unlink()
        return "lost essaim.db-wal", True
    path = random.choice(database if random.random() < 0.6 or not other else other)
    harm = random.choice(HARMS)
    harm(random, path)
    return f"{harm.__name__} {path.relative_to(profile)}", path.name.endswith("-wal")


def judge(world, model, older, may_be_older, tally):
    """Starts the program on what is there."""
    run = Run(world, model.copy(), patience=QUICK)
    problems = []
    try:
        if not run.start():
            return [f"does not start: {run.started['technical']}"]
        listed = {torrent["id"] for torrent in run.started["torrents"]}
        if lost := set(model.listed()) - listed:
            problems.append(f"{len(lost)} of {len(model.listed())} torrents are lost")
        if more := listed - set(model.listed()):
            problems.append(f"{len(more)} torrents too many")
        status = run.quit()
        if status != 0:
            problems.append(f"ended with status {status}")
        messages = len(run.machine.problems) + bool(run.started["settingsKeptAside"])
        tally["messages"] += messages
        if messages > 1:
            problems.append(f"says {messages} things: {run.complaints()}")
        if run.started["settings"]["save_path"] not in ("/tmp/one", "/tmp/three"):
            tally["settings changed"] += 1
            if not run.started["settingsKeptAside"]:
                tally["settings changed without a word"] += 1
    except Died:
        problems.append(f"died with status {run.machine.wait_for_end()}")
    except Silent as silent:
        problems.append(f"hangs: {silent}")
    finally:
        run.machine.kill()
    if problems:
        return problems
    store = verifier.read_store(str(world.profile / "essaim.db"))
    problems += store.problems
    for key in model.listed():
        found = Fact.of(store.rows[key]) if key in store.rows else None
        allowed = [model.now(key)] + ([older[key]] if may_be_older else [])
        if found is None:
            problems.append("a torrent is listed and not in the store")
        elif found not in allowed:
            problems.append(f"{store.rows[key].name}: {allowed[0].differences(found)}")
    for path, value in world.tree_of_foreign().items():
        if world.foreign.get(path) != value:
            problems.append(f"a file that is not ours was changed: {path}")
    return problems


def damage(world, report, seconds):
    import collections
    import time
    models, older = prepare(world)
    tally = collections.Counter()
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        number += 1
        state = world.random.choice(("ended", "killed"))
        world.restore(state)
        done, may_be_older = injure(world, state)
        problems = judge(world, models[state], older, may_be_older, tally)
        report.cycle("damage", done.split()[0] + " " + Path(done.split()[-1]).suffix, problems,
                     f"image {number}, {state}: {done}")
    report.note(", ".join(f"{count} {what}" for what, count in tally.items()))
