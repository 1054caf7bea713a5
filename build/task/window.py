"""Works the production window: unlock by typing the passphrase, see Today,
lock from the native menu.

Usage: window.py BINARY, inside a session bus of its own. The environment
holds DISPLAY, SNOWFIELD_VAULT, SNOWFIELD_TEST_PASSPHRASE and
SNOWFIELD_TEST_CLIENT, whose name Today shows.
"""

import os
import signal
import subprocess
import sys

from accessible import find, unlock


def main():
    app = subprocess.Popen([sys.argv[1]])
    try:
        unlock(app)
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
