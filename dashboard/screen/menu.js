// On a phone the pages stand in a drawer: a choice closes it, as its own button does.
export default function () {
  const chosen = (event) => {
    if (!event.target.closest('[data-testid="stSidebarNavLink"]')) return;
    setTimeout(() => document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click());
  };
  document.addEventListener("click", chosen);
  return () => document.removeEventListener("click", chosen);
}
