// What stands around every page: its language, the menu of a phone, Streamlit's own words, the steps of Back, the button
// that copies its address, and that newer facts come by themselves.
const version = new URL(import.meta.url).search;
const { default: copying } = await import(new URL("./copying.js" + version, import.meta.url));
const { default: renewing } = await import(new URL("./renewing.js" + version, import.meta.url));

const frame = { live: [], words: [], moving: "", arriving: true, touched: 0 };

// On a phone the pages stand in a drawer: a choice closes it, as its own button does.
function folds(event) {
  if (!event.target.closest('[data-testid="stSidebarNavLink"]')) return;
  setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click());
}

// What the server puts right of an address just opened or gone back to is no step: else Back would lead there for ever.
const TOUCHES = ["pointerdown", "keydown", "input"];

function touched() {
  Object.assign(frame, { arriving: false, touched: performance.now() });
}

// Typing and sliding go through many values: each replaces the one before, so that one step back leads out of them.
function changed(to) {
  const now = new URL(location.href), then = new URL(to, now);
  if (now.pathname !== then.pathname) return ["/"];
  const keys = new Set([...now.searchParams.keys(), ...then.searchParams.keys()]);
  return [...keys].filter((key) => String(now.searchParams.getAll(key)) !== String(then.searchParams.getAll(key)));
}

function stepping() {
  const push = history.pushState.bind(history);
  history.pushState = (state, title, to) => {
    const keys = changed(to);
    const goesOn = frame.arriving || (keys.length === 1 && keys[0] === frame.moving);
    frame.moving = keys.find((key) => frame.live.includes(key)) ?? "";
    if (goesOn) history.replaceState(state, title, to);
    else push(state, title, to);
  };
  const back = () => Object.assign(frame, { moving: "", arriving: true });
  addEventListener("popstate", back);
  for (const name of TOUCHES) addEventListener(name, touched, true);
  return () => {
    history.pushState = push;
    removeEventListener("popstate", back);
    for (const name of TOUCHES) removeEventListener(name, touched, true);
  };
}

// Menus close as menus do: by Escape, which leads back to where they opened, by a touch elsewhere, by a choice.
const MENU = "details.pw-take[open]";

function closes(event) {
  const within = event.target.closest?.("details.pw-take");
  for (const menu of document.querySelectorAll(MENU)) {
    if (event.type === "keydown" ? event.key === "Escape" : menu !== within || event.target.closest("a")) {
      menu.open = false;
      if (event.type === "keydown" && menu === within) menu.firstElementChild.focus();
    }
  }
}

function closing() {
  const names = ["click", "keydown"];
  for (const name of names) document.addEventListener(name, closes);
  return () => { for (const name of names) document.removeEventListener(name, closes); };
}

// Streamlit speaks English; what the page itself says is left alone.
const OWN = `.pw-passage, [data-testid="stHtml"], [data-testid="stMain"] [data-testid="stMarkdownContainer"],
  [role="option"][data-key], script, style`;

function said(text) {
  for (const [english, own] of frame.words) {
    const whole = new RegExp(`^${english}$`);
    if (whole.test(text)) return text.replace(whole, own);
  }
  return text;
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    const own = node.parentElement?.closest(OWN) ? node.data : said(node.data);
    if (own !== node.data) node.data = own;
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || node.closest(OWN)) return;
  for (const name of ["aria-label", "title", "placeholder"]) {
    const text = node.getAttribute(name), own = text && said(text);
    if (own !== text) node.setAttribute(name, own);
  }
  node.childNodes.forEach(translate);
}

function speaking() {
  const watch = new MutationObserver((changes) => {
    if (!frame.words.length) return;
    for (const { target, addedNodes, type } of changes) type === "childList" ? addedNodes.forEach(translate) : translate(target);
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["aria-label", "title", "placeholder"] });
  return () => watch.disconnect();
}

// A sheet of paper says which page it is of, the last one where that is.
function printed() {
  document.documentElement.style.setProperty("--pw-sheet", JSON.stringify(document.title));
  document.querySelector(".pw-foot .address")?.replaceChildren(location.href);
}

function begun() {
  document.addEventListener("click", folds);
  addEventListener("beforeprint", printed);
  const ends = [stepping(), speaking(), closing(), renewing(frame), () => document.removeEventListener("click", folds), () => removeEventListener("beforeprint", printed)];
  return () => { frame.ends = undefined; ends.forEach((end) => end()); };
}

// The first view (web/first.js) goes if its own script, which holds the page back so long, has not come.
const LONG = 10_000; // ms
const bare = () => { if (!document.getElementById("root").inert) document.getElementById("pw-first")?.remove(); };

// Of several servers another one goes on where one ends, with what the address says; what was uploaded there, or stood open
// above the page, is gone with it.
const HELD = '[data-testid="stFileUploaderFile"], [data-testid="stFileUploader"] button, [role="dialog"]';

function moved(process, send) {
  if (frame.process && frame.process !== process && document.querySelector(HELD)) send("moved", process);
  frame.process = process;
}

export default function ({ data, parentElement, setTriggerValue }) {
  copying({ data, parentElement });
  if (!frame.ends && document.getElementById("pw-first")) setTimeout(bare, LONG);
  frame.ends ??= begun();
  Object.assign(frame, { live: data.live, words: data.translated, version: data.version, beside: data.beside, base: data.base, send: setTriggerValue });
  moved(data.process, setTriggerValue);
  import(new URL(data.base + data.ahead, location.href)).catch(() => {});  // without it a press only takes longer
  document.documentElement.lang = data.lang;
  const ground = getComputedStyle(document.querySelector(".stApp")).backgroundColor.match(/\d+/g) ?? [255, 255, 255];
  const dark = ground.slice(0, 3).reduce((sum, part) => sum + Number(part), 0) < 384;
  document.documentElement.style.colorScheme = dark ? "dark" : "light";  // dialogs stand outside Streamlit's own
  translate(document.body);
  return frame.ends;
}
