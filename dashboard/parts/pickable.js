// HTML whose elements marked `data-pick` can be chosen by click, touch or keyboard (put the mark on buttons).
export default function ({ data, parentElement, setTriggerValue }) {
  let root = parentElement.querySelector(".pw-pickable");
  if (!root) {
    root = document.createElement("div");
    root.className = "pw-pickable";
    root.addEventListener("click", (event) => {
      const hit = event.target.closest("a, [data-pick]");
      if (hit?.dataset.pick) root.send("pick", hit.dataset.pick);
    });
    parentElement.append(root);
  }
  root.send = setTriggerValue;
  if (root.shown === data.html) return;
  const place = [...root.querySelectorAll("button")].indexOf(document.activeElement);
  root.innerHTML = root.shown = data.html;
  if (place >= 0) root.querySelectorAll("button")[place]?.focus();  // who goes by keyboard stays where he was
}
