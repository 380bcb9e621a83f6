#!/usr/bin/env python3
"""A host behind a router that maps ports: friends on the internet, one of them behind a NAT, download with what they have.
The links bear the public address, the host's own client is handed out under it, and the mapping goes with the window."""

import sys

import network
from network import BEN, FRIEND_WAN, HOME_WAN, HOST, OUTSIDE, Failure, check, wait_for
from programs import Aria2, Transmission, Window, announce, check_equal, make_files

sys.path.insert(0, str(network.Path(__file__).resolve().parents[1] / "interop"))
from swarm import info_hash  # noqa: E402


def run():
    with network.build() as net:
        host, ben, outside, home = net["host"], net["ben"], net["outside"], net["home-router"]
        folder = net.scratch / "Ferien"
        make_files(folder)
        window = Window(host)
        window.switch_tracker_on()
        wait_for("the router to forward the tracker's port",
                 lambda: (rules := home.mappings()).count("dport 6969") >= 2 and HOST in rules)
        window.wait("the public address to be known", lambda: HOME_WAN in str(window.status().get("addresses")))
        torrent, invite = window.publish(folder)
        check(f"{HOME_WAN}%3A6969" in invite, f"the invite names no public address: {invite}")
        url = f"http://{HOME_WAN}:6969/announce"
        for node, own in ((outside, OUTSIDE), (ben, FRIEND_WAN)):
            peers = announce(node, url, info_hash(torrent), left=1)
            v4 = [peer for peer in peers if ":" not in peer[0]]
            check([address for address, _ in v4] == [HOME_WAN] and v4[0][1] != 6969,
                  f"{node.name} ({own}) was told of {peers}")
            announce(node, url, info_hash(torrent), left=1, event="stopped")
        window.wait("the proof from outside", lambda: window.status().get("reach") == "proved")
        transmission = Transmission(ben, torrent, net.scratch / "ben-files")
        aria2 = Aria2(outside, torrent, net.scratch / "outside-files")
        for program, files in ((aria2, "outside-files"), (transmission, "ben-files")):
            program.wait_complete()
            check_equal(folder, net.scratch / files / folder.name)
        window.quit()
        wait_for("the mapping to go", lambda: "dport 6969" not in home.mappings())


try:
    run()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
