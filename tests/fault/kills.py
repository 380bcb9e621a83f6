"""kill -9 at random moments, again and again on the same profile, while random things are done."""

import collections
import threading
import time

import faults
from model import Model, inspect
from scripts import Run
from world import Died, Silent

LONGEST = 0.35   # seconds from the start of the program to its end


class RandomUser:
    """Does one thing after the other, whatever makes sense at that moment."""

    def __init__(self, world, run, peer):
        self.world, self.run, self.peer = world, run, peer
        self.random = world.random

    def _listed(self):
        return [name for name, torrent in self.world.torrents.items() if self.run.model.now(torrent.id) is not None]

    def act(self):
        listed = self._listed()
        absent = [name for name in self.world.torrents if name not in listed]
        choices = []
        if absent:
            choices += [self.add] * (6 if len(listed) < 8 else 2)
        if listed:
            choices += [self.toggle, self.toggle, self.remove, self.recheck, self.priorities, self.want,
                        self.label]
        choices += [self.mark] if self.world.always_marks else []
        choices += [self.set, self.bring_back] if self.world.brings_back else [self.set]
        self.random.choice(choices)(listed, absent)

    def add(self, _, absent):
        name = self.random.choice(absent)
        torrent = self.world.torrents[name]
        magnet = self.random.random() < 0.2
        if magnet:
            self.run.model.awaited[torrent.id] = torrent.info
        self.run.add(name, root=self.random.randrange(2), paused=self.random.random() < 0.3, peers=[self.peer],
                     magnet=magnet)

    def toggle(self, listed, _):
        name = self.random.choice(listed)
        torrent = self.world.torrents[name].id
        self.run.pause(name, stop=not self.run.model.now(torrent).paused)
        self.run.machine.send(do="peer", id=torrent, address=self.peer)

    def want(self, listed, _):
        """Waits a little for pieces, that may come slowly."""
        self.run.machine.send(do="limit", download=self.random.choice((0, 300_000, 2_000_000)))
        torrent = self.world.torrents[self.random.choice(listed)].id
        self.run.machine.send(do="peer", id=torrent, address=self.peer)
        try:
            self.run.machine.until(
                lambda: self.run.machine.torrents.get(torrent, {}).get("state") in ("seeding", "complete"), 0.2)
        except Silent:
            pass

    def remove(self, listed, _):
        names = self.random.sample(listed, min(len(listed), self.random.choice((1, 1, 1, 3))))
        self.run.remove(*names, files=self.random.choice(("", "bin", "delete")))

    def bring_back(self, _, __):
        names = [name for name, torrent in self.world.torrents.items() if self.run.model.can_come_back(torrent.id)]
        if names:
            self.run.restore(self.random.choice(names))

    def recheck(self, listed, _):
        torrent = self.world.torrents[self.random.choice(listed)].id
        self.world.remember({"do": "recheck", "id": torrent})
        self.run.machine.send(do="recheck", ids=[torrent])

    def priorities(self, listed, _):
        names = [name for name in listed if self.world.torrents[name].v1 and not self.world.torrents[name].v2
                 and self.run.model.now(self.world.torrents[name].id).info]
        if names:
            name = self.random.choice(names)
            count = len(self.world.torrents[name].files)
            self.run.priorities(name, [self.random.choice((0, 4, 4, 7)) for _ in range(count)])

    def label(self, listed, _):
        names = self.random.sample(listed, min(len(listed), 2))
        if self.random.random() < 0.5:
            self.run.category(names, self.random.choice(("", "Films", "Musique")))
        else:
            self.run.tags(names, self.random.sample(["a", "b", "c"], self.random.randrange(4)))

    def mark(self, _, __):
        self.run.mark(self.random.random() < 0.7)

    def set(self, _, __):
        self.run.set(f"/tmp/{self.random.randrange(1000)}", self.random.randrange(1, 100))


def cycle(world, model, moment, tally):
    """One life of the program; None if it ended in order."""
    run = Run(world, model, patience=10)
    timer = threading.Timer(moment, run.machine.process.kill)
    timer.start()
    problems, ended_well = [], False
    asked_to_end = world.random.random() < 0.15
    try:
        if not run.start():
            return [f"does not start: {run.started['technical']}"]
        listed = {torrent["id"] for torrent in run.started["torrents"]}
        if listed != set(model.listed()):
            problems.append(f"shows {len(listed)} torrents of {len(model.listed())}")
        problems += [f"{torrent['name']} came back with an error: {torrent.get('error', {}).get('technical')}"
                     for torrent in run.started["torrents"] if torrent["state"] in ("error", "missing")]
        user = RandomUser(world, run, world.seed())
        for _ in range(world.random.randrange(2, 12)):
            user.act()
            if asked_to_end and world.random.random() < 0.3:
                break
        ended_well = run.quit() == 0
        tally["ended in order"] += 1
    except Died:
        tally["killed"] += 1
    except Silent as silent:
        problems.append(f"did not answer in time: {silent}")
    finally:
        timer.cancel()
        timer.join()
        reported = {key: torrent["have"] for key, torrent in run.machine.torrents.items()}
        run.machine.kill()
    problems += [f"complains: {complaint}" for complaint in run.complaints()]
    found, store = inspect(world, model, ended_well)
    for key, count in reported.items():
        if key in store.rows:
            tally["pieces shown"] += count
            tally["pieces shown and not saved"] += max(0, count - len(store.rows[key].claimed))
    return problems + found


def kill_again_and_again(world, report, seconds):
    model, tally = Model(), collections.Counter()
    world.seed()
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        number += 1
        moment = world.random.uniform(0, LONGEST)
        problems = cycle(world, model, moment, tally)
        if number % 20 == 0:
            problems += faults.restart(world, model)
        report.cycle("kill", "random actions", problems, f"cycle {number} after {'; '.join(world.history)}")
        world.remember("ended")
        if len(report.findings) > 20:
            report.note("too many different failures to go on")
            break
    report.note(", ".join(f"{count} {what}" for what, count in tally.items()))
