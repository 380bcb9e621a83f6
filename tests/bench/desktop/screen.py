"""What a person at the screen could tell of a program: when its window is there, and how long it leaves them waiting."""

import time

from Xlib import X, display, error
from Xlib.ext import xtest
from Xlib.protocol import event

SMALL = 400   # pixels: no main window and no dialog is that narrow

class Screen:
    """The X server; needs a window manager that keeps _NET_CLIENT_LIST."""

    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        # Answers to pings come to the root window; toolkits differ in the event mask under which they send them.
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask | X.StructureNotifyMask)
        self._atoms = {name: self.display.intern_atom(name) for name in
                       ("_NET_CLIENT_LIST", "_NET_WM_PID", "_NET_WM_PING", "WM_PROTOCOLS", "WM_DELETE_WINDOW")}
        self._stamp = 0

    def windows(self, pid):
        """Those of the process that are mapped, the oldest first."""
        found = []
        for window in self._property(self.root, "_NET_CLIENT_LIST"):
            window = self.display.create_resource_object("window", window)
            if list(self._property(window, "_NET_WM_PID")) != [pid]:
                continue
            try:
                if window.get_attributes().map_state == X.IsViewable:
                    found.append(window)
            except error.XError:
                pass
        return found

    def _property(self, window, name):
        try:
            found = window.get_full_property(self._atoms[name], X.AnyPropertyType)
        except error.XError:
            return []
        return found.value if found else []

    def _send(self, window, protocol):
        self._stamp += 1
        data = (32, [self._atoms[protocol], self._stamp, window.id, 0, 0])
        window.send_event(event.ClientMessage(window=window, client_type=self._atoms["WM_PROTOCOLS"], data=data))
        self.display.flush()
        return self._stamp

    def _answered(self):
        """Stamps of the pings that were answered since the last look."""
        stamps = []
        while self.display.pending_events():
            seen = self.display.next_event()
            if seen.type & 0x7F == X.ClientMessage and seen.data[0] == 32 and seen.data[1][0] == self._atoms["_NET_WM_PING"]:
                stamps.append(seen.data[1][1])
        return stamps

    def wait_for_window(self, pid, known=(), seconds=120):
        """A window that was not there yet, mapped, painted, and answering; not the small one by which a program says
        that it is about to start."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for window in self.windows(pid):
                if window.id not in known and self._width(window) > SMALL:
                    self.ping(window)
                    self.ping(window)   # what the first one waited behind has been painted
                    return window
            time.sleep(0.004)
        raise TimeoutError("no window came")

    @staticmethod
    def _width(window):
        try:
            return window.get_geometry().width
        except (error.BadDrawable, error.BadWindow):   # it has gone meanwhile
            return 0

    def ping(self, window, seconds=120):
        """Until the program has dealt with all that came before, as far as its window is concerned."""
        stamp = self._send(window, "_NET_WM_PING")
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if stamp in self._answered():
                return
            time.sleep(0.001)
        raise TimeoutError("the window does not answer")

    def longest_stall(self, window, deeds, pause):
        """Does the deeds one after another, `pause` seconds apart, and asks the window all the time whether it is
        there. The longest wait for an answer, in seconds, and the deed during which it happened."""
        worst = (0.0, "nothing")
        for name, deed in deeds:
            deed()
            self.display.flush()
            end = time.monotonic() + pause
            sent, stamp = time.monotonic(), self._send(window, "_NET_WM_PING")
            while True:
                now = time.monotonic()
                if stamp in self._answered():
                    worst = max(worst, (now - sent, name))
                    if now > end:
                        break
                    sent, stamp = time.monotonic(), self._send(window, "_NET_WM_PING")
                elif now > sent + 120:
                    raise TimeoutError("the window does not answer")
                time.sleep(0.0005)
        return worst

    def close(self, window):
        self._send(window, "WM_DELETE_WINDOW")

    def press(self, *keys):
        codes = [self.display.keysym_to_keycode(key) for key in keys]
        for code in codes:
            xtest.fake_input(self.display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self.display, X.KeyRelease, code)

    def click(self, x, y):
        xtest.fake_input(self.display, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self.display, X.ButtonPress, 1)
        xtest.fake_input(self.display, X.ButtonRelease, 1)
