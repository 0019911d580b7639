"""Looks at REVIEW.html in a browser: nothing wider than the window, every link has its target, the filters and the keyboard work, colours can be read.

usage: page_test.py JIXIAO STYLESHEET INPUT...     exit 77 where there is no Chromium; screenshots go to the folder $JIXIAO_SCREENSHOTS
"""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

WIDTHS = (400, 1280)

# Runs in the page; what it finds is its title.
SCRIPT = """
const found = [];
const say = (what, node) => found.push(what + ": " + (node ? node.outerHTML.slice(0, 120) : ""));
const wait = ms => new Promise(done => setTimeout(done, ms));
const shown = () => [...document.querySelectorAll("article[data-level]")].filter(a => !a.classList.contains("hidden")).length;
(async () => {
  if (document.documentElement.scrollWidth > innerWidth) say("the page is wider than the window by " + (document.documentElement.scrollWidth - innerWidth));
  for (const node of document.querySelectorAll("body *"))
    if (!node.closest(".scroll > *") && !node.closest(".skip") && node.getBoundingClientRect().right > innerWidth + 1) { say("stands out of the window", node); break; }
  const ids = new Set();
  for (const node of document.querySelectorAll("[id]")) ids.has(node.id) ? say("a second id", node) : ids.add(node.id);
  for (const link of document.querySelectorAll('a[href^="#"]')) if (!ids.has(link.getAttribute("href").slice(1))) { say("leads nowhere", link); break; }
  for (const node of document.querySelectorAll("input, select")) if (!node.labels.length) say("has no label", node);
  for (const node of document.querySelectorAll(".scroll")) if (node.tabIndex !== 0 || !node.getAttribute("aria-label")) say("cannot be scrolled by keyboard", node);
  if (!document.documentElement.lang) say("no language");
  if (document.querySelectorAll("h1").length !== 1) say("headings of the first level");
  const all = shown(), search = document.getElementById("search");
  if (!all) say("no finding");
  document.dispatchEvent(new KeyboardEvent("keydown", {key: "/", bubbles: true}));
  if (document.activeElement !== search) say("/ does not lead to the search");
  search.value = document.querySelector("article .level").textContent.split(" ").pop();
  search.dispatchEvent(new Event("input"));
  await wait(300);
  if (shown() === 0 || shown() > all) say("the search shows " + shown() + " of " + all);
  search.value = "\\u4e00\\u4e01\\u4e02"; search.dispatchEvent(new Event("input"));
  await wait(300);
  if (shown() !== 0) say("the search does not hide");
  search.dispatchEvent(new KeyboardEvent("keydown", {key: "Escape", bubbles: true}));
  if (shown() !== all) say("Escape does not end the search");
  for (const box of document.querySelectorAll(".filters input[type=checkbox]")) { box.checked = false; box.dispatchEvent(new Event("change")); }
  if (shown() !== 0) say("severities do not hide");
  for (const box of document.querySelectorAll(".filters input[type=checkbox]")) { box.checked = true; box.dispatchEvent(new Event("change")); }
  const form = document.getElementById("of-form");
  form.selectedIndex = 1; form.dispatchEvent(new Event("change"));
  if (document.querySelectorAll("section[data-form]:not(.hidden)").length !== 1) say("a form cannot be chosen");
  document.title = JSON.stringify(found);
})();
"""


def browser():
    return next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None)


def run_browser(folder, *options):
    return subprocess.run([browser(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--user-data-dir=" + os.path.join(folder, "profile"), *options],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=120).stdout.decode("utf-8")


def look(page, folder, width):
    with open(page, encoding="utf-8") as text:
        document = text.read()
    probe = os.path.join(folder, "probe.html")
    with open(probe, "w", encoding="utf-8") as out:
        out.write(document.replace("</body>", "<script>" + SCRIPT + "</script></body>"))
    seen = run_browser(folder, "--window-size=%d,900" % width, "--virtual-time-budget=5000", "--dump-dom", "file://" + probe)
    title = html.unescape(re.search(r"<title>(.*?)</title>", seen, re.S).group(1))
    assert title.startswith("["), title
    return json.loads(title)


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(2 * c for c in digits) if len(digits) == 3 else digits
    parts = [int(digits[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b):
    """WCAG 2.2, 1.4.3."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def check_colours(stylesheet):
    with open(stylesheet, encoding="utf-8") as text:
        themes = [dict(re.findall(r"--([\w-]+):(#\w+)", theme)) for theme in re.findall(r":root\{(.*?)\}", text.read())]
    assert len(themes) == 2
    pairs = [(text, ground) for text in ("ink", "error", "warning", "note") for ground in ("paper", "back", "label", "field", "lost", "mark")]
    for theme in themes:
        for text, ground in [*pairs, ("soft", "paper"), ("soft", "back"), ("on-head", "head")]:
            assert contrast(theme[text], theme[ground]) >= 4.5, (text, ground, contrast(theme[text], theme[ground]))


def main():
    jixiao, stylesheet, inputs = sys.argv[1], sys.argv[2], sys.argv[3:]
    check_colours(stylesheet)
    if not browser():
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        for language in ("zh", "en"):
            page = os.path.join(folder, "review-%s.html" % language)
            subprocess.run([jixiao, "check", *inputs, "--together", "--reading", "--fail-on", "never", "--lang", language, "-o", page], check=True,
                           stdout=subprocess.DEVNULL)
            for width in WIDTHS:
                found = look(page, folder, width)
                assert not found, (language, width, found)
                if pictures := os.environ.get("JIXIAO_SCREENSHOTS"):
                    run_browser(folder, "--window-size=%d,2400" % width, "--screenshot=" + os.path.join(pictures, "review-%s-%d.png" % (language, width)), "file://" + page)


main()
