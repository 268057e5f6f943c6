// A figure with its title, source line and menu, drawn by Plotly.react so that a change updates in place.
const fetched = (address) => import(new URL(address + new URL(import.meta.url).search, import.meta.url));
const [{ dress, heightOf, isDark, isNarrow, layoutFor }, { arrived, standing }] = await Promise.all(["./dress.js", "./still.js"].map(fetched));

const drawn = new WeakMap();
const shown = new Set();

// Paper is light, and narrower than a screen: while a page is printed (see print.css) its figures are drawn anew, and those
// that would fill a sheet by themselves so much smaller that their heading stands above them.
const SHEET = 1040; // px

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

function unseen(ui) {
  const box = ui.plot.getBoundingClientRect();
  return box.bottom < 0 || box.top > window.innerHeight;
}

// Visible figures are drawn at once, those out of sight one after the other, each in a task of its own.
const waiting = new Set();
let going = false;
const task = (make) => (window.scheduler?.postTask ? scheduler.postTask(make, { priority: "user-blocking" }) : setTimeout(make));

function paintInTurn(state) {
  standing(state);
  if (!unseen(state.ui)) {
    waiting.delete(state);
    paintNow(state);
    return;
  }
  waiting.add(state);
  if (!going) requestAnimationFrame(() => task(paintNext));
  going = true;
}

async function paintNext() {
  const [state] = waiting;
  waiting.delete(state);
  if (state) await paintNow(state);
  going = waiting.size > 0;
  if (going) task(paintNext);
}

function paintNow(state) {
  const { ui } = state, stamp = state.painting = state.data.stamp;
  const done = () => { if (state.painting === stamp) state.painting = undefined; };
  return paint(state).finally(done).catch((error) => {
    ui.root.dataset.failed = error.message;
    if (!state.still?.isConnected) ui.plot.textContent = state.data.bare ? "" : `${state.data.words.failed} (${error.message})`;
  });
}

// One drawing after the other: Plotly mixes up two of one figure. Who waits behind a newer one is left out.
function paint(state) {
  const mine = state.turn = (state.turn ?? 0) + 1;
  return state.queue = (state.queue ?? Promise.resolve()).catch(() => {}).then(() => (mine === state.turn ? draw(state) : undefined));
}

async function draw(state) {
  const Plotly = window.Plotly ?? await arrived(state.data);
  if (state.dressed !== state.look) dress(state);
  const { ui, data, figure } = state;  // as it is by now: another one may have been chosen meanwhile
  const width = ui.plot.clientWidth;
  if (!width || state.gone) return;
  const config = { staticPlot: data.bare, displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false,
    topojsonURL: data.base + "assets/topojson/", locale: data.lang };
  const layout = layoutFor(state, width);
  if (!data.bare) ui.plot.style.height = `${layout.height}px`;
  if (unseen(ui) || document.documentElement.classList.contains("pw-paper") || matchMedia("(prefers-reduced-motion: reduce)").matches) delete layout.transition;
  const fits = ({ meta }) => !["wide", "narrow"].includes(meta) || (meta === "narrow") === isNarrow(data, width);
  await Plotly.react(ui.plot, figure.data.filter(fits), layout, config);
  state.still?.remove();
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
    if (width && Math.abs(width - last) > 1) { last = width; standing(state); paint(state); }
  });
  state.observer.observe(ui.plot);
}

// What is drawn already is left alone.
function changes(state) {
  const { data, ui } = state;
  const look = JSON.stringify([data.stamp, data.lang, data.height, data.narrow, data.bare && ui.plot.clientHeight, isDark(ui.root)]);
  const stays = look === state.look && (waiting.has(state) || [state.painting, ui.root.dataset.painted].includes(data.stamp));
  state.look = look;
  return !stays;
}

function show(state, data) {
  const { ui } = state;
  if (state.data?.stamp !== data.stamp) state.still?.remove();
  state.data = data;
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
  if (!ui.root.dataset.painted && !data.bare) ui.plot.style.height = `${heightOf(data, ui.plot.clientWidth)}px`;
  ui.root.classList.toggle("pw-clickable", data.clickable);
  if (changes(state)) paintInTurn(state);
}

// For `ahead.js`: show what the server is going to say, or again what it has said last.
function early(state) {
  state.ui.root.pocket = {
    get key() { return state.told.file; },
    get told() { return state.told; },
    get seen() { return !unseen(state.ui); },
    get early() { return state.data !== state.told; },
    show: (data) => show(state, data.stamp === state.told.stamp ? state.told : { ...state.told, ...data }),
    back: () => show(state, state.told),
  };
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let state = drawn.get(parentElement);
  if (!state) {
    state = { ui: skeleton(parentElement) };
    drawn.set(parentElement, state);
    wire(state);
    early(state);
  }
  Object.assign(state, { told: data, send: setTriggerValue });
  shown.add(state);
  show(state, data);
  return () => {
    state.gone = true;
    shown.delete(state);
    waiting.delete(state);
    state.observer.disconnect();
    window.Plotly?.purge(state.ui.plot);
    state.ui.root.remove();
    drawn.delete(parentElement);
  };
}
