// Small helps on top of pages that work without them: clean addresses, dialogs, review queue, uploads. No inline code (CSP).
// The search box and its results are in search.js.
(() => {
  "use strict";
  const $ = (sel, root = document) => root.querySelector(sel);
  const all = (sel, root = document) => [...root.querySelectorAll(sel)];
  const typing = (el) => el.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");

  // Clean addresses: a GET never carries empty values.
  document.addEventListener("htmx:configRequest", (e) => {
    if (e.detail.verb !== "get") return;
    const params = e.detail.parameters;
    for (const key of [...new Set(Object.keys(params))]) {
      if (params[key] === "" || params[key] === null) delete params[key];
    }
    // what is usual need not be said, and must not outlive the words that it was usual for
    const sort = $("#sort");
    if (sort && params.sort === sort.dataset.usual) delete params.sort;
    if (params.size === "20") delete params.size;
  });

  // An answer that is an error page is shown, not swallowed.
  document.addEventListener("htmx:beforeSwap", (e) => {
    if (e.detail.xhr.status >= 400 && e.detail.target.id === "search") window.location.reload();
  });

  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target)) return;
    if (e.key === "j" || e.key === "k") {
      pairs(e.key === "j" ? 1 : -1);
    } else if ("123".includes(e.key)) {
      const pair = e.target.closest(".pair") ?? $(".pair");
      const note = pair && e.key === "1" && $("[data-note]", pair);
      // a reason is owed for one person: the digit leads there first, Enter sends
      if (note && !note.value.trim()) {
        e.preventDefault();
        note.focus();
      } else {
        pair && $(`[data-key="${e.key}"]`, pair)?.click();
      }
    } else if (e.key === "u") {
      $("[data-undo]")?.click();
    } else if (e.key === "x") {
      // in a ranked list: tick it, to be put side by side
      const tick = $("input[type=checkbox]", e.target.closest(".candidate") ?? document.createElement("p"));
      tick?.click();
    }
  });

  // The review queue and ranked lists: j and k move from one to the next, digits decide the pair that has the focus.
  const pairs = (by) => {
    const list = all(".pair, .candidate");
    if (!list.length) return false;
    const at = list.indexOf(document.activeElement?.closest(".pair, .candidate"));
    const next = list[Math.min(list.length - 1, Math.max(0, at + by))];
    (next.matches(".candidate") ? $("h2 a", next) : next).focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
    return true;
  };
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Enter" || !e.target.matches("[data-note]")) return;
    e.preventDefault();
    $('[data-key="1"]', e.target.closest(".pair")).click();
  });
  document.addEventListener("change", (e) => {
    if (e.target.matches("[data-tick-all]")) all(".pair input[name=id]").forEach((box) => (box.checked = e.target.checked));
  });

  document.addEventListener("click", (e) => {
    if (e.target.closest("[data-print]")) window.print();
    const dialog = e.target.closest("[data-dialog]");
    if (dialog) $("#" + dialog.dataset.dialog).showModal();
    if (e.target.closest("[data-close-dialog]") || e.target.matches("dialog")) e.target.closest("dialog").close();
    const fill = e.target.closest("[data-fill]");
    if (fill) {
      $("#username").value = fill.dataset.fill;
      $("#password").value = fill.dataset.password;
      $("#login").requestSubmit();
    }
    const provenance = e.target.closest("[data-toggle-sources]");
    if (provenance) {
      const shown = provenance.getAttribute("aria-pressed") !== "true";
      provenance.setAttribute("aria-pressed", String(shown));
      all(".source").forEach((s) => (s.hidden = !shown));
    }
  });

  // Where the sections run past an edge they say so, and a press goes on.
  const more = () => {
    const nav = $(".sections");
    if (!nav) return;
    const left = nav.scrollLeft > 4;
    const right = nav.scrollLeft + nav.clientWidth < nav.scrollWidth - 4;
    nav.dataset.more = [left && "start", right && "end"].filter(Boolean).join(" ");
    for (const [end, shown] of [["start", left], ["end", right]]) {
      let button = $(".sections-more." + end);
      if (!button && shown) {
        button = document.createElement("button");
        button.type = "button";
        button.className = "sections-more " + end;
        // the sections are all in the row, for the keyboard and for readers: this is for the eye and the finger
        button.tabIndex = -1;
        button.setAttribute("aria-hidden", "true");
        button.textContent = end === "end" ? "\u203a" : "\u2039";
        button.addEventListener("click", () => {
          const row = $(".sections");
          row.scrollBy({ left: (end === "end" ? 1 : -1) * row.clientWidth * 0.7 });
        });
        nav.after(button);
      }
      if (button) button.hidden = !shown;
    }
  };
  document.addEventListener("scroll", (e) => e.target.matches?.(".sections") && more(), true);
  window.addEventListener("resize", more);
  document.addEventListener("htmx:afterSettle", more);

  // On a phone the sections run past the edge: the one that is open is brought into view, the page itself stays where it is.
  const current = $(".sections [aria-current]");
  if (current) current.parentElement.scrollLeft = current.offsetLeft - (current.parentElement.clientWidth - current.offsetWidth) / 2;
  more();

  // Upload in one move: dropping or choosing a file sends the form.
  const zone = (e) => e.target.closest?.(".drop");
  for (const name of ["dragenter", "dragover"]) {
    document.addEventListener(name, (e) => {
      const z = zone(e);
      if (z) {
        e.preventDefault();
        z.classList.add("is-over");
      }
    });
  }
  document.addEventListener("dragleave", (e) => zone(e)?.classList.remove("is-over"));
  document.addEventListener("drop", (e) => {
    const z = zone(e);
    if (!z || !e.dataTransfer.files.length) return;
    e.preventDefault();
    z.classList.remove("is-over");
    const input = $("input[type=file]", z);
    input.files = e.dataTransfer.files;
    send(input);
  });
  document.addEventListener("change", (e) => {
    if (e.target.matches(".drop input[type=file]")) send(e.target);
  });
  const send = (input) => {
    const form = input.form;
    const files = [...input.files];
    if (!files.length) return;
    const said = $("[data-upload-state]", form);
    if (files.length > 1 || $("#sent .results li")) {
      files.forEach((file) => enqueue(form, file));
      input.value = "";
      return;
    }
    if (files[0].size > Number(form.dataset.maxBytes)) {
      said.textContent = form.dataset.tooLarge;
      input.value = "";
      return;
    }
    said.textContent = form.dataset.sending + " " + files[0].name;
    form.requestSubmit();
    $("button[type=submit]", form)?.setAttribute("disabled", "");
  };

  // Several files: one after the other, each with a line of its own that stays, refused or not.
  const queue = [];
  let sending = false;
  const enqueue = (form, file) => {
    const line = document.createElement("li");
    line.className = "result";
    const name = document.createElement("strong");
    name.textContent = file.name;
    const state = document.createElement("p");
    state.textContent = form.dataset.waiting;
    line.append(name, state);
    $("#sent").hidden = false;
    $("#sent .results").append(line);
    if (file.size > Number(form.dataset.maxBytes)) {
      fail(line, form.dataset.tooLarge);
      return;
    }
    const data = new FormData(form);
    data.set("file", file, file.name);
    queue.push({ form, data, line, state });
    if (!sending) sendNext();
  };
  const fail = (line, why) => {
    line.classList.add("bad");
    const p = $("p", line);
    p.setAttribute("role", "alert");
    p.textContent = why;
    $("progress", line)?.remove();
  };
  const sendNext = () => {
    const next = queue.shift();
    sending = Boolean(next);
    if (!next) return;
    const { form, data, line, state } = next;
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", state.previousSibling.textContent);
    line.append(bar);
    state.textContent = form.dataset.sending;
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("HX-Request", "true");
    request.upload.onprogress = (e) => {
      if (!e.lengthComputable) return;
      bar.max = e.total;
      bar.value = e.loaded;
      if (e.loaded === e.total) state.textContent = form.dataset.checking;
    };
    request.onload = () => {
      const answer = new DOMParser().parseFromString(request.responseText, "text/html");
      const result = $("li.result", answer);
      if (result) {
        const told = document.importNode(result, true);
        line.replaceWith(told);
        htmx.process(told);
      } else {
        fail(line, $("#error .panel p", answer)?.textContent ?? form.dataset.lost);
      }
      sendNext();
    };
    request.onerror = () => {
      fail(line, form.dataset.lost);
      sendNext();
    };
    request.send(data);
  };
})();
