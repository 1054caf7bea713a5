"""Writes into the running session of the production window and kills it, again
and again. What the screen showed as saved must be there afterwards, once, and
the clock must be right.

Usage: crash.py BINARY ROUNDS, inside a session bus of its own. The environment
holds DISPLAY, SNOWFIELD_VAULT, SNOWFIELD_TEST_PASSPHRASE and
SNOWFIELD_TEST_DOSE, the instant of the dose.
"""

import datetime
import math
import os
import random
import re
import subprocess
import sys
import threading
import time

from accessible import BUSY, GLib, LIMIT, find, to_session, unlock

ENTRY = re.compile(r"r\d+e\d+x")  # of round and number; the x shows that it is whole
SLACK = 1  # second that the shown clock may be beyond what the looking takes


def saved(log, newest=None):
    """The entries that the log shows as saved, each as often as it does."""
    found = []
    try:
        count = log.childCount
        for i in range(max(0, count - newest) if newest else 0, count):
            row = log.getChildAtIndex(i)
            if row is not None and not row.getState().contains(BUSY):
                found += ENTRY.findall(row.name or "")[-1:]
    except GLib.GError:
        pass  # it went away while being looked at
    return found


def all_there(app, shown):
    """The entries of the log. What accessibility tells of a page that was just
    opened can be behind the page, so that those that are missing get time to
    come; what was lost does not come."""
    end = time.monotonic() + LIMIT / 6
    while True:
        there = saved(find(app, "The log", "panel", "Entries"))
        if shown <= set(there) or time.monotonic() > end:
            return there
        time.sleep(0.2)


def check_clock(app, dose):
    """The shown time since the dose, against the system's clock."""
    timer = find(app, "The session's clock", "timer", "Since dose")
    before = time.time() - dose
    hours, minutes, seconds = timer.queryText().getText(0, -1).split(":")
    after = time.time() - dose
    shown = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    if not math.floor(before) - SLACK <= shown <= math.floor(after) + SLACK:
        sys.exit(f"The clock shows {shown} s since the dose; it is {before:.1f} to {after:.1f} s.")


def write(number, stop):
    """Types entries without a pause until it is told to stop."""
    n = 0
    while not stop.is_set():
        n += 1
        text = f"r{number}e{n}x"
        subprocess.run(
            ["xdotool", "type", "--delay", "4", "--args", "1", text, "key", "Return"], check=False)


def main():
    binary, rounds = sys.argv[1], int(sys.argv[2])
    dose = datetime.datetime.fromisoformat(
        os.environ["SNOWFIELD_TEST_DOSE"].replace("Z", "+00:00")).timestamp()
    chance = random.Random(1)
    shown = set()
    for number in range(1, rounds + 2):
        app = subprocess.Popen([binary])
        stop = threading.Event()
        writer = threading.Thread(target=write, args=(number, stop))
        try:
            unlock(app)
            field = to_session(app)
            there = all_there(app, shown)
            lost = shown - set(there)
            if lost:
                sys.exit(f"Shown as saved before the end, and gone: {sorted(lost)}")
            if len(there) != len(set(there)):
                sys.exit(f"Written twice: {sorted(e for e in set(there) if there.count(e) > 1)}")
            check_clock(app, dose)
            if number > rounds:
                break
            log = find(app, "The log", "panel", "Entries")
            field.queryComponent().grabFocus()
            subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
            writer.start()
            end = time.monotonic() + chance.uniform(0.5, 4)
            while time.monotonic() < end:
                shown.update(saved(log, newest=12))
        finally:
            app.kill()
            app.wait()
            stop.set()
            if writer.is_alive():
                writer.join()
    if len(shown) < rounds:
        sys.exit(f"Only {len(shown)} entries were seen as saved; that proves nothing.")
    print(f"killed {rounds} times, {len(shown)} entries seen as saved, none lost")


main()
