// Small pieces of the page, made without innerHTML.

/** What the page was given: its words in both languages, and how to ask for each language. */
export const GIVEN = JSON.parse(document.getElementById("given").textContent);

export function direction(language) {
  return GIVEN.languages[language].direction;
}

export function make(tag, kind, attributes = {}, words = "") {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(words);
  return element;
}

function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#${name}`);
  drawing.append(use);
  return drawing;
}

/** Escaped text in which <b> is the only markup, and nothing else becomes markup. */
export function text({ html, mine }) {
  const paragraph = make("p", "text", mine ? { dir: "auto" } : {});
  html.split(/<b>(.*?)<\/b>/s).forEach((part, place) => {
    const plain = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    paragraph.append(place % 2 ? make("b", "", {}, plain) : plain);
  });
  return paragraph;
}

export function pictureOf(article) {
  return article.querySelector("img")?.getAttribute("src");
}

/** What a card is about: its heading, which stays while its price or its quantity changes. */
export function subjectOf(article) {
  return article.querySelector("b")?.textContent ?? pictureOf(article);
}

/** Whether a card is too tall for the log, and stands so that much of its picture is out of view. */
export function hidesItsStart(article, log) {
  const { top, height } = (article.querySelector("img") ?? article).getBoundingClientRect();
  const isAbove = top + height / 3 < log.getBoundingClientRect().top;
  return isAbove && article.offsetHeight > log.clientHeight;
}

export function link(address, label, sign, attributes) {
  const anchor = make("a", "extra", { href: address, ...attributes });
  anchor.append(icon(sign), label);
  return anchor;
}

export function offer(label, call, kind = "") {
  const button = make("button", kind, { type: "button" }, label);
  button.onclick = call;
  return button;
}

/** The time of day in Dubai, with the day where it is not today. */
export function clock({ at, language }) {
  const locale = GIVEN.languages[language].tag;
  const zone = { timeZone: "Asia/Dubai" };
  const day = (moment) => moment.toLocaleDateString(locale, { day: "numeric", month: "long", ...zone });
  const moment = new Date(at);
  const time = moment.toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit", hour12: true, ...zone });
  const words = day(moment) === day(new Date()) ? time : `${day(moment)} · ${time}`;
  return make("time", "", { datetime: at }, words);
}

export function fit(input) {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 2}px`;
}
