// The frame round a chat in which something new stands: it goes once the chat could be seen.

const SEEN_MS = 5000;

export class Ringing {
  constructor(section) {
    this.section = section;
  }

  begin() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.section.classList.remove("ringing");
    void this.section.offsetWidth; // begins the animation anew
    this.section.classList.add("ringing");
  }

  /** The chat is on the screen: whoever is there has seen the frame a while later. */
  isShown() {
    if (!this.section.classList.contains("ringing")) return;
    this.timer ||= setTimeout(() => this.section.classList.remove("ringing"), SEEN_MS);
  }
}
