// A pane is one chat: it shows numbered messages, and what a person does becomes an act.

import { Aloud } from "./aloud.js";
import { Commands } from "./commands.js";
import { Line } from "./line.js";
import { GIVEN, clock, direction, fit, hidesItsStart, link, make, offer, pictureOf, subjectOf, text } from "./pieces.js";
import { Owed } from "./owed.js";
import { Ringing } from "./ringing.js";

const MOST_PHOTO_BYTES = 20 * 1024 * 1024;
const END_PX = 120;
const SAMPLE_PLACE = { latitude: 25.3336, longitude: 55.5044 };

export class Pane {
  /** `page` is what lies round the panes: it opens the share dialog and counts what is unread. */
  constructor(section, page) {
    this.page = page;
    this.section = section;
    this.name = section.dataset.pane;
    const find = (selector) => section.querySelector(selector);
    Object.assign(this, { log: find(".log"), list: find(".list"), newer: find(".newer"), status: find(".line") });
    Object.assign(this, { noticeBox: find(".notice"), prompt: find(".prompt"), form: find(".composer") });
    Object.assign(this, { input: find("textarea"), chooser: find(".attach input") });
    this.commands = new Commands(find(".commands"), find(".menu"), (command) => this.say(command));
    this.skips = section.querySelectorAll(".skips a");
    this.aloud = new Aloud(this.log);
    this.ringing = new Ringing(section);
    this.messages = new Map();
    this.owed = new Owed();
    this.language = document.documentElement.lang;
    this.asked = page.asked; // the language that the address asks for, until the shop has heard it
    this.inView = null; // the message that stays in view until the person scrolls
    this.line = new Line(this);
    this.line.queue.forEach((act) => this.showWaiting(act));
    this.speak();
    this.listen();
    this.line.connect();
  }

  words(id) {
    return GIVEN.words[this.language][id];
  }

  act(act) {
    this.noticeBox.classList.remove("up");
    const sent = this.line.act(act);
    this.showWaiting(sent);
    return sent.act;
  }

  setConnected(isConnected) {
    this.status.textContent = isConnected ? "" : this.words("web-reconnecting");
    if (isConnected) this.reportShown();
    else this.owed.isCut();
  }

  setScreen({ language, menu }, isOther) {
    if (isOther) {
      this.messages.clear();
      this.owed.clear();
      this.list.replaceChildren();
    }
    this.language = language;
    this.commands.menu = menu;
    this.speak();
    if (this.asked && this.asked !== language) this.speakFromNowOn(this.asked);
    else this.page.languageOf(this);
    this.asked = "";
  }

  speakFromNowOn(language) {
    this.act({ type: "press", message: 0, data: GIVEN.speak[language] });
  }

  speak() {
    this.section.lang = this.language;
    this.section.dir = direction(this.language);
    const label = (element, id) => element.setAttribute("aria-label", this.words(id));
    label(this.log, "web-log");
    label(this.input, "web-write");
    label(this.form.querySelector(".send"), "web-send");
    label(this.chooser, "web-photo");
    label(this.commands.button, "web-menu");
    this.input.placeholder = this.words("web-write");
    this.newer.lastElementChild.textContent = this.words("web-newer");
    for (const link of this.skips) link.textContent = this.words(`web-skip-${link.dataset.skip}`);
    this.section.querySelector("h2").textContent = this.words(`web-pane-${this.name}`);
    this.section.querySelector(".about").textContent = this.words(`web-about-${this.name}`);
    this.section.querySelector(".avatar").textContent = this.words(`web-initial-${this.name}`);
  }

  // -------------------------------------------------------------- messages

  showNews(messages) {
    const isFirst = this.messages.size === 0;
    const follows = isFirst || this.line.queue.length > 0 || this.isAtEnd();
    const added = messages.filter((message) => this.place(message));
    this.showPrompt();
    if (added.length && follows) this.keepInView(this.list.lastElementChild);
    else if (added.length) this.newer.hidden = false;
    if (isFirst) this.aloud.begin();
    else this.ring(added.filter((message) => !message.mine).length);
    this.owed.add(messages);
    this.reportShown();
  }

  /** Put a message where it belongs; true when it is new. */
  place(message) {
    const element = this.article(message);
    const old = this.messages.get(message.id);
    this.messages.set(message.id, { message, element });
    if (old) {
      this.replace(old.element, element);
      return false;
    }
    const waiting = message.act && this.list.querySelector(`.waiting[data-act="${message.act}"]`);
    if (waiting) waiting.replaceWith(element);
    else this.list.insertBefore(element, this.later(message.id));
    return true;
  }

  /** The first message with a higher number: one that was edited late keeps its place. */
  later(id) {
    let next = null;
    let last = this.list.lastElementChild;
    for (; last && !(Number(last.dataset.id) < id); last = last.previousElementSibling) next = last;
    return next;
  }

  /**
   * An edit in place: what was pressed stays under the finger and keeps the focus. Another card is
   * shown from its start instead where it is so tall that much of its picture would be out of view.
   */
  replace(old, element) {
    const hadFocus = old.contains(document.activeElement);
    const busy = old.querySelector("[aria-busy=true]");
    const pressed = hadFocus ? document.activeElement : busy;
    const before = pressed?.getBoundingClientRect().top;
    const wasInView = this.inView === old;
    const isSameCard = subjectOf(element) === subjectOf(old);
    if (busy && isSameCard) this.aloud.silently(() => old.replaceWith(element));
    else old.replaceWith(element);
    const [buttons, earlier] = [element, old].map((each) => [...each.querySelectorAll("button, a")]);
    const same = pressed && buttons.find((each) => each.textContent === pressed.textContent);
    if (hadFocus) (same ?? element).focus({ preventScroll: true });
    const isSameScreen = pictureOf(element) === pictureOf(old);
    const there = same ?? (pressed && isSameScreen && buttons[earlier.indexOf(pressed)]);
    if (there) {
      this.inView = null;
      this.log.scrollTop += there.getBoundingClientRect().top - before;
    }
    const isLost = there && !isSameCard && hidesItsStart(element, this.log);
    if (isLost || (!there && (pressed || wasInView))) this.keepInView(element);
  }

  article(message) {
    const article = make("article", "message", { role: "article", "data-id": message.id, tabindex: -1 });
    article.classList.toggle("mine", Boolean(message.mine));
    article.classList.toggle("wide", Boolean(message.picture || message.buttons?.length));
    article.setAttribute("aria-label", this.words(message.mine ? "web-you" : "web-shop"));
    if (!message.mine) Object.assign(article, { dir: message.direction, lang: message.language });
    const bubble = make("div", "bubble");
    if (message.picture) bubble.append(this.picture(message));
    if (message.voice) bubble.append(make("audio", "", { src: message.voice, controls: "", preload: "metadata" }));
    if (message.html) bubble.append(text(message));
    if (message.file) bubble.append(link(message.file, message.file_name, "icon-file", { download: message.file_name }));
    if (message.latitude !== undefined) bubble.append(this.mapLink(message));
    bubble.append(clock(message));
    article.append(bubble);
    if (message.buttons?.length) article.append(this.buttons(message));
    return article;
  }

  picture({ picture, width, height, alt, mine, among }) {
    const size = width ? { width, height } : {};
    // A banner gives way where there is little room, and a photo among others keeps its height.
    const kind = among ? "among" : width > 2 * height ? "banner" : "";
    const image = make("img", kind, { src: picture, alt: mine ? this.words("web-own-photo") : alt || this.words("web-photo-shown"), ...size });
    if (width) image.style.maxInlineSize = `${width}px`; // more would be a blur
    image.onerror = () => image.remove(); // the words say the rest
    return image;
  }

  mapLink({ latitude, longitude }) {
    const address = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
    return link(address, this.words("web-map"), "icon-out", { target: "_blank", rel: "noreferrer" });
  }

  buttons(message) {
    const grid = make("div", "buttons", { role: "group", "aria-label": this.words("web-choices") });
    for (const row of message.buttons) {
      const line = make("div", "row");
      line.append(...row.map((button) => this.button(message, button)));
      grid.append(line);
    }
    return grid;
  }

  button(message, { label, data, url, share, text: about, weight }) {
    if (url) return make("a", "", { href: url, target: "_blank", rel: "noreferrer" }, label);
    const button = make("button", weight || "", { type: "button" });
    button.append(label);
    button.onclick = () => {
      if (share) return this.page.openShare(this, share, about);
      if (button.hasAttribute("aria-busy")) return;
      button.setAttribute("aria-busy", "true");
      button.dataset.act = this.act({ type: "press", message: message.id, change: message.change, data });
    };
    return button;
  }

  /** What was written stands there at once, marked as waiting until it has arrived. */
  showWaiting({ type, act, text: words }) {
    if (type !== "say") return;
    const waiting = make("article", "message mine waiting", { role: "article", "data-act": act, "aria-label": this.words("web-waiting") });
    const bubble = make("div", "bubble");
    bubble.append(make("p", "text", { dir: "auto" }, words));
    waiting.append(bubble);
    this.list.append(waiting);
    this.keepInView(waiting);
  }

  finish(act, notice) {
    this.list.querySelector(`.waiting[data-act="${act}"]`)?.remove();
    const button = this.list.querySelector(`button[data-act="${act}"]`);
    button?.removeAttribute("aria-busy");
    if (notice) this.notify(notice);
  }

  /** What is owed counts as delivered when it stands on a screen that can be seen. */
  reportShown() {
    if (document.hidden || !this.log.offsetParent) return;
    this.ringing.isShown();
    if (this.line.ready) this.owed.tell(this.line);
  }

  // -------------------------------------------------------------- what is in view

  isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    return scrollHeight - scrollTop - clientHeight < END_PX || this.inView === this.list.lastElementChild;
  }

  keepInView(element) {
    this.inView = element;
    this.settle();
  }

  /** Bring the kept message into view: all of it, or its beginning where it is too tall. */
  settle() {
    if (!this.inView?.isConnected) return;
    const { offsetTop, offsetHeight } = this.inView;
    const gap = 12;
    const down = Math.max(this.log.scrollTop, offsetTop + offsetHeight + gap - this.log.clientHeight);
    this.log.scrollTop = Math.min(down, offsetTop - gap);
    if (this.inView === this.list.lastElementChild) this.newer.hidden = true;
  }

  watchScrolling() {
    const letGo = () => (this.inView = null);
    for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) this.log.addEventListener(kind, letGo, { passive: true });
    this.log.addEventListener("scroll", () => this.isAtEnd() && (this.newer.hidden = true), { passive: true });
    const watcher = new ResizeObserver(() => this.settle());
    watcher.observe(this.log);
    watcher.observe(this.list);
    this.newer.onclick = () => this.goToNewest();
  }

  goToNewest() {
    const newest = this.list.lastElementChild ?? this.log;
    this.keepInView(newest);
    newest.focus({ preventScroll: true });
  }

  /** A link past everything that stands before: to the newest message, or to the text field. */
  skip(event) {
    event.preventDefault();
    if (event.currentTarget.dataset.skip === "newest") this.goToNewest();
    else this.input.focus();
  }

  notify(words) {
    this.noticeBox.textContent = words;
    this.noticeBox.classList.add("up");
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => this.noticeBox.classList.remove("up"), 4000 + 50 * words.length);
  }

  ring(count) {
    const isSeen = this.section.contains(document.activeElement) || this.line.queue.length;
    if (!count || isSeen) return;
    this.ringing.begin();
    if (!this.section.classList.contains("current")) this.page.markUnread(this.name, count);
  }

  // -------------------------------------------------------------- what is asked for

  showPrompt() {
    const newest = [...this.messages.values()].map((kept) => kept.message).filter((m) => !m.mine);
    const ask = newest.reduce((last, message) => (message.id > last.id ? message : last), { id: 0 });
    if (ask.id === this.askedBy && this.prompt.dataset.ask === (ask.ask ?? "")) return;
    this.askedBy = ask.id;
    this.prompt.dataset.ask = ask.ask ?? "";
    const hadFocus = this.prompt.contains(document.activeElement);
    this.prompt.setAttribute("aria-label", this.words("web-choices"));
    this.prompt.replaceChildren(...this.offers(ask.ask));
    this.prompt.hidden = !this.prompt.childElementCount;
    const hasKeys = matchMedia("(pointer: fine)").matches;
    const isTyping = ["text", "phone", "place", "message"].includes(ask.ask) && hasKeys;
    const elsewhere = hasKeys ? this.input : this.list.lastElementChild;
    const isHere = hadFocus || this.section.contains(document.activeElement);
    if (isTyping && isHere) this.input.focus({ preventScroll: true });
    else if (hadFocus) (this.prompt.querySelector("button") ?? elsewhere).focus({ preventScroll: true });
  }

  offers(ask) {
    const phone = () => this.act({ type: "phone", number: this.words("web-own-number") });
    if (ask === "phone") return [offer(this.words("web-share-phone"), phone)];
    if (["photo", "message"].includes(ask)) return [offer(this.words("web-photo"), () => this.chooser.click())];
    if (ask !== "place") return [];
    const sample = () => this.act({ type: "place", ...SAMPLE_PLACE });
    return [
      offer(this.words("web-share-place"), () => this.sharePlace()),
      offer(this.words("web-sample-place"), sample, "second"),
    ];
  }

  sharePlace() {
    const found = ({ coords: { latitude, longitude } }) => this.act({ type: "place", latitude, longitude });
    const lost = () => this.notify(this.words("web-no-place"));
    navigator.geolocation.getCurrentPosition(found, lost, { timeout: 8000 });
  }

  // -------------------------------------------------------------- what the person does

  listen() {
    this.form.onsubmit = (event) => {
      event.preventDefault();
      this.say(this.input.value);
    };
    this.input.onkeydown = (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.form.requestSubmit();
    };
    this.input.oninput = () => fit(this.input);
    this.chooser.multiple = true;
    this.chooser.onchange = () => this.sendPhotos();
    for (const link of this.skips) link.onclick = (event) => this.skip(event);
    this.section.addEventListener("focusin", ({ target }) => {
      this.page.arriveAt(this.name);
      if (!this.commands.holds(target)) this.commands.toggle(false);
    });
    this.log.addEventListener("pointerdown", () => this.commands.toggle(false));
    this.watchScrolling();
  }

  say(words) {
    if (!words.trim()) return;
    this.act({ type: "say", text: words.toWellFormed?.() ?? words });
    this.input.value = "";
    fit(this.input);
  }

  /** What could not be sent stands in the text field again, beneath what stands there already. */
  giveBack(words) {
    this.input.value = [this.input.value, words].filter(Boolean).join("\n");
    fit(this.input);
  }

  /** Several that were chosen at once are an album: they get one answer. */
  async sendPhotos() {
    const files = [...this.chooser.files];
    this.chooser.value = "";
    for (const [at, file] of files.entries()) await this.sendPhoto(file, { album: files.length > 1, further: at > 0 });
  }

  async sendPhoto(file, among) {
    if (file.size > MOST_PHOTO_BYTES) return this.act({ type: "photo", trouble: "photo-too-big" });
    this.chooser.parentElement.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch("photos", { method: "POST", body: file });
      const { photo = "", trouble = "" } = await answer.json();
      this.act({ type: "photo", photo, trouble, ...among });
    } catch {
      this.notify(this.words("web-photo-failed"));
    } finally {
      this.chooser.parentElement.removeAttribute("aria-busy");
    }
  }
}
