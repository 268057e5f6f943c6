// Where a query is written: a textarea, so that keyboard, screen readers, undo and input methods work as everywhere. Its text
// is coloured by what lies beneath it, and names that are begun are offered to be completed.
const TOKENS = /(--[^\n]*)|('(?:[^']|'')*'?)|("(?:[^"]|"")*"?)|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)/g;
const KINDS = ["note", "text", "name", "number", "word"];
const BEGUN = /[A-Za-z_]\w*$/, OFFERED = 8, LETTERS = 2;
const editors = new WeakMap();

const escaped = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);

function coloured(text, words) {
  let html = "", last = 0;
  for (const found of text.matchAll(TOKENS)) {
    const at = KINDS.findIndex((_, group) => found[group + 1] !== undefined);
    const kind = at < 4 ? KINDS[at] : words.has(found[0].toLowerCase()) ? words.get(found[0].toLowerCase()) : "";
    html += escaped(text.slice(last, found.index)) + (kind ? `<span class="${kind}">${escaped(found[0])}</span>` : escaped(found[0]));
    last = found.index + found[0].length;
  }
  return `${html}${escaped(text.slice(last))}\n`;
}

function skeleton(parent) {
  const root = document.createElement("div"), list = `pw-offers-${Math.random().toString(36).slice(2)}`;
  root.className = "pw-editor";
  root.innerHTML = `<pre aria-hidden="true"></pre><textarea spellcheck="false" autocapitalize="off" autocomplete="off"
    aria-autocomplete="list" aria-controls="${list}"></textarea><ul role="listbox" id="${list}" hidden></ul>
    <button type="button"></button>`;
  parent.append(root);
  return { root, pre: root.querySelector("pre"), area: root.querySelector("textarea"), list: root.querySelector("ul"), button: root.querySelector("button") };
}

function paint(state) {
  const { ui } = state;
  ui.pre.innerHTML = coloured(ui.area.value, state.words);
  ui.area.style.height = "auto";
  ui.area.style.height = `${ui.area.scrollHeight + 2}px`;
}

// What is begun before the caret, unless something is marked.
function begun({ ui: { area } }) {
  return area.selectionStart === area.selectionEnd ? area.value.slice(0, area.selectionStart).match(BEGUN)?.[0] ?? "" : "";
}

function offer(state) {
  const { ui, data } = state, start = begun(state).toLowerCase();
  state.offers = start.length < LETTERS ? [] : data.completions.filter((name) => name.toLowerCase().startsWith(start) && name.length > start.length).slice(0, OFFERED);
  state.chosen = 0;
  ui.list.hidden = !state.offers.length;
  if (state.offers.length) place(state);
  shown(state);
}

// Below the caret: where the text up to it ends in what lies beneath.
function place({ ui }) {
  const range = document.createRange(), walker = document.createTreeWalker(ui.pre, NodeFilter.SHOW_TEXT);
  let left = ui.area.selectionStart, node = walker.nextNode();
  while (node && left > node.length) { left -= node.length; node = walker.nextNode(); }
  if (!node) return;
  range.setStart(node, left);
  const caret = range.getBoundingClientRect(), box = ui.root.getBoundingClientRect();
  Object.assign(ui.list.style, { left: `${Math.min(caret.left - box.left, box.width - 220)}px`, top: `${caret.bottom - box.top + 4}px` });
}

function shown({ ui, offers, chosen }) {
  ui.list.innerHTML = offers.map((name, at) => `<li role="option" id="${ui.list.id}-${at}" aria-selected="${at === chosen}">${escaped(name)}</li>`).join("");
  if (offers.length) ui.area.setAttribute("aria-activedescendant", `${ui.list.id}-${chosen}`);
  else ui.area.removeAttribute("aria-activedescendant");
}

function take(state, at) {
  const { area } = state.ui, end = area.selectionStart;
  area.setSelectionRange(end - begun(state).length, end);
  document.execCommand("insertText", false, state.offers[at]);  // the browser's undo knows it
  offer(state);
}

function closed(state) {
  state.offers = [];
  state.ui.list.hidden = true;
  shown(state);
}

const run = (state) => state.send("run", { text: state.ui.area.value, at: Date.now() });

function pressed(state, event) {
  const { offers } = state, open = offers.length > 0, plain = !event.ctrlKey && !event.metaKey && !event.altKey;
  const act = event.key === "Enter" && (event.ctrlKey || event.metaKey) ? () => run(state)
    : !open ? undefined
      : event.key === "Escape" ? () => closed(state)
        : plain && (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) ? () => take(state, state.chosen)
          : event.key === "ArrowDown" || event.key === "ArrowUp" ? () => {
            state.chosen = (state.chosen + (event.key === "ArrowDown" ? 1 : offers.length - 1)) % offers.length;
            shown(state);
          } : undefined;
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

function wire(state) {
  const { area, list, button } = state.ui;
  button.addEventListener("click", () => run(state));  // within the editor: it sends what stands there, however quick
  area.addEventListener("input", () => { paint(state); offer(state); });
  area.addEventListener("keydown", (event) => pressed(state, event));
  area.addEventListener("blur", () => closed(state));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();  // the caret stays where it is
    const at = [...list.children].indexOf(event.target);
    if (at >= 0) take(state, at);
  });
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  let state = editors.get(parentElement);
  if (!state) {
    state = { ui: skeleton(parentElement), offers: [] };
    editors.set(parentElement, state);
    wire(state);
  }
  Object.assign(state, { data, send: setTriggerValue, words: new Map(data.coloured) });
  state.ui.area.ariaLabel = data.words.label;
  state.ui.button.textContent = data.words.run;
  state.ui.area.placeholder = data.words.empty;
  if (state.stamp !== data.stamp) state.ui.area.value = data.text;  // else what is being written stays
  state.stamp = data.stamp;
  paint(state);
  return () => {
    state.ui.root.remove();
    editors.delete(parentElement);
  };
}
