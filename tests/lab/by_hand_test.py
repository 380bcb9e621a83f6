#!/usr/bin/env python3
"""A router that answers no UPnP and was told by hand to pass the port on. The window says what to do; the first friend
from outside proves that it works, and links then bear the public address. Visitors from the host's own network who come
through the router (hairpin) are served, too."""

import sys

import network
from network import HOME_WAN, HOST, Failure, check
from programs import Aria2, Window, announce, check_equal, make_files

sys.path.insert(0, str(network.Path(__file__).resolve().parents[1] / "interop"))
from swarm import info_hash  # noqa: E402


def run():
    with network.build(upnp=False) as net:
        host, sister, outside, home = net["host"], net["sister"], net["outside"], net["home-router"]
        folder = net.scratch / "Ferien"
        make_files(folder, 3_000_000)
        window = Window(host)
        window.switch_tracker_on()
        window.wait("the verdict", lambda: window.status().get("reach") == "no router", 40)
        check(HOST in window.read("detailLabel"), f"the remedy names no computer: {window.read('detailLabel')}")
        torrent, _ = window.publish(folder)
        home.hairpin(HOME_WAN, HOST, 6969)
        url = f"http://{HOME_WAN}:6969/announce"
        announce(sister, url, info_hash(torrent), left=1)   # served; from inside it proves nothing
        announce(sister, url, info_hash(torrent), left=1, event="stopped")
        check(window.status()["reach"] != "proved", "a visitor from the own network is no proof")
        announce(outside, url, info_hash(torrent), left=1)
        announce(outside, url, info_hash(torrent), left=1, event="stopped")
        window.wait("the proof from outside", lambda: window.status().get("reach") == "proved")
        aria2 = Aria2(sister, torrent, net.scratch / "sister-files")
        aria2.wait_complete()
        check_equal(folder, net.scratch / "sister-files" / folder.name)
        window.quit()


try:
    run()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
