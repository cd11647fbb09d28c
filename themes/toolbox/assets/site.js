// Remembers the language that a reader chooses. Everything works without it.
(function () {
  "use strict";
  var key = document.currentScript.getAttribute("data-name") + ".locale";
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".langs a, .choose a");
    if (!link) return;
    try {
      localStorage.setItem(key, link.hreflang);
    } catch (error) {
      // Storage is refused or full: the choice holds for this visit only.
    }
  });
})();
