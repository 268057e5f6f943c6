// Puts a figure that can be touched in the place of each still one, once it comes into sight. Whatever fails, the still stays.
(async () => {
  const unpacked = async (id) => {
    const bytes = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  };
  const NARROW = 520, dark = matchMedia("(prefers-color-scheme: dark)"), drawn = new Map();
  const data = JSON.parse(await unpacked("data"));
  let library;

  const load = () => library ??= unpacked("library").then((text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
    window.PlotlyGeoAssets = { topojson: data.layers };
    return window.Plotly;
  });

  const merged = (base, over) => {
    const result = { ...base };
    for (const [key, value] of Object.entries(over ?? {})) {
      const both = value && base?.[key] && typeof value === "object" && !Array.isArray(value);
      result[key] = both ? merged(base[key], value) : value;
    }
    return result;
  };

  // Figures are made for light paper; in the dark each colour has a twin.
  const dressed = (key) => {
    let text = JSON.stringify(data.figures[key]);
    if (dark.matches) for (const [light, twin] of Object.entries(data.twins)) text = text.replaceAll(light, twin);
    return JSON.parse(text);
  };

  const draw = async (figure) => {
    const plot = figure.querySelector(".plot"), still = figure.querySelector(".still");
    const Plotly = await load(), width = (still.clientWidth || plot.clientWidth);
    if (!width) return;
    const { figure: { data: traces, layout }, narrow } = dressed(figure.dataset.figure);
    const slim = width < NARROW && Boolean(narrow);
    const shown = traces.filter(({ meta }) => !["wide", "narrow"].includes(meta) || (meta === "narrow") === slim);
    for (const trace of shown) if (typeof trace.geojson === "string") trace.geojson = data.shapes[trace.geojson];
    const look = merged(layout, slim ? narrow : {});
    const font = { family: getComputedStyle(document.body).fontFamily, ...look.font };
    delete look.transition;
    plot.hidden = false;
    await Plotly.react(plot, shown, { ...look, font, width, height: look.height ?? 320, autosize: false },
      { displayModeBar: false, scrollZoom: false, doubleClick: false, responsive: false });
    still.style.display = "none";
    drawn.set(figure, width);
  };

  const attempt = (figure) => draw(figure).catch(() => {
    figure.querySelector(".plot").hidden = true;
    figure.querySelector(".still").style.display = "";
  });

  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting && !drawn.has(target)) {
      drawn.set(target, 0);
      attempt(target);
    }
  }, { rootMargin: "300px" });
  for (const figure of document.querySelectorAll("[data-figure]")) seen.observe(figure);

  const again = () => { for (const [figure, width] of drawn) if (width) attempt(figure); };
  dark.addEventListener("change", again);
  let waiting;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { for (const [figure, width] of drawn) if (width && figure.clientWidth !== width) attempt(figure); }, 200);
  });
})();
