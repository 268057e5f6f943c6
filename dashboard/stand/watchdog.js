// Written into the page itself: if the stand does not come (a file was lost on the way), the page is loaded again as soon
// as the server answers. Once the conductor is there, it looks after everything.
let waited = 0;
setInterval(async () => {
  waited = document.querySelector(".ps-conductor") ? 0 : waited + 5;
  if (waited < 30) return;
  try {
    if ((await fetch("health", { cache: "no-store" })).ok) location.reload();
  } catch { /* not yet */ }
}, 5000);
