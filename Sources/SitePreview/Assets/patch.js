import { align } from "./align.js";
import { reloadPlayer } from "./media.js";

/** Thrown where the live page no longer has the place that changed: only a reload shows it then. */
export class Unpatchable extends Error {}

/**
 * Writes the differences between two versions of a page into the live one.
 *
 * The live page is not compared at all. It is the readers': they opened details, chose answers, typed; the theme's scripts added
 * what they needed. A copy of the page as the server sent it stands for it, each of its nodes tied to a live one. What differs between
 * that copy and the new version is what the author changed, and just that is done twice: to the copy and to the live page. What did
 * not change is not touched, and costs nothing but the comparison.
 */
export class Patch {
  constructor(copy, nodes) {
    this.copy = copy;
    this.live = new WeakMap();
    /** What the last call changed, to be shown: `[node]`, or `[text, start, end]`. */
    this.changes = [];
    let index = 0;
    for (const node of nodesOf(copy)) this.live.set(node, nodes[index++]);
  }

  apply(fresh) {
    this.changes = [];
    if (!this.copy.isEqualNode(fresh)) this.element(this.copy, fresh);
  }

  /** Makes an old node, and its live one, what the fresh one is. Both are of the same kind. */
  node(old, fresh) {
    if (old.nodeType === Node.ELEMENT_NODE) this.element(old, fresh);
    else this.text(old, fresh);
  }

  element(old, fresh) {
    const live = this.liveOf(old);
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) this.removeAttribute(old, live, name);
    for (const attribute of fresh.attributes) this.setAttribute(old, live, attribute);
    this.children(old, fresh, live);
  }

  removeAttribute(old, live, name) {
    if (name === "class") setClasses(live, old.getAttribute(name), "");
    if (name !== "class" || live.classList.length === 0) live.removeAttribute(name);
    old.removeAttribute(name);
  }

  setAttribute(old, live, { namespaceURI, name, value }) {
    const before = old.getAttribute(name);
    if (before === value) return;
    if (name === "class" && before !== null) setClasses(live, before, value);
    else live.setAttributeNS(namespaceURI, name, value);
    old.setAttributeNS(namespaceURI, name, value);
    if (old.matches("source, track")) reloadPlayer(live);
  }

  /** Changes no more of a text than what differs, so that a selection beside it stays. */
  text(old, fresh) {
    const live = this.liveOf(old);
    const [start, end] = [sameStart(old.data, fresh.data), sameEnd(old.data, fresh.data)];
    const piece = fresh.data.slice(start, fresh.data.length - end);
    if (live.data === old.data) live.replaceData(start, old.length - end - start, piece);
    else live.data = fresh.data;
    old.data = fresh.data;
    this.changes.push([live, start, Math.min(start + piece.length, live.length)]);
  }

  children(old, fresh, live) {
    const olds = [...old.childNodes];
    const news = [...fresh.childNodes];
    const isSame = (a, b) => a && b && a.isEqualNode(b);
    let start = 0;
    while (isSame(olds[start], news[start])) start++;
    let [oldEnd, newEnd] = [olds.length, news.length];
    while (oldEnd > start && newEnd > start && isSame(olds[oldEnd - 1], news[newEnd - 1])) oldEnd--, newEnd--;
    if (start === oldEnd && start === newEnd) return;

    const rows = align(olds.slice(start, oldEnd), news.slice(start, newEnd));
    if (!rows) throw new Unpatchable();
    const leaving = new Set(rows.filter((row) => !row.fresh).map((row) => row.old));
    let last = start > 0 ? olds[start - 1] : null;
    for (const row of rows) {
      if (!row.fresh) continue;
      if (!row.old) last = this.insert(old, live, last, row.fresh, leaving);
      else {
        if (!row.isSame) this.node(row.old, row.fresh);
        last = row.old;
      }
    }
    for (const node of leaving) this.remove(node);
  }

  /** Puts a node behind `last`: one that leaves another place, if it is equal, for the reader may have opened it; else a new one. */
  insert(parent, liveParent, last, fresh, leaving) {
    const next = last ? last.nextSibling : parent.firstChild;
    const place = this.placeBetween(last, next, liveParent);
    const moved = [...leaving].find((node) => node.nodeType === Node.ELEMENT_NODE && node.isEqualNode(fresh));
    if (moved) {
      leaving.delete(moved);
      parent.insertBefore(moved, next);
      move(this.liveOf(moved), liveParent, place);
      return moved;
    }
    const live = document.importNode(fresh, true);
    const added = nodesOf(live);
    for (const node of nodesOf(fresh)) this.live.set(node, added.next().value);
    parent.insertBefore(fresh, next);
    liveParent.insertBefore(live, place);
    this.changes.push([live]);
    return fresh;
  }

  /** The live node before which a new one goes: next to a neighbour that is still there, since the theme may have moved some. */
  placeBetween(last, next, liveParent) {
    const isThere = (node) => this.live.get(node).parentNode === liveParent;
    for (let node = last; node; node = node.previousSibling) if (isThere(node)) return this.live.get(node).nextSibling;
    for (let node = next; node; node = node.nextSibling) if (isThere(node)) return this.live.get(node);
    return null;
  }

  remove(old) {
    this.live.get(old).remove();
    old.remove();
  }

  liveOf(old) {
    const live = this.live.get(old);
    if (!live.isConnected) throw new Unpatchable();
    return live;
  }
}

/** A node and all below it, in the order of the document. */
function* nodesOf(root) {
  const walker = document.createTreeWalker(root);
  for (let node = root; node; node = walker.nextNode()) yield node;
}

/** The classes that a script added stay. */
function setClasses(live, before, after) {
  const [gone, added] = [before, after].map((value) => value.split(/\s+/).filter(Boolean));
  live.classList.remove(...gone.filter((name) => !added.includes(name)));
  live.classList.add(...added);
}

/** `moveBefore` keeps focus, scroll place and playing media; not every browser has it. */
function move(node, parent, place) {
  if (parent.moveBefore) parent.moveBefore(node, place);
  else parent.insertBefore(node, place);
}

function sameStart(a, b) {
  const limit = Math.min(a.length, b.length);
  let count = 0;
  while (count < limit && a[count] === b[count]) count++;
  return count;
}

function sameEnd(a, b) {
  const limit = Math.min(a.length, b.length) - sameStart(a, b);
  let count = 0;
  while (count < limit && a[a.length - 1 - count] === b[b.length - 1 - count]) count++;
  return count;
}
