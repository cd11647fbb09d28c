/** What shows a file, and by which attribute. */
const shown = { img: "src", source: "src", track: "src", audio: "src", video: "src" };

/**
 * Loads pictures, recordings and captions anew whose files are others now. Their addresses are as they were, and so may the page be:
 * a browser that has them would not ask.
 *
 * @param {string[]} files where they lie in the site: `fr/module-1/media/map.svg`
 * @param {number} build told with the address, which becomes another by it; the server does not mind
 */
export function reloadMedia(files, build) {
  for (const [name, attribute] of Object.entries(shown)) {
    for (const element of document.querySelectorAll(`${name}[${attribute}]`)) {
      const url = new URL(element.getAttribute(attribute), document.baseURI);
      if (url.origin !== location.origin || !files.some((file) => decoded(url.pathname).endsWith(`/${file}`))) continue;
      element.setAttribute(attribute, `${url.pathname}?build=${build}${url.hash}`);
      // A recording looks at its sources when it is told to.
      if (name === "source") element.closest("audio, video")?.load();
    }
  }
}

function decoded(path) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
