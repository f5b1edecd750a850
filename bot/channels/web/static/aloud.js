// What is read aloud of a log: what comes from now on, and no card that was only pressed.

const HISTORY_MS = 1000;
const SILENT_MS = 300;

export class Aloud {
  constructor(log) {
    this.log = log;
  }

  /** The history is not read aloud; whatever comes from now on is. */
  begin() {
    this.log.setAttribute("aria-busy", "false");
    this.readAfter(HISTORY_MS);
  }

  /** What was pressed on a card is told by its notice: the card itself is not read again. */
  silently(edit) {
    const wasRead = this.log.getAttribute("aria-live") === "polite";
    this.log.setAttribute("aria-live", "off");
    edit();
    if (wasRead || this.waiting) this.readAfter(SILENT_MS);
  }

  readAfter(pause) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.waiting = 0;
      this.log.setAttribute("aria-live", "polite");
    }, pause);
  }
}
