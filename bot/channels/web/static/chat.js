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

function choosePane(name) {
  for (const tab of document.querySelectorAll("[data-tab]")) tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
  for (const pane of panes.values()) pane.section.classList.toggle("current", pane.name === name);
  clearUnread(name);
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

/** The page and everyone on it speak that language from now on. */
function speakEverywhere(language) {
  const words = GIVEN.words[language];
  Object.assign(document.documentElement, { lang: language, dir: direction(language) });
  document.title = words["web-title"];
  for (const each of document.querySelectorAll("[data-words]")) each.textContent = words[each.dataset.words];
  for (const each of document.querySelectorAll("[data-label]")) each.setAttribute("aria-label", words[each.dataset.label]);
  history.replaceState(null, "", `?language=${language}`);
  for (const link of document.querySelectorAll(".language")) link.hidden = link.lang === language;
  for (const pane of panes.values()) {
    if (pane.language !== language) pane.act({ type: "press", message: 0, data: GIVEN.speak[language] });
  }
}

const panes = new Map();
for (const section of document.querySelectorAll("[data-pane]")) panes.set(section.dataset.pane, new Pane(section, { openShare, markUnread, clearUnread }));
for (const tab of document.querySelectorAll("[data-tab]")) tab.onclick = () => choosePane(tab.dataset.tab);
document.addEventListener("visibilitychange", () => panes.forEach((pane) => pane.reportShown()));
for (const link of document.querySelectorAll(".language")) {
  link.onclick = (event) => {
    event.preventDefault();
    speakEverywhere(link.lang);
  };
}

const opened = new URL(location.href);
if (opened.searchParams.has("start")) {
  const pane = panes.get(opened.searchParams.get("pane")) ?? panes.get("customer");
  choosePane(pane.name);
  pane.act({ type: "follow", payload: opened.searchParams.get("start") });
  opened.searchParams.delete("start");
  opened.searchParams.delete("pane");
  history.replaceState(null, "", opened);
}
