# SPDX-License-Identifier: GPL-3.0-or-later
"""A finger on the touch screen that xvfb.sh gives with QUAD_TOUCH. The messages are those of
xf86-input-inputtest-protocol.h, version 1.1, which comes with the X server."""
import os
import socket
import struct
import time

WAIT_FOR_SYNC, TOUCH = 1, 6
BEGIN, UPDATE, END = 18, 19, 20     # of a touch, as the X Input Extension numbers them
VALUATORS = 64                      # room in a message; ours are the first two, x and y
LARGEST = 65535                     # their range is 0 to this
STEPS, STEP = 20, 0.02
HELD = 1.0                          # longer than the toolkit's own delay of a long press


class Finger:
    """One for the whole run: when it goes the server is busy for good. Width and height are those
    of the screen."""

    def __init__(self, width, height):
        self.scale = LARGEST / (width - 1), LARGEST / (height - 1)
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(os.environ['QUAD_FINGER'])
        self.socket.sendall(struct.pack('=IIHH', 12, 0, 1, 1))
        version = struct.unpack('=IIHH', self.socket.recv(12))
        assert version[2:] == (1, 1), version

    def _send(self, kind, x, y):
        """Sends one event and waits until the server has seen it."""
        values = [x * self.scale[0], y * self.scale[1]] + [0.0] * (VALUATORS - 2)
        size = 32 + 2 * 8 * VALUATORS
        self.socket.sendall(struct.pack(f'=IIIIIB11x{VALUATORS}d{8 * VALUATORS}x',
                                        size, TOUCH, 1, kind, 0, 0b11, *values)
                            + struct.pack('=II', 8, WAIT_FOR_SYNC))
        self.socket.recv(8)
        self.x, self.y = x, y

    def down(self, point):
        self._send(BEGIN, *point)

    def slide(self, point):
        """Goes to a point without leaving the screen."""
        start = self.x, self.y
        for i in range(1, STEPS + 1):
            self._send(UPDATE, *(start[k] + (point[k] - start[k]) * i / STEPS for k in (0, 1)))
            time.sleep(STEP)

    def up(self):
        self._send(END, self.x, self.y)

    def tap(self, point):
        self.down(point)
        self.up()

    def press(self, point):
        """Stays on a point for as long as a long press takes, and goes on staying."""
        self.down(point)
        time.sleep(HELD)
