// Charts drawn from the tables beside them, so that both say the same. No inline code or style (CSP): tooltips are drawn on the canvas.
(() => {
  "use strict";
  if (!window.echarts) return;
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const charts = new Map();

  const read = (table) => {
    const titles = [...table.tHead.rows[0].cells].slice(1).map((c) => c.textContent.trim());
    const rows = [...table.tBodies[0].rows].map((r) => ({
      label: (r.cells[0].querySelector("a") ?? r.cells[0]).firstChild.textContent.trim(),
      href: r.cells[1].querySelector("a")?.getAttribute("href"),
      thin: r.classList.contains("thin"),
      values: [...r.cells].slice(1).map((c) => (c.dataset.n === undefined ? null : Number(c.dataset.n))),
    }));
    return { titles, rows };
  };

  const draw = (el) => {
    const data = read(document.getElementById(el.dataset.chart));
    const ink = token("--text");
    const quiet = token("--muted");
    // red is for what is short; a target beside it is quiet
    const colours = [token("--accent"), data.rows.every((r) => r.thin) ? token("--signal") : token("--line-strong"), quiet];
    el.style.height = `${Math.max(120, data.rows.length * (data.titles.length > 1 ? 34 : 24) + 56)}px`;
    const chart = charts.get(el) ?? window.echarts.init(el, null, { renderer: "canvas" });
    charts.set(el, chart);
    chart.setOption({
      animation: !still,
      aria: { enabled: true, decal: { show: data.titles.length > 1 } },
      color: colours,
      backgroundColor: "transparent",
      textStyle: { fontFamily: token("--font"), color: ink },
      grid: { left: 8, right: 56, top: data.titles.length > 1 ? 36 : 8, bottom: 8, containLabel: true },
      legend: data.titles.length > 1 ? { top: 0, left: 0, textStyle: { color: ink } } : undefined,
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, renderMode: "richText" },
      xAxis: { type: "value", minInterval: 1, axisLabel: { color: quiet }, splitLine: { lineStyle: { color: token("--line") } } },
      yAxis: { type: "category", inverse: true, data: data.rows.map((r) => r.label), axisLabel: { color: ink, width: 140, overflow: "truncate" }, axisTick: { show: false } },
      series: data.titles.map((name, i) => ({
        name,
        type: "bar",
        barMaxWidth: 16,
        data: data.rows.map((r) => r.values[i]),
        label: { show: true, position: "right", color: ink },
      })),
    }, true);
    chart.off("click");
    chart.on("click", (e) => {
      const href = data.rows[e.dataIndex]?.href;
      if (href) window.location.assign(href);
    });
  };

  const all = () => document.querySelectorAll("[data-chart]").forEach(draw);
  all();
  window.addEventListener("resize", () => charts.forEach((c) => c.resize()));
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("#board details").forEach((d) => { d.open = true; });
    charts.forEach((c) => c.resize());
  });

  document.addEventListener("click", (e) => {
    const button = e.target.closest("[data-png]");
    if (!button) return;
    const chart = charts.get(document.getElementById(button.dataset.png));
    if (!chart) return;
    const link = document.createElement("a");
    link.href = chart.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: token("--surface") });
    link.download = `${button.dataset.name}.png`;
    link.click();
  });
})();
