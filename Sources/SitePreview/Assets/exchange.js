import { Patch, Unpatchable } from "./patch.js";
import { flash } from "./flash.js";
import { remember, remembered } from "./memory.js";

/** The element that the server adds to each page; it says which page this is, and how it stands. */
const ownTag = 'script[src="/_lutrin/preview.js"]';

/** What a page loads or is bound by: when these change, only a reload does them justice. What browser extensions add is not the page's. */
const resources = 'script:not([type="application/ld+json"]):not([src*="-extension://"]), link[rel~="stylesheet"], meta[http-equiv], base';

/** Keeps one page as the server has it. */
export class Exchange {
  /**
   * @param {DOMStringMap} tag what the server says of the page: its output path, its version
   * @param {{copy: Element, nodes: Node[]}} snapshot the page as it came, and the live node of each of its nodes
   * @param {(tag: DOMStringMap) => void} onState told how the page stands after each exchange
   */
  constructor(tag, snapshot, onState) {
    this.page = tag.page;
    this.version = tag.version;
    this.place = tag.status ? tag : placeBefore();
    this.onState = onState;
    this.patch = new Patch(snapshot.copy, snapshot.nodes);
    withoutOwnTag(snapshot.copy);
  }

  /** Whether a change of these output paths may be one of this page. A page that was missing may be any; where none are named, all are meant. */
  concerns(pages) {
    return !pages || !this.page || this.page === "404.html" || pages.includes(this.page);
  }

  /** Loads the page anew, wherever it lies now. */
  renew() {
    this.isStale = true;
    return this.look();
  }

  /**
   * Brings the page up to date, and resolves when it is. One look at a time: a change that is announced during one is seen by another
   * after it, so that no older answer can come after a newer.
   */
  look() {
    this.again = true;
    return (this.looking ??= this.lookUntilCurrent().finally(() => (this.looking = null)));
  }

  async lookUntilCurrent() {
    while (this.again) {
      this.again = false;
      await this.lookOnce();
    }
  }

  async lookOnce() {
    // A page that is missing is followed as soon as it lies somewhere.
    if (this.page === "404.html" && (await this.follow())) return;
    const text = await textUnless(this.isStale ? null : this.version);
    if (text === null) return;
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const tag = withoutOwnTag(fresh);
    // An answer without the tag is a failure of the server, not a page.
    if (!tag) return;
    // A page that is gone is answered by the page 404.html, and the other way round.
    if (tag.dataset.page !== this.page) return this.leave();
    if (this.isStale) return location.reload();
    this.apply(fresh, tag.dataset);
  }

  async leave() {
    if (await this.follow()) return;
    notePlace(this.place, location.pathname);
    location.reload();
  }

  /** A page whose address is another now, as that of a translation with a `slug` of its own, is followed there. */
  async follow() {
    const address = await addressNow(this.place);
    if (!address || address === location.pathname) return false;
    notePlace(this.place, address);
    location.replace(address + location.hash);
    return true;
  }

  apply(fresh, tag) {
    quotedNoscript(fresh);
    if (resourcesOf(fresh) !== resourcesOf(this.patch.copy)) return location.reload();
    const keep = placeKeeper();
    try {
      this.patch.apply(fresh.documentElement);
    } catch (error) {
      if (!(error instanceof Unpatchable)) console.error(error);
      return location.reload();
    }
    keep();
    this.version = tag.version;
    this.place = tag;
    this.onState(tag);
    flash(this.patch.changes);
    document.dispatchEvent(new CustomEvent("lutrin:exchange", { detail: { version: tag.version } }));
  }
}

/**
 * The text at the page's own address, or `null` if it is still this version. The same for a server that is gone: it has nothing newer,
 * and its next `hello` makes the page look again.
 */
async function textUnless(version) {
  try {
    // `no-cache` asks the server each time, but lets it answer that nothing changed.
    const response = await fetch(location.pathname + location.search, { cache: "no-cache" });
    const found = (response.headers.get("ETag") || "").replace(/^W\/|"/g, "");
    return found && found === version ? null : await response.text();
  } catch {
    return null;
  }
}

/** Where the table of translations says that a page lies in its language; `null` if nowhere. */
async function addressNow({ status, locale, beside }) {
  if (!status) return null;
  try {
    const [table, row] = status.split("#");
    const rows = new DOMParser().parseFromString(await (await fetch(table)).text(), "text/html");
    const links = rows.getElementById(decodeURIComponent(row)).querySelectorAll("a[hreflang]");
    const link = Array.from(links).find((link) => link.hreflang === locale);
    if (!link) return null;
    const address = new URL(link.getAttribute("href"), location.origin);
    return beside ? new URL(beside, address).pathname : address.pathname;
  } catch {
    return null;
  }
}

/**
 * Notes which page it is that lies at an address: by the time that the browser asks there, it may have moved on. On its way are several
 * at times, of which any may be the one where the browser arrives.
 */
function notePlace({ status, locale, beside }, path) {
  if (!status) return;
  const before = remembered("place");
  const paths = before?.status === status ? before.paths : [];
  remember("place", { status, locale, beside, paths: [...paths, path].slice(-5) });
}

function placeBefore() {
  const place = remembered("place");
  return place?.paths.includes(location.pathname) ? place : {};
}

/** Takes the server's tag out of a tree, for its version always differs, and returns it. */
function withoutOwnTag(tree) {
  const tag = tree.querySelector(ownTag);
  if (tag) tag.remove();
  return tag;
}

function resourcesOf(tree) {
  return Array.from(tree.querySelectorAll(resources), (element) => element.outerHTML).join("\n");
}

/** A document that was parsed beside the page has elements in `noscript`; the page itself, where scripts run, has their text. */
function quotedNoscript(tree) {
  for (const element of tree.querySelectorAll("noscript")) element.textContent = element.innerHTML;
}

/**
 * Notes what the reader looks at, and returns what puts it back in its place after the exchange. Browsers with scroll anchoring do
 * this themselves, and to correct it twice would be to spoil it.
 */
function placeKeeper() {
  if (CSS.supports("overflow-anchor", "auto") || scrollY === 0) return () => {};
  const seen = [0.2, 0.4, 0.6].map((part) => document.elementFromPoint(innerWidth / 2, innerHeight * part));
  const tops = seen.map((element) => (element ? element.getBoundingClientRect().top : 0));
  // What begins above the window, as the page's frame does, or floats over it, tells nothing of where the text went.
  const isText = (element) => tops[seen.indexOf(element)] > 0 && element.localName !== "lutrin-preview";
  return () => {
    const index = seen.findIndex((element) => element && element.isConnected && isText(element));
    if (index < 0) return;
    scrollBy({ top: seen[index].getBoundingClientRect().top - tops[index], behavior: "instant" });
  };
}
