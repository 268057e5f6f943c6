// Draws a page's figures when a choice is pressed, before the server has heard of it. Their content is fetched while the
// page is quiet, or when the pointer comes near; which choices there are stands in `data-ahead` (see ahead.py). What the
// server says afterwards counts: a figure that it says the same of is left alone.
const NEAR = 80; // ms that a pointer or the keyboard stays on an option until its figures are asked for
const LIKELY = 6; // options whose figures are asked for without a sign
const MOST = 40; // answers that are kept
const ANSWERED = 8000; // ms after which what was pressed is either said by the server too, or taken back: a busy one takes its time
const ENDED = '[data-test-script-state="notRunning"]';
const answers = new Map(); // address -> its figures, or undefined while they are on their way or if there are none
let page = { text: "", fields: {} }, fetched = "", press, touched, near, sliding, turn = 0;

// What can be chosen, read again when the page says something else.
function offered() {
  const text = document.querySelector("[data-ahead]")?.dataset.ahead ?? "";
  if (text !== page.text) page = { text, ...(text ? JSON.parse(text) : { fields: {} }) };
  return page;
}

function fieldOf(element) {
  const key = element?.closest('[class*="st-key-"]')?.className.match(/st-key-([\w-]+)/)[1];
  return [key, offered().fields[key]];
}

// What a press on a place of the page would choose: an option, one more of several, or one of them less.
function optionAt(element) {
  const one = element?.closest?.('[role="option"], [role="radio"], [data-tag] button');
  const list = one?.closest('[role="listbox"]'), tag = one?.closest("[data-tag]");
  const [key, field] = fieldOf(list ? document.querySelector(`[role="combobox"][aria-controls="${CSS.escape(list.id)}"]`) : one);
  if (!field || one.ariaDisabled === "true") return;
  if (tag) return less(key, Number(tag.dataset.tagIndex));
  return option(key, list ? Number(one.dataset.key) : [...one.parentElement.querySelectorAll('[role="radio"]')].indexOf(one));
}

function less(key, at) {
  const left = page.chosen[key].filter((_, place) => place !== at);
  return { key, codes: left.length ? left : [""] };
}

function option(key, at) {
  const { codes, many, most } = page.fields[key], before = (page.chosen[key] ?? []).filter(Boolean);
  if (codes[at] === undefined || before.includes(codes[at])) return { key };
  const after = many ? [...before, codes[at]] : [codes[at]];
  return most && after.length > most ? { key } : { key, codes: after };
}

const active = (input) => document.getElementById(input.getAttribute?.("aria-activedescendant") ?? "");

function address({ key, codes }) {
  if (!codes) return;
  const asked = Object.entries({ ...page.chosen, [key]: codes }).flatMap(([name, values]) => values.map((value) => [name, value]));
  return `${page.address}?${new URLSearchParams([...asked, ["lang", page.lang]])}`;
}

async function ask(url) {
  if (answers.has(url)) return answers.get(url);
  const coming = fetch(url, { priority: "low" }).then((answer) => (answer.status === 200 ? answer.json() : undefined)).catch(() => undefined);
  answers.set(url, coming);
  if (answers.size > MOST) answers.delete(answers.keys().next().value);
  const found = await coming;
  if (found && answers.has(url)) answers.set(url, found);
  else answers.delete(url);
  return found;
}

const figures = () => [...document.querySelectorAll(".pw-figure")].map((root) => root.pocket).filter(Boolean);

const task = (make) => (window.scheduler?.postTask ? scheduler.postTask(make, { priority: "user-blocking" }) : setTimeout(make));

// The first one in sight at once, so that it is on the next picture, the others each in a task; none of which the server
// has spoken since (`told`).
function show(found, told) {
  const mine = turn += 1;
  const put = (figure) => {
    if (mine !== turn || (told && told.get(figure) !== figure.told)) return;
    if (found[figure.key]) figure.show(found[figure.key]);
    else if (figure.early) figure.back();
  };
  const all = figures(), seen = all.filter((figure) => figure.seen), others = all.filter((figure) => !seen.includes(figure));
  seen.slice(0, 1).forEach(put);
  for (const figure of [...seen.slice(1), ...others]) task(() => put(figure));
}

function back() {
  clearTimeout(press?.timer);
  press = undefined;
  show({});
}

function begin(option) {
  const isOpen = press?.committed && press.version === offered().text; // what else is chosen nobody has said yet
  if (isOpen && (press.key !== option.key || page.fields[option.key].many)) return;
  const url = address(option), found = answers.get(url), isThere = found && !(found instanceof Promise);
  if (!isThere) back();
  if (!url) return;
  clearTimeout(press?.timer);
  const mine = press = { ...option, version: page.text }, told = new Map(figures().map((figure) => [figure, figure.told]));
  if (isThere) show(found, told);
  else ask(url).then((late) => { if (late && press === mine) show(late, told); });
}

function commit() {
  const mine = press;
  if (!mine) return;
  mine.committed = true;
  clearTimeout(mine.timer);
  mine.timer = setTimeout(() => (document.querySelector(ENDED) ? back() : commit()), ANSWERED);
}

const same = (one, other) => one && other && one.key === other.key && `${one.codes}` === `${other.codes}`;

// Streamlit hears of it first.
const chosen = (option) => setTimeout(() => { begin(option); commit(); });

// A mouse that goes down is about to choose; a finger may be about to scroll.
const HEARD = {
  pointerdown: ({ target, button, pointerType }) => {
    const option = button === 0 ? optionAt(target) : undefined;
    touched = pointerType === "touch" ? option : undefined;
    if (option && !touched) begin(option);
    else if (touched) early(touched);
  },
  pointerup: ({ clientX, clientY }) => {
    const isOn = same(touched ?? press, optionAt(document.elementFromPoint(clientX, clientY)));
    if (touched && isOn) chosen(touched);
    else if (press && !press.committed) (isOn ? commit : back)();
    touched = undefined;
  },
  pointercancel: () => {
    touched = undefined;
    if (press && !press.committed) back();
  },
  pointerover: ({ target }) => stays(() => optionAt(target)),
  focusin: ({ target }) => stays(() => optionAt(target)),
  keyup: ({ target }) => stays(() => optionAt(active(target))),
  keydown: ({ key, target, isComposing }) => {
    if (isComposing || !(key === "Enter" || (key === " " && target.role === "radio"))) return;
    const option = optionAt(active(target) ?? target);
    if (option) chosen(option);
  },
};

function early(option) {
  const url = option && address(option);
  if (url) ask(url);
}

function stays(find) {
  clearTimeout(near);
  near = setTimeout(() => early(find()), NEAR);
}

// A slider's value is changed by script while it is pulled; what stands there for a moment is shown.
function slid(input) {
  const [key, field] = input.type === "range" && input === document.activeElement ? fieldOf(input) : [];
  if (!field) return;
  clearTimeout(sliding);
  sliding = setTimeout(() => { begin(option(key, Number(input.value))); commit(); }, NEAR);
}

// The first options of each field in turn, of a slider those beside it; of what is added to others the reader gives a sign.
function likely() {
  const { fields, chosen } = offered();
  const there = Object.entries(fields).filter(([key, { many }]) => !many && document.querySelector(`.st-key-${key}`));
  const lists = there.map(([key, { codes, slides }]) => {
    const at = slides ? codes.indexOf(chosen[key]?.[0]) : 0;
    return codes.map((_, place) => place).sort((one, other) => Math.abs(one - at) - Math.abs(other - at)).map((place) => option(key, place));
  });
  const turns = Array.from({ length: LIKELY }, (_, at) => lists.map((list) => list[at])).flat();
  return turns.filter(Boolean).map(address).filter(Boolean).slice(0, LIKELY);
}

const quiet = () => new Promise((go) => (window.requestIdleCallback ? requestIdleCallback(go, { timeout: 5000 }) : setTimeout(go, 500)));

async function fetching(text) {
  for (const url of likely()) {
    await quiet();
    if (document.hidden || navigator.connection?.saveData || offered().text !== text) return;
    await ask(url);
  }
}

function ended() {
  if (!document.querySelector(ENDED)) return;
  const { text } = offered();
  if (text !== fetched) fetching(fetched = text);
}

for (const [name, hear] of Object.entries(HEARD)) document.addEventListener(name, hear, { capture: true, passive: true });
new MutationObserver((all) => {
  for (const { target, attributeName } of all) attributeName === "aria-valuetext" ? slid(target) : ended();
}).observe(document.body, { subtree: true, attributeFilter: ["data-test-script-state", "aria-valuetext"] });
ended();
