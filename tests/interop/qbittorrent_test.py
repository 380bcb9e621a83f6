#!/usr/bin/env python3
"""qBittorrent as a friend, driven through its Web API."""

import json
import urllib.error
import urllib.request

import swarm


def multipart(fields, file):
    boundary = "essaimessaimessaim"
    body = b""
    for name, value in fields.items():
        body += f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
    body += (f'--{boundary}\r\nContent-Disposition: form-data; name="torrents"; filename="{file.name}"\r\n'
             "Content-Type: application/x-bittorrent\r\n\r\n").encode() + file.read_bytes()
    return body + f"\r\n--{boundary}--\r\n".encode(), f"multipart/form-data; boundary={boundary}"


def download(here, torrent):
    profile = here.scratch / "qbittorrent"
    config = profile / "qBittorrent" / "config"
    config.mkdir(parents=True)
    port = swarm.free_port()
    (config / "qBittorrent.conf").write_text(f"""[LegalNotice]
Accepted=true

[BitTorrent]
Session\\DHTEnabled=false
Session\\LSDEnabled=false
Session\\PeXEnabled=false
Session\\Port={swarm.free_port()}
Session\\DefaultSavePath={here.friend_folder}

[Network]
PortForwardingEnabled=false

[Preferences]
WebUI\\Address=*
WebUI\\Port={port}
WebUI\\LocalHostAuth=false
WebUI\\AuthSubnetWhitelistEnabled=true
WebUI\\AuthSubnetWhitelist=127.0.0.0/8, 10.77.0.0/24
WebUI\\CSRFProtection=false
WebUI\\HostHeaderValidation=false
WebUI\\UseUPnP=false
""", encoding="utf-8")
    client = here.start("qbittorrent-nox", here.on_friend_computer(["qbittorrent-nox", f"--profile={profile}"]))
    api = f"http://{here.friend_address}:{port}/api/v2"

    def get(path):
        swarm.check(not here.ended(client), "qbittorrent-nox ended")
        try:
            with urllib.request.urlopen(f"{api}/{path}", timeout=5) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, OSError):
            return ""

    swarm.wait_for("qBittorrent to answer", lambda: get("app/version"))
    body, kind = multipart({"savepath": here.friend_folder, "root_folder": "true"}, torrent)
    request = urllib.request.Request(f"{api}/torrents/add", data=body, headers={"Content-Type": kind})
    with urllib.request.urlopen(request, timeout=5) as answer:
        swarm.check(answer.read() == b"Ok.", "qBittorrent did not take the torrent")

    def complete():
        torrents = json.loads(get("torrents/info") or "[]")
        return torrents and torrents[0]["progress"] == 1 and torrents[0]["state"] in ("uploading", "stalledUP")

    swarm.wait_for("qBittorrent to have everything", complete)


swarm.run(download)
