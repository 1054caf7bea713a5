"""Finds things in the production window as a screen reader would, through
AT-SPI. It needs a session bus of its own, DISPLAY and xdotool."""

import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

LIMIT = 60  # seconds any one thing may take to appear


def switch_accessibility_on():
    """Toolkits look at this once, when a program starts."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
        GLib.Variant("(ssv)", ("org.a11y.Status", "IsEnabled", GLib.Variant("b", True))),
        None, Gio.DBusCallFlags.NONE, 10000, None)


switch_accessibility_on()
import pyatspi  # noqa: E402  (connects when imported)

BUSY = pyatspi.STATE_BUSY


def walk(node, depth=0):
    """Every element below node, as (depth, role, name, element)."""
    try:
        for child in node:
            if child is None:
                continue
            yield depth, child.getRoleName(), child.name or "", child
            yield from walk(child, depth + 1)
    except GLib.GError:
        return  # it went away while being looked at


def application():
    for app in pyatspi.Registry.getDesktop(0):
        if app is not None and app.name == "snowfield":
            return app
    return None


def look(role, wanted):
    """What has this role and name now, or None; role None is any, and then
    the name need only hold what is wanted."""
    root = application()
    for _, has, name, element in walk(root) if root is not None else ():
        if (has == role and name.strip() == wanted) if role else wanted in name:
            return element
    return None


def find(app, what, role, wanted):
    """Waits for what look would give."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end and app.poll() is None:
        element = look(role, wanted)
        if element is not None:
            return element
        time.sleep(0.2)
    print(f"{what} did not appear. This is what the window holds:")
    root = application()
    for depth, has, name, _ in walk(root) if root is not None else ():
        print("  " * depth + has + (f" “{name}”" if name else ""))
    sys.exit(1)


def unlock(app):
    """Types the passphrase of the environment and presses Unlock."""
    passphrase = os.environ["SNOWFIELD_TEST_PASSPHRASE"]
    field = find(app, "The passphrase field", "password text", "Passphrase")
    field.queryComponent().grabFocus()
    end = time.monotonic() + LIMIT
    # A window that has just come may not have the keyboard yet.
    while field.queryText().characterCount != len(passphrase):
        if time.monotonic() > end:
            sys.exit("The passphrase could not be typed.")
        subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
        subprocess.run(["xdotool", "type", "--delay", "20", passphrase], check=True)
        time.sleep(0.3)
    find(app, "The Unlock button", "push button", "Unlock").queryAction().doAction(0)


def to_session(app):
    """The entry field of the running session, by the strip on other screens."""
    end = time.monotonic() + LIMIT
    while (field := look("entry", "Write an observation")) is None:
        back = look("push button", "Return")
        if back is not None:
            back.queryAction().doAction(0)
        if time.monotonic() > end or app.poll() is not None:
            sys.exit("The running session did not appear.")
        time.sleep(0.2)
    return field
