// The line to the shop: acts go out one after another, each until the shop has stored its answer.

const RETRY_MS = [300, 1000, 2000, 4000];
const MOST_TRIES = 5;

export class Line {
  constructor(pane) {
    this.pane = pane;
    this.kept = `acts-${pane.name}`;
    const { book = "", queue = [] } = JSON.parse(sessionStorage.getItem(this.kept) ?? "{}");
    Object.assign(this, { book, queue, after: 0, ready: false, failures: 0, tries: 0 });
  }

  connect() {
    const address = new URL("chat", document.baseURI);
    address.protocol = address.protocol.replace("http", "ws");
    this.socket = new WebSocket(address);
    this.socket.onopen = () => this.send({ type: "hello", pane: this.pane.name, book: this.book, after: this.after, language: this.pane.asked });
    this.socket.onmessage = (event) => this.take(JSON.parse(event.data));
    this.socket.onclose = () => {
      this.ready = false;
      this.pane.setConnected(false);
      setTimeout(() => this.connect(), pause(this.failures++));
    };
  }

  send(message) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(message));
  }

  act(act) {
    const sent = { ...act, act: crypto.randomUUID() };
    this.queue.push(sent);
    this.keep();
    if (this.queue.length === 1) this.sendFirst();
    return sent;
  }

  sendFirst() {
    if (this.ready && this.queue.length) this.send(this.queue[0]);
  }

  take(message) {
    if (message.type === "screen") this.open(message);
    else if (message.type === "news") this.news(message.messages);
    else if (message.type === "done") this.drop(message.act, message.notice);
    else if (message.type === "undone") this.undone(message);
  }

  /** The first word of the shop on each connection; another book is another shop's database. */
  open(screen) {
    const isOther = this.book && this.book !== screen.book;
    if (isOther) Object.assign(this, { after: 0, queue: [] });
    this.book = screen.book;
    this.keep();
    this.pane.setScreen(screen, isOther);
    if (this.ready) return;
    this.ready = true;
    this.failures = 0;
    this.pane.setConnected(true);
    this.sendFirst();
  }

  news(messages) {
    this.after = messages.reduce((latest, { change }) => Math.max(latest, change), this.after);
    this.pane.showNews(messages);
  }

  undone({ act, again }) {
    if (again && this.tries < MOST_TRIES) return setTimeout(() => this.sendFirst(), pause(this.tries++));
    const lost = this.queue.find((waiting) => waiting.act === act);
    this.drop(act, this.pane.words("web-act-failed"));
    if (lost?.type === "say") this.pane.giveBack(lost.text);
  }

  drop(act, notice) {
    this.queue = this.queue.filter((waiting) => waiting.act !== act);
    this.tries = 0;
    this.keep();
    this.pane.finish(act, notice);
    this.sendFirst();
  }

  keep() {
    sessionStorage.setItem(this.kept, JSON.stringify({ book: this.book, queue: this.queue }));
  }
}

function pause(times) {
  return RETRY_MS[Math.min(times, RETRY_MS.length - 1)];
}
