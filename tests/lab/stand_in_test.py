#!/usr/bin/env python3
"""A friend's tracker stands in: the host goes away in the middle of a transfer, two friends with other programs find each
other, and the friend who stands in, through that tracker alone, and finish. The host returns: totals follow, who is
revoked is refused at both trackers, and the friend who follows no more stands in no more."""

import re
import sys

import network
from network import FRIEND_WAN, HOME_WAN, OUTSIDE, Failure, check, wait_for
from programs import Aria2, Transmission, Window, announce, check_equal, get, make_files

sys.path.insert(0, str(network.Path(__file__).resolve().parents[1] / "interop"))
from swarm import info_hash  # noqa: E402

SIZE = 12_000_000
ANNA = "12.34.4.2"


def befriend(window, name, first=False):
    """The invite link of a new friend."""
    window.does(do="choose", widget="trackerSectionList", row=1)
    window.click("firstFriendButton" if first else "addFriendButton")
    window.type("nameEdit", name)
    window.click("saveButton")
    link = window.wait("the invitation", lambda: window.read("inviteDialog/linkEdit"))
    window.click("inviteDialog/closeButton")
    window.wait("the dialog to go", lambda: not window.read("inviteDialog/linkEdit"))
    return link


def own_torrent(net, node, link, name):
    """The friend's .torrent from the page, as a file, and its announce URLs."""
    status, page = get(node, link)
    path = re.search(rb'href="(/i/[^"]+\.torrent)"', page)
    check(status == 200 and path is not None, f"{name}'s page says {status}")
    status, own = get(node, link[:link.index("/i/")] + path.group(1).decode())
    check(status == 200, f"{name}'s .torrent says {status}")
    file = net.scratch / f"{name}.torrent"
    file.write_bytes(own)
    return file, [url.decode() for url in re.findall(rb"\d+:((?:http|udp)://[^ ]*?/announce/[0-9a-f]{40})", own)]


def answer(node, url, torrent):
    """What a tracker has against an announce; empty if nothing."""
    try:
        announce(node, url, info_hash(torrent), left=1)
    except Failure as failure:
        return str(failure)
    return ""


def refused(node, url, torrent):
    return "passkey not accepted" in answer(node, url, torrent)


def run():
    with network.build() as net:
        host, paul_node, ben_node, internet = net["host"], net["outside"], net["ben"], net["internet"]
        anna_node = net.node("anna")
        net.cable(internet, "anna", anna_node, "eth0")
        internet.address("anna", "12.34.4.1/24")
        anna_node.address("eth0", f"{ANNA}/24")
        anna_node.route("default", "12.34.4.1")

        folder = net.scratch / "Ferien"
        make_files(folder, SIZE)
        alice = Window(host)
        alice.switch_tracker_on()
        alice.wait("the public address to be known", lambda: HOME_WAN in str(alice.status().get("addresses")))
        alice.does(do="drop", paths=[str(folder)])
        alice.show_all_options()
        alice.type("createTorrentDialog/outputEdit", net.scratch / "Ferien.torrent")
        alice.does(do="choose", widget="createTorrentDialog/visibilityCombo", row=1)
        alice.click("createTorrentDialog/createButton")
        alice.wait("the torrent to be hosted", lambda: alice.status()["hosted"] == 1)
        alice.click("createTorrentDialog/closeButton")
        links = {name: befriend(alice, name, name == "Anna") for name in ("Anna", "Ben", "Paul")}

        # Paul follows Alice, downloads, and offers to stand in; Alice accepts.
        paul = Window(paul_node)
        paul.does(do="trigger", action="addLinkAction")
        paul.type("addLinkDialog/linksEdit", links["Paul"])
        paul.click("addLinkDialog/okButton")
        paul.wait("what is shared", lambda: paul.ask(do="read", widget="followDialog/offersView").get("rows"))
        paul.click("followDialog/downloadNewButton")
        paul.click("followDialog/standInBox")
        paul.wait("the tracker", lambda: paul.status()["trackerOn"])
        alice.wait("the offer", lambda: alice.read("standInButton0"))
        alice.click("standInButton0")
        alice.click("standInAskBox/yesButton")
        paul.wait("the list of the host", lambda: "1 torrent, 3 friends" in paul.read("followDialog/standInLabel"))
        paul.wait_complete()
        paul.click("followDialog/closeButton")

        torrents, keys = {}, {}
        for name, node in (("Anna", anna_node), ("Ben", ben_node)):
            torrents[name], urls = own_torrent(net, node, links[name], name)
            there = [url for url in urls if f"http://{OUTSIDE}:6969/" in url]
            check(len(there) == 1 and urls.index(there[0]) > 0, f"{name} was told of {urls}")
            check("192.168." not in str(urls), f"{name} was told an address at home: {urls}")
            keys[name] = there[0]
        check(info_hash(torrents["Anna"]) == info_hash(torrents["Ben"]), "not the same torrent")

        patience = ("--bt-tracker-connect-timeout=3", "--bt-tracker-timeout=3")
        first = Aria2(anna_node, torrents["Anna"], net.scratch / "anna-files", "--max-overall-download-limit=1M",
                      *patience)
        wait_for("Anna to have a part", lambda: sum(
            path.stat().st_blocks * 512 for path in (net.scratch / "anna-files").rglob("*") if path.is_file())
            > 2_000_000)
        alice.quit()
        first.process.terminate()
        first.process.wait(10)

        # The next evening: nobody has met anybody yet, and Alice is not there.
        anna = Aria2(anna_node, torrents["Anna"], net.scratch / "anna-files", *patience)
        ben = Transmission(ben_node, torrents["Ben"], net.scratch / "ben-files")
        anna.wait_complete(70)
        ben.wait_complete(70)
        for name in ("anna", "ben"):
            check_equal(folder, net.scratch / f"{name}-files" / folder.name)
        peers = [address for address, _ in announce(anna_node, keys["Anna"], info_hash(torrents["Anna"]), left=1)]
        check(FRIEND_WAN in peers and OUTSIDE in peers, f"Anna was told of {peers}")
        announce(anna_node, keys["Anna"], info_hash(torrents["Anna"]), left=1, event="stopped")

        alice.start()
        alice.wait("the tracker", lambda: alice.status()["trackerOn"])
        alice.wait("the totals to follow", lambda: alice.status()["friends"].get("Ben", 0) >= SIZE, 60)
        check(alice.status()["friends"]["Ben"] < SIZE * 1.2, f"counted twice: {alice.status()['friends']}")
        alice.click("trackerPageButton")
        alice.does(do="choose", widget="trackerSectionList", row=1)
        alice.does(do="choose", widget="friendsView", row=1)
        alice.does(do="trigger", action="revokeAction")
        alice.click("revokeBox/yesButton")
        wait_for("Ben to be refused at Paul's", lambda: refused(ben_node, keys["Ben"], torrents["Ben"]), 20)
        check(not refused(anna_node, keys["Anna"], torrents["Anna"]), "Anna was refused, too")
        paul.does(do="trigger", action="sharedWithMeAction")   # who follows no more stands in no more
        paul.click("followDialog/forgetButton")
        paul.click("forgetBox/yesButton")
        wait_for("Paul's tracker to stand in no more", lambda: "the tracker refused" in answer(
            anna_node, keys["Anna"], torrents["Anna"]), 20)
        alice.wait("the host to have heard of it", lambda: not alice.read("standInButton0"))
        paul.quit()
        alice.quit()


try:
    run()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
