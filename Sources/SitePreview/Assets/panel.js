import { problemItem, counted } from "./problem.js";
import { element } from "./element.js";
import { remember, remembered } from "./memory.js";

/**
 * What the preview says over the page: the problems in a panel or a badge, and how the page stands as a translation.
 *
 * All of it lives in the shadow root of one element, so that the theme's rules do not reach it, nor its own the theme. Its texts are
 * English whatever the page's language is. All of them are set as text, never as markup: they quote what authors wrote.
 */
export class Panel {
  /** @param {DOMStringMap} page how the page stands: `state`, `source`, `status` */
  constructor(page) {
    this.problems = { errors: 0, warnings: 0, more: 0, failure: null, shown: [] };
    this.isOpen = false;
    this.build();
    this.showPage(page);
  }

  build() {
    this.marker = element("a", { class: "pill marker", hidden: true });
    this.badge = element("button", { class: "pill badge", type: "button", hidden: true });
    this.badge.addEventListener("click", () => this.open());
    this.status = element("p", { class: "unseen", role: "status" });
    this.title = element("h2", { id: "title", tabindex: "-1" });
    this.close = element("button", { class: "close", type: "button" }, "Close");
    this.close.addEventListener("click", () => this.dismiss());
    this.body = element("div", { class: "body", role: "group", "aria-label": "Problems", tabindex: "0" });
    this.panel = element("div", { class: "panel", role: "region", "aria-labelledby": "title", hidden: true },
      element("div", { class: "head" }, this.title, this.close), this.body);
    this.panel.addEventListener("keydown", (event) => event.key === "Escape" && this.dismiss());
    this.attach(element("section", { class: "dock", "aria-label": "Preview", hidden: true },
      element("div", { class: "pills" }, this.marker, this.badge), this.panel, this.status));
  }

  /** The dock is shown when its style is there; before, it would be bare text at the end of the page. */
  attach(dock) {
    const style = element("link", { rel: "stylesheet", href: "/_lutrin/preview.css" });
    style.addEventListener("load", () => (dock.hidden = false));
    const host = element("lutrin-preview", { lang: "en", dir: "ltr" });
    host.attachShadow({ mode: "open" }).append(style, dock);
    document.documentElement.append(host);
  }

  /** How the page stands as a translation; a link leads to its row in the table of all. */
  showPage({ state, source, status }) {
    this.marker.hidden = !state;
    this.marker.href = status || "/_lutrin/";
    this.marker.textContent = state === "fallback" ? `Not translated: shows ${source}` : state === "draft" ? "Draft" : "";
  }

  /** Errors open the panel, once: closed, it stays so until they are others. Warnings only ask for the badge. */
  showProblems(problems) {
    // Told once more for the sake of a page that has just come.
    if (JSON.stringify(problems) === JSON.stringify(this.problems)) return;
    const before = this.problems;
    this.problems = problems;
    const key = alarmKey(problems);
    if (!key) this.isOpen = this.isOpen && problems.warnings > 0 && !alarmKey(before);
    else if (key !== alarmKey(before)) this.isOpen = key !== remembered("closed");
    if (!key) remember("closed", "");
    this.announce(before);
    this.fill();
    this.update();
    this.showNews(before);
  }

  /** What has just come to be wrong is what the author wants to read, wherever in the list it stands. */
  showNews(before) {
    const { shown, errors, warnings } = this.problems;
    const known = new Set(before.shown.map(wording));
    // A warning, which may come a moment later, is not worth the sight of an error.
    const index = shown.findIndex((problem) => !known.has(wording(problem)) && (problem.severity === "error" || !errors));
    // Of a list that was cut, what moves up when another is mended is no news.
    if (index < 0 || (before.more > 0 && errors + warnings < before.errors + before.warnings)) return;
    const item = this.body.querySelectorAll(".problem")[index];
    this.body.scrollTop = index === 0 ? 0 : item.offsetTop - this.body.offsetTop;
  }

  /** A short break, as of a page that is left or a server that starts anew, is not worth a word. */
  showConnection(isOpen) {
    if (!isOpen) return (this.breakTimer ??= setTimeout(() => this.setLost(true), 1500));
    clearTimeout(this.breakTimer);
    this.breakTimer = null;
    this.setLost(false);
  }

  setLost(isLost) {
    this.isLost = isLost;
    this.update();
  }

  open() {
    this.isOpen = true;
    this.update();
    this.title.focus();
  }

  dismiss() {
    this.isOpen = false;
    // On the next page it stays so, too.
    remember("closed", alarmKey(this.problems));
    this.update();
    this.badge.focus();
  }

  fill() {
    const hadFocus = this.body.contains(this.panel.getRootNode().activeElement);
    const { failure, shown, more, heldBack } = this.problems;
    this.title.textContent = summary(this.problems);
    this.body.replaceChildren(...[
      heldBack && element("p", { class: "kept" }, "The page shows the last good version."),
      failure && element("p", { class: "failure" }, element("b", {}, "The preview cannot go on: "), failure),
      shown.length > 0 && element("ul", { class: "problems" }, ...shown.map(problemItem)),
      more > 0 && element("p", { class: "more" }, `And ${more} more; “lutrin check” shows all.`),
    ].filter(Boolean));
    if (hadFocus) this.title.focus();
  }

  update() {
    const text = this.isLost ? "The preview has stopped; waiting for it" : summary(this.problems);
    this.panel.hidden = !this.isOpen;
    this.badge.hidden = this.isOpen ? !this.isLost : !text;
    this.badge.textContent = text;
    // Without problems there is nothing to open: the button is then no more than its text.
    this.badge.disabled = this.isOpen || !summary(this.problems);
    const isAlarming = Boolean(alarmKey(this.problems));
    this.badge.classList.toggle("alarm", !this.isLost && isAlarming);
    this.panel.classList.toggle("alarm", isAlarming);
  }

  /** Says to a screen reader what the panel shows, without moving its place. */
  announce(before) {
    const [was, is] = [before, this.problems].map(alarmKey);
    const kept = this.problems.heldBack ? ". The page shows the last good version." : "";
    if (is && is !== was) this.status.textContent = summary(this.problems) + kept;
    else if (was && !is) this.status.textContent = "No more errors";
  }
}

/** What makes problems other than they were: the errors and failures, for warnings alarm nobody. Empty if there are none. */
function alarmKey({ errors, failure, shown }) {
  if (!errors && !failure) return "";
  return JSON.stringify([errors, failure, shown.filter((problem) => problem.severity === "error").map(wording)]);
}

/** What a problem says, wherever in its file it stands. */
function wording({ severity, code, message, file }) {
  return JSON.stringify([severity, code, message, file]);
}

function summary({ errors, warnings, failure }) {
  const parts = [failure && "Preview failure", errors && counted(errors, "error"), warnings && counted(warnings, "warning")];
  return parts.filter(Boolean).join(", ");
}
