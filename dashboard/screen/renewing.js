// Newer facts come to an open page by themselves, and so does another server where the page's own has ended, while somebody
// looks at it and nobody is in the middle of a touch, or of what stands open above the page.
const EVERY = 5000, QUIET = 2000;  // ms

const CONNECTED = '[data-test-connection-state="CONNECTED"]';  // what is sent else is lost
const OFTEN = 3;  // times that a page asks for a run by the server that answers: it may be that of another tab

function meet(frame, process) {
  if (frame.met?.process !== process) frame.met = { process, times: 0 };
  if (frame.met.times++ < OFTEN) frame.send("met", process);
}

async function look(frame) {
  if (document.hidden || document.querySelector('[role="dialog"]') || performance.now() - frame.touched < QUIET) return;
  const answer = await fetch(new URL(frame.base + "health", location.href), { cache: "no-store" }).catch(() => undefined);
  if (!document.querySelector(CONNECTED)) return;
  const { data_version: newest, cities, process } = answer?.ok ? await answer.json() : {};
  if (process && process !== frame.process) meet(frame, process);
  const other = frame.beside && cities && cities !== frame.beside;  // only the page that compares cities is of other facts, too
  if (!newest || (newest === frame.version && !other)) return;
  frame.version = newest;
  if (other) frame.beside = cities;
  frame.send("renewed", newest + (cities ?? ""));
}

export default function (frame) {
  const timer = setInterval(look, EVERY, frame);
  return () => clearInterval(timer);
}
