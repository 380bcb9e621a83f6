#!/usr/bin/env python3
"""Addresses change in the middle of transfers: the router gets another one outside, then the host another one at home. What
is handed out follows, the router's mapping too, and the transfers finish."""

import os
import sys

os.environ["ESSAIM_LAB_SECONDS"] = "280"   # a router is asked every two minutes whether it still is who it was

import network  # noqa: E402
from network import HOME_WAN, HOST, INTERNET_HOME, Failure, check, wait_for  # noqa: E402
from programs import Aria2, Window, announce, check_equal, make_files  # noqa: E402

sys.path.insert(0, str(network.Path(__file__).resolve().parents[1] / "interop"))
from swarm import info_hash  # noqa: E402

SIZE = 40_000_000
NEW_WAN, NEW_HOST = "5.5.1.77", "192.168.1.77"


def bytes_in(folder):
    return sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file())


def handed_out(node, url, torrent):
    """The IPv4 addresses that the tracker tells `node`."""
    try:
        peers = announce(node, url, info_hash(torrent), left=1)
        announce(node, url, info_hash(torrent), left=1, event="stopped")
    except Failure:
        return []
    return [address for address, _ in peers if ":" not in address]


def run():
    with network.build() as net:
        host, ben, outside, home, sister = (net[name] for name in ("host", "ben", "outside", "home-router", "sister"))
        folder = net.scratch / "Ferien"
        make_files(folder, SIZE)
        window = Window(host)
        window.switch_tracker_on()
        window.wait("the public address to be known", lambda: HOME_WAN in str(window.status().get("addresses")))
        torrent, _ = window.publish(folder)
        aria2 = Aria2(outside, torrent, net.scratch / "outside-files", "--max-overall-download-limit=400K")
        wait_for("a part of the transfer", lambda: bytes_in(net.scratch / "outside-files") > 2_000_000)

        # A provider gives its customers other addresses at night.
        home.ip("address", "del", f"{HOME_WAN}/24", "dev", "wan")
        home.address("wan", f"{NEW_WAN}/24")
        home.route("default", INTERNET_HOME)
        window.wait("the new public address", lambda: NEW_WAN in str(window.status()["addresses"]), 150)
        check(HOME_WAN not in str(window.status()["addresses"]), "the old address is still told")
        url = f"http://{NEW_WAN}:6969/announce"
        wait_for("outsiders to be told the new address", lambda: NEW_WAN in handed_out(ben, url, torrent))
        check(HOME_WAN not in handed_out(ben, url, torrent), "outsiders are told the old address")
        check(aria2.process.poll() is None, "aria2 ended")

        # The router at home gives the host another address.
        done = bytes_in(net.scratch / "outside-files")
        check(done < SIZE, "the transfer was over too soon to say anything")
        host.ip("address", "del", f"{HOST}/24", "dev", "eth0")
        host.address("eth0", f"{NEW_HOST}/24")
        host.route("default", "192.168.1.1")
        wait_for("the router to forward to the new address",
                 lambda: (rules := home.mappings()).count("dport 6969") >= 2 and f"{NEW_HOST}:6969" in rules.replace(
                     " . ", ":"), 60)
        window.wait("the new address at home", lambda: NEW_HOST in str(window.status()["addresses"]))
        check(f"//{HOST}:" not in str(window.status()["addresses"]), "the old address at home is still told")
        wait_for("the sister to be told the new address", lambda: NEW_HOST in handed_out(
            sister, f"http://{NEW_HOST}:6969/announce", torrent))
        wait_for("outsiders to get through", lambda: NEW_WAN in handed_out(ben, url, torrent))
        aria2.wait_complete(120)
        check_equal(folder, net.scratch / "outside-files" / folder.name)
        window.quit()


try:
    run()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
