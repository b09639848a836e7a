// The desk's keys, the live queue and small comforts. Everything also works without it.
(() => {
  "use strict";
  const $ = (query, within = document) => within.querySelector(query);
  const $$ = (query, within = document) => [...within.querySelectorAll(query)];
  const csrf = $("meta[name=csrf]")?.content;

  document.addEventListener("htmx:configRequest", (event) => { event.detail.headers["X-CSRF-Token"] = csrf; });

  // --- the queue -------------------------------------------------------------------------------------------
  const rows = $("#rows");
  let cursor = null; // the id of the row the keys are on
  let version = "";

  const all = () => (rows ? $$("tr.row", rows) : []);
  const here = () => cursor && document.getElementById(cursor);

  function move(to) {
    here()?.classList.remove("cursor");
    if (!to) return;
    cursor = to.id;
    to.classList.add("cursor");
    to.scrollIntoView({ block: "nearest" });
    $("a", to)?.focus({ preventScroll: true });
  }

  function step(by) {
    const list = all();
    const at = list.indexOf(here());
    move(list[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by, 0), list.length - 1)]);
  }

  function count() {
    const bar = $("#bulkbar");
    if (!bar) return;
    const picked = $$("input[name=ids]:checked", rows).length;
    bar.classList.toggle("idle", picked === 0);
    bar.classList.toggle("on", picked > 0);
    const words = $("#picked");
    words.textContent = words.dataset.text.replace("#", picked);
  }

  // A poll brings all rows; only those that differ are put in, so focus, cursor and ticks stay where they are.
  function settle(text) {
    const fresh = new DOMParser().parseFromString(`<table><tbody>${text}</tbody></table>`, "text/html");
    const list = $$("tbody > tr", fresh);
    const ids = new Set(list.map((row) => row.id));
    let changed = false;
    $$(":scope > tr", rows).forEach((row) => { if (!ids.has(row.id)) { row.remove(); changed = true; } });
    let before = rows.firstElementChild;
    for (const row of list) {
      const old = document.getElementById(row.id);
      if (old && old.dataset.html === undefined) old.dataset.html = old.innerHTML;
      if (old && old.dataset.html === row.innerHTML) {
        if (old === before) { before = before.nextElementSibling; continue; }
        rows.insertBefore(old, before);
        continue;
      }
      const put = document.importNode(row, true);
      put.dataset.html = row.innerHTML;
      changed = true;
      if (old) {
        const ticked = new Set($$("input:checked", old).map((box) => box.value));
        $$("input", put).forEach((box) => { box.checked = ticked.has(box.value); });
        const focused = old.contains(document.activeElement);
        if (old === before) before = before.nextElementSibling;
        old.remove();
        rows.insertBefore(put, before);
        if (cursor === put.id) { put.classList.add("cursor"); if (focused) $("a", put)?.focus({ preventScroll: true }); }
      } else rows.insertBefore(put, before);
    }
    if (changed) $("#live").textContent = $("#live").dataset.text;
    count();
  }

  if (rows) {
    $$(":scope > tr", rows).forEach((row) => { row.dataset.html = row.innerHTML; });
    rows.addEventListener("htmx:configRequest", (event) => { if (version) event.detail.parameters.seen = version; });
    rows.addEventListener("htmx:beforeSwap", (event) => {
      event.detail.shouldSwap = false;
      const { xhr } = event.detail;
      if (xhr.status !== 200 || !xhr.getResponseHeader("X-Rows")) return;
      version = xhr.getResponseHeader("X-Rows");
      settle(xhr.responseText);
    });
    rows.addEventListener("click", (event) => {
      const row = event.target.closest("tr.row");
      if (!row || event.target.closest("a, input, label, button") || String(getSelection())) return;
      $("a", row)?.click();
    });
    rows.addEventListener("change", count);
    $("#all")?.addEventListener("change", (event) => {
      $$("input[name=ids]", rows).forEach((box) => { box.checked = event.target.checked; });
      count();
    });
    count();
  }

  // --- one mail --------------------------------------------------------------------------------------------
  const claim = $("form[data-claim]");
  if (claim && csrf) {
    const body = new URLSearchParams({ csrf, verb: "claim" });
    fetch(claim.action, { method: "POST", body, headers: { "HX-Request": "true" } }).then((answer) => {
      if (!answer.ok) return;
      const said = document.createElement("span");
      said.className = "looking";
      said.textContent = claim.dataset.you;
      const button = $("button", claim);
      button.value = "unclaim";
      button.textContent = claim.dataset.back;
      claim.insertBefore(said, button);
    }).catch(() => {});
  }

  $$("details[data-frame]").forEach((details) => details.addEventListener("toggle", () => {
    if (!details.open || $("iframe", details)) return;
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "");
    frame.title = details.dataset.title;
    frame.src = details.dataset.frame;
    details.append(frame);
  }));

  $$("[data-copy]").forEach((button) => button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
    button.textContent = button.dataset.done;
  }));

  const ruling = $("#ruling");
  ruling?.addEventListener("submit", (event) => {
    const button = event.submitter;
    const note = $("#note");
    if (button?.hasAttribute("data-note") && !note.value.trim() && !$("#canned").value) {
      event.preventDefault();
      note.setAttribute("aria-invalid", "true");
      note.focus();
      return;
    }
    if (ruling.dataset.sent) { event.preventDefault(); return; }
    ruling.dataset.sent = "1";
  });
  addEventListener("pageshow", () => { if (ruling) delete ruling.dataset.sent; });

  $("#canned")?.addEventListener("change", (event) => {
    const note = $("#note");
    if (event.target.value && note) note.value = event.target.selectedOptions[0].textContent;
  });

  // --- a mail to try ---------------------------------------------------------------------------------------
  const drop = $("#drop");
  drop?.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("drop"); });
  drop?.addEventListener("dragleave", () => drop.classList.remove("drop"));
  drop?.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    drop.classList.remove("drop");
    $("#file").files = event.dataTransfer.files;
  });

  // --- keys ------------------------------------------------------------------------------------------------
  function press(key) {
    for (const found of $$(`[data-key="${key}"]`)) {
      if (found.disabled) continue;
      if (found.tagName === "SUMMARY") {
        const details = found.parentElement;
        if (details.open) continue;
        details.open = true;
        found.focus();
        return true;
      }
      found.click();
      return true;
    }
    return false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (event.key === "Escape" && typing) { typing.blur(); return; }
    if (typing || $("dialog[open]")) return;
    const { key } = event;
    let done = true;
    if (key === "?") $("#keys")?.showModal();
    else if (key === "/" && $("#q")) $("#q").focus();
    else if (rows && key === "j") step(1);
    else if (rows && key === "k") step(-1);
    else if (rows && key === "Enter" && here() && event.target === document.body) $("a", here())?.click();
    else if (rows && key === "x" && here()) $("input[name=ids]", here())?.click();
    else done = /^[a-z]$/.test(key) && press(key);
    if (done) event.preventDefault();
  });

  $(".me")?.addEventListener("focusout", (event) => {
    const menu = event.currentTarget;
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
})();
