// Keyboard shortcuts. Every page works without this file.
"use strict";
(() => {
  const typing = (target) => target.closest("input, select, textarea, [contenteditable]");
  const dialog = document.getElementById("keys");
  const rows = () => [...document.querySelectorAll("tbody tr")].filter((row) => row.querySelector("a[href]"));

  function move(by) {
    const all = rows();
    if (!all.length) return;
    const here = all.findIndex((row) => row.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, here < 0 ? 0 : here + by))];
    next.querySelector("a[href]").focus();
    next.scrollIntoView({ block: "nearest" });
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    "/": () => (document.querySelector("[data-filter]") || document.querySelector(".filters input:not([type=hidden]), .filters select"))?.focus(),
    "?": () => dialog?.showModal(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || dialog?.open) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  // Copying needs a secure address; elsewhere the whole token stands at the foot of the page.
  for (const button of navigator.clipboard ? document.querySelectorAll("[data-copy]") : []) {
    button.hidden = false;
    const words = button.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }
  document.querySelector(".keys-hint")?.removeAttribute("hidden");
})();
