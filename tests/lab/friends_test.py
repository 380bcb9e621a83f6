#!/usr/bin/env python3
"""A friend far away: invited by a link, opens its page in a browser, downloads with the .torrent that is made for this
friend, and is revoked in mid-transfer. Who else is there stays, also when the host's program starts anew."""

import re
import sys
import time

import network
from network import FRIEND_WAN, HOME_WAN, OUTSIDE, Failure, check, wait_for
from programs import Aria2, Window, announce, get, make_files

sys.path.insert(0, str(network.Path(__file__).resolve().parents[1] / "interop"))
from swarm import info_hash  # noqa: E402

SIZE = 12_000_000
REVOKED = b"passkey not accepted"


def refused(node, url, torrent):
    try:
        announce(node, url, info_hash(torrent), left=1)
    except Failure as failure:
        return REVOKED.decode() in str(failure)
    return False


def publish_to_friends(window, folder):
    window.does(do="drop", paths=[str(folder)])
    window.show_all_options()
    window.does(do="choose", widget="createTorrentDialog/visibilityCombo", row=1)
    window.click("createTorrentDialog/createButton")
    window.click("createTorrentDialog/closeButton")


def torrent_of_page(node, page, name, target):
    """Saves the .torrent that the page has for this name."""
    paths = [path.decode() for path in re.findall(rb'href="(/i/[^"]+\.torrent)"', page)]
    for path in paths:
        status, content = get(node, f"http://{HOME_WAN}:6969{path}")
        check(status == 200, f"the .torrent says {status}")
        if b"4:name%d:%s" % (len(name), name.encode()) in content:
            target.write_bytes(content)
            return content
    raise Failure(f"the page has no .torrent of {name}, but {len(paths)} others")


def connections(aria2):
    """How many peers aria2 says that it has; -1 = it has not said yet."""
    said = re.findall(r" CN:(\d+)", aria2.node.network.output(aria2.process))
    return int(said[-1]) if said else -1


def run():
    with network.build() as net:
        host, outside, ben = net["host"], net["outside"], net["ben"]
        folder = net.scratch / "Ferien"
        make_files(folder, SIZE)
        window = Window(host)
        window.switch_tracker_on()
        window.wait("the public address to be known", lambda: HOME_WAN in str(window.status().get("addresses")))
        torrent, _ = window.publish(folder)
        public = f"http://{HOME_WAN}:6969/announce"

        window.does(do="choose", widget="trackerSectionList", row=1)
        window.click("firstFriendButton")
        window.type("nameEdit", "Anna")
        window.click("saveButton")
        link = window.wait("the invitation", lambda: window.read("inviteDialog/linkEdit"))
        window.click("inviteDialog/closeButton")
        check(link.startswith(f"http://{HOME_WAN}:6969/i/"), "the link names no public address")

        secret = net.scratch / "Privat"
        make_files(secret, SIZE)
        publish_to_friends(window, secret)

        status, page = get(outside, link)
        check(status == 200 and b"Ferien" in page and b"Privat" in page, f"the page says {status}")
        window.wait("the proof from outside", lambda: window.status().get("reach") == "proved")
        annas = net.scratch / "annas.torrent"
        own = torrent_of_page(outside, page, "Ferien", annas)
        annas_secret = net.scratch / "annas-secret.torrent"
        torrent_of_page(outside, page, "Privat", annas_secret)
        check(info_hash(annas) == info_hash(torrent), "Anna's torrent is another one")
        key = re.search(rb"/announce/([0-9a-f]{40})", own).group(1).decode()

        aria2 = Aria2(outside, annas, net.scratch / "outside-files", "--max-overall-download-limit=400K")
        friends_only = Aria2(ben, annas_secret, net.scratch / "ben-files", "--max-overall-download-limit=100K")
        announce(ben, public, info_hash(torrent), port=7001, left=0)   # somebody who stays
        wait_for("Anna to be in the swarm", lambda: OUTSIDE in
                 [address for address, _ in announce(ben, public, info_hash(torrent), port=7001, left=1)])
        wait_for("Anna to get what is for friends", lambda: connections(friends_only) > 0)
        window.does(do="choose", widget="trackerSectionList", row=2)
        window.does(do="choose", widget="presenceView", row=0)
        window.does(do="choose", widget="trackerSectionList", row=1)
        window.does(do="choose", widget="friendsView", row=0)
        window.does(do="trigger", action="revokeAction")
        window.click("revokeBox/yesButton")
        begun = time.monotonic()
        wait_for("Anna to be refused", lambda: refused(outside, f"{public}/{key}", torrent), 10)
        listed = [address for address, _ in announce(ben, public, info_hash(torrent), port=7001, left=1)]
        check(OUTSIDE not in listed, f"Anna is still handed out: {listed}")
        print(f"revoked {time.monotonic() - begun:.1f} s after the click")
        check(get(outside, link)[0] == 404, "the revoked link still opens a page")
        check(aria2.process.poll() is None, "aria2 ended")   # this one is for everyone
        wait_for("the host's own client to let go of Anna", lambda: connections(friends_only) == 0, 20)

        window.quit()
        window.start()
        window.wait("the tracker", lambda: window.status()["trackerOn"])
        window.wait("the public address to be known", lambda: HOME_WAN in str(window.status().get("addresses")))
        listed = wait_for("Ben to be there still", lambda: FRIEND_WAN in
                          [address for address, _ in announce(outside, public, info_hash(torrent), port=7002, left=1)])
        check(listed and refused(outside, f"{public}/{key}", torrent), "a restart lets the revoked in")
        window.quit()


try:
    run()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
