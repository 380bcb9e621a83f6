#!/usr/bin/env python3
"""Addresses change in the middle of a transfer: the router gets another one outside ("outside") or the host another one at
home ("home"). What is handed out follows, what the router passes on too, and the transfer goes on and finishes."""

import sys
import time

import network
from network import HOME_WAN, HOST, INTERNET_HOME, Failure, check, wait_for
from programs import Aria2, Window, announce, check_equal, make_files

sys.path.insert(0, str(network.Path(__file__).resolve().parents[1] / "interop"))
from swarm import info_hash  # noqa: E402

SIZE = 16_000_000
NEW_WAN, NEW_HOST = "5.5.1.77", "192.168.1.77"


def bytes_in(folder):
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file())


def handed_out(node, url, torrent):
    """The IPv4 addresses that the tracker tells `node`, with their ports."""
    try:
        peers = announce(node, url, info_hash(torrent), left=1)
        announce(node, url, info_hash(torrent), left=1, event="stopped")
    except Failure:
        return {}
    return {address: port for address, port in peers if ":" not in address}


def takes_connections(node, address, port):
    """Whether somebody answers there when `node` connects; not without a port."""
    connect = f"import socket; socket.create_connection(({address!r}, {port}), 3).close()"
    try:
        node.run(sys.executable, "-c", connect)
    except Failure:
        return False
    return port is not None


def goes_on(what, folder):
    """Whoever lost the other finds it again: bytes arrive that were not there."""
    before = bytes_in(folder)
    check(before < SIZE, "the transfer was over too soon to say anything")
    began = time.monotonic()
    wait_for(f"the transfer to go on after {what}", lambda: bytes_in(folder) > before + 1_000_000, 60)
    print(f"{time.monotonic() - began:.0f} s until a megabyte had come after {what}", flush=True)


def change_outside(net, window, torrent):
    """A provider gives its customers other addresses at night."""
    home, ben = net["home-router"], net["ben"]
    home.ip("address", "del", f"{HOME_WAN}/24", "dev", "wan")
    home.address("wan", f"{NEW_WAN}/24")
    home.route("default", INTERNET_HOME)
    began = time.monotonic()
    window.wait("the new public address", lambda: f"//{NEW_WAN}:" in window.status()["addresses"][0], 60)
    print(f"{time.monotonic() - began:.0f} s until the new public address was known", flush=True)
    check(HOME_WAN not in str(window.status()["addresses"]), "the old address is still told")
    check(window.status()["reach"] == "probable", "what was proved was the old address")
    url = f"http://{NEW_WAN}:6969/announce"
    wait_for("outsiders to be told the new address", lambda: NEW_WAN in handed_out(ben, url, torrent))
    check(HOME_WAN not in handed_out(ben, url, torrent), "outsiders are told the old address")
    window.wait("the proof from outside", lambda: window.status()["reach"] == "proved")


def change_at_home(net, window, torrent):
    """The router gives the host another address; a moment passes before the route is there, as with DHCP."""
    home, host = net["home-router"], net["host"]
    host.ip("link", "add", "docker0", "type", "bridge")   # what is no change of address
    host.address("docker0", "172.17.0.1/16")
    host.ip("link", "set", "docker0", "up")
    host.ip("address", "del", f"{HOST}/24", "dev", "eth0")
    host.address("eth0", f"{NEW_HOST}/24")
    host.route("default", "192.168.1.1")
    began = time.monotonic()

    def is_forwarded(port):
        return home.mappings().count(f"dport {port} dnat ip to {NEW_HOST}:{port}") == 2   # TCP and UDP

    wait_for("the router to forward to the new address", lambda: is_forwarded(6969), 30)
    print(f"{time.monotonic() - began:.0f} s until the router forwarded to the new address", flush=True)
    check(f"dnat ip to {HOST}:6969" not in home.mappings(), "the router forwards to the old address, too")
    window.wait("the new address at home", lambda: f"//{NEW_HOST}:" in str(window.status()["addresses"]))
    check(f"//{HOST}:" not in str(window.status()["addresses"]), "the old address at home is still told")
    wait_for("the sister to be told the new address", lambda: NEW_HOST in handed_out(
        net["sister"], f"http://{NEW_HOST}:6969/announce", torrent))
    # The router may have given the client's port another number, since the old address still had the old one.
    wait_for("outsiders to get through to what they are told", lambda: takes_connections(
        net["ben"], HOME_WAN, handed_out(net["ben"], f"http://{HOME_WAN}:6969/announce", torrent).get(HOME_WAN)))
    window.wait("the proof from outside", lambda: window.status()["reach"] == "proved")
    check(f"//{HOME_WAN}:6969/" in window.status()["addresses"][0], "the public address is told with another port")


def run(change):
    with network.build() as net:
        host, outside = net["host"], net["outside"]
        folder, files = net.scratch / "Ferien", net.scratch / "outside-files"
        make_files(folder, SIZE)
        window = Window(host)
        window.switch_tracker_on()
        window.wait("the public address to be known", lambda: HOME_WAN in str(window.status().get("addresses")))
        torrent, _ = window.publish(folder)
        aria2 = Aria2(outside, torrent, files, "--max-overall-download-limit=500K")
        wait_for("a part of the transfer", lambda: bytes_in(files) > 1_000_000)
        window.wait("the proof from outside", lambda: window.status()["reach"] == "proved")

        change(net, window, torrent)
        goes_on("the change", files)
        check(aria2.process.poll() is None, "aria2 ended")
        aria2.wait_complete(90)
        check_equal(folder, files / folder.name)
        window.quit()


try:
    run({"home": change_at_home, "outside": change_outside}[sys.argv[1]])
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
