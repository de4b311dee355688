// The public door with scripts: leave fast, and show work when the site asks for it.
// Leaving follows the "Exit this page" pattern of the GOV.UK Design System, written anew.
(() => {
  "use strict";
  const WITHIN = 5000; // milliseconds for three presses of Shift
  const exit = document.querySelector(".exit");
  const heard = document.getElementById("shift");
  let presses = 0;
  let timer = 0;
  let alone = false;

  function leave() {
    // The page goes blank before the other one has loaded, and Back finds empty fields.
    heard.textContent = heard.dataset.gone;
    document.documentElement.classList.add("gone");
    document.title = "";
    for (const form of document.forms) form.reset();
    for (const field of document.querySelectorAll("input, textarea, select")) field.value = "";
    location.replace(exit.href);
  }

  function forget() {
    clearTimeout(timer);
    if (presses > 1) heard.textContent = heard.dataset.off;
    presses = 0;
  }

  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  // Shift held for a capital letter is writing, not leaving.
  document.addEventListener("keydown", (event) => {
    alone = event.key === "Shift";
    if (!alone) forget();
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    presses += 1;
    if (presses === 1) timer = setTimeout(forget, WITHIN);
    if (presses === 2) heard.textContent = heard.dataset.more;
    if (presses === 3) leave();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
  for (const keys of document.querySelectorAll(".keys")) keys.hidden = false;

  // Work: the number whose SHA-256 with the page's number begins with enough zero bits.
  async function work(form) {
    const bits = Number(form.dataset.work);
    const encoder = new TextEncoder();
    for (let tried = 0; ; tried += 1) {
      const text = encoder.encode(`${form.dataset.nonce}:${tried}`);
      const digest = new DataView(await crypto.subtle.digest("SHA-256", text));
      if (Math.clz32(digest.getUint32(0)) >= bits) return tried;
    }
  }
  if (window.crypto && crypto.subtle) {
    const forms = [...document.querySelectorAll("form[data-work]")];
    if (forms.length > 0) {
      work(forms[0]).then((found) => {
        for (const form of forms) {
          const field = document.createElement("input");
          Object.assign(field, { type: "hidden", name: "work", value: String(found) });
          form.append(field);
        }
      });
    }
  }
})();
