#!/usr/bin/env python3
"""A host whose router stands behind a NAT of the provider; it refuses to map ports, as it has no public address. Essaim
promises nobody that it could be reached; friends in the host's own network are served all the same."""

import sys

import network
from network import HOST, SISTER, Failure, check
from programs import Aria2, Window, announce, check_equal, make_files

sys.path.insert(0, str(network.Path(__file__).resolve().parents[1] / "interop"))
from swarm import info_hash  # noqa: E402


def run():
    with network.build(carrier_nat=True) as net:
        host, sister = net["host"], net["sister"]
        folder = net.scratch / "Ferien"
        make_files(folder, 3_000_000)
        window = Window(host)
        window.switch_tracker_on()
        window.wait("the verdict", lambda: window.status().get("reach") == "carrier nat")
        check("carrier NAT" in window.read("detailLabel"), f"the verdict gives no reason: {window.read('detailLabel')}")
        check(not any("100.64" in url for url in window.status()["addresses"]), "an address of the provider is told")
        torrent, invite = window.publish(folder)
        check("100.64" not in invite and f"{HOST}%3A6969" in invite, f"the invite leads nowhere: {invite}")
        peers = announce(sister, f"http://{HOST}:6969/announce", info_hash(torrent), left=1)
        check(HOST in [address for address, _ in peers], f"sister ({SISTER}) was told of {peers}")
        announce(sister, f"http://{HOST}:6969/announce", info_hash(torrent), left=1, event="stopped")
        aria2 = Aria2(sister, torrent, net.scratch / "sister-files")
        aria2.wait_complete()
        check_equal(folder, net.scratch / "sister-files" / folder.name)
        check(window.status()["reach"] != "proved", "a friend at home is no proof")
        window.quit()


try:
    run()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
