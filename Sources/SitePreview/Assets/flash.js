/**
 * Shows for a moment where the text changed. A custom highlight paints ranges without a node or an attribute in the page; where a
 * browser has none, or the reader wants calm, nothing is shown.
 */
export function flash(changes) {
  if (!CSS.highlights || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  sheet ??= addedSheet();
  CSS.highlights.set("lutrin-change", new Highlight(...changes.map(rangeOf)));
  clearTimeout(timer);
  timer = setTimeout(() => CSS.highlights.delete("lutrin-change"), 1200);
}

let timer = 0;
let sheet = null;

/** A sheet made by script: the page's policy allows no style element, and none is needed. */
function addedSheet() {
  const made = new CSSStyleSheet();
  made.replaceSync("::highlight(lutrin-change) { background-color: #ffdf7e; color: #141a24; }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  return made;
}

/** @param {[Node] | [Text, number, number]} change a new node, or the part of a text that is new */
function rangeOf([node, start, end]) {
  const range = document.createRange();
  if (start === undefined) range.selectNodeContents(node);
  else {
    range.setStart(node, start);
    range.setEnd(node, end);
  }
  return range;
}
