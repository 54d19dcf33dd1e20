/**
 * What a reader's browser can be asked of a page. As text, because tests are compiled without the browser's own types.
 */

export const OPEN_ALL_FOLDS = `document.querySelectorAll("details").forEach((fold) => { fold.open = true; })`;

/** What only the stylesheet gives. */
export const BODY_WIDTH = "getComputedStyle(document.body).maxWidth";

/** How far the page reaches beyond its window, in CSS pixels. */
export const SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** The elements that reach into the page's right margin. */
export const BEYOND_MARGINS = `(() => {
  const margin = Number.parseFloat(getComputedStyle(document.body).paddingRight);
  const right = document.body.getBoundingClientRect().right - margin + 0.5;
  return [...document.querySelectorAll("main *, footer *")]
    .filter((element) => element.getBoundingClientRect().right > right && !element.closest("svg"))
    .map((element) => element.outerHTML.slice(0, 100));
})()`;

/** Elements with text of their own below 12 CSS pixels. */
export const SMALL_TEXT = `[...document.body.querySelectorAll("*")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
  .filter((element) => element.checkVisibility() && Number.parseFloat(getComputedStyle(element).fontSize) < 12)
  .map((element) => element.outerHTML.slice(0, 100))`;

/** Links of the masthead that are smaller than a finger's 24 CSS pixels either way (WCAG 2.2, 2.5.8). */
export const SMALL_TARGETS = `[...document.querySelectorAll(".masthead a")]
  .filter((link) => { const { width, height } = link.getBoundingClientRect(); return width < 24 || height < 24; })
  .map((link) => link.outerHTML.slice(0, 100))`;

/** Elements that scroll within the page and cannot be reached by the keyboard to do so. */
export const LOST_SCROLLERS = `[...document.body.querySelectorAll("*")]
  .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflow))
  .filter((element) => element.scrollWidth > element.clientWidth && element.tabIndex < 0)
  .map((element) => element.outerHTML.slice(0, 100))`;

/** Addresses of the page's links and of what it names in its head. */
export const ADDRESSES = `[...document.querySelectorAll("a[href], link[href]")].map((element) => element.href)`;

/**
 * Remembers every element that can be acted on, in document order, with how it looks unfocused, and from then on notes
 * which of them gets the focus and whether that can be seen. Answers how many there are.
 */
export const WATCH_FOCUS = `(() => {
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return (outlineStyle === "none" ? "" : [outlineStyle, outlineWidth, outlineColor].join(" ")) + boxShadow;
  };
  const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility());
  const before = new Map(all.map((element) => [element, look(element)]));
  globalThis.focused = [];
  document.addEventListener("focusin", ({ target }) => {
    const { top, bottom, width, height } = target.getBoundingClientRect();
    const isSeen = look(target) !== before.get(target) && bottom > 0 && top < innerHeight && width * height > 0;
    focused.push({ index: all.indexOf(target), isSeen, html: target.outerHTML.slice(0, 100) });
  });
  return all.length;
})()`;

export interface Focused {
  /** In document order among all that can be acted on; -1 for anything else. */
  readonly index: number;
  /** Within the window, and other than unfocused by its outline or shadow. */
  readonly isSeen: boolean;
  readonly html: string;
}
export const FOCUSED = "focused";
