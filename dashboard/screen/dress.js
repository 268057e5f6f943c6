// How a figure looks where it stands: its colours, its layout, its height.
export function isDark(element) {
  if (document.documentElement.classList.contains("pw-paper")) return false;
  const [r, g, b] = (getComputedStyle(element.closest(".stApp") ?? document.body).backgroundColor.match(/\d+/g) ?? [255, 255, 255]).map(Number);
  return r + g + b < 384;
}

// Charts are drawn for light paper; in the dark every palette colour is swapped for its twin.
function parsed(json, dark, twins) {
  if (dark) for (const [light, twin] of Object.entries(twins)) json = json.replaceAll(light, twin);
  return JSON.parse(json);
}

export function dress(state) {
  const { data } = state, dark = isDark(state.ui.root);
  state.narrow = parsed(JSON.stringify(data.narrow ?? null), dark, data.twins);
  state.figure = rooted(parsed(data.figure, dark, data.twins), data.base);
  state.dressed = state.look;
}

// Shapes have their address from the server's root, wherever that lies.
function rooted(figure, base) {
  for (const trace of figure.data) if (typeof trace.geojson === "string") trace.geojson = base + trace.geojson;
  return figure;
}

function merged(base, over) {
  const result = { ...base };
  for (const [key, value] of Object.entries(over ?? {})) {
    const both = value && base?.[key] && typeof value === "object" && !Array.isArray(value);
    result[key] = both ? merged(base[key], value) : value;
  }
  return result;
}

export function isNarrow(data, width) {
  return width < 520 && Boolean(data.narrow);
}

export const heightOf = (data, width) => (isNarrow(data, width) && data.narrow.height) || data.height;

export function layoutFor(state, width) {
  const { figure, data } = state;
  const narrow = isNarrow(data, width) ? state.narrow : {};
  const font = { family: getComputedStyle(state.ui.root).fontFamily, ...figure.layout.font };
  const height = data.bare ? state.ui.plot.clientHeight : document.fullscreenElement === state.ui.root ? window.innerHeight - 150 : heightOf(data, width);
  return { ...merged(figure.layout, narrow), font, width, height, autosize: false };
}
