"""Types into a program on a terminal of its own, as a person would.

python type.py STEPS.json PROGRAM ARGUMENT...

STEPS is a list of [what to wait for, what to type]. What the terminal showed is printed, without the codes that
colour it and move in it; then the exit status on a line of its own. A step that is not reached in time ends
the run, with what it waited for.
"""

import fcntl
import json
import os
import pty
import re
import select
import struct
import sys
import termios
import time

CODES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[78=>]|\r")
PATIENCE = 30  # seconds: slow machines run these tests too


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        steps = json.load(file)
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.argv[2], sys.argv[2:])
    columns = int(os.environ.get("TYPE_COLUMNS", "100"))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    shown = b""
    start = 0

    def read(seconds):
        nonlocal shown
        ready, _, _ = select.select([terminal], [], [], seconds)
        if not ready:
            return True
        try:
            more = os.read(terminal, 65536)
        except OSError:  # the program has ended
            return False
        shown += more
        return bool(more)

    is_open = True
    for wanted, typed in steps:
        end = time.monotonic() + PATIENCE
        while True:
            plain = CODES.sub(b"", shown).decode("utf-8", "replace")
            found = plain.find(wanted, start)
            if found >= 0:
                start = found + len(wanted)
                break
            if not is_open or time.monotonic() > end:
                print(plain)
                print(f"NOT SHOWN: {wanted!r}")
                os.close(terminal)
                sys.exit(1)
            is_open = read(0.05)
        time.sleep(0.03)  # the prompt takes the terminal after it is drawn
        os.write(terminal, typed.encode())
    while is_open:
        is_open = read(PATIENCE)
    _, status = os.waitpid(child, 0)
    print(CODES.sub(b"", shown).decode("utf-8", "replace"))
    print(os.waitstatus_to_exitcode(status))


main()
