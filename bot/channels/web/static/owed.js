// What is owed counts as delivered once the page has told the shop that it was on the screen.

const MOST_AT_ONCE = 1000; // as the shop takes them

export class Owed {
  constructor() {
    this.untold = new Set();
    this.told = new Set();
  }

  add(messages) {
    messages.filter((message) => message.owed).forEach(({ id }) => this.untold.add(id));
  }

  clear() {
    this.untold.clear();
    this.told.clear();
  }

  /** What was told to a line that was cut may not have arrived: the next one hears it again. */
  isCut() {
    this.told.forEach((id) => this.untold.add(id));
    this.told.clear();
  }

  tell(line) {
    const messages = [...this.untold];
    for (let at = 0; at < messages.length; at += MOST_AT_ONCE) {
      line.send({ type: "shown", messages: messages.slice(at, at + MOST_AT_ONCE) });
    }
    messages.forEach((id) => this.told.add(id));
    this.untold.clear();
  }
}
