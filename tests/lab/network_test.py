#!/usr/bin/env python3
"""The lab itself: who reaches whom, what the routers do to addresses. The other scenarios mean nothing without it."""

import sys

import network
from network import BEN, FRIEND_WAN, HOME_WAN, HOST, HOST6, OUTSIDE, OUTSIDE6, SISTER, STUDY, Failure, check, wait_for

ECHO = """
import socket, sys
family = socket.AF_INET6 if ":" in sys.argv[1] else socket.AF_INET
with socket.create_server((sys.argv[1], int(sys.argv[2])), family=family) as server:
    print("ready", flush=True)
    while True:
        connection, address = server.accept()
        connection.sendall(address[0].encode())
        connection.close()
"""
ASK = """
import socket, sys
try:
    with socket.create_connection((sys.argv[1], int(sys.argv[2])), timeout=1.5) as connection:
        print(connection.recv(100).decode(), end="")
except OSError as error:
    print("no", end="")
"""
MAP = """
import sys, time, libtorrent as lt
port = int(sys.argv[2])
session = lt.session({"enable_upnp": sys.argv[1] == "upnp", "enable_natpmp": sys.argv[1] == "natpmp", "enable_dht": False,
                      "enable_lsd": False, "listen_interfaces": "0.0.0.0:6881",
                      "alert_mask": lt.alert.category_t.port_mapping_notification})
try:
    session.add_port_mapping(lt.portmap_protocol.tcp, port, port)
except TypeError:
    pass   # it has done so; the binding cannot say as what
end = time.time() + 25
while time.time() < end:
    for alert in session.pop_alerts():
        if type(alert).__name__ == "portmap_alert" and alert.external_port == port:
            print("mapped", flush=True)
    time.sleep(0.1)
"""


def serve(node, address, port):
    process = node.start("echo", ["/usr/bin/python3", "-c", ECHO, address, port])
    wait_for("the echo", lambda: "ready" in node.network.output(process))


def ask(node, address, port):
    """The address that `node` bears when it reaches the echo; "no" if it does not."""
    return node.run("/usr/bin/python3", "-c", ASK, address, port)


def expect(node, address, port, answer):
    if answer != "no":   # what is there at all may need a moment: neighbours get to know each other
        wait_for(f"an answer of {address} to {node.name}", lambda: ask(node, address, port) != "no", 15)
    got = ask(node, address, port)
    check(got == answer, f"{node.name} to {address}:{port}: {got} instead of {answer}")


def map_port(host, way, port):
    mapper = host.start(way, ["/usr/bin/python3", "-c", MAP, way, port])
    wait_for(f"a mapping by {way}", lambda: "mapped" in host.network.output(mapper))
    return mapper


def home_and_friends():
    with network.build() as net:
        host, sister, study, ben, outside, home = (
            net[name] for name in ("host", "sister", "study", "ben", "outside", "home-router"))
        serve(host, HOST, 7002)
        serve(outside, OUTSIDE, 7000)
        serve(host, HOST6, 7001)
        expect(sister, HOST, 7002, SISTER)
        expect(study, HOST, 7002, STUDY)
        expect(host, OUTSIDE, 7000, HOME_WAN)
        expect(ben, OUTSIDE, 7000, FRIEND_WAN)
        expect(outside, HOST6, 7001, OUTSIDE6)
        expect(ben, HOME_WAN, 7002, "no")
        for way, port in (("natpmp", 6969), ("upnp", 6970)):
            serve(host, HOST, port)
            map_port(host, way, port)
            expect(ben, HOME_WAN, port, FRIEND_WAN)
            expect(outside, HOME_WAN, port, OUTSIDE)
            expect(sister, HOME_WAN, port, "no")   # most home routers are no mirror
        serve(host, HOST, 6971)
        home.hairpin(HOME_WAN, HOST, 6971)
        expect(sister, HOME_WAN, 6971, "192.168.1.1")
        expect(outside, HOME_WAN, 6971, OUTSIDE)


def behind_a_provider():
    with network.build(carrier_nat=True) as net:
        host, outside = net["host"], net["outside"]
        serve(host, HOST, 6969)
        serve(outside, OUTSIDE, 7000)
        expect(host, OUTSIDE, 7000, network.PROVIDER_WAN)
        expect(outside, network.PROVIDER_WAN, 6969, "no")


try:
    home_and_friends()
    behind_a_provider()
except Failure as failure:
    sys.exit(f"FAILED: {failure}")
print("ok")
