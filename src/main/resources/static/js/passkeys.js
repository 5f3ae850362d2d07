// Passkeys: the browser makes one or shows one, the form carries its answer to the hub. No inline code (CSP).
(() => {
  "use strict";
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const withBytes = (list) => (list ?? []).map((c) => ({ ...c, id: bytes(c.id) }));

  // browsers know passkeys over https and on this machine only, and by a name: an address of numbers has none
  const able = window.isSecureContext && window.PublicKeyCredential && !/^[\d.]+$|:/.test(location.hostname);

  const make = async (options) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: withBytes(options.excludeCredentials),
      },
    });
    return whole(made, {
      attestationObject: text(made.response.attestationObject),
      clientDataJSON: text(made.response.clientDataJSON),
      transports: made.response.getTransports?.() ?? [],
    });
  };

  const show = async (options) => {
    const shown = await navigator.credentials.get({
      publicKey: { ...options, challenge: bytes(options.challenge), allowCredentials: withBytes(options.allowCredentials) },
    });
    return whole(shown, {
      authenticatorData: text(shown.response.authenticatorData),
      clientDataJSON: text(shown.response.clientDataJSON),
      signature: text(shown.response.signature),
      userHandle: shown.response.userHandle ? text(shown.response.userHandle) : undefined,
    });
  };

  const whole = (credential, response) => ({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
  });

  const asked = async (form) => {
    const token = new URLSearchParams({ _csrf: form.elements._csrf.value });
    const answer = await fetch(form.dataset.options, { method: "POST", body: token, headers: { Accept: "application/json" } });
    return answer.ok && answer.headers.get("Content-Type")?.includes("json") ? answer.json() : null;
  };

  const go = async (form, button, state) => {
    button.disabled = true;
    state.textContent = form.dataset.waiting;
    const options = await asked(form);
    // without them the hub says why not, by the page that the empty form leads to
    if (options) form.elements.credential.value = JSON.stringify(await (form.dataset.passkey === "make" ? make : show)(options));
    form.submit();
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector("button[type=submit]");
    const state = form.querySelector("[data-passkey-state]");
    if (!able) {
      form.hidden = "quiet" in form.dataset;
      button.disabled = true;
      state.textContent = form.dataset.unfit;
      continue;
    }
    form.addEventListener("submit", (e) => {
      e.preventDefault();
      go(form, button, state).catch(() => {
        state.textContent = form.dataset.failed;
        button.disabled = false;
      });
    });
  }
})();
