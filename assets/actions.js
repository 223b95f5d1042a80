/* Buttons that act in the browser only: data-do = print, copy-link, copy (the text of data-of), png (the chart in data-of). */
(function () {
  "use strict";

  function copied(button, text) {
    navigator.clipboard.writeText(text).then(function () {
      var before = button.textContent;
      button.textContent = "Copied";
      setTimeout(function () { button.textContent = before; }, 2000);
    });
  }

  function picture(name) {
    var plot = document.querySelector(name + " .js-plotly-plot");
    if (plot && window.Plotly) {
      window.Plotly.downloadImage(plot, { format: "png", scale: 2, filename: document.title });
    }
  }

  var DOES = {
    "print": function () { window.print(); },
    "copy-link": function (button) { copied(button, window.location.href); },
    "copy": function (button) { copied(button, document.querySelector(button.dataset.of).innerText); },
    "png": function (button) { picture(button.dataset.of); }
  };

  document.addEventListener("click", function (event) {
    var button = event.target.closest("button[data-do]");
    if (button && DOES[button.dataset.do]) { DOES[button.dataset.do](button); }
  });
})();
