"""Computers, routers and an internet out of network namespaces: what the scenarios of the lab run on.

Everything lives inside the namespace of the test itself, which has no way out. The addresses look public because routers
and clients treat the ranges for documentation as unreachable; no packet with them leaves this computer.

    internet ─┬─ home router (NAT, UPnP, NAT-PMP) ─┬─ LAN 192.168.1.0/24: host, sister
              │   5.5.1.2, 2a01:5:1::/48           └─ LAN 10.0.7.0/24: study
              ├─ friend's router (NAT) 8.9.2.2 ────── LAN 192.168.1.0/24: ben
              └─ outside 12.34.3.2, 2a01:12:3::2"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

INTERNET_HOME, HOME_WAN = "5.5.1.1", "5.5.1.2"
INTERNET_FRIEND, FRIEND_WAN = "8.9.2.1", "8.9.2.2"
OUTSIDE, OUTSIDE6 = "12.34.3.2", "2a01:12:3::2"
HOST, HOST6, SISTER, STUDY, BEN = "192.168.1.10", "2a01:5:1:1::10", "192.168.1.20", "10.0.7.30", "192.168.1.30"
PROVIDER_WAN = "5.5.1.2"          # of the provider's NAT, where the home stands behind one
CARRIER_HOME = "100.64.9.2"       # the home router's address in the provider's network


class Failure(Exception):
    pass


DEADLINE = time.monotonic() + float(os.environ.get("ESSAIM_LAB_SECONDS", "110"))  # of one scenario


def wait_for(what, condition, seconds=40):
    """Polls until condition() is true; its value. The only way in which scenarios wait."""
    end = min(DEADLINE, time.monotonic() + seconds)
    while True:
        if value := condition():
            return value
        if time.monotonic() > end:
            raise Failure(f"gave up waiting for {what}")
        time.sleep(0.1)


def check(condition, message):
    if not condition:
        raise Failure(message)


class Node:
    """One computer or router: a network namespace, held by a process that sleeps."""

    def __init__(self, network, name):
        self.network, self.name = network, name
        self.holder = subprocess.Popen(["unshare", "--net", "sleep", "600"])
        ours = os.readlink("/proc/self/ns/net")
        wait_for(f"{name} to exist", lambda: os.readlink(f"/proc/{self.holder.pid}/ns/net") != ours)
        self.ip("link", "set", "lo", "up")

    def within(self, *command):
        """`command` as it must be started to run on this computer."""
        return ["nsenter", "--target", str(self.holder.pid), "--net", *map(str, command)]

    def run(self, *command, text=None):
        done = subprocess.run(self.within(*command), input=text, capture_output=True, text=True, timeout=20)
        check(done.returncode == 0, f"{self.name}: {' '.join(map(str, command))}: {done.stdout}{done.stderr}")
        return done.stdout

    def ip(self, *words):
        return self.run("ip", *words)

    def address(self, interface, *addresses):
        for address in addresses:
            self.ip("address", "add", address, "dev", interface, *(["nodad"] if ":" in address else []))

    def route(self, destination, gateway):
        self.ip("-6" if ":" in gateway else "-4", "route", "replace", destination, "via", gateway)

    def forward(self):
        for name in ("net/ipv4/ip_forward", "net/ipv6/conf/all/forwarding"):
            self.run("sh", "-c", f"echo 1 > /proc/sys/{name}")

    def masquerade(self, wan):
        """The usual router: what goes out bears its address, and nothing comes in that was not asked for."""
        self.forward()
        self.run("nft", "-f", "-", text=f"""
            table ip router {{
                chain out {{
                    type nat hook postrouting priority srcnat
                    oifname "{wan}" masquerade
                }}
                chain through {{
                    type filter hook forward priority filter
                    iifname "{wan}" ct state established,related accept
                    iifname "{wan}" ct status dnat accept
                    iifname "{wan}" drop
                }}
            }}""")

    def hairpin(self, wan_address, inside, port, lan="lan"):
        """The forwarding that a user types into a router: also seen from within, with the router as the sender."""
        self.run("nft", "-f", "-", text=f"""
            table ip hairpin {{
                chain in {{
                    type nat hook prerouting priority dstnat
                    ip daddr {wan_address} tcp dport {port} dnat to {inside}
                    ip daddr {wan_address} udp dport {port} dnat to {inside}
                }}
                chain out {{
                    type nat hook postrouting priority srcnat
                    ip saddr 192.168.1.0/24 oifname "{lan}" ct status dnat masquerade
                }}
            }}""")

    def port_mapping(self, wan, lan):
        """miniupnpd: answers UPnP, NAT-PMP and PCP from the LAN as home routers do."""
        self.run("nft", "-f", "-", text="""
            table inet miniupnpd {
                chain forward {
                    type filter hook forward priority -10
                    jump miniupnpd
                }
                chain miniupnpd {
                }
                chain prerouting {
                    type nat hook prerouting priority dstnat
                    jump prerouting_miniupnpd
                }
                chain prerouting_miniupnpd {
                }
                chain postrouting {
                    type nat hook postrouting priority srcnat
                    jump postrouting_miniupnpd
                }
                chain postrouting_miniupnpd {
                }
            }""")
        config = self.network.scratch / f"{self.name}-miniupnpd.conf"
        config.write_text(f"""ext_ifname={wan}
listening_ip={lan}
enable_natpmp=yes
enable_upnp=yes
secure_mode=no
uuid=0d2b1d3c-7a57-4c2e-9f0b-5d1f0c3f6a11
upnp_table_name=miniupnpd
upnp_nat_table_name=miniupnpd
upnp_forward_chain=miniupnpd
upnp_nat_chain=prerouting_miniupnpd
upnp_nat_postrouting_chain=postrouting_miniupnpd
allow 1024-65535 0.0.0.0/0 1024-65535
""", encoding="utf-8")
        pid_file = self.network.scratch / f"{self.name}-miniupnpd.pid"
        return self.start("miniupnpd", ["miniupnpd", "-d", "-f", config, "-P", pid_file])

    def mappings(self):
        """What miniupnpd forwards now, as nft prints it."""
        return self.run("nft", "list", "chain", "inet", "miniupnpd", "prerouting_miniupnpd")

    def start(self, name, command, **options):
        """Starts a program on this computer; it ends with the network, its output is shown if the scenario fails."""
        return self.network.start(f"{self.name}-{name}", self.within(*command), **options)


class Network:
    """All nodes of one scenario, and what runs on them. Everything ends with the `with` block."""

    def __init__(self):
        self.scratch = Path(tempfile.mkdtemp(prefix="essaim-lab-"))
        self.nodes, self.processes = {}, []

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        for _, process, _ in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for _, process, _ in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        if kind is not None:
            for name, process, log in self.processes:
                print(f"---- {name}: ended with {process.returncode}", *log.read_text(errors="replace").splitlines()[-40:],
                      sep="\n", file=sys.stderr)
        for node in self.nodes.values():
            node.holder.kill()
            node.holder.wait()
        shutil.rmtree(self.scratch, ignore_errors=True)

    def __getitem__(self, name):
        return self.nodes[name]

    def node(self, name):
        self.nodes[name] = Node(self, name)
        return self.nodes[name]

    def cable(self, one, interface, other, other_interface):
        """A cable between two nodes; its ends have the names given."""
        one.ip("link", "add", "name", interface, "type", "veth", "peer", "name", other_interface, "netns",
               str(other.holder.pid))
        one.ip("link", "set", "dev", interface, "up")
        other.ip("link", "set", "dev", other_interface, "up")

    def lan(self, router, bridge, *computers):
        """A switch inside the router, and one cable to each of (node, address with prefix)."""
        router.ip("link", "add", "name", bridge, "type", "bridge")
        router.ip("link", "set", bridge, "up")
        for number, (node, *addresses) in enumerate(computers):
            self.cable(router, f"{bridge}{number}", node, "eth0")
            router.ip("link", "set", f"{bridge}{number}", "master", bridge)
            node.address("eth0", *addresses)
        for node, *_ in computers:   # libtorrent listens on no interface that is not up when it looks
            wait_for(f"the cable of {node.name}", lambda node=node: "state UP" in node.ip("link", "show", "eth0"))

    def start(self, name, command, **options):
        log = self.scratch / f"{len(self.processes)}-{name}.log"
        home = self.scratch / name
        home.mkdir(exist_ok=True)
        environment = dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=str(home / "config"),
                           XDG_DATA_HOME=str(home / "data"), XDG_CACHE_HOME=str(home / "cache"))
        options.setdefault("stdin", subprocess.DEVNULL)
        with log.open("wb") as output:
            options.setdefault("stdout", output)
            process = subprocess.Popen([str(part) for part in command], stderr=output, env=environment, **options)
        self.processes.append((name, process, log))
        return process

    def output(self, process):
        return next(log for _, started, log in self.processes if started is process).read_text(errors="replace")


def build(*, upnp=True, carrier_nat=False):
    """The network of the drawing above. With `carrier_nat`, the home stands behind a NAT of its provider too."""
    net = Network()
    try:
        internet, home, friend = net.node("internet"), net.node("home-router"), net.node("friend-router")
        host, sister, study, ben, outside = (net.node(name) for name in ("host", "sister", "study", "ben", "outside"))

        upstream, upstream_interface = internet, "home"
        if carrier_nat:
            provider = upstream = net.node("provider")
            net.cable(internet, "home", provider, "uplink")
            internet.address("home", f"{INTERNET_HOME}/24")
            provider.address("uplink", f"{PROVIDER_WAN}/24")
            provider.route("default", INTERNET_HOME)
        net.cable(upstream, upstream_interface if not carrier_nat else "homes", home, "wan")
        upstream.address("home" if not carrier_nat else "homes",
                         f"{INTERNET_HOME}/24" if not carrier_nat else "100.64.9.1/24")
        home.address("wan", f"{HOME_WAN if not carrier_nat else CARRIER_HOME}/24")
        home.route("default", INTERNET_HOME if not carrier_nat else "100.64.9.1")
        if carrier_nat:
            provider.masquerade("uplink")

        net.cable(internet, "friend", friend, "wan")
        internet.address("friend", f"{INTERNET_FRIEND}/24")
        friend.address("wan", f"{FRIEND_WAN}/24")
        friend.route("default", INTERNET_FRIEND)

        net.cable(internet, "outside", outside, "eth0")
        internet.address("outside", "12.34.3.1/24", "2a01:12:3::1/64")
        outside.address("eth0", f"{OUTSIDE}/24", f"{OUTSIDE6}/64")
        outside.route("default", "12.34.3.1")
        outside.route("default", "2a01:12:3::1")

        net.lan(home, "lan", (host, f"{HOST}/24", f"{HOST6}/64"), (sister, f"{SISTER}/24"))
        net.lan(home, "lan7x", (study, f"{STUDY}/24"))
        home.address("lan", "192.168.1.1/24", "2a01:5:1:1::1/64")
        home.address("lan7x", "10.0.7.1/24")
        net.lan(friend, "lan", (ben, f"{BEN}/24"))
        friend.address("lan", "192.168.1.1/24")
        for node, gateway in ((host, "192.168.1.1"), (sister, "192.168.1.1"), (study, "10.0.7.1"), (ben, "192.168.1.1")):
            node.route("default", gateway)

        internet.forward()
        home.masquerade("wan")
        friend.masquerade("wan")
        if not carrier_nat:
            home.address("wan", "2a01:5:0::2/64")
            internet.address("home", "2a01:5:0::1/64")
            home.route("default", "2a01:5:0::1")
            internet.route("2a01:5:1::/48", "2a01:5:0::2")
            host.route("default", "2a01:5:1:1::1")
        if upnp:
            home.port_mapping("wan", "lan")
    except BaseException:
        net.__exit__(*sys.exc_info())
        raise
    return net
