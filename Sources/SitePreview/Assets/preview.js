// The browser's side of `lutrin serve`: keeps the open page as the author last saved it, without a reload.
//
//   preview.js   the start: a copy of the page as it came, and what its events ask for (this file)
//   stream.js    the server's events, for one page and shared among several
//   exchange.js  asks whether this page changed, and fetches what it is now
//   patch.js     writes the differences between two versions of a page into the live one
//   align.js     finds which child of the old version became which of the new
//   flash.js     shows for a moment where the text changed
//   media.js     loads pictures and recordings anew whose files changed
//   panel.js     the problems, the state of the translation and of the connection, over the page
//   problem.js   one problem of the panel
//   memory.js    what a tab remembers from page to page
//   element.js   makes an element of what it holds
//
// This file is a classic deferred script, the first of the page: the document is parsed and no script of the theme has run yet.
// Only now can the page be copied as the server sent it; the modules, which arrive later, work with that copy.
(function () {
  "use strict";
  const tag = document.currentScript;
  const snapshot = { copy: document.documentElement.cloneNode(true), nodes: [] };
  const walker = document.createTreeWalker(document.documentElement);
  for (let node = walker.root; node; node = walker.nextNode()) snapshot.nodes.push(node);

  const modules = ["./exchange.js", "./panel.js", "./stream.js", "./media.js"];
  Promise.all(modules.map((module) => import(module))).then(([{ Exchange }, { Panel }, { Stream }, { reloadMedia }]) => {
    const panel = new Panel(tag.dataset);
    const exchange = new Exchange(tag.dataset, snapshot, (state) => panel.showPage(state));
    new Stream({
      hello: () => exchange.look(),
      change: (change) => onChange(change, exchange, reloadMedia),
      problems: (problems) => panel.showProblems(problems),
      connection: (isOpen) => panel.showConnection(isOpen),
    });
  });

  /** What a save asks for: to go to the page that was saved, to take the new theme, or to exchange this page's text. */
  function onChange(change, exchange, reloadMedia) {
    if (change.follow && change.follow !== `/${exchange.page}`) location.assign(change.follow.split("/").map(encodeURIComponent).join("/"));
    else if (change.theme) exchange.renew();
    else if (exchange.concerns(change.pages)) exchange.look().then(() => change.media && reloadMedia(change.media, change.build));
  }
})();
