/** What the page remembers for as long as its tab is there, also when another page is shown in it. */

/** Keeps a value; where the browser refuses storage, nothing. */
export function remember(name, value) {
  try {
    sessionStorage.setItem(`lutrin-preview.${name}`, JSON.stringify(value));
  } catch {
    // A closed panel opens again on the next page then, and a page that is missing stays so.
  }
}

/** What was kept last; `null` where nothing was. */
export function remembered(name) {
  try {
    return JSON.parse(sessionStorage.getItem(`lutrin-preview.${name}`));
  } catch {
    return null;
  }
}
