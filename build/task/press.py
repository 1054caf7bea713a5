"""Measures a running session in the production window: from a key press to the
row that the accessibility interface shows as saved, on an empty log and at 500
entries, and what three hours leave. Prints one line of JSON; times in
milliseconds.

Usage: press.py BINARY, inside a session bus of its own. The environment holds
DISPLAY, SNOWFIELD_VAULT and SNOWFIELD_TEST_PASSPHRASE.
"""

import ctypes
import json
import math
import os
import subprocess
import sys
import time

from accessible import BUSY, LIMIT, find, to_session, unlock

PRESSES = 100
IDLE = 30  # seconds
DIGITS = "1234"  # marks of every set that is shipped

x11 = ctypes.CDLL("libX11.so.6")
xtst = ctypes.CDLL("libXtst.so.6")
x11.XOpenDisplay.restype = ctypes.c_void_p
x11.XKeysymToKeycode.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
x11.XFlush.argtypes = [ctypes.c_void_p]
xtst.XTestFakeKeyEvent.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong]
display = x11.XOpenDisplay(None)


def press(digit):
    code = x11.XKeysymToKeycode(display, ord(digit))
    for down in (1, 0):
        xtst.XTestFakeKeyEvent(display, code, down, 0)
    x11.XFlush(display)


def shows(log, rows):
    """Whether the log has so many rows, the last of them saved."""
    count = log.childCount
    return count >= rows and not log.getChildAtIndex(count - 1).getState().contains(BUSY)


def wait_for(log, rows):
    end = time.monotonic() + LIMIT
    while not shows(log, rows):
        if time.monotonic() > end:
            sys.exit(f"The log has {log.childCount} rows, not {rows}.")


def quantiles(seconds):
    took = sorted(s * 1000 for s in seconds)
    at = lambda q: took[min(len(took), math.ceil(q * len(took))) - 1]  # noqa: E731
    return {"runs": len(took), "median": at(0.5), "p95": at(0.95), "p99": at(0.99)}


def measure(log):
    took = []
    for n in range(PRESSES):
        rows = log.childCount + 1
        start = time.monotonic()
        press(DIGITS[n % len(DIGITS)])
        wait_for(log, rows)
        took.append(time.monotonic() - start)
    return quantiles(took)


def fill(log, rows):
    for n in range(log.childCount, rows):
        press(DIGITS[n % len(DIGITS)])
        if n % 20 == 0:
            wait_for(log, n)
    wait_for(log, rows)


def processes(pid):
    """A process and those that it started, by /proc."""
    parents = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as f:
                    parents[int(entry)] = int(f.read().rsplit(") ", 1)[1].split()[1])
            except OSError:
                pass  # it ended meanwhile
    family = {pid}
    while more := {p for p, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def use(pid):
    """Processor seconds used so far, and memory in MB, of a family."""
    cpu = pss = 0
    for p in processes(pid):
        with open(f"/proc/{p}/stat") as f:
            fields = f.read().rsplit(") ", 1)[1].split()
        cpu += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        with open(f"/proc/{p}/smaps_rollup") as f:
            pss += next(int(line.split()[1]) for line in f if line.startswith("Pss:")) / 1024
    return cpu, pss


def main():
    app = subprocess.Popen([sys.argv[1]])
    try:
        unlock(app)
        to_session(app)
        log = find(app, "The log", "panel", "Entries")
        asked = []
        for _ in range(PRESSES):
            start = time.monotonic()
            shows(log, 1)
            asked.append(time.monotonic() - start)
        result = {"ask": quantiles(asked), "empty": measure(log)}
        fill(log, 500)
        result["at500"] = measure(log)
        fill(log, 1080)
        before, _ = use(app.pid)
        time.sleep(IDLE)
        after, pss = use(app.pid)
        result |= {"entries": log.childCount, "pssMB": pss, "cpuPercent": (after - before) / IDLE * 100}
        print(json.dumps(result))
    finally:
        app.terminate()
        app.wait()


main()
