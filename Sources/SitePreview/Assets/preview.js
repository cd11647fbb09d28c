// The browser's side of `lutrin serve`: keeps the open page as the author last saved it, without a reload.
//
//   preview.js   the start: a copy of the page as it came, and the stream of events (this file)
//   exchange.js  asks whether this page changed, and fetches what it is now
//   patch.js     writes the differences between two versions of a page into the live one
//   align.js     finds which child of the old version became which of the new
//   flash.js     shows for a moment where the text changed
//   panel.js     the problems, the state of the translation and of the connection, over the page
//
// This file is a classic deferred script, the first of the page: the document is parsed and no script of the theme has run yet.
// Only now can the page be copied as the server sent it; the modules, which arrive later, work with that copy.
(function () {
  "use strict";
  const tag = document.currentScript;
  const snapshot = { copy: document.documentElement.cloneNode(true), nodes: [] };
  const walker = document.createTreeWalker(document.documentElement);
  for (let node = walker.root; node; node = walker.nextNode()) snapshot.nodes.push(node);

  Promise.all([import("./exchange.js"), import("./panel.js")]).then(([{ Exchange }, { Panel }]) => {
    const panel = new Panel(tag.dataset);
    const exchange = new Exchange(tag.dataset, snapshot, (state) => panel.showPage(state));
    keepStream({
      hello: () => exchange.look(),
      change: (change) => onChange(change, exchange),
      problems: (problems) => panel.showProblems(problems),
      connection: (isOpen) => panel.showConnection(isOpen),
    });
  });

  /** What a save asks for: to go to the page that was saved, to take the new theme, or to exchange this page's text. */
  function onChange(change, exchange) {
    if (change.follow && !isHere(change.follow)) location.assign(change.follow);
    else if (change.theme) location.reload();
    else if (exchange.concerns(change.pages)) exchange.look();
  }

  /** Whether an address of the site is the page that is open: `/fr/` and `/fr/index.html#part` are one. */
  function isHere(address) {
    const path = (url) => decodeURI(url.pathname).replace(/\/index\.html$/, "/");
    return path(new URL(address, location.href)) === path(location);
  }

  /**
   * Listens to the server while the tab is in sight.
   *
   * A browser keeps six connections to a host and no more, and a stream holds one for good: with eight tabs open the seventh would
   * not even load. So a hidden tab lets go of its own; when it is shown again, `hello` makes it look at what it missed.
   */
  function keepStream(handlers) {
    let stream = null;
    let retry = 0;

    function open() {
      if (stream || document.visibilityState === "hidden") return;
      stream = new EventSource("/_lutrin/events");
      stream.onopen = () => handlers.connection(true);
      stream.onerror = () => {
        handlers.connection(false);
        // The browser connects again by itself, unless the answer was not a stream at all.
        if (stream.readyState !== EventSource.CLOSED) return;
        close();
        retry = setTimeout(open, 1000);
      };
      for (const name of ["hello", "change", "problems"]) {
        stream.addEventListener(name, (event) => handlers[name](JSON.parse(event.data)));
      }
    }

    function close() {
      clearTimeout(retry);
      if (stream) stream.close();
      stream = null;
    }

    document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? close() : open()));
    // A page that waits in the back/forward cache must not hold a connection either.
    addEventListener("pagehide", close);
    addEventListener("pageshow", open);
    open();
  }
})();
