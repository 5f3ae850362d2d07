// Pages of an event: the search that is going on, moving a meeting in the grid, taps that outlive a lost network. No page needs this.
(() => {
  "use strict";

  // the hall screen: what is new takes the place of what was; with a lost network the last stays
  const again = Number(document.body.dataset.again);
  if (again) {
    window.setInterval(async () => {
      try {
        const r = await fetch(window.location.href, { headers: { Accept: "text/html", "HX-Request": "true" } });
        if (!r.ok || r.redirected) return;
        const now = new DOMParser().parseFromString(await r.text(), "text/html");
        for (const part of ["header", "main"]) document.querySelector(part).replaceWith(document.importNode(now.querySelector(part), true));
      } catch { /* the next time */ }
    }, again * 1000);
  }

  // how far the search is
  const progress = document.getElementById("progress");
  if (progress) {
    const poll = async () => {
      try {
        const r = await fetch(progress.dataset.progress, { headers: { Accept: "application/json" } });
        if (r.ok) {
          const p = await r.json();
          if (p.state !== "PLANNING") { window.location.reload(); return; }
          progress.querySelector("progress").value = p.spent;
          for (const [key, value] of Object.entries({ score: p.score, bound: p.bound, gap: p.gap })) {
            progress.querySelector(`[data-of=${key}]`).textContent = value === null || value === "" ? "—" : value;
          }
        }
      } catch { /* the network is away: the next time */ }
      window.setTimeout(poll, 1000);
    };
    window.setTimeout(poll, 1000);
  }

  // the grid: drag a meeting, or take it with Enter, go by the arrows, put it down with Enter
  const grid = document.querySelector(".meeting-grid[data-places]");
  if (grid) {
    const form = document.getElementById("move-form");
    let taken = null;
    let aim = null;
    const cells = () => [...grid.querySelectorAll("td")];
    const clear = () => {
      cells().forEach((c) => { c.classList.remove("can", "warn", "no", "aim"); c.removeAttribute("title"); });
      taken?.classList.remove("chosen");
      taken = null;
      aim = null;
    };
    const take = async (card) => {
      clear();
      taken = card;
      card.classList.add("chosen");
      const r = await fetch(`${grid.dataset.places}?meeting=${encodeURIComponent(card.dataset.meeting)}`);
      if (!r.ok || taken !== card) return;
      for (const p of await r.json()) {
        const cell = grid.querySelector(`td[data-slot="${p.slot}"][data-table="${p.table}"]`);
        if (!cell) continue;
        const worst = p.conflicts.some((c) => c.level === "BLOCK_PLAN") ? "no" : p.conflicts.length ? "warn" : "can";
        cell.classList.add(worst);
        if (p.conflicts.length) cell.title = p.conflicts.map((c) => c.text).join("\n");
      }
    };
    const point = (cell) => {
      aim?.classList.remove("aim");
      aim = cell;
      cell.classList.add("aim");
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
      const live = document.getElementById("live");
      if (live) live.textContent = `${cell.closest("tr").cells[0].textContent.trim()} ${grid.tHead.rows[0].cells[cell.cellIndex].textContent.trim()} ${cell.title}`;
    };
    const drop = (cell) => {
      if (!taken || !cell || !(cell.classList.contains("can") || cell.classList.contains("warn"))) return;
      form.elements.meeting.value = taken.dataset.meeting;
      form.elements.place.value = `${cell.dataset.slot},${cell.dataset.table}`;
      form.submit();
    };
    grid.addEventListener("dragstart", (e) => {
      const card = e.target.closest("[data-meeting]");
      if (card) { e.dataTransfer.effectAllowed = "move"; e.dataTransfer.setData("text/plain", card.dataset.meeting); take(card); }
    });
    grid.addEventListener("dragover", (e) => {
      const cell = e.target.closest("td");
      if (taken && cell) { point(cell); if (!cell.classList.contains("no")) e.preventDefault(); }
    });
    grid.addEventListener("drop", (e) => { e.preventDefault(); drop(e.target.closest("td")); });
    grid.addEventListener("dragend", () => { if (!aim) clear(); });
    grid.addEventListener("keydown", (e) => {
      const card = e.target.closest("[data-meeting]");
      if (!card) return;
      if (e.key === " " || (e.key === "Enter" && !taken)) {
        if (e.key === " ") { e.preventDefault(); take(card).then(() => point(card.closest("td"))); }
        return;
      }
      if (!taken) return;
      const at = aim ?? card.closest("td");
      const row = at.closest("tr");
      const next = {
        ArrowRight: () => at.nextElementSibling,
        ArrowLeft: () => (at.previousElementSibling?.tagName === "TD" ? at.previousElementSibling : null),
        ArrowDown: () => row.nextElementSibling?.cells[at.cellIndex],
        ArrowUp: () => row.previousElementSibling?.cells[at.cellIndex],
      }[e.key];
      if (next) { e.preventDefault(); const cell = next(); if (cell) point(cell); }
      if (e.key === "Enter") { e.preventDefault(); drop(at); }
      if (e.key === "Escape") { e.preventDefault(); clear(); }
    });
  }

  // taps: kept on the phone until the hub has them; the same tap counts once however often it is sent
  const page = document.querySelector("[data-queue]");
  if (page) {
    const name = `taps-${page.dataset.queue}`;
    const words = document.getElementById("words").content;
    const read = () => { try { return JSON.parse(localStorage.getItem(name) ?? "[]"); } catch { return []; } };
    const keep = (taps) => { localStorage.setItem(name, JSON.stringify(taps)); show(taps); };
    const show = (taps) => {
      const waiting = document.getElementById("waiting");
      waiting.hidden = taps.length === 0;
      waiting.querySelector("[data-n]").textContent = taps.length;
      for (const t of taps) mark(t);
    };
    const mark = (t) => {
      const tag = page.querySelector(`[data-meeting="${t.meeting}"] [data-now]`);
      const item = tag?.closest("[data-meeting]");
      item?.querySelectorAll("button[name=outcome]").forEach((b) => b.setAttribute("aria-pressed", String(b.value === t.outcome)));
      item?.querySelector("summary.button")?.classList.toggle("chosen", t.outcome === "UNFIT");
      if (tag) { tag.classList.remove("blank"); tag.textContent = words.querySelector(`[data-word=${t.outcome}]`).textContent; }
    };
    let sending = false;
    const send = async () => {
      if (sending) return;
      sending = true;
      try {
        for (let taps = read(); taps.length; taps = read()) {
          const t = taps[0];
          const body = new URLSearchParams({ outcome: t.outcome, reason: t.reason ?? "", key: t.key, at: t.at });
          const csrf = page.querySelector("form.tap input[name=_csrf]");
          if (csrf) body.set("_csrf", csrf.value);
          const r = await fetch(t.address, { method: "POST", body, headers: { Accept: "application/json" }, redirect: "manual" });
          if (r.ok) {
            keep(read().filter((x) => x.key !== t.key));
          } else if (r.status >= 400 && r.status < 500 && r.status !== 401 && r.status !== 403 && r.status !== 429) {
            document.getElementById("refused-taps").hidden = false;
            keep(read().filter((x) => x.key !== t.key));
          } else {
            break;
          }
        }
      } catch { /* no network: they wait */ }
      sending = false;
    };
    const key = () => (window.crypto?.randomUUID ? window.crypto.randomUUID() : `${Date.now()}-${Math.random().toString(36).slice(2)}`);
    page.addEventListener("submit", (e) => {
      const form = e.target.closest("form.tap");
      if (!form) return;
      e.preventDefault();
      const button = e.submitter;
      const outcome = button?.dataset.outcome ?? button?.value;
      if (!outcome) return;
      const tap = {
        meeting: form.elements.meeting.value,
        address: form.dataset.address,
        outcome,
        reason: button.dataset.outcome ? button.value : null,
        key: key(),
        at: new Date().toISOString(),
      };
      keep([...read(), tap]);
      form.querySelector("details")?.removeAttribute("open");
      send();
    });
    show(read());
    send();
    window.addEventListener("online", send);
    window.setInterval(send, 5000);
  }
})();
