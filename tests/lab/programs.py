"""What people run on the computers of the lab: Essaim's window, steered like a user's; aria2, Transmission, qBittorrent."""

import hashlib
import ipaddress
import json
import os
import random
import re
import subprocess
from pathlib import Path

from network import Failure, check, wait_for

HERE = Path(__file__).resolve().parent
BIN = Path(os.environ.get("ESSAIM_BIN_DIR", HERE.parents[1] / "build/release/bin"))


def make_files(folder, size=12_000_000, seed=1):
    """A nested folder of `size` bytes in all."""
    generator = random.Random(seed)
    sizes = {"Sommer/Strand.mov": size * 3 // 4, "Sommer/été/photo.raw": size // 5, "README.txt": 42}
    sizes["Sommer/rest.bin"] = size - sum(sizes.values())
    for name, length in sizes.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(generator.randbytes(length))


def digests(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*") if path.is_file()}


def check_equal(sent, received):
    expected, got = digests(sent), digests(received)
    check(expected and expected == got, f"the files differ: {sorted(expected)} sent, {sorted(got)} received, "
          f"different: {sorted(name for name in expected if got.get(name) != expected[name])}")


class Window:
    """Essaim with its window, on a display of its own, on one computer. Its widgets are found by object name."""

    def __init__(self, node, profile="essaim", *, offline=False):
        self.node = node
        self.profile = node.network.scratch / f"{node.name}-{profile}"
        self.offline = offline
        self.start()

    def start(self):
        orders = self.node.network.scratch / f"{self.node.name}-orders"
        orders.unlink(missing_ok=True)
        os.mkfifo(orders)
        command = (f"exec '{BIN}/essaim' --profile '{self.profile}' --pilot --language en --geometry 1280x720+0+0"
                   f"{' --offline' if self.offline else ''} < '{orders}'")
        self.process = self.node.start("essaim", [HERE.parent / "virtual_display", "bash", "-c", command], stdout=-1)
        self.orders = orders.open("w", encoding="utf-8")
        self.number = 0
        self.wait("the window", lambda: self.status()["ok"])

    def ask(self, **command):
        self.number += 1
        self.orders.write(json.dumps({"id": self.number, **command}) + "\n")
        self.orders.flush()
        while line := self.process.stdout.readline():
            if line.startswith(b"{") and (answer := json.loads(line)).get("id") == self.number:
                return answer
        raise Failure(f"{self.node.name}: the window ended")

    def wait(self, what, condition, seconds=40):
        return wait_for(f"{self.node.name}: {what}", condition, seconds)

    def does(self, **command):
        """Repeats a command until the window takes it, as a user waits for a button."""
        return self.wait(str(command), lambda: self.ask(**command).get("ok"), 15)

    def click(self, widget):
        self.does(do="click", widget=widget)

    def type(self, widget, text):
        self.does(do="type", widget=widget, text=str(text))

    def read(self, widget):
        answer = self.ask(do="read", widget=widget)
        return answer.get("text", "") if answer.get("visible") else ""

    def status(self):
        return self.ask(do="status")

    def picture(self, file):
        return self.ask(do="picture", file=str(file))

    def quit(self):
        self.ask(do="quit")
        check(self.process.wait(20) == 0, f"{self.node.name}: the window ended with {self.process.returncode}")
        self.orders.close()

    # What a host does

    def switch_tracker_on(self):
        self.click("trackerPageButton")
        self.click("trackerSwitch")
        self.wait("the tracker", lambda: self.status()["trackerOn"])

    def show_all_options(self):
        """Of the form that opens when something is dropped to be shared."""
        output = "createTorrentDialog/outputEdit"
        self.wait("the form", lambda: self.ask(do="read", widget=output).get("ok"))
        if not self.ask(do="read", widget=output).get("visible"):
            self.click("createTorrentDialog/moreOptionsButton")

    def publish(self, folder):
        """Drops a folder on the window and publishes it: (the .torrent, the invite link)."""
        self.does(do="drop", paths=[str(folder)])
        torrent = self.node.network.scratch / f"{folder.name}.torrent"
        self.show_all_options()
        self.type("createTorrentDialog/outputEdit", torrent)
        self.click("createTorrentDialog/createButton")
        invite = self.wait("the invite", lambda: self.read("createTorrentDialog/inviteEdit"))
        self.click("createTorrentDialog/closeButton")
        return torrent, invite

    # What a friend does

    def download(self, torrent, folder):
        self.does(do="drop", paths=[str(torrent)])
        self.type("addTorrentDialog/savePathEdit", folder)
        self.click("addTorrentDialog/addButton")

    def wait_complete(self, seconds=60):
        def complete():
            torrents = self.status()["torrents"]
            return torrents and all(torrent["state"] == "complete" for torrent in torrents)
        self.wait("the download to be complete", complete, seconds)


class Aria2:
    def __init__(self, node, torrent, folder, *more):
        self.node, self.folder = node, folder
        self.process = node.start("aria2c", [
            "aria2c", "--no-conf", "--enable-dht=true", "--dht-listen-port=6890", f"--dht-file-path={folder}.dht",
            "--bt-enable-lpd=false", "--enable-peer-exchange=false", "--file-allocation=none", "--seed-time=30",
            "--allow-overwrite=true", "--summary-interval=1", "--listen-port=6891", f"--dir={folder}", *more, torrent])

    def wait_complete(self, seconds=60):
        def complete():
            check(self.process.poll() is None, f"aria2 ended with {self.process.returncode}")
            return "SEED" in self.node.network.output(self.process)
        wait_for(f"{self.node.name}: aria2 to have everything", complete, seconds)


class Transmission:
    """Its daemon; `remote` asks it things."""

    PORT = 9091

    def __init__(self, node, torrent, folder):
        self.node = node
        profile = node.network.scratch / f"{node.name}-transmission"
        profile.mkdir()
        (profile / "settings.json").write_text(json.dumps({
            "download-dir": str(folder), "incomplete-dir-enabled": False, "preallocation": 0, "dht-enabled": False,
            "lpd-enabled": False, "pex-enabled": False, "port-forwarding-enabled": False, "peer-port": 6892,
            "rpc-enabled": True, "rpc-port": self.PORT, "rpc-bind-address": "127.0.0.1", "rpc-whitelist-enabled": False,
            "rpc-authentication-required": False}))
        self.process = node.start("transmission", ["transmission-daemon", "--foreground", "--config-dir", profile])
        wait_for(f"{node.name}: Transmission to answer", lambda: self.remote("--session-info", may_fail=True))
        self.remote("--add", str(torrent))

    def remote(self, *words, may_fail=False):
        try:
            return self.node.run("transmission-remote", f"127.0.0.1:{self.PORT}", *words)
        except Failure:
            if may_fail:
                return ""
            raise

    def wait_complete(self, seconds=90):
        wait_for(f"{self.node.name}: Transmission to have everything",
                 lambda: re.search("State: (Seeding|Idle)", info := self.remote("-t", "1", "--info"))
                 and "Percent Done: 100%" in info, seconds)


class QBittorrent:
    """qbittorrent-nox; asked through its web API on the same computer."""

    def __init__(self, node, torrent, folder):
        self.node = node
        profile = node.network.scratch / f"{node.name}-qbittorrent"
        config = profile / "qBittorrent" / "config"
        config.mkdir(parents=True)
        (config / "qBittorrent.conf").write_text(f"""[LegalNotice]
Accepted=true

[BitTorrent]
Session\\DHTEnabled=false
Session\\LSDEnabled=false
Session\\PeXEnabled=false
Session\\Port=6893
Session\\DefaultSavePath={folder}

[Network]
PortForwardingEnabled=false

[Preferences]
WebUI\\Address=127.0.0.1
WebUI\\Port=8080
WebUI\\LocalHostAuth=false
WebUI\\CSRFProtection=false
WebUI\\HostHeaderValidation=false
WebUI\\UseUPnP=false
""", encoding="utf-8")
        self.process = node.start("qbittorrent", ["qbittorrent-nox", f"--profile={profile}"])
        wait_for(f"{node.name}: qBittorrent to answer", lambda: self.get("app/version"))
        self.run("-X", "POST", "-F", f"torrents=@{torrent}", "-F", f"savepath={folder}",
                 "http://127.0.0.1:8080/api/v2/torrents/add")

    def run(self, *words):
        return self.node.run("curl", "--silent", "--show-error", "--max-time", "5", *words)

    def get(self, path):
        try:
            return self.run(f"http://127.0.0.1:8080/api/v2/{path}")
        except Failure:
            return ""

    def wait_complete(self, seconds=60):
        def complete():
            torrents = json.loads(self.get("torrents/info") or "[]")
            return torrents and all(torrent["progress"] == 1 for torrent in torrents)
        wait_for(f"{self.node.name}: qBittorrent to have everything", complete, seconds)


def announce(node, url, info_hash, *, port=6999, left=0, event="started"):
    """A bare announce from `node` over HTTP: the peers that the tracker hands out to it, as (address, port)."""
    hashed = "".join(f"%{byte:02x}" for byte in bytes.fromhex(info_hash))
    query = (f"{url}?info_hash={hashed}&peer_id=-XX0001-{port:012d}&port={port}&uploaded=0&downloaded=0&left={left}"
             f"&compact=1&event={event}&key=00000001&numwant=30")
    done = subprocess.run(node.within("curl", "--silent", "--show-error", "--max-time", "5", query), capture_output=True,
                          timeout=10)
    check(done.returncode == 0, f"{node.name}: no answer to an announce: {done.stderr.decode(errors='replace')}")
    check(b"failure reason" not in done.stdout, f"{node.name}: the tracker refused: {done.stdout!r}")
    peers = []
    for name, size in ((b"5:peers", 6), (b"6:peers6", 18)):
        at = done.stdout.find(name)
        if at >= 0:
            length, data = done.stdout[at + len(name):].split(b":", 1)
            peers += [(str(ipaddress.ip_address(data[start:start + size - 2])),
                       int.from_bytes(data[start + size - 2:start + size], "big"))
                      for start in range(0, int(length), size)]
    return peers


def get(node, url):
    """(status, body) of a page, as a browser gets it."""
    body = node.network.scratch / f"{node.name}-page"
    status = node.run("curl", "--silent", "--max-time", "5", "--output", body, "--write-out", "%{http_code}", url)
    return int(status), body.read_bytes()
