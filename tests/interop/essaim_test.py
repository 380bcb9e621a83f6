#!/usr/bin/env python3
"""essaim-cli as a friend: with the .torrent, and with nothing but a magnet link."""

import urllib.parse

import swarm


def download_from(here, source):
    friend = here.start("download", here.on_friend_computer([
        str(swarm.BIN / "essaim-cli"), "download", str(source), "--save-path", str(here.friend_folder), "--offline",
        "--bind", here.friend_address, "--exit-when-done"]))
    swarm.wait_for("the download to end", lambda: here.ended(friend))
    swarm.check(friend.returncode == 0, f"essaim-cli download ended with {friend.returncode}")


def download(here, torrent):
    download_from(here, torrent)
    here.check_bytes()
    here.forget_download()

    host = swarm.LOOPBACK if here.friend_holder is None else swarm.HOST_LAN
    url = urllib.parse.quote(here.url("udp", host), safe="")
    download_from(here, f"magnet:?xt=urn:btih:{swarm.info_hash(torrent)}&tr={url}")


swarm.run(download)
