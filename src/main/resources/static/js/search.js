// The search box, the result list and the comparison on top of pages that work without it. No inline code (CSP).
(() => {
  "use strict";
  const $ = (sel, root = document) => root.querySelector(sel);
  const all = (sel, root = document) => [...root.querySelectorAll(sel)];
  const typing = (el) => el.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
  const box = () => $("#q");

  // Suggestions: a listbox under the search box, arrow keys and Escape.
  const list = () => $("#suggestions");
  const close = () => {
    list()?.replaceChildren();
    box()?.setAttribute("aria-expanded", "false");
    box()?.removeAttribute("aria-activedescendant");
  };
  const options = () => all("[role=option]", list() ?? document.createElement("div"));
  const choose = (by) => {
    const o = options();
    if (!o.length) return false;
    const at = o.findIndex((x) => x.getAttribute("aria-selected") === "true");
    const next = at < 0 ? (by > 0 ? 0 : o.length - 1) : (at + by + o.length) % o.length;
    o.forEach((x, i) => x.setAttribute("aria-selected", String(i === next)));
    o[next].scrollIntoView({ block: "nearest" });
    box().setAttribute("aria-activedescendant", o[next].id);
    return true;
  };
  document.addEventListener("htmx:afterSwap", (e) => {
    if (e.detail.target.id !== "suggestions") return;
    if (!box().value.trim()) {
      offerRecents();
      return;
    }
    const live = document.activeElement === box() && options().length > 0;
    if (!live) close();
    box().setAttribute("aria-expanded", String(live));
  });
  document.addEventListener("click", (e) => {
    const option = e.target.closest("#suggestions [role=option]");
    if (!option) return;
    if ("forget" in option.dataset) {
      localStorage.removeItem(recentKey());
      close();
      return;
    }
    window.location.href = option.dataset.href;
  });

  // What was searched for lately is offered while the box is empty; it stays in this browser, an account each.
  const recentKey = () => "recent-" + $("#recent").dataset.owner;
  const recents = () => JSON.parse(localStorage.getItem(recentKey()) ?? "[]");
  const offerRecents = () => {
    const now = recents();
    if (box().value.trim() || !now.length) return;
    const all = $("#recent").content.cloneNode(true);
    const first = $("[role=option]", all);
    now.forEach((q, i) => {
      const option = first.cloneNode(true);
      option.id = "recent-" + i;
      option.textContent = q;
      option.dataset.href = "/search?q=" + encodeURIComponent(q);
      first.before(option);
    });
    first.remove();
    $("[data-forget]", all).id = "recent-forget";
    list().replaceChildren(all);
    box().setAttribute("aria-expanded", "true");
  };
  const remember = () => {
    const q = new URLSearchParams(location.search).get("q")?.trim();
    if (location.pathname !== "/search" || !q || !$("#search")) return;
    localStorage.setItem(recentKey(), JSON.stringify([q, ...recents().filter((x) => x !== q)].slice(0, 6)));
  };
  document.addEventListener("focusin", (e) => e.target.id === "q" && offerRecents());
  document.addEventListener("input", (e) => {
    if (e.target.id !== "q" || box().value.trim()) return;
    close();
    offerRecents();
  });
  document.addEventListener("focusout", (e) => {
    if (e.target.id === "q" && !list()?.contains(e.relatedTarget)) setTimeout(close, 150);
  });

  // Preview pane: on wide screens a click on a row shows it beside the list; its link still opens the page.
  const wide = window.matchMedia("(min-width: 1280px)");
  const show = (hit) => {
    if (!hit?.dataset.preview || !wide.matches || !$("#preview")) return;
    all(".hit.is-open").forEach((h) => h.classList.remove("is-open"));
    hit.classList.add("is-open");
    htmx.ajax("GET", hit.dataset.preview, { target: "#preview", swap: "innerHTML" });
  };
  document.addEventListener("click", (e) => {
    const hit = e.target.closest(".hit[data-preview]");
    if (!hit || e.ctrlKey || e.metaKey || e.shiftKey || e.button || e.target.closest(".pick")) return;
    const link = e.target.closest("a");
    if (link && !link.closest("h2")) return;
    if (!wide.matches || (link && hit.classList.contains("is-open"))) return;
    if (link) e.preventDefault();
    show(hit);
  });

  // A window made wide enough later gets what it would have had from the start.
  wide.addEventListener("change", () => show($(".hit.is-open") ?? $(".hit[data-preview]")));

  // The box has one line: what is pasted with several (a list of names, a description) keeps them apart by marks.
  document.addEventListener("paste", (e) => {
    const text = e.clipboardData?.getData("text") ?? "";
    if (e.target.id !== "q" || !/[\r\n]/.test(text)) return;
    e.preventDefault();
    const line = text.trim().split(/\s*[\r\n]+\s*/).join("；");
    e.target.setRangeText(line, e.target.selectionStart, e.target.selectionEnd, "end");
    e.target.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // Keys: / to the box, arrows or j and k through the results, Enter opens (the links do), Escape closes.
  const name = (hit) => $("h2 a, th a", hit);
  const step = (by) => {
    const hits = all("[data-hit]");
    if (!hits.length) return false;
    const at = hits.findIndex((h) => h.contains(document.activeElement));
    if (at === 0 && by < 0) {
      box()?.focus();
      return true;
    }
    const open = hits.findIndex((h) => h.classList.contains("is-open"));
    const from = at >= 0 ? at : open > 0 ? open : -1;
    const next = hits[Math.min(hits.length - 1, Math.max(0, from + by))];
    next.scrollIntoView({ block: "nearest" });
    name(next)?.focus({ preventScroll: true });
    show(next);
    return true;
  };
  document.addEventListener("keydown", (e) => {
    if (e.isComposing) return;
    const down = e.key === "ArrowDown" || e.key === "ArrowUp";
    const by = e.key === "ArrowDown" || e.key === "j" ? 1 : -1;
    if (e.target.id === "q") {
      const picked = options().find((x) => x.getAttribute("aria-selected") === "true");
      if (down) {
        if (choose(by) || (by > 0 && step(1))) e.preventDefault();
      } else if (e.key === "Escape" && options().length) {
        e.preventDefault();
        close();
      } else if (e.key === "Enter" && picked) {
        e.preventDefault();
        picked.click();
      }
      return;
    }
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || $("dialog[open]")) return;
    if (e.key === "/") {
      e.preventDefault();
      box()?.focus();
      box()?.select();
    } else if (e.key === "Escape") {
      all("details.menu[open]").forEach((d) => {
        d.open = false;
        $("summary", d).focus();
      });
      if (filtersOpen) toggleFilters();
    } else if (e.key === "j" || e.key === "k") {
      step(by);
    } else if (down && (e.target === document.body || e.target.id === "main" || e.target.closest("[data-hit]"))) {
      if (step(by)) e.preventDefault();
    }
  });

  // Folds, density and the phone's filter drawer keep their state over swaps.
  const open = new Set();
  document.addEventListener("toggle", (e) => {
    const key = e.target.dataset?.keep;
    if (key) e.target.open ? open.add(key) : open.delete(key);
  }, true);
  let filtersOpen = false;
  const toggleFilters = () => {
    filtersOpen = !filtersOpen;
    settle();
    (filtersOpen ? $(".drawer-head button") : $(".facets-toggle"))?.focus();
  };
  const folded = () => new Set(JSON.parse(localStorage.getItem("folded") ?? "[]"));
  const fold = () => {
    const shut = folded();
    all("[data-facet]").forEach((f) => {
      $("[data-fold]", f)?.setAttribute("aria-expanded", String(!shut.has(f.dataset.facet)));
      const values = $(".values", f);
      if (values) values.hidden = shut.has(f.dataset.facet);
    });
  };
  document.addEventListener("click", (e) => {
    const by = e.target.closest("[data-fold], a.fold");
    const facet = by?.closest("[data-facet]").dataset.facet;
    if (!facet) return;
    const shut = folded();
    shut.delete(facet) || by.matches("a") || shut.add(facet);
    localStorage.setItem("folded", JSON.stringify([...shut]));
    fold();
  });

  // A long facet is looked through by typing; that is no condition and asks the server nothing.
  document.addEventListener("input", (e) => {
    if (!e.target.matches("[data-within]")) return;
    const typed = e.target.value.trim().toLowerCase();
    const values = e.target.closest(".values");
    all("label", values).forEach((l) => (l.hidden = !$(".value", l).textContent.toLowerCase().includes(typed) && !$("input", l).checked));
    all("details", values).forEach((d) => (d.open = typed !== "" || open.has(d.dataset.keep)));
  });
  ["change", "search"].forEach((type) =>
    document.addEventListener(type, (e) => e.target.matches?.("[data-within]") && e.stopPropagation(), true));
  document.addEventListener("keydown", (e) => e.key === "Enter" && e.target.matches?.("[data-within]") && e.preventDefault(), true);

  // Who comes back from a record finds the list where it was left: that row has the focus, and its preview is open.
  document.addEventListener("click", (e) => {
    const left = e.target.closest("[data-hit] a[href]");
    if (left) sessionStorage.setItem("left", JSON.stringify([location.pathname + location.search, left.getAttribute("href")]));
  }, true);
  const comeBack = () => {
    const [page, href] = JSON.parse(sessionStorage.getItem("left") ?? "[]");
    if (page !== location.pathname + location.search || document.activeElement !== document.body) return;
    const hit = all("[data-hit]").find((h) => name(h)?.getAttribute("href") === href);
    sessionStorage.removeItem("left");
    name(hit)?.focus();
    show(hit);
  };
  window.addEventListener("pageshow", () => setTimeout(comeBack, 0));

  const settle = () => {
    fold();
    all("details[data-keep]").forEach((d) => (d.open = open.has(d.dataset.keep) || d.open));
    $(".facets")?.classList.toggle("is-open", filtersOpen);
    document.body.classList.toggle("has-drawer", filtersOpen && Boolean($(".facets")));
    $(".facets-toggle")?.setAttribute("aria-expanded", String(filtersOpen));
    const compact = localStorage.getItem("density") === "compact";
    all(".hits").forEach((h) => (h.dataset.density = compact ? "compact" : "roomy"));
    $("[data-toggle-density]")?.setAttribute("aria-pressed", String(compact));
    tray();
    remember();
    if ($("#search")) sessionStorage.setItem("results", location.pathname + location.search);
    const back = $("[data-back]");
    const from = sessionStorage.getItem("results");
    if (back && from?.startsWith("/search")) back.href = from;
  };

  // List or table, and the table's columns: cookies, since the server lays them out.
  const cookie = (key, value) => {
    document.cookie = `${key}=${value};path=/;max-age=${value ? 31536000 : 0};samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`;
  };
  const again = () =>
    htmx.ajax("GET", location.pathname + location.search, { target: "#search", select: "#search", swap: "outerHTML" });
  document.addEventListener("click", (e) => {
    if (e.target.closest("[data-toggle-facets]")) toggleFilters();
    else if (filtersOpen && e.target === document.body) toggleFilters();
    if (e.target.closest("[data-toggle-density]")) {
      localStorage.setItem("density", localStorage.getItem("density") === "compact" ? "" : "compact");
      settle();
    }
    const view = e.target.closest("[data-toggle-view]");
    if (view) {
      cookie("hub-view", view.getAttribute("aria-pressed") === "true" ? "" : "table");
      again();
    }
    const usual = e.target.closest("[data-usual-columns]");
    if (usual) {
      cookie("hub-columns-" + usual.closest("[data-columns]").dataset.tab, "");
      again();
    }
    all("details.menu[open]").forEach((d) => {
      if (!d.contains(e.target)) d.open = false;
    });
  });
  document.addEventListener("change", (e) => {
    const columns = e.target.closest("[data-columns]");
    if (!columns) return;
    const chosen = all("input:checked", columns).map((x) => x.value);
    cookie("hub-columns-" + columns.dataset.tab, chosen.join("."));
    again();
  });

  // Comparison: what was ticked stays in this tab of the browser, over pages and searches, a kind each.
  const key = () => "compare-" + $("#tray").dataset.tab;
  const chosen = () => JSON.parse(sessionStorage.getItem(key()) ?? "[]");
  const choice = (now) => {
    sessionStorage.setItem(key(), JSON.stringify(now));
    tray();
  };
  const tray = () => {
    const bar = $("#tray");
    if (!bar) return;
    const now = chosen();
    all("[data-compare]").forEach((x) => (x.checked = now.some((c) => c.id === x.dataset.compare)));
    bar.hidden = now.length === 0;
    document.body.classList.toggle("has-tray", now.length > 0);
    $("ul", bar).replaceChildren(
      ...now.map((c) => {
        const item = $("template", bar).content.cloneNode(true);
        $("span", item).textContent = c.name;
        const button = $("button", item);
        button.dataset.uncompare = c.id;
        button.setAttribute("aria-label", button.getAttribute("aria-label") + " " + c.name);
        return item;
      }),
    );
    const ids = (name) => now.map((c) => name + "=" + encodeURIComponent(c.id)).join("&");
    const go = $("[data-compare-go]", bar);
    go.href = "/compare?" + ids("id");
    go.hidden = now.length < 2 || now.length > Number(bar.dataset.compared);
    $(".full", bar).hidden = now.length <= Number(bar.dataset.compared);
    const keep = $("[data-keep-all]", bar);
    if (keep) keep.href = "/lists/add?" + ids("record");
    const out = $("[data-export-all]", bar);
    if (out) out.href = "/exports/" + bar.dataset.tab + "?" + ids("id");
  };
  document.addEventListener("change", (e) => {
    const box = e.target.closest("[data-compare]");
    if (!box) return;
    const rest = chosen().filter((c) => c.id !== box.dataset.compare);
    if (box.checked && rest.length >= Number($("#tray").dataset.most)) {
      box.checked = false;
      $("#live").textContent = $("#tray").dataset.full;
      $("#tray").classList.add("is-full");
      return;
    }
    $("#tray").classList.remove("is-full");
    choice(box.checked ? [...rest, { id: box.dataset.compare, name: box.dataset.name }] : rest);
  });
  document.addEventListener("click", (e) => {
    const out = e.target.closest("button[data-uncompare]");
    if (out) choice(chosen().filter((c) => c.id !== out.dataset.uncompare));
    if (e.target.closest("[data-compare-clear]")) choice([]);
    const gone = e.target.closest("a[data-uncompare]");
    if (gone) {
      const kept = "compare-" + $("#compare").dataset.tab;
      const now = JSON.parse(sessionStorage.getItem(kept) ?? "[]");
      sessionStorage.setItem(kept, JSON.stringify(now.filter((c) => c.id !== gone.dataset.uncompare)));
    }
  });
  // Keeping happens where one is: the page for it comes as a dialog, and its answer is told.
  document.addEventListener("click", async (e) => {
    const link = e.target.closest("a.keep, a[data-keep-all]");
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
    e.preventDefault();
    const answer = await fetch(link.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const form = $("#list-add", page);
    if (!answer.ok || !form) return location.assign(link.href);
    const dialog = $("#keep");
    dialog.replaceChildren(form);
    const back = $(".actions.next a", form);
    const close = Object.assign(document.createElement("button"), { type: "button", textContent: back?.textContent });
    close.dataset.closeDialog = "";
    back?.replaceWith(close);
    dialog.returnTo = link;
    dialog.showModal();
  });
  document.addEventListener("submit", async (e) => {
    const dialog = e.target.closest("#keep");
    if (!dialog) return;
    e.preventDefault();
    const answer = await fetch(e.target.action, { method: "POST", body: new URLSearchParams(new FormData(e.target)) });
    if (!answer.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      $("#keep-answer").textContent = $("#main p", page)?.textContent ?? "";
      return;
    }
    dialog.close();
    $("#live").textContent = dialog.dataset.done;
    const told = dialog.returnTo;
    if (told?.isConnected && told.matches(".keep")) told.textContent = dialog.dataset.done;
    told?.focus();
  });
  document.addEventListener("change", (e) => {
    if (e.target.matches("[data-only-differing]")) $(".compare").classList.toggle("only-differing", e.target.checked);
  });
  // Names stay in nobody's browser after the log-out.
  document.addEventListener("submit", (e) => {
    if (!e.target.action.endsWith("/logout")) return;
    sessionStorage.clear();
    localStorage.removeItem(recentKey());
  });

  document.addEventListener("htmx:afterSettle", (e) => {
    if (e.detail.target.id !== "search" && e.detail.elt.id !== "search") return;
    settle();
    show($(".hit[data-preview]"));
    const said = $("[data-live]");
    if (said) $("#live").textContent = said.textContent;
  });
  settle();
  if ($("#search")) show($(".hit[data-preview]"));
})();
