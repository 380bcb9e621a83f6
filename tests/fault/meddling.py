"""What people and other programs do to a profile: delete, replace, copy, move and cut its files, start it twice, kill it
again and again while it starts, or while it puts an older list back. Every torrent stays listed as the user had it, what
was foreign is kept, and at most one thing is said."""

import collections
import os
import shutil
import sqlite3
import subprocess
import threading
import time
from pathlib import Path

import damage
import faults
import torrents
import verifier
from model import Fact, Model
from scripts import Run
from world import BUILD, Died, Silent

ESSAIM = BUILD / "bin/essaim"


class Scene:
    """What was done to the profile, and what may be said of it afterwards."""

    def __init__(self, older=False, foreign=b"", lost_metadata=(), silent=False):
        self.older = older                  # choices may be the older ones
        self.foreign = foreign              # these bytes must be somewhere in the profile still
        self.lost_metadata = lost_metadata  # ids of torrents that can only be magnets now
        self.silent = silent                # nothing at all may be said


def _database(profile):
    return [path for path in profile.iterdir() if path.name.startswith("essaim.db")]


def _cards(profile, suffix):
    return sorted((profile / "meta").rglob(f"*{suffix}"))


def without_cards(world, profile):
    shutil.rmtree(profile / "meta")
    return Scene(silent=True)


def without_some_cards(world, profile):
    for path in world.random.sample(_cards(profile, ".card") + _cards(profile, ".torrent"), 9):
        path.unlink()
    return Scene(silent=True)


def cards_of_another(world, profile):
    """Each says what another torrent is."""
    cards = _cards(profile, ".card")
    contents = [path.read_bytes() for path in cards]
    for path, content in zip(cards, contents[1:] + contents[:1]):
        path.write_bytes(content)
    return Scene(silent=True)


def without_database(world, profile):
    for path in _database(profile):
        path.unlink()
    return Scene()


def without_database_and_some_metadata(world, profile):
    gone = world.random.sample(_cards(profile, ".torrent"), 3)
    for path in gone:
        path.unlink() if world.random.random() < 0.5 else path.write_bytes(world.random.randbytes(300))
    without_database(world, profile)
    return Scene(lost_metadata=[path.stem for path in gone])


def emptied(world, profile):
    for path in _database(profile):
        path.write_bytes(b"")
    return Scene()


def another_database(world, profile):
    """With tables of the same names, and others."""
    without_database(world, profile)
    database = sqlite3.connect(profile / "essaim.db")
    database.execute("CREATE TABLE torrent (place INTEGER PRIMARY KEY, words TEXT)")
    database.execute("CREATE TABLE diary (words TEXT)")
    database.execute("INSERT INTO diary VALUES (?)", ("dear diary " * 50,))
    database.execute("INSERT INTO torrent VALUES (1, 'dear diary')")
    database.commit()
    database.close()
    return Scene(foreign=(profile / "essaim.db").read_bytes())


def a_text(world, profile):
    without_database(world, profile)
    letter = ("My dear Léa,\n" + "this is a letter.\n" * 400).encode()
    (profile / "essaim.db").write_bytes(letter)
    return Scene(foreign=letter)


def behind_a_link(world, profile):
    """The database lies on another disk."""
    elsewhere = world.base / "essaim-elsewhere"
    shutil.rmtree(elsewhere, ignore_errors=True)
    elsewhere.mkdir()
    for path in _database(profile):
        if path.suffix == ".db":
            shutil.move(path, elsewhere / path.name)
            path.symlink_to(elsewhere / path.name)
        else:
            shutil.move(path, elsewhere / path.name)
    return Scene(silent=True)


def own_copy_put_back(world, profile):
    """A user's copy of the file alone, made while the program ran."""
    without_database(world, profile)
    shutil.copy(world.base / "kept/ended/profile/essaim.db", profile / "essaim.db")
    return Scene(older=True)


def journal_of_another(world, profile):
    """The log belongs to an older file."""
    shutil.copy(world.base / "kept/ended/profile/essaim.db", profile / "essaim.db")
    return Scene(older=True)


def copied_while_it_ran(world, profile):
    """File by file, in any order, while things are changed."""
    world.restore("ended")
    run = Run(world, Model())
    copy = world.base / "essaim-copy"
    shutil.rmtree(copy, ignore_errors=True)
    try:
        run.start()
        ids = [torrent["id"] for torrent in run.started["torrents"]]

        def change():
            for number in range(200):
                run.machine.send(do="tags", ids=world.random.sample(ids, 3), list=[f"tag {number}"])
        changing = threading.Thread(target=change)
        changing.start()
        files = [path for path in profile.rglob("*") if path.is_file()]
        world.random.shuffle(files)
        for path in files:
            place = copy / path.relative_to(profile)
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copy(path, place)
            except FileNotFoundError:
                pass   # it was a fresh one that has its name now
            time.sleep(0.001)
        changing.join()
    finally:
        run.machine.kill()
    shutil.rmtree(profile)
    shutil.move(copy, profile)
    scene = Scene(older=True)
    scene.any_tags = True
    return scene


def moved(world, profile):
    other = world.base / "essaim-moved"
    shutil.rmtree(other, ignore_errors=True)
    shutil.move(profile, other)
    shutil.copytree(other, profile)
    return Scene(silent=True)


def in_the_way(world, profile):
    """Files where folders are wanted, folders where files are."""
    for name in world.random.sample(["backup", "quarantine", "reserve.bin", "essaim.ini.previous", "essaim.ini.new"], 3):
        place = profile / name
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
        if name in ("backup", "quarantine"):
            place.write_bytes(b"in the way")
        else:
            place.mkdir()
            (place / "mine.txt").write_bytes(b"in the way")
    return Scene()


def settings_cut(world, profile):
    file = profile / "essaim.ini"
    data = file.read_bytes()
    file.write_bytes(data[:world.random.randrange(len(data))])
    return Scene()


def strange_things(world, profile):
    """Names that nobody expects, in every folder."""
    for folder in (profile, profile / "meta", profile / "meta/ab"):
        folder.mkdir(exist_ok=True)
        for name in (b"line\nbreak", b"\xff\xfe", b"x" * 255, b"a.card", b"0" * 40 + b".card", b"f" * 40 + b".torrent"):
            with open(os.fsencode(folder) + b"/" + name, "wb") as file:
                file.write(b"in the way")
    os.symlink("nowhere", profile / "meta/loop")
    os.symlink(".", profile / "meta/ab/here")
    return Scene(silent=True, foreign=b"in the way")


def twice(world, profile):
    """A second start must be refused, and change nothing for the first."""
    first = Run(world, Model())
    try:
        first.start()
        second = Run(world, Model())
        try:
            if second.start():
                raise AssertionError("two programs have one profile")
        finally:
            second.machine.kill()
        if world.random.random() < 0.5:
            first.machine.kill()
        else:
            first.quit()
    finally:
        first.machine.kill()
    return Scene(silent=True)


def killed_while_starting(world, profile):
    """Again and again, each time a little later."""
    for _ in range(12):
        run = Run(world, Model())
        time.sleep(world.random.uniform(0, 0.15))
        run.machine.kill()
    return Scene(silent=True)


SCENES = [without_cards, without_some_cards, cards_of_another, without_database, without_database_and_some_metadata,
          emptied, another_database, a_text, behind_a_link, own_copy_put_back, journal_of_another, copied_while_it_ran,
          moved, in_the_way, settings_cut, strange_things, twice, killed_while_starting]


def judge(world, model, older, scene):
    run = Run(world, model.copy(), patience=damage.QUICK)
    problems = []
    try:
        if not run.start():
            return [f"does not start: {run.started['technical']}"]
        listed = {torrent["id"] for torrent in run.started["torrents"]}
        if lost := set(model.listed()) - listed:
            problems.append(f"{len(lost)} of {len(model.listed())} torrents are lost")
        if more := listed - set(model.listed()):
            problems.append(f"{len(more)} torrents too many")
        if (status := run.quit()) != 0:
            problems.append(f"ended with status {status}")
        if len(run.machine.problems) > (0 if scene.silent else 1):
            problems.append(f"says {len(run.machine.problems)} things: {run.complaints()}")
        if run.started["settings"]["save_path"] not in ("/tmp/one", "/tmp/three"):
            problems.append(f"lost its settings: {run.started['settings']}")
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
        if found is None:
            problems.append("a torrent is listed and not in the store")
            continue
        allowed = [model.now(key)] + ([older[key]] if scene.older else [])
        if any(_is_same(found, fact, key in scene.lost_metadata, getattr(scene, "any_tags", False)) for fact in allowed):
            continue
        problems.append(f"{store.rows[key].name}: {allowed[0].differences(found)}")
    if scene.foreign and not any(scene.foreign in path.read_bytes() for path in world.profile.rglob("*")
                                 if path.is_file()):
        problems.append("what was in the place of the database is gone")
    for key in model.listed():
        for suffix in (".card", ".torrent") if store.rows[key].torrent else (".card",):
            if not (world.profile / "meta" / key[:2] / (key + suffix)).is_file():
                problems.append(f"the {suffix} of {store.rows[key].name} was not made again")
    for path, value in world.tree_of_foreign().items():
        if world.foreign.get(path) != value:
            problems.append(f"a file that is not ours was changed: {path}")
    return problems


def _is_same(found, fact, is_magnet, any_tags):
    if any_tags:
        found = Fact(**{**vars(found), "labels": fact.labels})
    if is_magnet:
        found = Fact(**{**vars(found), "info": fact.info, "source": fact.source})
    return found == fact


def restore_with_kills(world, report, models, end):
    """`essaim --restore`, killed at one call after the other: the list of before, or the one of the backup."""
    world.restore("killed")
    run = Run(world, models["killed"].copy())
    assert run.start() and run.quit() == 0
    world.save("mended")
    backup = world.base / "essaim-backup.db"
    shutil.copy(world.base / "kept/ended/profile/essaim.db", backup)
    at = 1 + world.random.randrange(8)
    while time.monotonic() < end:
        world.restore("mended")
        action = world.random.choice(("kill", "tear", "fail", "fail"))
        error = world.random.choice((28, 5))
        world.control.arm(action, at, error, action == "fail" and world.random.random() < 0.5)
        status = subprocess.run([ESSAIM, "--profile", world.profile, "--restore", backup], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, timeout=30,
                                env=world.environment(True) | {"QT_QPA_PLATFORM": "offscreen"}).returncode
        world.control.disarm()
        hit, where = world.control.injected, world.control.where()
        problems = []
        if not hit and status != 0:
            problems.append(f"restoring ended with status {status}")
        problems += between(world, models, status == 0)
        report.cycle(action if hit else "untouched", "--restore", problems, f"at call {at}: {where}", max(1, hit))
        if not hit:
            break
        at += 1 + world.random.randrange(12)


def between(world, models, is_done):
    """All facts are of one of the two lists."""
    return faults.restart(world, which(models, world, is_done))


def which(models, world, is_done):
    """Which of the two lists it is; the facts of one torrent tell."""
    store = verifier.read_store(str(world.profile / "essaim.db"))
    older, newer = models["ended"].copy(), models["killed"].copy()
    older.settings = newer.settings = {}

    def count(model):
        return sum(1 for key in model.listed() if key in store.rows and Fact.of(store.rows[key]) == model.now(key))
    return older if is_done or count(older) > count(newer) else newer


def many(world, report, end):
    """A thousand torrents, added as fast as they are taken, and killed in the middle: what was acknowledged is there."""
    world.restore("empty")
    folder = world.base / "essaim-many"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    files = {}
    for number in range(1000):
        name = f"one of many {number}.bin"
        data = torrents.make(name, [(name, world.random.randbytes(100))], "v1")
        (folder / f"{number}.torrent").write_bytes(data)
        files[torrents.Torrent(data).id] = folder / f"{number}.torrent"
    acknowledged, number = set(), 0
    while len(acknowledged) < len(files) and time.monotonic() < end:
        number += 1
        run = Run(world, Model(), patience=20)
        problems = []
        began = time.monotonic()
        try:
            assert run.start()
            took = time.monotonic() - began
            listed = {torrent["id"] for torrent in run.started["torrents"]}
            if lost := acknowledged - listed:
                problems.append(f"{len(lost)} of {len(acknowledged)} acknowledged torrents are lost")
            acknowledged |= listed
            waiting, asked = sorted(files.keys() - listed), set()
            until = time.monotonic() + world.random.uniform(0.1, 1.0)
            while time.monotonic() < until and len(acknowledged) < len(files):
                while waiting and len(asked) < 100:   # a pipe holds only so much
                    key = waiting.pop()
                    asked.add(key)
                    run.machine.send(do="add", torrent=str(files[key]), save=str(world.roots[0]), paused=True)
                run.machine.read(0.05)
                answered = {event["id"] for event in run.machine.events
                            if event["event"] == "added" and "error" not in event}
                run.machine.events.clear()
                acknowledged |= answered
                asked -= answered
        except (Died, Silent) as failure:
            problems.append(f"{type(failure).__name__}")
        finally:
            run.machine.kill()
        report.cycle("kill", "a thousand torrents", problems, f"start {number} of {len(listed)}, {took:.2f} s")
    report.note(f"{len(acknowledged)} torrents after {number} kills")


def meddle(world, report, seconds):
    models, older = damage.prepare(world)
    began = time.monotonic()
    end = began + seconds
    number = 0
    while number < len(SCENES) or time.monotonic() < began + seconds * 0.6:
        scene = SCENES[number % len(SCENES)]
        number += 1
        world.restore("killed")
        try:
            expected = scene(world, world.profile)
            problems = judge(world, models["ended" if scene is copied_while_it_ran else "killed"], older, expected)
        except AssertionError as failure:
            problems = [str(failure)]
        report.cycle("meddling", scene.__name__.replace("_", " "), problems, f"scene {number}")
    restore_with_kills(world, report, models, max(time.monotonic() + 10, began + seconds * 0.8))
    many(world, report, max(time.monotonic() + 10, end))
