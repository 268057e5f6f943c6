// Stands for a component whose own script lies in a file (ADDRESS, which component.py puts in front): fetches it once for
// all places of the page and hands on what each is to show. Until it has come only the latest call of a place counts.
const PAUSE = 2000; // ms until it is tried again
const latest = new WeakMap();
let coming, tries = 0;

// Browsers remember under which address a script could not be had.
function script(base) {
  coming ??= import(new URL(base + ADDRESS + (tries ? `?${tries}` : ""), location.href)).catch((error) => {
    coming = undefined;
    tries += 1;
    throw error;
  });
  return coming;
}

function failed(call, { message }, again) {
  const { data, parentElement } = call.component;
  call.note ??= parentElement.appendChild(document.createElement("p"));
  call.note.className = "pw-empty";
  call.note.dataset.failed = message;
  call.note.textContent = data.bare ? "" : data.words?.failed ?? "";
  if (again) setTimeout(() => { if (latest.get(parentElement) === call) make(call); }, PAUSE);
}

async function make(call) {
  const { data, parentElement } = call.component;
  const own = await script(data.base).catch((error) => failed(call, error, true));
  if (!own || latest.get(parentElement) !== call) return;
  call.note?.remove();
  try {
    call.end = own.default(call.component);
  } catch (error) {
    failed(call, error);
  }
}

export default function (component) {
  const place = component.parentElement, call = { component, note: latest.get(place)?.note };
  latest.set(place, call);
  make(call);
  return () => {
    if (latest.get(place) !== call) return;
    latest.delete(place);
    call.end?.();
  };
}
