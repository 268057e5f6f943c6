// A button that copies the address of what is shown. Where the browser does not let it, the address stands there, selected.
const ICON = `<svg viewBox="0 0 16 16" width="15" height="15" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round"
  aria-hidden="true"><path d="M6.7 9.3a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 0 0-3.7-3.7L8 4.3M9.3 6.7a2.6 2.6 0 0 0-3.7 0L3.2 9.1a2.6 2.6 0 0 0 3.7 3.7L8 11.7"/></svg>`;
const STAYS = 2500; // ms that the answer stays

function skeleton(parent) {
  const root = document.createElement("div");
  root.className = "pw-copy";
  root.innerHTML = `<button type="button">${ICON}<span></span></button><p role="status"></p><label hidden><span></span><input readonly></label>`;
  const part = (selector) => root.querySelector(selector);
  const ui = { root, button: part("button"), name: part("button span"), status: part("p"), field: part("label"), reason: part("label span"), address: part("input") };
  ui.button.addEventListener("click", () => copy(ui));
  ui.field.addEventListener("focusout", () => { ui.field.hidden = true; });
  ui.field.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.stopPropagation(); ui.button.focus(); } });
  parent.append(root);
  return ui;
}

async function copy(ui) {
  try {
    await navigator.clipboard.writeText(location.href);
  } catch {  // no safe connection, or not allowed
    ui.address.value = location.href;
    ui.field.hidden = false;
    ui.address.focus();
    ui.address.select();
    ui.address.scrollLeft = 0;
    return;
  }
  ui.status.textContent = ui.words.copied;
  clearTimeout(ui.timer);
  ui.timer = setTimeout(() => { ui.status.textContent = ""; }, STAYS);
}

export default function ({ data, parentElement }) {
  const ui = (parentElement.pocketCopy ??= skeleton(parentElement));
  ui.words = data.says;
  ui.name.textContent = ui.button.title = ui.words.copy;
  ui.reason.textContent = ui.words.failed;
}
