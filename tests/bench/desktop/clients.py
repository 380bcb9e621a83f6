"""The clients whose windows are measured: how each gets its torrents, starts, is steered and ends."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

BIN = Path(os.environ.get("ESSAIM_BIN_DIR", Path(__file__).parents[3] / "build/release/bin"))
sys.path.insert(0, str(Path(__file__).parents[2] / "fault"))
from world import Machine   # noqa: E402

PATIENCE = 300   # seconds


def bencode(value):
    if isinstance(value, int):
        return b"i%de" % value
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    if isinstance(value, list):
        return b"l" + b"".join(map(bencode, value)) + b"e"
    return b"d" + b"".join(bencode(key) + bencode(value[key]) for key in sorted(value)) + b"e"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Client:
    """One client with a folder of its own. `content` holds the files of its torrents."""
    name = "?"

    def __init__(self, folder, content):
        self.folder, self.content, self.process = folder, content, None
        folder.mkdir()

    def command(self):
        raise NotImplementedError

    def environment(self):
        return dict(os.environ, HOME=str(self.folder), XDG_CONFIG_HOME=str(self.folder / "config"),
                    XDG_DATA_HOME=str(self.folder / "data"), XDG_CACHE_HOME=str(self.folder / "cache"),
                    LC_ALL="C.UTF-8", DBUS_SESSION_BUS_ADDRESS="disabled:")

    def start(self):
        with open(self.folder / "log.txt", "wb") as log:
            self.process = subprocess.Popen(self.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
                                            env=self.environment())

    @property
    def pid(self):
        return self.process.pid

    def hand_over(self, path):
        """Opens a torrent as a double click in a file manager does."""
        subprocess.run([*self.command(), str(path)], env=self.environment(), timeout=PATIENCE, check=False,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def readable(self):
        """Milliseconds from the start until the list could be read, if the client says so; else None."""

    def running(self):
        """The same for: all torrents run."""

    def quit(self, screen, window):
        screen.close(window)

    def wait_for_end(self):
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired as late:
            self.kill()
            raise TimeoutError(f"{self.name} does not end") from late

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    def wait_for_rest(self):
        """Seconds since the call after which the client did nothing worth mentioning for two seconds."""
        began = time.monotonic()
        rest, spent = began, self.cpu_seconds()
        while time.monotonic() < began + PATIENCE:
            time.sleep(0.1)
            now = self.cpu_seconds()
            if now > spent + 0.02:
                rest = time.monotonic()
            spent = now
            if time.monotonic() > rest + 2:
                return rest - began
        raise TimeoutError(f"{self.name} never comes to rest")


class Essaim(Client):
    name = "ours"

    def __init__(self, folder, content):
        super().__init__(folder, content)
        (folder / "profile").mkdir()

    def command(self):
        return [BIN / "essaim", "--profile", self.folder / "profile", "--offline", "--pilot",
                "--geometry", "1280x720+0+0"]

    def hand_over(self, path):
        subprocess.run([BIN / "essaim", "--profile", self.folder / "profile", "--offline", path], timeout=PATIENCE,
                       env=self.environment(), check=False, stdin=subprocess.DEVNULL)

    def fill(self, torrents):
        if not torrents:
            return
        machine = Machine([BIN.parent / "tests/fault_actor", self.folder / "profile"], self.environment(),
                          self.folder / "actor.txt")
        for torrent in torrents:
            machine.send(do="add", torrent=str(torrent), save=str(self.content))
        left = len(torrents)

        def added(event):
            nonlocal left
            left -= event["event"] == "added"
            return left == 0
        machine.wait(added, PATIENCE)
        machine.until(lambda: sum(t["state"] == "seeding" for t in machine.torrents.values()) == len(torrents), PATIENCE)
        machine.send(do="quit")
        machine.wait_for_end(PATIENCE)

    def _logged(self, pattern):
        found = re.search(pattern, (self.folder / "log.txt").read_text(errors="replace"))
        return int(found[1]) if found else None

    def readable(self):
        return self._logged(r"readable after (\d+) ms")

    def running(self):
        return self._logged(r"running after (\d+) ms")

    def _exchange(self, command):
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, **command):
        answer = self._exchange(command)
        if not answer["ok"]:
            raise RuntimeError(f"{command}: {answer}")
        return answer

    def wait_until(self, condition, **command):
        """What is asked about may not be there yet."""
        end = time.monotonic() + PATIENCE
        while not ((answer := self._exchange(command))["ok"] and condition(answer)):
            if time.monotonic() > end:
                raise TimeoutError(str(command))
            time.sleep(0.005)

    def quit(self, screen, window):
        self.ask(do="quit")


class QBittorrent(Client):
    name = "qbittorrent"

    def __init__(self, folder, content):
        super().__init__(folder, content)
        config = folder / "qBittorrent" / "config"
        config.mkdir(parents=True)
        (config / "qBittorrent.conf").write_text(f"""[LegalNotice]
Accepted=true

[BitTorrent]
Session\\DHTEnabled=false
Session\\LSDEnabled=false
Session\\DefaultSavePath={content}
Session\\Port={free_port()}

[Network]
PortForwardingEnabled=false

[Preferences]
General\\CloseToTray=false
General\\ExitConfirm=false
General\\SystrayEnabled=false
""", encoding="utf-8")

    def command(self):
        return ["qbittorrent", f"--profile={self.folder}"]

    def fill(self, torrents):
        backup = self.folder / "qBittorrent" / "data" / "BT_backup"
        backup.mkdir(parents=True)
        for torrent in torrents:
            data = torrent.read_bytes()
            digest = bytes.fromhex(torrent.stem)
            (backup / f"{torrent.stem}.torrent").write_bytes(data)
            (backup / f"{torrent.stem}.fastresume").write_bytes(bencode({
                b"file-format": b"libtorrent resume file", b"file-version": 1, b"info-hash": digest,
                b"save_path": str(self.content).encode(), b"qBt-savePath": str(self.content).encode(),
                b"pieces": b"\x01", b"paused": 0, b"auto_managed": 1, b"qBt-seedStatus": 1,
                b"completed_time": 1_700_000_000, b"added_time": 1_700_000_000}))


class Transmission(Client):
    program = "transmission-qt"

    @property
    def name(self):
        return self.program

    def __init__(self, folder, content):
        super().__init__(folder, content)
        self.state = folder / "state"
        (self.state / "torrents").mkdir(parents=True)
        (self.state / "settings.json").write_text(json.dumps({
            "dht-enabled": False, "lpd-enabled": False, "utp-enabled": False, "port-forwarding-enabled": False,
            "peer-port": free_port(), "download-dir": str(content), "show-notification-area-icon": False,
            "show-options-window": True, "user-has-given-informed-consent": True, "inhibit-desktop-hibernation": False,
            "blocklist-updates-enabled": False}), encoding="utf-8")

    def command(self):
        return [self.program, "--config-dir", str(self.state)]

    def fill(self, torrents):
        for torrent in torrents:
            (self.state / "torrents" / torrent.name).write_bytes(torrent.read_bytes())


class TransmissionGtk(Transmission):
    program = "transmission-gtk"


CLIENTS = {"ours": Essaim, "qbittorrent": QBittorrent, "transmission-qt": Transmission,
           "transmission-gtk": TransmissionGtk}
