// Leads from the site's root to the language that the reader chose before, else to the first of the browser's that the course has.
// The address with #choose stays on the list.
(function () {
  "use strict";
  var key = document.currentScript.getAttribute("data-name") + ".locale";
  var links = document.querySelectorAll(".choose a");

  function link(locale, primaryOnly) {
    for (var index = 0; index < links.length; index++) {
      var offered = links[index].hreflang.toLowerCase();
      if ((primaryOnly ? offered.split("-")[0] : offered) === locale) return links[index];
    }
  }

  function stored() {
    try {
      return localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  }

  function preferred() {
    var locales = navigator.languages || [navigator.language || ""];
    for (var index = 0; index < locales.length; index++) {
      var locale = locales[index].toLowerCase();
      var found = link(locale, false) || link(locale.split("-")[0], true);
      if (found) return found;
    }
  }

  if (location.hash === "#choose") return;
  var target = link((stored() || "").toLowerCase(), false) || preferred();
  if (target) location.replace(target.href);
})();
