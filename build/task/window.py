"""Works the production window as a screen reader would, through AT-SPI:
unlock by typing the passphrase, see Today, lock from the native menu.

Usage: window.py BINARY, inside a session bus of its own. The environment
holds DISPLAY, SNOWFIELD_VAULT, SNOWFIELD_TEST_PASSPHRASE and
SNOWFIELD_TEST_CLIENT, whose name Today shows.
"""

import os
import signal
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


def find(app, what, role, wanted):
    """Waits for an element with this role and name; role None is any, and
    then the name need only hold what is wanted."""
    end = time.monotonic() + LIMIT
    while time.monotonic() < end and app.poll() is None:
        root = application()
        for _, has, name, element in walk(root) if root is not None else ():
            if (has == role and name.strip() == wanted) if role else wanted in name:
                return element
        time.sleep(0.2)
    print(f"{what} did not appear. This is what the window holds:")
    root = application()
    for depth, has, name, _ in walk(root) if root is not None else ():
        print("  " * depth + has + (f" “{name}”" if name else ""))
    sys.exit(1)


def main():
    app = subprocess.Popen([sys.argv[1]])
    try:
        field = find(app, "The passphrase field", "password text", "Passphrase")
        field.queryComponent().grabFocus()
        subprocess.run(
            ["xdotool", "type", "--delay", "30", os.environ["SNOWFIELD_TEST_PASSPHRASE"]], check=True)
        find(app, "The Unlock button", "push button", "Unlock").queryAction().doAction(0)
        find(app, "Today", "heading", "In the integration window")
        find(app, "The client's name", None, os.environ["SNOWFIELD_TEST_CLIENT"])
        print("unlocked, and Today is there")

        find(app, "The native menu's Lock", "menu item", "Lock").queryAction().doAction(0)
        find(app, "The passphrase field", "password text", "Passphrase")
        print("locked from the native menu")
    finally:
        app.send_signal(signal.SIGTERM)
        try:
            status = app.wait(15)
        except subprocess.TimeoutExpired:
            app.kill()
            sys.exit("The app did not end when asked to.")
    if status != 0:
        sys.exit(f"The app ended with status {status}.")


main()
