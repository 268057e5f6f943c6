// Has what draws parts and figures come early, and takes the first view away when the page itself stands below it: its first
// section, and the figures that are in sight.
const first = document.getElementById("pw-first"), root = document.getElementById("root");

// What the reader has chosen in Streamlit's menu; else the system's scheme is taken.
const theme = (() => { try { return localStorage.getItem(`stActiveTheme-${location.pathname}-v2`) ?? ""; } catch { return ""; } })();
for (const scheme of ["Light", "Dark"]) if (theme.includes(scheme)) document.documentElement.style.colorScheme = scheme.toLowerCase();

const stands = () => root.querySelector('[data-test-script-state="notRunning"]')
  && root.querySelector('[data-testid="stMain"] :is(h1, [data-testid="stAlert"])');

function drawn(figure) {
  const { painted, wanted, failed } = figure.dataset;
  return failed !== undefined || (wanted !== undefined && painted === wanted) || figure.querySelector(".pw-still svg");
}

function inSight(figure) {
  const { top, bottom } = figure.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

function away() {
  watch.disconnect();
  root.inert = false;
  const main = root.querySelector('[data-testid="stMain"]'), held = first.contains(document.activeElement) && document.activeElement;
  main?.scrollTo(0, first.scrollTop);
  first.remove();
  if (held) ([...root.querySelectorAll("a")].find((link) => link.pathname === held.pathname) ?? main)?.focus();
  for (const name of ["pointerdown", "keydown"]) removeEventListener(name, wanted, true);
}

// Who has had Plotly before reads it while the server still makes the page.
function early({ library, wasHere }) {
  if (wasHere(first.dataset)) library({ base: "", ...first.dataset });
}

function look() {
  if (stands() && [...root.querySelectorAll(".pw-figure")].filter(inSight).every(drawn)) away();
}

// Who presses something that is not here yet need not wait for pictures.
function wanted({ target }) {
  if (stands() && !target.closest?.("#pw-first a")) away();
}

// Until then nobody hears it twice.
const watch = new MutationObserver(look);
if (first) {
  root.inert = true;
  for (const name of ["./passage.js", "./figure.js", "./dress.js"]) import(name).catch(() => {});
  import("./still.js").then(early).catch(() => {});
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, wanted, true);
  first.addEventListener("animationend", away);
  watch.observe(root, { subtree: true, childList: true, attributes: true });
}
