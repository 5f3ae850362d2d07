// Keeps the terminal's public pages, so that it goes on for 30 minutes while the hub is away. Asks the hub first, always.
// What a visitor may need first (the sections and what they lead to) is fetched anew every ten minutes whether or not anybody looks, so
// that whenever the hub goes away it is there for half an hour; what is older than LIFE is never shown.
"use strict";
const CACHE = "terminal-2", LIFE = 45 * 60 * 1000, FRESH = 10 * 60 * 1000, PATIENCE = 4000, MOST = 400;
const START = ["/terminal", "/terminal/list", "/terminal/list?kind=CHALLENGE", "/terminal/named", "/terminal/chains", "/terminal/events", "/terminal/demands", "/terminal/enterprises", "/terminal/bases", "/terminal/stations", "/terminal/platforms"];

const path = (request) => { const u = new URL(request.url); return u.pathname + u.search; };

const keep = async (request, response) => {
  if (!response.ok || response.redirected) return response;
  const headers = new Headers(response.headers);
  headers.set("X-Kept-At", String(Date.now()));
  const body = await response.clone().arrayBuffer();
  const cache = await caches.open(CACHE);
  await cache.put(request, new Response(body, { status: 200, headers }));
  const keys = (await cache.keys()).filter((k) => !START.includes(path(k)));
  for (const old of keys.slice(0, Math.max(0, keys.length - MOST))) await cache.delete(old);
  return response;
};

const kept = async (request) => {
  const found = await (await caches.open(CACHE)).match(request);
  if (!found || Date.now() - Number(found.headers.get("X-Kept-At")) > LIFE) return null;
  const headers = new Headers(found.headers);
  headers.set("X-From-Cache", "1");
  return new Response(await found.arrayBuffer(), { status: 200, headers });
};

const away = () => new Response("<!DOCTYPE html><meta charset=utf-8><meta http-equiv=refresh content='10;url=/terminal'><title>稍后再来</title><h1>暂时连不上，稍后再来</h1><p><a href='/terminal'>返回首页</a></p>", { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });

const take = async (page) => {
  const response = await fetch(page, { signal: AbortSignal.timeout(PATIENCE * 3) }).catch(() => null);
  if (!response?.ok) return "";
  const text = /svg|css|javascript/.test(response.headers.get("Content-Type") ?? "") ? "" : await response.clone().text();
  await keep(new Request(new URL(page, location.origin)), response);
  return text;
};

/** When the least visited of the sections was fetched: a worker is ended and started again and remembers nothing else. */
const fetched = async () => Number((await (await caches.open(CACHE)).match(new URL(START.at(-1), location.origin)))?.headers.get("X-Kept-At") ?? 0);

let busy = false;
/** The sections, what they lead to with its codes, and what the pages are drawn with. */
const refresh = async () => {
  if (busy || Date.now() - (await fetched()) < FRESH) return;
  busy = true;
  const more = new Set();
  for (const page of START) {
    const html = await take(page);
    for (const [, file] of html.matchAll(/(?:href|src)="(\/(?:css|js)\/[^"]+|\/favicon\.svg|\/terminal\/[a-z]+\/[0-9A-Z]{13}|\/terminal\/chains\/[A-Z]+)"/g)) more.add(file);
  }
  for (const page of more) {
    await take(page);
    if (page.startsWith("/terminal/")) await take(page + "/code.svg");
  }
  busy = false;
};

/** What somebody typed leaves nothing behind for the next one. */
const forget = async () => {
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) if (/[?&]q=[^&]/.test(request.url)) await cache.delete(request);
};

self.addEventListener("message", (e) => e.waitUntil(e.data === "forget" ? forget() : refresh()));

self.addEventListener("install", (e) => e.waitUntil(refresh().then(() => self.skipWaiting())));

self.addEventListener("activate", (e) => e.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("terminal-") && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("fetch", (e) => {
  const url = new URL(e.request.url);
  const mine = url.origin === location.origin && (url.pathname === "/terminal" || url.pathname.startsWith("/terminal/") || /^\/(css|js)\//.test(url.pathname) || url.pathname === "/favicon.svg");
  if (!mine || e.request.method !== "GET") return;
  e.respondWith((async () => {
    try {
      if (url.searchParams.has("lang")) return await fetch(e.request);
      const response = await fetch(e.request, { signal: AbortSignal.timeout(PATIENCE) });
      if (response.status < 500) return url.pathname === "/terminal/suggest" ? response : await keep(e.request, response);
    } catch {
      // the hub is away: what is kept answers
    }
    return (await kept(e.request)) ?? away();
  })());
});
