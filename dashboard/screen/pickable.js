// HTML whose elements marked `data-pick` can be chosen by click, touch or keyboard (put the mark on buttons).
// Streamlit hears one pick a run: the next waits for its answer, and is dropped if the answer does not offer it any more.
const PATIENCE = 1000; // ms; some picks change nothing here

function next(root) {
  clearTimeout(root.timer);
  const pick = root.waiting.shift();
  root.timer = pick === undefined ? null : setTimeout(() => next(root), PATIENCE);
  if (pick !== undefined) root.send("pick", pick);
}

export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".pw-pickable");
  if (!root) {
    root = document.createElement("div");
    root.className = "pw-pickable";
    root.waiting = [];
    root.addEventListener("click", (event) => {
      const hit = event.target.closest("a, [data-pick]");
      if (!hit?.dataset.pick) return;
      root.waiting.push(hit.dataset.pick);
      if (!root.timer) next(root);
    });
    parentElement.append(root);
  }
  root.send = setTriggerValue;
  if (root.shown === data.html) return;
  const place = [...root.querySelectorAll("button")].indexOf(document.activeElement);
  root.innerHTML = root.shown = data.html;
  if (place >= 0) root.querySelectorAll("button")[place]?.focus();  // who goes by keyboard stays where he was
  root.waiting = root.waiting.filter((pick) => root.querySelector(`[data-pick="${CSS.escape(pick)}"]`));
  next(root);
}
