"""A headless Chromium, driven by its DevTools protocol over a pipe. Needs nothing but Python."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Browser:
    """One browser with one tab. Keeps what the tab complained of, and what it asked the network for."""

    def __init__(self, downloads):
        self.profile = tempfile.mkdtemp(prefix="chromium-")
        own_read, there_write = os.pipe()
        there_read, own_write = os.pipe()
        flags = ["--headless", "--remote-debugging-pipe", "--disable-gpu", "--disable-dev-shm-usage",
                 "--no-first-run", "--hide-scrollbars", "--user-data-dir=" + self.profile]
        if os.geteuid() == 0:
            flags.append("--no-sandbox")
        self.process = subprocess.Popen(
            # It reads from 3 and writes to 4. One of these may be an end of a pipe already, so 9 is between.
            ["bash", "-c", f'exec 9>&{there_write} 3<&{there_read} 4>&9 9>&-; exec chromium "$@"', "chromium", *flags],
            pass_fds=(there_read, there_write), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(there_read)
        os.close(there_write)
        self.read, self.write = own_read, own_write
        self.pending, self.number, self.session = b"", 0, None
        self.complaints, self.requests, self.events = [], [], []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")
        session, self.session = self.session, None
        self.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=downloads, eventsEnabled=True)
        self.session = session

    def close(self):
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def receive(self, until):
        """The next message; raises TimeoutError if there is none in time."""
        while b"\0" not in self.pending:
            if not select.select([self.read], [], [], max(0, until - time.monotonic()))[0]:
                raise TimeoutError("the browser says nothing")
            piece = os.read(self.read, 1 << 20)
            if not piece:
                raise EOFError("the browser ended")
            self.pending += piece
        message, _, self.pending = self.pending.partition(b"\0")
        message = json.loads(message)
        self.take(message)
        return message

    def take(self, message):
        method, params = message.get("method"), message.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(params["exceptionDetails"])[:600])
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.complaints.append(params["entry"]["text"])
        elif method == "Runtime.consoleAPICalled":
            self.complaints.append(json.dumps(params["args"])[:600])
        elif method == "Page.javascriptDialogOpening":
            self.complaints.append("a dialog: " + params["message"])
            # The answer to this call is not waited for: another one may be under way.
            self.send("Page.handleJavaScriptDialog", accept=True)
        elif method == "Network.requestWillBeSent":
            self.requests.append(params["request"]["url"])
        if method:
            self.events.append(message)

    def send(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write, json.dumps(message).encode() + b"\0")
        return self.number

    def call(self, method, **params):
        number, until = self.send(method, **params), time.monotonic() + 60
        while True:
            message = self.receive(until)
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def wait(self, method, holds=lambda event: True):
        """Waits for an event of which something holds; it came since the last `forget`, or comes now."""
        until = time.monotonic() + 60
        while True:
            for event in self.events:
                if event["method"] == method and holds(event["params"]):
                    return event["params"]
            self.receive(until)

    def forget(self):
        self.complaints, self.requests, self.events = [], [], []

    def open(self, path):
        self.forget()
        self.call("Page.navigate", url="file://" + os.path.abspath(path).replace("%", "%25").replace("#", "%23"))
        self.wait("Page.loadEventFired")

    def run(self, script):
        """The value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, userGesture=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"])[:600])
        return answer["result"].get("value")

    def type(self, element, text):
        """Types into an element as a person does, in place of what is there."""
        self.run(f"(() => {{ const at = {element}; at.focus(); at.select(); }})()")
        self.call("Input.insertText", text=text)

    def save(self, element):
        """Clicks what starts a download, and gives the name of the file."""
        self.events = []
        self.run(element + ".click()")
        name = self.wait("Browser.downloadWillBegin")["suggestedFilename"]
        self.wait("Browser.downloadProgress", lambda progress: progress["state"] == "completed")
        return name

    def look(self, width, scheme):
        """Shows the page on a screen of this width, light or dark."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def picture(self, path, height=6000):
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], height), "scale": 1}
        data = self.call("Page.captureScreenshot", captureBeyondViewport=True, clip=clip)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))

    def paper(self, path):
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
