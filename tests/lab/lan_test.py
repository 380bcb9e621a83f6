#!/usr/bin/env python3
"""A host with Essaim's window; friends in the same LAN and in a second one behind the same router. Everybody finds the
host's own client, though it announces over loopback, and has the same bytes at the end."""

import sys

import network
from network import HOST, SISTER, STUDY, Failure, check
from programs import Aria2, QBittorrent, Window, announce, check_equal, make_files

sys.path.insert(0, str(network.Path(__file__).resolve().parents[1] / "interop"))
from swarm import info_hash  # noqa: E402


def run():
    with network.build() as net:
        host, sister, study = net["host"], net["sister"], net["study"]
        folder = net.scratch / "Ferien"
        make_files(folder)
        window = Window(host)
        window.switch_tracker_on()
        torrent, invite = window.publish(folder)
        check(invite.startswith("magnet:?"), "the invite is not a link")
        url = f"http://{HOST}:6969/announce"
        for node, own in ((sister, SISTER), (study, STUDY)):
            peers = announce(node, url, info_hash(torrent), left=1)
            v4 = [address for address, _ in peers if ":" not in address]
            check(v4 == [HOST], f"{node.name} was told of {peers}")
            announce(node, url, info_hash(torrent), left=1, event="stopped")
        friends = [(Window(sister), net.scratch / "sister-files"),
                   (QBittorrent(study, torrent, net.scratch / "study-files"), net.scratch / "study-files")]
        friends[0][0].download(torrent, friends[0][1])
        for program, files in friends:
            program.wait_complete()
            check_equal(folder, files / folder.name)
        aria2 = Aria2(sister, torrent, net.scratch / "sister-again")
        aria2.wait_complete()
        check_equal(folder, net.scratch / "sister-again" / folder.name)
        friends[0][0].quit()
        window.quit()


try:
    run()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
