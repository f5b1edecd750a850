// The menu of commands above the text field: opened by its button, walked by arrows.

import { make } from "./pieces.js";

export class Commands {
  /** `say` is called with the command that was chosen. */
  constructor(list, button, say) {
    Object.assign(this, { list, button, say, menu: [] });
    button.onclick = () => this.toggle();
    list.onkeydown = (event) => this.walk(event);
  }

  holds(element) {
    return element === this.button || this.list.contains(element);
  }

  toggle(open = this.list.hidden) {
    if (open !== this.list.hidden) return;
    this.list.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    this.list.replaceChildren(...this.menu.map(([command, about]) => this.item(command, about)));
    this.list.querySelector("button")?.focus();
  }

  walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const items = [...this.list.querySelectorAll("button")];
    if (event.key === "Escape") this.close();
    if (!step) return;
    event.preventDefault();
    items.at((items.indexOf(document.activeElement) + step) % items.length).focus();
  }

  close() {
    this.toggle(false);
    this.button.focus();
  }

  item(command, about) {
    const button = make("button", "", { type: "button" });
    button.append(make("span", "", {}, about), make("code", "", {}, `/${command}`));
    button.onclick = () => {
      this.close();
      this.say(`/${command}`);
    };
    const item = make("li", "");
    item.append(button);
    return item;
  }
}
