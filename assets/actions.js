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

  /* Text for plotly, which reads markup in any string. */
  function literal(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  /* The names of the lines, which stand beside the plot on the page, as annotations of the picture. */
  function names(chart, layout) {
    var room = layout.height - layout.margin.t - layout.margin.b;
    return Array.from(chart.querySelectorAll(".chart-ends li"), function (item) {
      return {
        text: literal(item.textContent), xref: "paper", yref: "paper", x: 1, xanchor: "left", xshift: 8,
        y: 1 - (parseFloat(item.style.top) - layout.margin.t) / room, yanchor: "middle", showarrow: false,
        font: { size: 12, color: "#14181c" }
      };
    });
  }

  /* The chart of data-of as a file that speaks for itself: its title above, the names of its lines beside. */
  function picture(name) {
    var chart = document.querySelector(name);
    var plot = chart && chart.querySelector(".js-plotly-plot");
    if (!plot || !window.Plotly) { return; }
    var short = chart.classList.contains("short");
    var layout = Object.assign({}, plot.layout, {
      height: short ? 280 : 420, width: 1100, autosize: false, paper_bgcolor: "#ffffff"
    });
    var heads = [
      short ? chart.closest("section").querySelector("h2") : document.querySelector("main h1"),
      document.getElementById(chart.querySelector("[role=img]").getAttribute("aria-labelledby"))
    ];
    layout.annotations = (layout.annotations || []).concat(names(chart, layout));
    layout.title = {
      text: literal(heads.map(function (head) { return head.textContent; }).join(": ")),
      x: 0.01, xanchor: "left", font: { size: 15, color: "#14181c" }
    };
    layout.margin = Object.assign({}, layout.margin, { t: 44, r: 230 });
    layout.height += 44 - plot.layout.margin.t;
    window.Plotly.downloadImage(
      { data: plot.data, layout: layout },
      { format: "png", scale: 2, width: layout.width, height: layout.height, filename: document.title }
    );
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
