// The keyboard of the review desk. Without it the page reads and decides by its forms and links all the same.
const all = [...document.querySelectorAll(".proposal[data-number]")];
const published = document.getElementById("published");
const waiting = () => all.filter((one) => "waits" in one.dataset);
const asked = () => all.filter((one) => !one.classList.contains("off") && !one.closest("details.stale:not([open])"));
let chosen = null;

function scrollWithin(pane, one) {
  const inPane = getComputedStyle(pane).overflowY === "auto";
  if (!inPane) return one.scrollIntoView({ block: "nearest" });
  const there = one.getBoundingClientRect();
  const here = pane.getBoundingClientRect();
  const third = here.height / 3;
  if (there.top < here.top || there.top > here.bottom - third) pane.scrollTop += there.top - here.top - third;
}

function choose(one, focus = true, scroll = true) {
  if (!one) return;
  for (const lit of document.querySelectorAll(".chosen")) lit.classList.remove("chosen");
  chosen = one;
  const number = one.dataset.number;
  for (const lit of published.querySelectorAll(".lit[data-of]"))
    if (lit.dataset.of.split(" ").includes(number)) lit.classList.add("chosen");
  if (focus) one.focus({ preventScroll: true });
  if (!scroll) return;
  const words = document.getElementById(`w${number}`) ?? published.querySelector(".lit.chosen");
  if (words) scrollWithin(published, words.nextElementSibling ?? words);
  scrollWithin(document.getElementById("proposals"), one);
  // The pane itself may reach below the window.
  one.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const among = asked();
  const here = among.indexOf(chosen);
  choose(among[here < 0 ? (by > 0 ? 0 : among.length - 1) : Math.min(Math.max(here + by, 0), among.length - 1)]);
}

function press(selector) {
  const button = chosen?.querySelector(selector);
  if (button) button.click();
  return Boolean(button);
}

function setAside() {
  const aside = chosen?.querySelector("details.aside");
  if (!aside) return false;
  aside.open = true;
  aside.querySelector("input[name=reason]").focus();
  return true;
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  a: () => press("button.accept"),
  c: () => press("a.correct"),
  x: setAside,
  "/": () => document.getElementById("words").focus(),
  "?": () => {
    const list = document.getElementById("keys");
    list.open = !list.open;
    list.querySelector("summary").focus();
  },
};
// The same keys on an Arabic keyboard, and the arrows while a proposal has the focus.
const arabic = { ت: "j", ن: "k", ش: "a", ؤ: "c", ء: "x", ظ: "/", "؟": "?" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target.closest("input, select, textarea");
  if (typing) {
    if (event.key === "Escape" && chosen) choose(chosen);
    return;
  }
  let key = arabic[event.key] ?? event.key;
  if (event.target === chosen) key = { ArrowDown: "j", ArrowUp: "k" }[key] ?? key;
  const does = keys[key] ?? keys[key.toLowerCase()];
  if (!does) return;
  event.preventDefault();
  does();
});

published.addEventListener("click", (event) => {
  const lit = event.target.closest(".lit[data-of]");
  if (lit && !String(getSelection())) choose(document.getElementById(`p${lit.dataset.of.split(" ").pop()}`));
});
document.getElementById("proposals").addEventListener("focusin", (event) => {
  const one = event.target.closest(".proposal[data-number]");
  if (one && one !== chosen) choose(one, false);
});
// One decision is sent once, however often the key is pressed.
for (const form of document.querySelectorAll(".deeds form, form.correction"))
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });

const open = document.querySelector(".correction");
const asideOpen = document.querySelector("details.aside[open] input");
const start = open?.closest(".proposal") ?? (location.hash && document.querySelector(".proposal" + location.hash)) ?? waiting()[0];
if (open || asideOpen) {
  choose((open ?? asideOpen).closest(".proposal"), false);
  (open?.querySelector("[aria-invalid], select, textarea, input:not([type=hidden])") ?? asideOpen).focus();
} else {
  // Nobody who has just come is taken away from the head of the page.
  choose(start || waiting()[0], Boolean(location.hash), Boolean(location.hash));
}
// A page brought back from memory doesn't know what was decided since.
addEventListener("pageshow", (event) => event.persisted && location.reload());
