"""The bare loop: sends each line of a file as a POST, over libcurl's multi handle, and looks at nothing but the status."""

import sys
import time

import pycurl

path, url, slots, token, certificate = sys.argv[1:]
headers = ["Authorization: Bearer " + token, "Content-Type: application/json", "Accept: application/json", "Expect:"]
with open(path, "rb") as file:
    bodies = file.read().splitlines()

multi = pycurl.CurlMulti()
idle = []
for _ in range(int(slots)):
    easy = pycurl.Curl()
    easy.setopt(pycurl.URL, url)
    easy.setopt(pycurl.HTTPHEADER, headers)
    easy.setopt(pycurl.POST, 1)
    easy.setopt(pycurl.NOSIGNAL, 1)
    easy.setopt(pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_1_1)
    if certificate:
        easy.setopt(pycurl.CAINFO, certificate)
    idle.append(easy)

following, created, under_way = 0, 0, 0
answer = bytearray()
while following < len(bodies) or under_way:
    while idle and following < len(bodies):
        easy = idle.pop()
        easy.setopt(pycurl.POSTFIELDS, bodies[following])
        easy.setopt(pycurl.WRITEFUNCTION, len)
        multi.add_handle(easy)
        following += 1
        under_way += 1
    multi.perform()
    _, good, bad = multi.info_read()
    for easy in good + [entry[0] for entry in bad]:
        created += easy.getinfo(pycurl.RESPONSE_CODE) == 201
        multi.remove_handle(easy)
        idle.append(easy)
        under_way -= 1
    if not good and not bad:
        multi.select(1.0)
print(f"created: {created}")
