/* Light, dark, or as the computer says. Runs in the head, before the first paint, so no page flashes.
   The choice stays in this browser; `data-theme` is ours, `data-bs-theme` is Bootstrap's. */
(function () {
  "use strict";
  var CHOICES = ["auto", "light", "dark"];
  var root = document.documentElement;
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try {
      return CHOICES.indexOf(localStorage.getItem("theme")) > 0 ? localStorage.getItem("theme") : "auto";
    } catch (error) {
      return "auto";
    }
  }

  function next(choice) {
    return CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length];
  }

  function apply(choice) {
    var theme = choice === "auto" ? (system.matches ? "dark" : "light") : choice;
    root.dataset.themeChoice = choice;
    root.dataset.theme = theme;
    root.dataset.bsTheme = theme;
    var button = document.getElementById("theme");
    if (button) {
      button.setAttribute("aria-label", "Colours: " + choice + ". Switch to " + next(choice));
    }
  }

  apply(stored());
  system.addEventListener("change", function () { apply(stored()); });

  document.addEventListener("click", function (event) {
    if (!event.target.closest("#theme")) { return; }
    var choice = next(stored());
    try { localStorage.setItem("theme", choice); } catch (error) { /* private window: this page only */ }
    apply(choice);
  });
})();
