#!/usr/bin/env python3
"""Transmission's daemon as a friend, driven by transmission-remote."""

import json

import swarm


def download(here, torrent):
    profile = here.scratch / "transmission"
    profile.mkdir()
    port = swarm.free_port()
    (profile / "settings.json").write_text(json.dumps({
        "download-dir": str(here.friend_folder), "incomplete-dir-enabled": False, "preallocation": 0,
        "dht-enabled": False, "lpd-enabled": False, "pex-enabled": False, "utp-enabled": True,
        "port-forwarding-enabled": False, "peer-port": swarm.free_port(),
        "rpc-enabled": True, "rpc-port": port, "rpc-bind-address": "0.0.0.0", "rpc-whitelist-enabled": False,
        "rpc-host-whitelist-enabled": False, "rpc-authentication-required": False,
        "cache-size-mb": 4, "rename-partial-files": False,
    }))
    daemon = here.start("transmission-daemon", here.on_friend_computer(
        ["transmission-daemon", "--foreground", "--config-dir", str(profile)]))
    remote = ["transmission-remote", f"{here.friend_address}:{port}"]

    def answers():
        swarm.check(not here.ended(daemon), "transmission-daemon ended")
        return swarm.succeeds([*remote, "--session-info"])

    swarm.wait_for("transmission-daemon to answer", answers)
    here.call([*remote, "--add", torrent])
    # Transmission 3.00 forgets to read what arrives together with the handshake of a peer that it connected to itself,
    # until that peer's next message, a minute or two later. Seeds that come after it connect to it instead.
    swarm.wait_for("Transmission to announce itself", lambda: b"10:incompletei1e" in here.scrape(torrent))
    here.start_seed()
    swarm.wait_for("Transmission to have everything",
                   lambda: "Percent Done: 100%" in here.call([*remote, "--torrent", "1", "--info"]))
    # It renames and closes files after the last piece; what counts is that it says it seeds.
    swarm.wait_for("Transmission to seed", lambda: "State: Seeding" in here.call([*remote, "--torrent", "1", "--info"])
                   or "State: Idle" in here.call([*remote, "--torrent", "1", "--info"]))


# It never connects to 127.0.0.1, and makes no empty files.
swarm.run(download, http_on_one_computer=False, seed_first=False, empty_files=False)
