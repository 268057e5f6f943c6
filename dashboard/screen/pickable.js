// HTML whose elements marked `data-pick` can be chosen by click, touch or keyboard (put the mark on buttons).
// An input so marked is picked while one types, as `<mark>:<text>`; buttons marked `data-key` type a letter into it, or
// `delete`, `clear`. Streamlit hears one pick a run: the next waits for its answer, and is dropped if the answer does not
// offer it any more.
const PATIENCE = 1000; // ms; some picks change nothing here
const PAUSE = 150; // ms without a further letter until what is typed is picked

function next(root) {
  clearTimeout(root.timer);
  const pick = root.waiting.shift();
  root.timer = pick === undefined ? null : setTimeout(() => next(root), PATIENCE);
  if (pick !== undefined) root.send("pick", pick);
}

function choose(root, pick) {
  root.waiting.push(pick);
  if (!root.timer) next(root);
}

const field = (root) => root.querySelector("input[data-pick]");
const says = (root, pick) => field(root) && pick.startsWith(`${field(root).dataset.pick}:`);

function typed(root) {
  clearTimeout(root.pause);
  root.pause = setTimeout(() => {
    root.waiting = root.waiting.filter((pick) => !says(root, pick));
    if (field(root)) choose(root, `${field(root).dataset.pick}:${field(root).value}`);
  }, PAUSE);
}

function type(root, key) {
  const input = field(root);
  const [from, to] = [input.selectionStart, input.selectionEnd];
  if (key === "clear") input.value = "";
  else if (key !== "delete") input.setRangeText(key, from, to, "end");
  else input.setRangeText("", from === to ? Math.max(0, from - 1) : from, to, "end");
  input.value = input.value.slice(0, input.maxLength < 0 ? undefined : input.maxLength);
  typed(root);
}

// What is being typed stays as it is, and who goes by keyboard stays where he was.
function draw(root, html) {
  const [before, active] = [field(root), document.activeElement];
  const place = [...root.querySelectorAll("button")].indexOf(active);
  root.innerHTML = root.shown = html;
  const input = field(root);
  if (input && before) input.value = before.value;
  if (input && (!before || active === before)) {
    input.focus();
    input.setSelectionRange(before?.selectionStart ?? input.value.length, before?.selectionEnd ?? input.value.length);
  } else if (place >= 0) root.querySelectorAll("button")[place]?.focus();
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".pw-pickable");
  if (!root) {
    root = document.createElement("div");
    root.className = "pw-pickable";
    root.waiting = [];
    root.addEventListener("click", (event) => {
      const hit = event.target.closest("a, input, [data-pick], [data-key]");
      if (hit?.dataset.key) type(root, hit.dataset.key);
      else if (hit?.dataset.pick && hit !== field(root)) choose(root, hit.dataset.pick);
    });
    root.addEventListener("input", (event) => { if (!event.isComposing) typed(root); });
    root.addEventListener("compositionend", () => typed(root));
    root.addEventListener("pointerdown", (event) => { if (event.target.closest("[data-key]")) event.preventDefault(); }); // the input keeps the focus
    parentElement.append(root);
  }
  root.send = setTriggerValue;
  if (root.shown === data.html) return;
  draw(root, data.html);
  root.waiting = root.waiting.filter((pick) => says(root, pick) || root.querySelector(`[data-pick="${CSS.escape(pick)}"]`));
  next(root);
}
