// Keeps the terminal's public pages for 30 minutes, so that it goes on while the hub is away. Asks the hub first, always.
"use strict";
const CACHE = "terminal-1", LIFE = 30 * 60 * 1000, PATIENCE = 4000, MOST = 400;
const START = ["/terminal", "/terminal/list", "/terminal/list?kind=CHALLENGE", "/terminal/demands", "/terminal/enterprises", "/terminal/bases", "/terminal/stations", "/terminal/platforms"];

const keep = async (request, response) => {
  if (!response.ok || response.redirected) return response;
  const headers = new Headers(response.headers);
  headers.set("X-Kept-At", String(Date.now()));
  const body = await response.clone().arrayBuffer();
  const cache = await caches.open(CACHE);
  await cache.put(request, new Response(body, { status: 200, headers }));
  const keys = await cache.keys();
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

self.addEventListener("install", (e) => e.waitUntil((async () => {
  for (const page of START) {
    const response = await fetch(page).catch(() => null);
    if (!response?.ok) continue;
    const html = await response.clone().text();
    await keep(new Request(page), response);
    if (page === "/terminal") {
      for (const [, file] of html.matchAll(/(?:href|src)="(\/(?:css|js)\/[^"]+|\/favicon\.svg)"/g)) {
        await fetch(file).then((r) => keep(new Request(file), r)).catch(() => null);
      }
    }
  }
  await self.skipWaiting();
})()));

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
      const response = await fetch(e.request, { signal: AbortSignal.timeout(PATIENCE) });
      if (response.status < 500) return await keep(e.request, response);
    } catch {
      // the hub is away: what is kept answers
    }
    return (await kept(e.request)) ?? away();
  })());
});
