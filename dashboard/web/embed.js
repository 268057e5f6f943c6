// Draws the figure of an embedded page over the still one, which stays where it cannot be drawn.
const parentElement = document.getElementById("chart");
const data = JSON.parse(document.getElementById("data").textContent);
const { default: draw } = await import(new URL(data.base + data.script, location.href));
const paint = () => draw({ data, parentElement, setTriggerValue() {} });

new MutationObserver((_, watch) => {
  if (!parentElement.querySelector("[data-painted]")) return;
  watch.disconnect();
  document.body.classList.add("drawn");
}).observe(parentElement, { attributes: true, subtree: true });
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
paint();
