// A figure with its title, source line and menu, drawn by Plotly.react so that a change updates in place.
// LIBRARY is put in front of this file by figure.py.
const drawn = new WeakMap();
const shown = new Set();

// Paper is light, and narrower than a screen: while a page is printed (see print.css) its figures are drawn anew, and those
// that would fill a sheet by themselves so much smaller that their heading stands above them.
const SHEET = 1100; // px

function onPaper(is) {
  document.documentElement.classList.toggle("pw-paper", is);
  for (const state of shown) {
    state.ui.root.style.zoom = is ? Math.min(1, SHEET / state.data.height) : "";
    dress(state);
    paint(state);
  }
}

addEventListener("beforeprint", () => onPaper(true));
addEventListener("afterprint", () => onPaper(false));

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
  if (document.documentElement.classList.contains("pw-paper")) return false;
  const [r, g, b] = (getComputedStyle(element.closest(".stApp") ?? document.body).backgroundColor.match(/\d+/g) ?? [255, 255, 255]).map(Number);
  return r + g + b < 384;
}

// Charts are drawn for light paper; in the dark every palette colour is swapped for its twin.
function parsed(json, dark, twins) {
  if (dark) for (const [light, twin] of Object.entries(twins)) json = json.replaceAll(light, twin);
  return JSON.parse(json);
}

function dress(state) {
  const { data } = state, dark = isDark(state.ui.root);
  state.narrow = parsed(JSON.stringify(data.narrow ?? null), dark, data.twins);
  state.figure = rooted(parsed(data.figure, dark, data.twins), data.base);
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
    <span class="pw-own-menu"></span><button type="button" data-full="1">${CORNERS}</button></span></footer>`;
  parent.append(root);
  const part = (selector) => root.querySelector(selector);
  return { root, title: part("h3"), subtitle: part("p"), plot: part(".pw-plot"), sources: part(".pw-sources"), menu: part(".pw-own-menu"), full: part("[data-full]") };
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
  const narrow = isNarrow(data, width) ? state.narrow : {};
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
  if (unseen(ui) || document.documentElement.classList.contains("pw-paper") || matchMedia("(prefers-reduced-motion: reduce)").matches) delete layout.transition;
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

function wire(state) {
  const { ui } = state;
  ui.sources.onclick = () => state.send("sources", Date.now());
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
  Object.assign(state, { data, send: setTriggerValue });
  dress(state);
  shown.add(state);
  ui.root.dataset.wanted = data.stamp;
  ui.root.lang = data.lang;
  ui.title.textContent = data.title;
  ui.subtitle.textContent = data.subtitle;
  ui.sources.textContent = data.source;
  ui.sources.title = data.words.sources;
  if (ui.menu.shown !== data.menu) ui.menu.innerHTML = ui.menu.shown = data.menu;
  ui.full.hidden = !ui.root.requestFullscreen;  // on an iPhone only films fill the screen
  ui.full.title = data.words.full;
  ui.full.ariaLabel = data.words.full;
  ui.plot.ariaLabel = data.alt;
  ui.root.classList.toggle("pw-bare", data.bare);
  if (!ui.root.dataset.painted && !data.bare) ui.plot.style.height = `${data.height}px`;
  ui.root.classList.toggle("pw-clickable", data.clickable);
  paintInTurn(state);
  return () => { state.gone = true; shown.delete(state); state.observer.disconnect(); window.Plotly?.purge(ui.plot); drawn.delete(parentElement); };
}
