// The opening scene in motion. Whose turn it is, the conductor writes into the style sheet as `--turn: <seconds> <count>`.
// While it is ours, the arcs of `.ps-origins` grow one after the other, the number counts what has come so far, and a dot
// travels along every arc that stands. Then the countries pass by once more, the largest first, until the turn ends.
// Without this script, and between two turns, the scene stands as the server wrote it: complete and still.
const PICTURE = 50; // ms from one picture to the next: smooth from afar, and most of the processor is left to others
const SHARE = 0.75; // of the turn, in which the arcs appear
const GROWTH = 900; // ms until an arc has reached the city
const BASE = 3; // time that every arc has, beside the square root of its companies
const JOURNEY = 3200; // ms of a dot along its arc
const PASSING = 1000; // ms a country is named at the end
const CALM = 2000; // ms between two pictures for who wishes no motion: then nothing moves, only the steps change

class Origins {
  constructor(root) {
    this.root = root;
    this.turn = "";
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.clock = setInterval(() => this.look(), 200);
  }

  show(html) {
    if (this.html === html) return;
    this.root.innerHTML = this.html = html;
    this.part = (name) => this.root.querySelector(name);
    this.arcs = [...this.root.querySelectorAll("g[data-until]")].map((group) => ({ group, number: Number(group.dataset.until) }));
    let before = 0;
    for (const arc of this.arcs) {
      [arc.path, , arc.dot] = arc.group.children;
      arc.length = arc.path?.getTotalLength();
      arc.companies = arc.number - before;
      before = arc.number;
    }
    this.turn = "";
  }

  look() {
    const turn = getComputedStyle(this.root).getPropertyValue("--turn").trim();
    if (turn === this.turn || !this.arcs?.length) return;
    this.turn = turn;
    if (!turn) return;
    clearTimeout(this.next);
    const total = this.arcs.reduce((sum, arc) => sum + BASE + Math.sqrt(arc.companies), 0);
    const time = 1000 * SHARE * parseFloat(turn);
    let begins = 0;
    for (const arc of this.arcs) {
      arc.begins = begins;
      begins = arc.ends = begins + (time * (BASE + Math.sqrt(arc.companies))) / total;
    }
    this.format = new Intl.NumberFormat(this.part("section").lang);
    this.began = performance.now();
    this.picture();
  }

  picture() {
    if (!this.turn) return;
    const passed = performance.now() - this.began;
    this.draw(this.still.matches ? passed - (passed % CALM) : passed);
    this.next = setTimeout(() => requestAnimationFrame(() => this.picture()), PICTURE);
  }

  draw(time) {
    const begun = this.arcs.filter((arc) => arc.begins <= time);
    const last = begun.at(-1);
    const part = Math.min(1, (time - last.begins) / (last.ends - last.begins));
    this.write(".number", this.format.format(Math.round(last.number - (1 - part) * last.companies)));
    this.write(".said", last.group.dataset.said);
    const named = part < 1 ? last : this.arcs.at(-1 - (Math.floor((time - last.ends) / PASSING) % this.arcs.length));
    this.write(".now", `${named.group.dataset.companies} ${named.group.dataset.name}`);
    this.part(".now").className = `now ${named.group.classList[0]}`;
    for (const arc of this.arcs) this.move(arc, time - arc.begins, arc === named);
  }

  // An arc that began so many ms ago; before that nothing of it is there.
  move({ group, path, dot, length, begins }, time, named) {
    group.toggleAttribute("data-named", named);
    group.style.visibility = time < 0 ? "hidden" : "";
    if (time < 0 || !path) return;
    const grown = this.still.matches ? 1 : Math.min(1, time / GROWTH);
    if (path.style.strokeDasharray !== `${grown}px, 2px`) path.style.strokeDasharray = `${grown}px, 2px`;
    dot.style.visibility = grown < 1 || this.still.matches ? "hidden" : "";
    if (dot.style.visibility) return;
    const way = ((time - GROWTH + begins) % JOURNEY) / JOURNEY;
    const at = path.getPointAtLength(way * length);
    dot.setAttribute("transform", `translate(${at.x} ${at.y})`);
  }

  write(name, text) {
    if (this.part(name).textContent !== text) this.part(name).textContent = text;
  }

  leave() {
    clearInterval(this.clock);
    clearTimeout(this.next);
  }
}

const playing = new WeakMap();

export default function ({ data, parentElement }) {
  if (!playing.has(parentElement)) {
    parentElement.append(document.createElement("div"));
    playing.set(parentElement, new Origins(parentElement.lastElementChild));
  }
  playing.get(parentElement).show(data.html);
  return () => { playing.get(parentElement)?.leave(); playing.delete(parentElement); parentElement.replaceChildren(); };
}
