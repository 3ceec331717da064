"""Makes files of people from a seed. The same seed makes the same bytes."""

import json
import random

from bench import tools

FIRST = "ann ben cleo dan eva finn gina hugo ida jan kim leo mia noah olga paul rosa sam tina uwe vera will zoe".split()
LAST = "adams baker clark davis evans foster green harris irwin jones klein lopez meyer novak olsen peters reed smith".split()
DOMAINS = "mail.northwind.io corp.contoso.dev fabrikam.net eng.globex.co initech.org".split()
ABROAD = ["Jürgen Müller", "Zoë Åkerström", "François Dupré", "Łukasz Żak", "山田 太郎", "Ольга Иванова", "Nguyễn Văn An"]
ROLES = ["viewer", "member", "viewer;member", "cluster-admin"]
GROUPS = ["", "platform", "platform;sre", "data"]
NOTE = "Welcome to the new platform - see you on Monday"

#: Each kind of file, and the end of its name.
KINDS = {
    "plain": "csv", "quoted": "csv", "duplicates": "csv", "findings": "csv", "export": "csv", "jsonl": "jsonl",
    "names": "csv",
}


def address(number, dice):
    """An address that no other number has."""
    return f"{dice.choice(FIRST)}.{dice.choice(LAST)}{number}@{dice.choice(DOMAINS)}"


def person(number, dice):
    first, last = dice.choice(FIRST).title(), dice.choice(LAST).title()
    return [address(number, dice), dice.choice(ROLES), dice.choice(GROUPS), f"{first} {last}", NOTE]


def plain(number, dice):
    return ",".join(person(number, dice))


def quoted(number, dice):
    cells = person(number, dice)
    cells[3] = ", ".join(reversed(cells[3].split(" ")))
    if number % 50 == 0:
        cells[4] = 'Welcome,\nsee "you" there'
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)


def duplicates(number, dice):
    """Every second row is somebody who was there before, sometimes in capitals."""
    if number % 2 == 0:
        return plain(number, dice)
    earlier = number // 4 * 2
    cells = person(number, dice)
    cells[0] = f"ann.adams{earlier}@{DOMAINS[earlier % 5]}"
    if number % 3 == 0:
        cells[0] = cells[0].title()
    return ",".join(cells)


def findings(number, dice):
    """One row in five has something wrong."""
    cells = person(number, dice)
    match number % 25:
        case 0: cells[0] = cells[0].replace("@", " at ")
        case 5: cells[0] = ""
        case 10: cells[0] = f"ann{number}@gmial.com"
        case 15: cells[0] = f"ann..adams{number}@fabrikam.net"
        case 20: cells[1] = cells[2] = ""
    return ",".join(cells)


def export(number, dice):
    """What a directory exports: more columns, and some of them say who is in."""
    email, role, group, name, _ = person(number, dice)
    first, last = name.split(" ")
    active, locked = ("true", "false") if number % 10 else ("false", "true")
    return ",".join([
        str(100_000 + number), first, last, email, role, group, active, locked, "2024-03-17T08:30:00Z", "Berlin",
        f"CN={first} {last}" if number % 2 else ""])


def jsonl(number, dice):
    email, role, group, name, note = person(number, dice)
    return json.dumps({
        "email": email, "roles": role.split(";"), "groups": group.split(";") if group else [], "name": name,
        "message": note})


def names(number, dice):
    cells = person(number, dice)
    cells[3] = dice.choice(ABROAD)
    return ",".join(cells)


HEADERS = {"export": "id,first name,last name,email,role,groups,active,locked,created,city,dn", "jsonl": None}


def make(kind, rows, seed):
    """The path of a file of this kind; made unless it is there from an earlier run."""
    folder = tools.FOLDER / "data"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{kind}-{rows}-{seed}.{KINDS[kind]}"
    if path.exists():
        return path
    dice = random.Random(f"{kind} {seed}")
    line = globals()[kind]
    partial = path.with_suffix(".part")
    with partial.open("w", encoding="utf-8", newline="") as file:
        header = HEADERS.get(kind, "email,roles,groups,name,message")
        if header:
            file.write(header + "\n")
        for number in range(rows):
            file.write(line(number, dice) + "\n")
    partial.rename(path)
    return path
