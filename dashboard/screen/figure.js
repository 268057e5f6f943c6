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

function layoutFor(state, width, alone = false) {
  const { figure, data } = state;
  const narrow = isNarrow(data, width) ? state.narrow : {};
  const font = { family: getComputedStyle(state.ui.root).fontFamily, ...figure.layout.font };
  const height = alone ? data.height : data.bare ? state.ui.plot.clientHeight : document.fullscreenElement === state.ui.root ? window.innerHeight - 150 : narrow.height ?? data.height;
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

// A picture taken along stands alone: title and subtitle above the chart, sources below it, on its own ground.
const WIDE = 1200, EDGE = 24;

function lines(text, font) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = font;
  const found = [""];
  for (const word of text.split(" ")) {
    const longer = `${found.at(-1)} ${word}`.trim();
    if (found.at(-1) && pen.measureText(longer).width > WIDE - 2 * EDGE) found.push(word);
    else found[found.length - 1] = longer;
  }
  return found;
}

function written(text, size, weight, colour, family, top) {
  const rows = text ? lines(text, `${weight} ${size}px ${family}`) : [], high = 1.35 * size;
  const parts = rows.map((row, at) => {
    const part = document.createElementNS("http://www.w3.org/2000/svg", "text");
    part.textContent = row;
    const looks = { x: EDGE, y: top + at * high + size, fill: colour, "font-size": size, "font-weight": weight, "font-family": family };
    for (const [name, value] of Object.entries(looks)) part.setAttribute(name, value);
    return part;
  });
  return { parts, end: top + rows.length * high };
}

// The font comes along: a picture knows none of the page's.
async function font() {
  const face = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).find((rule) => /Source Sans/.test(rule.style?.fontFamily) && rule.style.src && rule.style.fontStyle !== "italic");
  const from = face?.style.src.match(/url\("([^"]+)"\)/)?.[1];
  if (!from) return "";
  const file = await (await fetch(new URL(from, face.parentStyleSheet.href ?? document.baseURI))).blob();
  const data = await new Promise((resolve) => { const reader = new FileReader(); reader.onload = () => resolve(reader.result); reader.readAsDataURL(file); });
  return `@font-face { font-family: "Source Sans"; font-weight: 200 900; src: url(${data}); }`;
}

async function picture(state) {
  const { data, figure, ui } = state;
  const Plotly = await library(data.base), look = getComputedStyle(ui.root), family = look.fontFamily.replaceAll('"', "'");
  const head = written(data.title, 20, 650, look.color, family, EDGE), below = written(data.subtitle, 14, 400, look.color, family, head.end);
  const layout = layoutFor(state, WIDE - 2 * EDGE, true);
  const inner = await Plotly.toImage({ data: figure.data.filter(({ meta }) => meta !== "narrow"), layout, config: { topojsonURL: data.base + "assets/topojson/" } }, { format: "svg", width: layout.width, height: layout.height });
  const chart = new DOMParser().parseFromString(decodeURIComponent(inner.slice(inner.indexOf(",") + 1)), "image/svg+xml").documentElement;
  chart.setAttribute("x", EDGE);
  chart.setAttribute("y", below.end + 8);
  const foot = written(data.source.replace(/ ⓘ$/, ""), 12, 400, look.color, family, below.end + 8 + layout.height + 8);
  const svg = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${Math.ceil(foot.end + EDGE / 2)}"><style>${await font()}</style><rect width="100%" height="100%"/></svg>`, "image/svg+xml").documentElement;
  svg.lastChild.setAttribute("fill", getComputedStyle(ui.root.closest(".stApp")).backgroundColor);
  svg.append(...head.parts, ...below.parts, chart, ...foot.parts);
  return svg;
}

async function painted(url, svg) {
  const image = new Image(), canvas = document.createElement("canvas");
  await new Promise((resolve, reject) => Object.assign(image, { onload: resolve, onerror: reject, src: url }));
  Object.assign(canvas, { width: 2 * svg.getAttribute("width"), height: 2 * svg.getAttribute("height") });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

async function download(state, format) {
  const svg = await picture(state);
  const url = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  const link = document.createElement("a");
  link.href = format === "png" ? await painted(url, svg) : url;
  link.download = `${state.data.file}.${format}`;
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
  Object.assign(state, { data, send: setTriggerValue });
  dress(state);
  shown.add(state);
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
  return () => { state.gone = true; shown.delete(state); state.observer.disconnect(); window.Plotly?.purge(ui.plot); drawn.delete(parentElement); };
}
