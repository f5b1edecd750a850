// One pane is one chat: it connects, shows numbered messages, and resends an act until it is done.

const WORDS = JSON.parse(document.getElementById("words").textContent);
const NOTICE_MS = 5000;
const RETRY_MS = [300, 1000, 2000, 4000];

class Pane {
  constructor(section) {
    this.section = section;
    this.name = section.dataset.pane;
    this.log = section.querySelector(".log");
    this.noticeBox = section.querySelector(".notice");
    this.prompt = section.querySelector(".prompt");
    this.form = section.querySelector(".composer");
    this.input = section.querySelector("textarea");
    this.commands = section.querySelector(".commands");
    this.menuButton = section.querySelector(".menu");
    this.line = section.querySelector(".line");
    this.messages = new Map();
    this.pending = new Map();
    this.after = 0;
    this.failures = 0;
    this.language = document.documentElement.lang;
    this.menu = [];
    this.speakUp();
    this.listen();
    this.connect();
  }

  words(id) {
    return WORDS[this.language][id];
  }

  // -------------------------------------------------------------- the connection

  connect() {
    const address = new URL("chat", document.baseURI);
    address.protocol = address.protocol.replace("http", "ws");
    this.socket = new WebSocket(address);
    this.socket.onopen = () => {
      this.failures = 0;
      this.line.textContent = "";
      this.send({ type: "hello", pane: this.name, after: this.after });
      for (const act of this.pending.values()) this.send(act);
    };
    this.socket.onmessage = (event) => this.take(JSON.parse(event.data));
    this.socket.onclose = () => {
      this.line.textContent = this.words("web-reconnecting");
      const wait = RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)];
      setTimeout(() => this.connect(), wait);
    };
  }

  send(message) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  act(act) {
    act.act = crypto.randomUUID();
    this.pending.set(act.act, act);
    this.send(act);
    return act.act;
  }

  take(message) {
    if (message.type === "news") this.showNews(message.messages);
    else if (message.type === "screen") this.setScreen(message);
    else if (message.type === "done") this.finish(message);
  }

  finish({ act, notice }) {
    this.pending.delete(act);
    this.log.querySelectorAll(`[data-act="${act}"]`).forEach((waiting) => waiting.remove());
    this.log.querySelectorAll("[aria-busy=true]").forEach((b) => b.removeAttribute("aria-busy"));
    if (notice) this.notify(notice);
  }

  // -------------------------------------------------------------- what is shown

  setScreen({ language, menu }) {
    this.language = language;
    this.menu = menu;
    this.section.lang = language;
    this.section.dir = language === "ar" ? "rtl" : "ltr";
    this.speakUp();
  }

  speakUp() {
    this.input.placeholder = this.words("web-write");
    this.input.setAttribute("aria-label", this.words("web-write"));
    this.form.querySelector(".send").setAttribute("aria-label", this.words("web-send"));
    this.form.querySelector(".attach input").setAttribute("aria-label", this.words("web-photo"));
    this.menuButton.setAttribute("aria-label", this.words("web-menu"));
    this.section.querySelector("h2").textContent = this.words(`web-pane-${this.name}`);
    this.section.querySelector(".who p").textContent = this.words(`web-about-${this.name}`);
  }

  showNews(messages) {
    const first = this.after === 0;
    const atEnd = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 120;
    let added = false;
    for (const message of messages) {
      this.after = Math.max(this.after, message.change);
      added = this.place(message) || added;
    }
    this.send({ type: "shown", messages: messages.map((message) => message.id) });
    this.showPrompt();
    if (first || (added && atEnd)) this.log.scrollTop = this.log.scrollHeight;
    if (!first && added && messages.some((message) => !message.mine)) this.ring();
  }

  place(message) {
    const element = this.article(message);
    const old = this.messages.get(message.id);
    this.messages.set(message.id, { message, element });
    if (!old) {
      const waiting = message.mine ? this.log.querySelector(".waiting") : null;
      if (waiting) waiting.replaceWith(element);
      else this.log.append(element);
      return true;
    }
    const focused = old.element.contains(document.activeElement) ? buttonIndex(old.element) : -1;
    old.element.replaceWith(element);
    if (focused >= 0) {
      const buttons = element.querySelectorAll("button, a");
      (buttons[Math.min(focused, buttons.length - 1)] ?? this.log).focus({ preventScroll: true });
    }
    return false;
  }

  article(message) {
    const article = make("article", "message", { role: "article", dir: message.direction, lang: message.language });
    article.classList.toggle("mine", Boolean(message.mine));
    article.classList.toggle("wide", Boolean(message.picture || message.buttons?.length));
    article.setAttribute("aria-label", this.words(message.mine ? "web-you" : "web-shop"));
    const bubble = make("div", "bubble");
    if (message.picture) bubble.append(picture(message, () => this.keepAtEnd()));
    if (message.html) bubble.append(text(message.html));
    if (message.file) bubble.append(link(message.file, message.file_name, { download: message.file_name }));
    if (message.latitude !== undefined) bubble.append(this.mapLink(message));
    bubble.append(clock(message));
    article.append(bubble);
    if (message.buttons?.length) article.append(this.buttons(message));
    return article;
  }

  mapLink({ latitude, longitude }) {
    const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
    return link(address, this.words("web-map"), { target: "_blank", rel: "noreferrer" });
  }

  buttons(message) {
    const grid = make("div", "buttons", { role: "group", "aria-label": this.words("web-choices") });
    for (const row of message.buttons) {
      const line = make("div", "row");
      for (const button of row) line.append(this.button(message, button));
      grid.append(line);
    }
    return grid;
  }

  button(message, { label, data, url, share, text }) {
    if (url) return link(url, label, { target: "_blank", rel: "noreferrer" });
    const button = make("button", "", { type: "button" });
    button.textContent = label;
    button.onclick = () => {
      if (share) return openShare(this, share, text);
      button.setAttribute("aria-busy", "true");
      this.act({ type: "press", message: message.id, data });
    };
    return button;
  }

  keepAtEnd() {
    if (this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 700) this.log.scrollTop = this.log.scrollHeight;
  }

  notify(words) {
    this.noticeBox.textContent = words;
    this.noticeBox.classList.add("up");
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => this.noticeBox.classList.remove("up"), NOTICE_MS);
  }

  ring() {
    const here = this.section.contains(document.activeElement);
    if (here) return;
    this.section.classList.remove("ringing");
    void this.section.offsetWidth;
    this.section.classList.add("ringing");
    markUnread(this.name);
  }

  // -------------------------------------------------------------- what is asked for

  showPrompt() {
    const newest = [...this.messages.values()].map((kept) => kept.message).filter((m) => !m.mine).at(-1);
    const ask = newest?.ask ?? "";
    this.prompt.replaceChildren();
    if (ask === "phone") this.askPhone();
    if (ask === "place") this.askPlace();
    if (ask === "photo") this.askPhoto();
    this.prompt.hidden = !this.prompt.childElementCount;
  }

  askPhone() {
    const number = this.words("web-own-number");
    this.offer(this.words("web-share-phone"), () => this.act({ type: "phone", number }));
  }

  askPlace() {
    this.offer(this.words("web-share-place"), () => {
      const sample = { type: "place", latitude: 25.3336, longitude: 55.5044 };
      if (!navigator.geolocation) return this.act(sample);
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => this.act({ type: "place", latitude: coords.latitude, longitude: coords.longitude }),
        () => this.notify(this.words("web-no-place")),
        { timeout: 8000 },
      );
    });
    this.offer(this.words("web-sample-place"), () => this.act({ type: "place", latitude: 25.3336, longitude: 55.5044 }), "second");
  }

  askPhoto() {
    this.offer(this.words("web-photo"), () => this.form.querySelector(".attach input").click());
  }

  offer(label, call, kind = "") {
    const button = make("button", kind, { type: "button" });
    button.textContent = label;
    button.onclick = call;
    this.prompt.append(button);
  }

  // -------------------------------------------------------------- what the person does

  listen() {
    this.form.onsubmit = (event) => {
      event.preventDefault();
      this.say(this.input.value);
    };
    this.input.onkeydown = (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.form.requestSubmit();
      }
    };
    this.input.oninput = () => fit(this.input);
    this.form.querySelector(".attach input").onchange = (event) => this.sendPhoto(event.target);
    this.menuButton.onclick = () => this.toggleMenu();
    this.commands.onkeydown = (event) => {
      if (event.key === "Escape") this.toggleMenu(false);
    };
    this.section.addEventListener("focusin", () => clearUnread(this.name));
  }

  say(words) {
    if (!words.trim()) return;
    const act = this.act({ type: "say", text: words });
    const waiting = make("article", "message mine waiting", { role: "article", "data-act": act, dir: "auto" });
    const bubble = make("div", "bubble");
    const body = make("p", "text");
    body.textContent = words;
    bubble.append(body);
    waiting.append(bubble);
    this.log.append(waiting);
    this.log.scrollTop = this.log.scrollHeight;
    this.input.value = "";
    fit(this.input);
  }

  async sendPhoto(chooser) {
    const [file] = chooser.files;
    chooser.value = "";
    if (!file) return;
    try {
      const answer = await fetch("photos", { method: "POST", body: file });
      const { photo = "", trouble = "" } = await answer.json();
      this.act({ type: "photo", photo, trouble });
    } catch {
      this.notify(this.words("web-photo-failed"));
    }
  }

  toggleMenu(open = this.commands.hidden) {
    this.commands.hidden = !open;
    this.menuButton.setAttribute("aria-expanded", String(open));
    if (!open) return this.menuButton.focus();
    this.commands.replaceChildren(...this.menu.map(([command, about]) => this.menuItem(command, about)));
    this.commands.querySelector("button")?.focus();
  }

  menuItem(command, about) {
    const item = make("li", "");
    const button = make("button", "", { type: "button" });
    const code = make("code", "");
    code.textContent = `/${command}`;
    const label = make("span", "");
    label.textContent = about;
    button.append(label, code);
    button.onclick = () => {
      this.toggleMenu(false);
      this.say(`/${command}`);
    };
    item.append(button);
    return item;
  }
}

// ---------------------------------------------------------------- small pieces

function make(tag, kind, attributes = {}) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function text(html) {
  const paragraph = make("p", "text");
  const parts = html.split(/<b>(.*?)<\/b>/s);
  parts.forEach((part, place) => {
    const plain = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    if (place % 2 === 0) return paragraph.append(plain);
    const bold = make("b", "");
    bold.textContent = plain;
    paragraph.append(bold);
  });
  return paragraph;
}

function picture(message, loaded) {
  const image = make("img", "", { src: message.picture, alt: message.alt ?? "", loading: "lazy" });
  image.onload = loaded;
  return image;
}

function link(address, label, attributes) {
  const anchor = make("a", "extra", { href: address, ...attributes });
  anchor.textContent = label;
  return anchor;
}

function clock(message) {
  const at = make("time", "", { datetime: message.at });
  const locale = message.language === "ar" ? "ar-AE" : "en-GB";
  at.textContent = new Date(message.at).toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit", timeZone: "Asia/Dubai" });
  return at;
}

function buttonIndex(element) {
  return [...element.querySelectorAll("button, a")].indexOf(document.activeElement);
}

function fit(input) {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight}px`;
}

function markUnread(name) {
  const badge = document.querySelector(`[data-tab="${name}"] .unread`);
  badge.textContent = String(Number(badge.textContent || 0) + 1);
  badge.hidden = false;
}

function clearUnread(name) {
  const badge = document.querySelector(`[data-tab="${name}"] .unread`);
  badge.textContent = "";
  badge.hidden = true;
}

function choosePane(name) {
  for (const tab of document.querySelectorAll("[data-tab]")) tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
  for (const section of document.querySelectorAll("[data-pane]")) section.classList.toggle("current", section.dataset.pane === name);
  clearUnread(name);
  const pane = panes.get(name);
  pane.log.scrollTop = pane.log.scrollHeight;
}

function openShare(pane, payload, about) {
  const dialog = document.querySelector("dialog.share");
  dialog.lang = pane.language;
  dialog.dir = pane.language === "ar" ? "rtl" : "ltr";
  const address = new URL(`?start=${payload}`, document.baseURI).href;
  dialog.querySelector(".about").textContent = about;
  dialog.querySelector(".address").textContent = address;
  dialog.querySelector(".close").textContent = pane.words("web-close");
  const ways = dialog.querySelector(".ways");
  ways.replaceChildren();
  way(ways, pane.words("web-copy"), () => navigator.clipboard?.writeText(address));
  for (const [name, other] of panes) {
    way(ways, pane.words(`web-open-as-${name}`), () => {
      dialog.close();
      choosePane(name);
      other.act({ type: "follow", payload });
    });
  }
  dialog.showModal();
}

function way(ways, label, call) {
  const button = make("button", "", { type: "button" });
  button.textContent = label;
  button.onclick = call;
  ways.append(button);
}

const panes = new Map();
for (const section of document.querySelectorAll("[data-pane]")) panes.set(section.dataset.pane, new Pane(section));
for (const tab of document.querySelectorAll("[data-tab]")) tab.onclick = () => choosePane(tab.dataset.tab);

const opened = new URL(location.href);
if (opened.searchParams.has("start")) {
  const payload = opened.searchParams.get("start");
  const name = opened.searchParams.get("pane") ?? "customer";
  (panes.get(name) ?? panes.get("customer")).act({ type: "follow", payload });
  opened.searchParams.delete("start");
  history.replaceState(null, "", opened);
}
