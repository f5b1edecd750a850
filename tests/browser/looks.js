// What a page owes to those who see little, press with thick fingers or hear it read aloud.
() => {
  const faults = [];
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const name = (element) => {
    const by = element.getAttribute("aria-labelledby");
    const label = by ? document.getElementById(by)?.textContent : element.getAttribute("aria-label");
    return (label ?? element.textContent ?? "").replace(/[\p{Cf}\s]/gu, "");
  };
  const tell = (fault, element) => faults.push(`${fault}: ${element.outerHTML.slice(0, 160)}`);

  for (const element of document.querySelectorAll("button, a, input, textarea, [role=log], [role=group], [role=article], section, nav, dialog[open]")) {
    if (seen(element) && !name(element)) tell("no name", element);
  }
  for (const element of document.querySelectorAll("img")) if (!element.alt.trim()) tell("no alt", element);
  for (const element of document.querySelectorAll("button, .row a, .extra, .language, .attach, textarea")) {
    const { width, height } = element.getBoundingClientRect();
    if (seen(element) && (width < 43.5 || height < 43.5)) tell(`target ${width}x${height}`, element);
  }
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
  for (const element of document.querySelectorAll("[aria-controls], [aria-labelledby]")) {
    const target = element.getAttribute("aria-controls") ?? element.getAttribute("aria-labelledby");
    if (!document.getElementById(target)) tell("points nowhere", element);
  }
  for (const element of document.querySelectorAll("[tabindex]")) if (element.tabIndex > 0) tell("tab order", element);

  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [red, green, blue] = channels(colour).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if ((channels(colour)[3] ?? 1) > 0.99) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const looked = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || looked.has(element) || !seen(element)) continue;
    looked.add(element);
    const [one, other] = [light(getComputedStyle(element).color), light(ground(element))];
    const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    if (contrast < 4.5) tell(`contrast ${contrast.toFixed(2)}`, element);
  }
  return faults;
}
