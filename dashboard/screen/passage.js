// A passage of a page: parts in their order, some of them side by side or folded. What stays as it is is left alone, what
// has a name is known again wherever it stands, so that a figure changes in place.
// What it needs is fetched as it was itself: browsers remember under which address a script could not be had.
const fetched = (file) => import(new URL(file + new URL(import.meta.url).search, import.meta.url));
const [{ default: figure }, { default: pickable }] = await Promise.all(["./figure.js", "./pickable.js"].map(fetched));

const GAP = "4rem"; // between columns, as Streamlit has it

const MADE = {
  pick: (node, part, heard) => pickable({ data: part, parentElement: node, setTriggerValue: (_, pick) => heard("go", pick) }),
  figure: (node, part, heard) => {
    const data = { ...heard.common, ...part.data }, send = (what, value) => (what === "point" ? heard("go", value) : heard("open", part.figure));
    node.ends = figure({ data, parentElement: node, setTriggerValue: send });
  },
  section: (node, part, heard) => place(node, part.parts, heard),
  columns: (node, part, heard) => {
    const whole = part.widths.reduce((sum, width) => sum + width, 0), gaps = `${GAP} + ${GAP} / ${part.widths.length}`;
    node.style.setProperty("--columns", part.widths.map((width) => `calc(${100 * width / whole}% - ${gaps})`).join(" "));
    place(node, part.columns.map((parts, at) => ({ section: `${at}`, parts })), heard);
  },
  html: (node, part) => { if (node.shown !== part.html) node.innerHTML = node.shown = part.html; },
  folded: (node, part, heard) => {
    if (!node.firstChild) node.innerHTML = `<details><summary></summary><div class="pw-passage"></div></details>`;
    node.querySelector("summary").textContent = part.folded;
    place(node.querySelector(".pw-passage"), part.parts, heard);
  },
};
const NAMED = ["section", "figure", "pick"]; // that have names

const kindOf = (part) => Object.keys(MADE).find((kind) => kind in part);
const nameOf = (part) => NAMED.map((kind) => part[kind] && `${kind}:${part[kind]}`).find(Boolean) ?? kindOf(part);

function made(part) {
  const node = document.createElement("div");
  node.className = part.section ? "pw-part pw-passage" : "pw-part";
  node.dataset.kind = kindOf(part);
  node.pocketName = nameOf(part);
  return node;
}

function end(node) {
  for (const one of [...node.querySelectorAll(".pw-part"), node]) one.ends?.();
  node.remove();
}

function place(parent, parts, heard) {
  parts.forEach((part, at) => {
    const there = [...parent.children].slice(at).find((node) => node.pocketName === nameOf(part));
    const node = there ?? made(part);
    if (parent.children[at] !== node) parent.insertBefore(node, parent.children[at] ?? null);
    MADE[kindOf(part)](node, part, heard);
  });
  [...parent.children].slice(parts.length).forEach(end);
}

function skeleton(parent) {
  const root = document.createElement("div");
  root.className = "pw-passage";
  root.addEventListener("click", ({ target }) => {
    const opens = target.closest("[data-open]")?.dataset.open;
    if (opens) root.heard("open", opens);
  });
  return parent.appendChild(root);
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = (parentElement.pocketPassage ??= skeleton(parentElement));
  root.heard = Object.assign((what, value) => setTriggerValue(what, value), { common: { ...data.common, base: data.base } });
  place(root, data.parts, root.heard);
  return () => {
    end(root);
    parentElement.pocketPassage = undefined;
  };
}
