// The page: its panes side by side, the tabs of a narrow screen, the languages and shared links.

import { Pane } from "./pane.js";
import { GIVEN, direction, offer } from "./pieces.js";

function badge(name) {
  return document.querySelector(`[data-tab="${name}"] .unread`);
}

function markUnread(name, count) {
  badge(name).textContent = String(Number(badge(name).textContent) + count);
  badge(name).hidden = false;
}

function clearUnread(name) {
  badge(name).textContent = "";
  badge(name).hidden = true;
}

/** That pane is where the person is; a narrow screen shows it alone, also after a reload. */
function arriveAt(name) {
  current = name;
  sessionStorage.setItem("pane", name);
  for (const tab of document.querySelectorAll("[data-tab]")) tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
  for (const section of sections) section.classList.toggle("current", section.dataset.pane === name);
  clearUnread(name);
}

function choosePane(name) {
  arriveAt(name);
  panes.get(name).settle();
  panes.get(name).reportShown();
}

function openShare(pane, payload, about) {
  const dialog = document.querySelector("dialog.share");
  const find = (selector) => dialog.querySelector(selector);
  const address = new URL(`?start=${payload}`, document.baseURI).href;
  Object.assign(dialog, { lang: pane.language, dir: direction(pane.language) });
  find("h2").textContent = pane.words("web-share");
  find(".about").textContent = about;
  find(".address").textContent = address;
  find(".close").textContent = pane.words("web-close");
  find(".copied").textContent = "";
  const copied = () => (find(".copied").textContent = pane.words("web-copied"));
  const copy = offer(pane.words("web-copy"), () => navigator.clipboard.writeText(address).then(copied));
  const others = [...panes.values()].map((other) =>
    offer(pane.words(`web-open-as-${other.name}`), () => {
      dialog.close();
      choosePane(other.name);
      other.act({ type: "follow", payload });
    }),
  );
  find(".ways").replaceChildren(copy, ...others);
  dialog.showModal();
}

/** What lies round the panes is in that language from now on. */
function speakAround(language) {
  const words = GIVEN.words[language];
  Object.assign(document.documentElement, { lang: language, dir: direction(language) });
  document.title = words["web-title"];
  for (const each of document.querySelectorAll("[data-words]")) each.textContent = words[each.dataset.words];
  for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", words[each.dataset.label]);
  for (const link of document.querySelectorAll(".language")) link.hidden = link.lang === language;
}

function speakEverywhere(language) {
  speakAround(language);
  for (const pane of panes.values()) if (pane.language !== language) pane.speakFromNowOn(language);
}

/** The first pane's person is whose page it is: what lies round the panes follows their language. */
function languageOf(pane) {
  if (pane.name === first && pane.language !== document.documentElement.lang) speakAround(pane.language);
}

const opened = new URL(location.href);
const asked = opened.searchParams.get("language") in GIVEN.languages ? opened.searchParams.get("language") : "";
const sections = [...document.querySelectorAll("[data-pane]")];
const first = sections[0].dataset.pane;
const kept = sessionStorage.getItem("pane");
let current = sections.some((section) => section.dataset.pane === kept) ? kept : first;
const panes = new Map();
arriveAt(current);
for (const section of sections) panes.set(section.dataset.pane, new Pane(section, { asked, openShare, markUnread, arriveAt, languageOf }));
for (const link of document.querySelectorAll("body > .skips a")) link.onclick = (event) => panes.get(current).skip(event);
for (const tab of document.querySelectorAll("[data-tab]")) tab.onclick = () => choosePane(tab.dataset.tab);
document.addEventListener("visibilitychange", () => panes.forEach((pane) => pane.reportShown()));
for (const link of document.querySelectorAll(".language")) {
  link.onclick = (event) => {
    event.preventDefault();
    speakEverywhere(link.lang);
  };
}

if (opened.searchParams.has("start")) {
  const pane = panes.get(opened.searchParams.get("pane")) ?? panes.get("customer");
  choosePane(pane.name);
  pane.act({ type: "follow", payload: opened.searchParams.get("start") });
}
// What the address asked for is done once: a reload is no new wish.
for (const done of ["start", "pane", "language"]) opened.searchParams.delete(done);
history.replaceState(null, "", opened);
