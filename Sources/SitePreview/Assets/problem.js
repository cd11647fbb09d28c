import { element } from "./element.js";

/** One problem of the panel: what, where, the line of the source, and what to do. */
export function problemItem(problem) {
  const { severity, message, notes = [], help, code } = problem;
  return element("li", { class: `problem ${severity === "error" ? "error" : "warning"}` }, ...[
    element("h3", {}, element("span", { class: "severity" }, capitalised(severity)), " ", message),
    place(problem),
    problem.excerpt !== undefined && sourceLine(problem),
    notes.length > 0 && element("ul", { class: "notes" }, ...notes.map((note) => element("li", {}, note))),
    help && element("p", { class: "help" }, element("b", {}, "help: "), help),
    code && element("p", { class: "code" }, element("code", {}, code)),
  ].filter(Boolean));
}

/** `1 error`, `2 errors`. */
export function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** `content/fr/index.md:14:21`, and a link to it for the author's editor. */
function place({ file, line, column, href }) {
  if (!file) return null;
  const name = element("code", {}, [file, line, column].filter((part) => part !== undefined).join(":"));
  if (!isSafe(href)) return element("p", { class: "place" }, name);
  const link = element("a", { href }, "Open in the editor", element("span", { class: "unseen" }, ` at ${name.textContent}`));
  return element("p", { class: "place" }, name, " ", link);
}

/** Editors have schemes of their own, so any will do but the one that runs a script in the page. */
function isSafe(href) {
  try {
    return Boolean(href) && new URL(href, location.href).protocol !== "javascript:";
  } catch {
    return false;
  }
}

/** The line with the place marked: columns count Unicode scalars from 1. An excerpt that begins within the line says so. */
function sourceLine({ excerpt, column, endColumn, excerptColumn = 1 }) {
  const scalars = Array.from(excerpt);
  const before = excerptColumn > 1 ? "…" : "";
  if (column === undefined) return element("pre", {}, before, excerpt);
  const start = clamp(column - excerptColumn, 0, scalars.length);
  const end = clamp(Math.max((endColumn ?? 0) - excerptColumn, start + 1), start, scalars.length);
  const part = (from, to) => scalars.slice(from, to).join("");
  // A place behind the end of the line still wants a mark: one of a blank.
  const marked = element("mark", {}, part(start, end) || " ");
  return element("pre", {}, before, part(0, start), marked, part(end));
}

function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

function capitalised(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
