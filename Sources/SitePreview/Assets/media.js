/** What shows a file of its own. */
const shown = "img[src], source[src], track[src], audio[src], video[src]";

/**
 * Loads pictures, recordings and captions anew whose files are others now. Their addresses are as they were, and so may the page be:
 * a browser that has them would not ask.
 *
 * @param {string[]} files where they lie in the site: `fr/module-1/media/map.svg`
 * @param {number} build told with the address, which becomes another by it; the server does not mind
 */
export function reloadMedia(files, build) {
  for (const element of document.querySelectorAll(shown)) {
    const url = new URL(element.getAttribute("src"), document.baseURI);
    if (url.origin !== location.origin || !files.some((file) => decoded(url.pathname).endsWith(`/${file}`))) continue;
    element.setAttribute("src", `${url.pathname}?build=${build}${url.hash}`);
    if (element.localName === "source") reloadPlayer(element);
  }
}

/** A player notices another source only when told. */
export function reloadPlayer(element) {
  element.closest("audio, video")?.load();
}

function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
