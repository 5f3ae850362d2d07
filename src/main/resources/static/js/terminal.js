// The information terminal: its own keys, larger text, everything within low reach, and forgetting who stood there.
(() => {
  "use strict";
  const $ = (sel) => document.querySelector(sel);
  const root = document.documentElement;
  const SIZES = ["100", "125", "150", "200"];
  const IDLE = 90, NOTICE = 15;

  const show = () => {
    root.dataset.size = sessionStorage.getItem("size") ?? "100";
    root.dataset.reach = sessionStorage.getItem("reach") ?? "high";
    $("[data-reach]:not(html)")?.setAttribute("aria-pressed", String(root.dataset.reach === "low"));
  };
  show();

  const depth = () => Number(sessionStorage.getItem("depth") ?? "-1");
  addEventListener("pageshow", (e) => {
    sessionStorage.setItem("depth", String(location.pathname === "/terminal" ? 0 : depth() + 1));
    if (e.persisted && box && depth() === 0) box.value = "";
  });

  const box = $("#ask");
  let asked = 0;
  const suggest = async () => {
    const mine = ++asked;
    const q = box.value.trim();
    const answer = q ? await fetch("/terminal/suggest?q=" + encodeURIComponent(q)).then((r) => (r.ok ? r.text() : "")).catch(() => "") : "";
    if (mine === asked) $("#found").innerHTML = answer; // our own markup, escaped by the hub
  };
  box?.addEventListener("input", suggest);

  document.addEventListener("click", (e) => {
    const key = e.target.closest("[data-key]");
    if (key) box.value += key.dataset.key;
    if (e.target.closest("[data-rub]")) box.value = box.value.slice(0, -1);
    if (e.target.closest("[data-clear]")) box.value = "";
    if (e.target.closest("[data-key], [data-rub], [data-clear]")) suggest();
    if (e.target.closest("[data-size]:not(html)")) {
      sessionStorage.setItem("size", SIZES[(SIZES.indexOf(root.dataset.size) + 1) % SIZES.length]);
      show();
    }
    if (e.target.closest("button[data-reach]")) {
      sessionStorage.setItem("reach", root.dataset.reach === "low" ? "high" : "low");
      show();
    }
    // never back beyond where the last one stood: who stood there before is forgotten
    if (e.target.closest("#back") && depth() > 0) {
      e.preventDefault();
      sessionStorage.setItem("depth", String(depth() - 2));
      history.back();
    }
  });

  // Idle: after 75 s a notice, after 90 s everything that somebody typed or chose is forgotten.
  let last = Date.now();
  const dialog = $("#idle");
  const stir = () => {
    last = Date.now();
    if (dialog.open) dialog.close();
  };
  ["pointerdown", "keydown", "scroll", "touchstart"].forEach((t) => document.addEventListener(t, stir, { passive: true }));
  $("#idle-stay").addEventListener("click", stir);
  setInterval(() => {
    const idle = (Date.now() - last) / 1000;
    if (idle >= IDLE) {
      sessionStorage.clear();
      last = Date.now();
      dialog.close();
      if (box) box.value = "";
      if (box) $("#found").innerHTML = "";
      navigator.serviceWorker?.controller?.postMessage("forget");
      location.replace("/terminal");
    } else if (idle >= IDLE - NOTICE) {
      $("#idle-left").textContent = String(Math.ceil(IDLE - idle));
      if (!dialog.open) dialog.showModal();
    }
  }, 500);

  // Without the hub the pages that were seen within 30 minutes stay; each says of when it is.
  const away = (is) => {
    $(".offline").hidden = !is;
    if (!is) navigator.serviceWorker?.controller?.postMessage("refresh");
  };
  const line = () => fetch("/terminal/suggest?q=", { cache: "no-store" }).then((r) => away(!r.ok)).catch(() => away(true));
  setInterval(line, 15000);
  line();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/terminal-worker.js", { scope: "/terminal" });
})();
