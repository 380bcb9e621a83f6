#!/usr/bin/env python3
"""aria2 as a friend: downloads through our tracker and ends by itself."""

import socket

import swarm


def download(here, torrent):
    friend = here.start("aria2c", here.on_friend_computer([
        # Without a DHT node it knows no UDP trackers; in here, it meets no other node.
        "aria2c", "--no-conf", "--enable-dht=true", f"--dht-listen-port={swarm.free_port(socket.SOCK_DGRAM)}",
        f"--dht-file-path={here.scratch / 'dht.dat'}",
        "--bt-enable-lpd=false", "--enable-peer-exchange=false",
        "--file-allocation=none", "--seed-time=0", "--allow-overwrite=true", "--summary-interval=0",
        f"--listen-port={swarm.free_port()}", f"--dir={here.friend_folder}", str(torrent)]))
    swarm.wait_for("aria2 to end", lambda: here.ended(friend))
    swarm.check(friend.returncode == 0, f"aria2 ended with {friend.returncode}")


swarm.run(download)
