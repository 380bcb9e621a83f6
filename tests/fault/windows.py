"""kill -9 of the whole program: the real window, steered as a user would, on a virtual display."""

import collections
import http.server
import os
import threading
import time

import torrents
import verifier
from model import Model, inspect
from world import BUILD, Died, Machine, Silent

ESSAIM = BUILD / "bin/essaim"
NAMES = ["one file.bin", "Été à Zürich", "large.iso", "many files", "small 0.bin", "small 1.bin", "small 2.bin"]


class Tracker:
    """Names one peer to whoever asks."""

    def __init__(self):
        tracker = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                peers = bytes([127, 0, 0, 1]) + tracker.peer_port.to_bytes(2, "big")
                body = torrents.encode({"interval": 60, "peers": peers})
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.peer_port = 0
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/announce"


class Window:
    """One start of the program."""

    def __init__(self, world, items=()):
        environment = world.environment(False)
        for name in ("XDG_RUNTIME_DIR", "DISPLAY", "QT_QPA_PLATFORM"):
            if name in os.environ:
                environment[name] = os.environ[name]
        if "DISPLAY" not in os.environ:
            environment["QT_QPA_PLATFORM"] = "offscreen"
        self.environment = environment
        self.profile = world.profile
        self.machine = Machine([ESSAIM, "--profile", world.profile, "--offline", "--language", "en", "--pilot", *items],
                               environment, world.base / "log.txt")
        world.machines.append(self.machine)
        self.number = 0

    def ask(self, **command):
        self.number += 1
        self.machine.send(id=self.number, **command)
        return self.machine.wait(lambda answer: answer.get("id") == self.number)

    def insist(self, seconds=15, **command):
        """Until it can be done: a dialog may still be on its way."""
        end = time.monotonic() + seconds
        while not (answer := self.ask(**command))["ok"]:
            if time.monotonic() > end:
                raise Silent(f"{command}: {answer['error']}")
            time.sleep(0.02)
        return answer

    def listed(self):
        return {torrent["name"]: torrent for torrent in self.ask(do="status")["torrents"]}

    def until(self, condition, what, seconds=20):
        end = time.monotonic() + seconds
        while not condition(self.listed()):
            if time.monotonic() > end:
                raise Silent(what)
            time.sleep(0.02)


class User:
    def __init__(self, world, model, window):
        self.world, self.model, self.window, self.random = world, model, window, world.random

    def act(self):
        listed = [name for name in NAMES if self.model.now(self.world.torrents[name].id)]
        absent = [name for name in NAMES if name not in listed]
        self.random.choice([self.add] * 3 * bool(absent) + [self.stop, self.tracker, self.watch])(listed, absent)

    def add(self, _, absent):
        name = self.random.choice(absent)
        torrent = self.world.torrents[name]
        self.world.remember(f"add {name}")
        self.window.insist(do="drop", paths=[str(self.world.files[name])])
        self.window.insist(do="type", widget="addTorrentDialog/savePathEdit", text=str(self.world.roots[0]))
        self.model.ask(torrent.id, save=str(self.world.roots[0]), info=torrent.info)
        self.window.insist(do="click", widget="addTorrentDialog/addButton")
        self.window.until(lambda listed: name in listed, f"{name} is not added")
        self.model.acknowledge()

    def stop(self, listed, _):
        """Everything at once: one row after the other is changed."""
        if not listed:
            return
        stop = self.random.random() < 0.5
        self.world.remember("pause all" if stop else "resume all")
        self.window.ask(do="trigger", action="selectAllAction")
        if not self.window.ask(do="trigger", action="pauseAction" if stop else "resumeAction")["ok"]:
            return
        for name in listed:
            self.model.ask(self.world.torrents[name].id, paused=stop)
        self.window.until(lambda shown: all(shown[name]["stopped"] == stop for name in listed), "pause or resume")
        self.model.acknowledge()

    def tracker(self, _, __):
        on = self.window.ask(do="status")["trackerOn"]
        self.world.remember("tracker off" if on else "tracker on")
        self.window.insist(do="click", widget="trackerPageButton")
        self.model.ask_setting("tracker/enabled", "false" if on else "true")
        self.model.doubt()
        self.window.insist(do="click", widget="trackerSwitch")
        end = time.monotonic() + 15
        while self.window.ask(do="status")["trackerOn"] == on and time.monotonic() < end:
            time.sleep(0.02)
        self.window.insist(do="click", widget="transfersPageButton")

    def watch(self, _, __):
        time.sleep(self.random.uniform(0, 0.3))


def cycle(world, model, tally):
    window = Window(world)
    timer = threading.Timer(world.random.uniform(0.1, 4), window.machine.process.kill)
    timer.start()
    problems, ended_well = [], False
    try:
        expected = {world.by_id[key].name for key in model.listed()}
        window.until(lambda listed: expected <= listed.keys(), "the list does not come back")
        problems += [f"{name} came back with an error" for name, torrent in window.listed().items()
                     if torrent["state"] in ("error", "missing files")]
        user = User(world, model, window)
        for _ in range(world.random.randrange(1, 8)):
            user.act()
        window.ask(do="quit")
        status = window.machine.wait_for_end()
        ended_well = status == 0
        if status not in (0, -9):
            problems.append(f"ended with status {status}")
        tally["ended in order" if ended_well else "killed"] += 1
    except Died:
        tally["killed"] += 1
        if (status := window.machine.wait_for_end()) != -9:
            problems.append(f"died with status {status}")
    except Silent as silent:
        problems.append(f"did not answer in time: {silent}")
    finally:
        timer.cancel()
        timer.join()
        window.machine.kill()
    return problems + inspect(world, model, ended_well)[0]


def kill_windows(world, report, seconds):
    tracker = Tracker()
    for name in NAMES:
        top = torrents.decode(world.torrents[name].data)[0] | {b"announce": tracker.url.encode()}
        world.files[name].write_bytes(torrents.encode(top))
        world.torrents[name] = torrents.Torrent(world.files[name].read_bytes())
        world.by_id[world.torrents[name].id] = world.torrents[name]
    tracker.peer_port = int(world.seed().rsplit(":", 1)[1])
    model, tally, number = Model(), collections.Counter(), 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        number += 1
        if len(model.listed()) == len(NAMES):   # begin again
            model = Model()
            world.wipe()
        report.cycle("kill", "window", cycle(world, model, tally), f"cycle {number} after {'; '.join(world.history)}")
        world.remember("ended")
    tracker.server.shutdown()
    report.note(", ".join(f"{count} {what}" for what, count in tally.items()))
