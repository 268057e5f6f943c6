// Plotly, and what stands in its place until it has come.
const storage = (() => { try { return localStorage; } catch { return {}; } })();

export function library({ base, library }) {
  if (window.Plotly) return Promise.resolve(window.Plotly);
  window.pocketPlotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = base + library;
    script.onload = () => { resolve(window.Plotly); storage.pocketPlotly = library; };
    script.onerror = () => { script.remove(); window.pocketPlotly = undefined; reject(new Error(script.src)); };
    document.head.append(script);
  });
  return window.pocketPlotly;
}

export const wasHere = ({ library }) => storage.pocketPlotly === library;

// Until Plotly has come, a figure stands there as the server draws it (see web/still.py): those in sight, or soon, come
// before Plotly, which a browser takes a while to read even where it has kept it; the others one by one if it takes long.
const PATIENCE = 3000, SHORT = 150; // ms that Plotly waits for stills; where the browser has had it before
const LONG = 2000; // ms until the others are asked for
const STEP = 2; // px between the widths that the server draws
const pause = (ms) => new Promise((go) => setTimeout(go, ms));
const coming = new Set();
let others;

export async function arrived(data) {
  const most = wasHere(data) ? SHORT : PATIENCE;
  if (coming.size) await Promise.race([Promise.all(coming), pause(most)]);
  return library(data);
}

export function standing(state) {
  if (window.Plotly || state.data.bare || state.data.stands) return;
  const { top, bottom } = state.ui.plot.getBoundingClientRect();
  if (bottom < 0 || top > 2 * innerHeight) {
    others = (others ?? pause(LONG)).then(() => stand(state)).catch(() => {});  // it waits without
    return;
  }
  const one = stand(state).catch(() => {}).finally(() => coming.delete(one));
  coming.add(one);
}

async function stand(state) {
  const { ui, data } = state, width = ui.plot.clientWidth, address = `still/${data.stamp}.svg?width=${width - (width % STEP)}`;
  if (window.Plotly || state.asked === address) return;
  state.asked = address;
  const answer = await fetch(data.base + address);
  const text = answer.headers.get("content-type")?.startsWith("image/svg") && await answer.text();
  if (!text || state.gone || state.asked !== address || ui.root.dataset.painted) return;
  state.still?.remove();
  state.still = Object.assign(document.createElement("div"), { className: "pw-still", ariaHidden: true, innerHTML: text });
  state.still.firstChild.setAttribute("preserveAspectRatio", "none");
  ui.plot.append(state.still);
}
