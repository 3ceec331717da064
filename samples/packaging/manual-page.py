#!/usr/bin/env python3
"""Prints a manual page of k0rdent-invite, made from what the program itself says about its commands.

    samples/packaging/manual-page.py dist/k0rdent-invite > k0rdent-invite.1
"""
import json
import subprocess
import sys


def said(*arguments):
    return subprocess.run([sys.argv[1], *arguments], check=True, capture_output=True, text=True).stdout


def roff(text):
    """Text as roff shows it: its dashes are not hyphens, and no line is a request."""
    return "\n".join(
        ("\\&" if line[:1] in (".", "'") else "") + line.replace("\\", "\\e").replace("-", "\\-")
        for line in text.split("\n")
    )


def name(argument):
    """The names of an argument, with what its value is called: \\fB--org\\fR \\fIid\\fR."""
    value = argument.get("valueName") or ""
    if argument["kind"] == "positional":
        return f"\\fI{roff(value)}\\fR"
    names = [("-" if one["kind"] == "short" else "--") + one["name"] for one in argument["names"]]
    words = ", ".join(f"\\fB{roff(one)}\\fR" for one in sorted(names, key=len))
    return words + (f" \\fI{roff(value)}\\fR" if argument["kind"] == "option" else "")


def paragraphs(command):
    """The explanation of a command. Examples stay as they are, line by line."""
    words, _, examples = command.get("discussion", "").partition("EXAMPLES:\n")
    if words.strip():
        yield f".PP\n{roff(words.strip())}"
    if examples:
        yield f".PP\n.nf\n{roff(examples)}\n.fi"


def arguments(command):
    for argument in command.get("arguments", []):
        if not argument["shouldDisplay"] or argument["valueName"] in ("help", "version"):
            continue
        words = argument.get("abstract", "")
        default = argument.get("defaultValue")
        yield f".TP\n{name(argument)}\n{roff(words + (f' (default: {default})' if default else ''))}"


def page(command):
    program = command["commandName"]
    version = said("--version").split()[1]
    yield f'.TH K0RDENT\\-INVITE 1 "" "{program} {version}"'
    yield f".SH NAME\n{roff(program)} \\- {roff(command['abstract'].rstrip('.'))}"
    yield f".SH SYNOPSIS\n\\fB{roff(program)}\\fR \\fIcommand\\fR [\\fIoptions\\fR] [\\fIarguments\\fR]"
    yield ".SH DESCRIPTION"
    yield from paragraphs(command)
    yield ".SH COMMANDS"
    for one in command["subcommands"]:
        if one["commandName"] == "help":
            continue
        yield f".SS {roff(one['commandName'])}\n{roff(one['abstract'])}"
        yield from paragraphs(one)
        yield from arguments(one)
    variables, _, codes = said("--help").partition("ENVIRONMENT:\n")[2].partition("\n\nEXIT CODES:\n")
    for title, lines in ("ENVIRONMENT", variables), ("EXIT STATUS", codes):
        yield f".SH {title}\n.nf\n{roff(lines.rstrip())}\n.fi"


print("\n".join(page(json.loads(said("--experimental-dump-help"))["command"])))
