// What runs the stand in the browser. `data` (the score):
//   mode       "loop", or who has the screen: "visit", "staff"
//   scenes     [{ key, seconds }] in their order; key is that of the scene's container
//   pace       how much faster than `seconds`;  paused: stay where we are;  jump: counts steps made by hand
//   idle       seconds without a touch until the countdown of `countdown` seconds
//   dim        share of light taken away (0 to 1)
//   shows      what the scenes were made of, as the server's health answer says it; incomplete: one could not be made
//   base       the server's prefix;  dark
//   corner     whether a long press in the corner calls for staff;  key: the key that does so, if one may
//   words      { touch: [{ lang, text }], back, stay }; {seconds} in `back` is filled here
const LONG_PRESS = 1500;
const PATROL = 5000;
const HEAL = 300000; // what failed is tried again by a fresh page after this time
const PATIENCE = 10000; // a touch that is not answered by then is taken for a dead connection

class Conductor {
  constructor(parent) {
    this.parent = parent;
    this.place = -1;
    this.told = new Set(); // scenes whose fault staff know
    this.loaded = performance.now();
    this.touched = performance.now();
    this.root = document.createElement("div");
    this.root.className = "ps-conductor";
    this.root.innerHTML = `<style></style><button type="button" class="ps-glass"><span></span></button>
      <div class="ps-progress"><i></i></div><button type="button" class="ps-corner" tabindex="-1" aria-hidden="true"></button>
      <div class="ps-dim"></div><button type="button" class="ps-idle" hidden><b></b><span></span></button>`;
    parent.append(this.root);
    this.show = this.root.querySelector("style");
    this.part = (name) => this.root.querySelector(`.ps-${name}`);
    this.listen();
    this.clock = setInterval(() => this.tick(), 250);
    this.patrol = setInterval(() => this.look(), PATROL);
    this.stayAwake();
  }

  listen() {
    this.part("glass").onclick = () => this.ask("touch");
    this.part("idle").onclick = () => { this.part("idle").hidden = true; };
    this.stir = () => { this.touched = performance.now(); };
    this.asked = (event) => event.preventDefault();
    this.fault = (event) => this.tell(`${event.message ?? event.reason}`);
    this.fit = () => document.documentElement.style.setProperty("--k", Math.min(innerWidth, innerHeight) / 1080);
    this.awake = () => document.visibilityState === "visible" && this.stayAwake();
    this.keyed = (event) => this.hear(event);
    for (const name of ["pointerdown", "keydown"]) document.addEventListener(name, this.stir, true);
    document.addEventListener("keydown", this.keyed);
    for (const name of ["contextmenu", "dragstart", "selectstart", "gesturestart"]) document.addEventListener(name, this.asked);
    document.addEventListener("visibilitychange", this.awake);
    addEventListener("resize", this.fit);
    addEventListener("error", this.fault);
    addEventListener("unhandledrejection", this.fault);
    this.fit();
    const corner = this.part("corner");
    const release = () => clearTimeout(this.press);
    const beneath = (event) => document.elementsFromPoint(event.clientX, event.clientY).find((element) => element !== corner)?.closest("button");
    corner.onpointerdown = (event) => { release(); this.pressed = false; if (beneath(event)?.matches(".pv button")) return; this.press = setTimeout(() => { this.pressed = true; this.ask("staff"); }, LONG_PRESS); };
    corner.onpointerup = corner.onpointerleave = corner.onpointercancel = release;
    corner.onclick = (event) => {
      if (this.pressed) return;
      if (this.data.mode === "loop") this.ask("touch");
      else beneath(event)?.click();
    };
  }

  // The screen may sleep again when the page is hidden or the machine takes the lock; then it is asked for anew.
  async stayAwake() {
    try {
      const lock = await navigator.wakeLock?.request("screen");
      lock?.addEventListener("release", () => setTimeout(this.awake, PATROL), { once: true });
    } catch { /* this browser has none, or not now */ }
  }

  // Staff at a keyboard: their key opens the menu, Escape closes it.
  hear(event) {
    const { mode, key } = this.data ?? {};
    const call = mode === "staff" ? event.key === "Escape" && "home" : key && event.key === key && "staff:key";
    if (!call || event.repeat) return;
    event.preventDefault();
    this.ask(call);
  }

  // Something that must be answered by another mode.
  ask(event) {
    this.asks ??= performance.now();
    this.send(event);
  }

  // A fault, once: staff need to know it, not how often it came.
  tell(fault) {
    if (this.told.has(fault) || fault.startsWith("ResizeObserver")) return;
    this.told.add(fault);
    this.send?.(`problem:${fault}`);
  }

  follow(data, send) {
    const before = this.data;
    this.data = data;
    this.asks = null;
    this.send = (event) => send("event", event);
    document.documentElement.lang = data.lang;
    document.documentElement.style.colorScheme = data.dark ? "dark" : "light";
    this.part("dim").style.opacity = data.dim;
    this.part("glass").hidden = data.mode !== "loop";
    this.part("progress").hidden = data.mode !== "loop";
    this.part("corner").hidden = !data.corner;
    this.part("glass").ariaLabel = data.words.touch[0].text;
    this.part("glass").firstElementChild.replaceChildren(...data.words.touch.map(({ lang, text }) => Object.assign(document.createElement("em"), { lang, textContent: text })));
    if (before?.mode !== data.mode) { this.stir(); this.part("idle").hidden = true; }
    if (!before || before.scenes.map((s) => s.key).join() !== data.scenes.map((s) => s.key).join()) this.play(0);
    else if (before.jump !== data.jump) this.play(this.place + data.jump - before.jump);
    else if (before.mode === "visit" && data.mode === "loop" && !data.paused) this.play(0);
    else if (before.mode !== data.mode || before.paused !== data.paused) this.play(this.place);
  }

  play(place) {
    const { scenes, pace, paused, mode } = this.data;
    this.root.toggleAttribute("data-paused", paused);
    if (!scenes.length) return;
    this.place = ((place % scenes.length) + scenes.length) % scenes.length;
    const { key, seconds } = scenes[this.place];
    this.root.dataset.scene = key;
    this.root.dataset.changes = 1 + Number(this.root.dataset.changes ?? 0);
    const turn = mode === "loop" ? `--turn: ${seconds / pace} ${this.root.dataset.changes};` : ""; // for a scene that moves
    this.show.textContent = `.stApp .st-key-${key} { opacity: 1; visibility: visible; transition: opacity .6s ease .4s, visibility 0s .4s; ${turn} }`; // when the one before is gone
    this.until = paused ? Infinity : performance.now() + (1000 * seconds) / pace;
    const line = this.part("progress").firstElementChild;
    line.getAnimations().forEach((animation) => animation.cancel());
    if (!paused) line.animate([{ transform: "scaleX(0)" }, { transform: "none" }], { duration: (1000 * seconds) / pace, fill: "forwards" });
  }

  // A chart that could not be drawn is a scene that is skipped, and staff hear of it.
  broken(place) {
    const { key } = this.data.scenes[place];
    const scene = document.querySelector(`.st-key-${key}`);
    const failed = scene ? scene.querySelector(".pw-figure[data-failed]")?.dataset.failed : "it is not there";
    if (failed) this.tell(`scene ${key} is skipped: ${failed}`);
    return Boolean(failed);
  }

  tick() {
    if (!this.data) return;
    const now = performance.now();
    if (this.data.mode === "loop") {
      if (now < this.until) return;
      const count = this.data.scenes.length;
      for (let step = 1; step <= count; step += 1) {
        if (!this.broken((this.place + step) % count)) return void this.play(this.place + step);
      }
      return void this.play(this.place + 1);
    }
    const left = this.data.idle + this.data.countdown - (now - this.touched) / 1000;
    const idle = this.part("idle");
    idle.hidden = left > this.data.countdown;
    if (idle.hidden) return;
    idle.firstElementChild.textContent = this.data.words.back.replace("{seconds}", Math.max(0, Math.ceil(left)));
    idle.lastElementChild.textContent = this.data.words.stay;
    idle.lang = this.data.lang;
    if (left <= 0) { this.stir(); this.ask("home"); }
  }

  // Whether the server is there, still the same, and what it shows: after a cut or a restart the page is loaded anew.
  async look() {
    try {
      const answer = await fetch(`${this.data.base}health?screen`, { cache: "no-store", signal: AbortSignal.timeout(4000) });
      const { shows, process } = await answer.json();
      this.process ??= process;
      const now = performance.now();
      const dead = this.asks && now - this.asks > PATIENCE;
      const broken = this.data.incomplete || document.querySelector(".pw-figure[data-failed]");
      if (this.cut || dead || process !== this.process || (broken && now - this.loaded > HEAL && this.data.mode === "loop")) location.reload();
      else if (shows !== this.data.shows && this.data.mode === "loop") this.send("news");
    } catch {
      this.cut = true;
      clearInterval(this.patrol);
      this.patrol = setInterval(() => this.look(), 2000);
    }
  }

  leave() {
    clearInterval(this.clock);
    clearInterval(this.patrol);
    for (const name of ["pointerdown", "keydown"]) document.removeEventListener(name, this.stir, true);
    document.removeEventListener("keydown", this.keyed);
    for (const name of ["contextmenu", "dragstart", "selectstart", "gesturestart"]) document.removeEventListener(name, this.asked);
    document.removeEventListener("visibilitychange", this.awake);
    removeEventListener("resize", this.fit);
    removeEventListener("error", this.fault);
    removeEventListener("unhandledrejection", this.fault);
    this.root.remove();
  }
}

const conductors = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  if (!conductors.has(parentElement)) conductors.set(parentElement, new Conductor(parentElement));
  conductors.get(parentElement).follow(data, setTriggerValue);
  return () => { conductors.get(parentElement)?.leave(); conductors.delete(parentElement); };
}
