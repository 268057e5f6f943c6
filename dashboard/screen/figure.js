// A figure with its title, source line and menu, drawn by Plotly.react so that a change updates in place.
// LIBRARY is put in front of this file by figure.py.
const drawn = new WeakMap();

function library(base) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  window.pocketPlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = base + LIBRARY;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => { script.remove(); window.pocketPlotly = undefined; reject(new Error(script.src)); };
    document.head.append(script);
  });
  return window.pocketPlotly;
}

function isDark(element) {
  const [r, g, b] = (getComputedStyle(element.closest(".stApp") ?? document.body).backgroundColor.match(/\d+/g) ?? [255, 255, 255]).map(Number);
  return r + g + b < 384;
}

// Charts are drawn for light paper; in the dark every palette colour is swapped for its twin.
function parsed(json, dark, twins) {
  if (dark) for (const [light, twin] of Object.entries(twins)) json = json.replaceAll(light, twin);
  return JSON.parse(json);
}

// Shapes have their address from the server's root, wherever that lies.
function rooted(figure, base) {
  for (const trace of figure.data) if (typeof trace.geojson === "string") trace.geojson = base + trace.geojson;
  return figure;
}

const CORNERS = `<svg viewBox="0 0 12 12" width="11" height="11" fill="none" stroke="currentColor" stroke-width="1.4"
  aria-hidden="true"><path d="M1 4V1h3M8 1h3v3M11 8v3H8M4 11H1V8"/></svg>`;

function skeleton(parent) {
  const root = document.createElement("figure");
  root.className = "pw-figure";
  root.innerHTML = `<figcaption><h3></h3><p></p></figcaption><div class="pw-plot" role="img" tabindex="0"></div>
    <footer><button class="pw-sources" type="button"></button><span class="pw-menu">
    <button type="button" data-format="png">PNG</button><button type="button" data-format="svg">SVG</button>
    <button type="button" data-full="1">${CORNERS}</button></span></footer>`;
  parent.append(root);
  const part = (selector) => root.querySelector(selector);
  return { root, title: part("h3"), subtitle: part("p"), plot: part(".pw-plot"), sources: part(".pw-sources"), menu: part(".pw-menu"), full: part("[data-full]") };
}

function merged(base, over) {
  const result = { ...base };
  for (const [key, value] of Object.entries(over ?? {})) {
    const both = value && base?.[key] && typeof value === "object" && !Array.isArray(value);
    result[key] = both ? merged(base[key], value) : value;
  }
  return result;
}

function isNarrow(data, width) {
  return width < 520 && Boolean(data.narrow);
}

function layoutFor(state, width) {
  const { figure, data } = state;
  const narrow = isNarrow(data, width) ? data.narrow : {};
  const font = { family: getComputedStyle(state.ui.root).fontFamily, ...figure.layout.font };
  const height = data.bare ? state.ui.plot.clientHeight : document.fullscreenElement === state.ui.root ? window.innerHeight - 150 : narrow.height ?? data.height;
  return { ...merged(figure.layout, narrow), font, width, height, autosize: false };
}

function unseen(ui) {
  const box = ui.plot.getBoundingClientRect();
  return box.bottom < 0 || box.top > window.innerHeight;
}

// Figures out of sight wait until the page has a quiet moment, so that the visible ones are drawn at once.
function paintInTurn(state) {
  const { ui } = state;
  const now = () => paint(state).catch((error) => {
    ui.root.dataset.failed = error.message;
    ui.plot.textContent = state.data.bare ? "" : `${state.data.words.failed} (${error.message})`;
  });
  if (unseen(ui) && window.requestIdleCallback) requestIdleCallback(now, { timeout: 2000 });
  else now();
}

async function paint(state) {
  const { ui, data, figure } = state;
  const Plotly = await library(data.base);
  const width = ui.plot.clientWidth;
  if (!width || state.gone) return;
  const config = { staticPlot: data.bare, displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false,
    topojsonURL: data.base + "assets/topojson/", locale: data.lang };
  const layout = layoutFor(state, width);
  if (!data.bare) ui.plot.style.height = `${layout.height}px`;
  if (unseen(ui) || matchMedia("(prefers-reduced-motion: reduce)").matches) delete layout.transition;
  const fits = ({ meta }) => !["wide", "narrow"].includes(meta) || (meta === "narrow") === isNarrow(data, width);
  await Plotly.react(ui.plot, figure.data.filter(fits), layout, config);
  if (!state.listening) {
    state.listening = true;
    ui.plot.on("plotly_click", (event) => {
      const point = event.points[0];
      const value = point.customdata ?? point.data.customdata ?? null;
      if (state.data.clickable && value !== null) state.send("point", Array.isArray(value) ? value[0] : value);
    });
  }
  delete ui.root.dataset.failed;
  ui.root.dataset.painted = data.stamp;
}

async function download(state, format) {
  const { figure, data, ui } = state;
  const Plotly = await library(data.base);
  const text = (content, y, size, anchor) => ({ text: content, x: 0, y, xref: "paper", yref: "container", xanchor: "left", yanchor: anchor, showarrow: false, font: { size } });
  const layout = layoutFor(state, 1200);
  layout.height = data.height + 120;
  layout.margin = { ...layout.margin, t: (layout.margin?.t ?? 0) + 70, b: (layout.margin?.b ?? 0) + 40 };
  layout.paper_bgcolor = getComputedStyle(ui.root.closest(".stApp")).backgroundColor;
  layout.title = { text: `<b>${data.title}</b><br><sub>${data.subtitle}</sub>`, x: 0.02, y: 0.97, xanchor: "left", yanchor: "top" };
  layout.annotations = [...(layout.annotations ?? []), text(data.source, 0.01, 11, "bottom")];
  const url = await Plotly.toImage({ data: figure.data.filter(({ meta }) => meta !== "narrow"), layout, config: { topojsonURL: data.base + "assets/topojson/" } }, { format, width: 1200, height: layout.height, scale: format === "png" ? 2 : 1 });
  const link = document.createElement("a");
  link.href = url;
  link.download = `${data.file}.${format}`;
  link.click();
}

function wire(state) {
  const { ui } = state;
  ui.sources.onclick = () => state.send("sources", Date.now());
  for (const button of ui.menu.querySelectorAll("[data-format]")) button.onclick = () => download(state, button.dataset.format);
  ui.full.onclick = () => (document.fullscreenElement ? document.exitFullscreen() : ui.root.requestFullscreen());
  ui.root.onfullscreenchange = () => paint(state);
  let last = ui.plot.clientWidth;
  state.observer = new ResizeObserver(() => {
    const width = ui.plot.clientWidth;
    if (width && Math.abs(width - last) > 1) { last = width; paint(state); }
  });
  state.observer.observe(ui.plot);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let state = drawn.get(parentElement);
  if (!state) {
    state = { ui: skeleton(parentElement) };
    drawn.set(parentElement, state);
    wire(state);
  }
  const { ui } = state;
  const dark = isDark(parentElement);
  const narrow = parsed(JSON.stringify(data.narrow ?? null), dark, data.twins);
  Object.assign(state, { data: { ...data, narrow }, send: setTriggerValue, figure: rooted(parsed(data.figure, dark, data.twins), data.base) });
  ui.root.dataset.wanted = data.stamp;
  ui.root.lang = data.lang;
  ui.title.textContent = data.title;
  ui.subtitle.textContent = data.subtitle;
  ui.sources.textContent = data.source;
  ui.sources.title = data.words.sources;
  ui.full.hidden = !ui.root.requestFullscreen;  // on an iPhone only films fill the screen
  ui.full.title = data.words.full;
  ui.full.ariaLabel = data.words.full;
  ui.plot.ariaLabel = data.alt;
  ui.root.classList.toggle("pw-bare", data.bare);
  if (!ui.root.dataset.painted && !data.bare) ui.plot.style.height = `${data.height}px`;
  ui.root.classList.toggle("pw-clickable", data.clickable);
  paintInTurn(state);
  return () => { state.gone = true; state.observer.disconnect(); window.Plotly?.purge(ui.plot); drawn.delete(parentElement); };
}
