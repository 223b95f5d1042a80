/* The search box in the header: `/` goes to it; Enter opens the indicator whose code or words were typed. */
(function () {
  "use strict";

  function writing(element) {
    return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  }

  /* The list of indicators is filled when the box is first used: a page need not draw a hundred options. */
  function fill(box) {
    var list = document.getElementById(box.getAttribute("list"));
    if (!list || list.children.length) { return; }
    JSON.parse(box.form.dataset.options).forEach(function (pair) {
      var option = document.createElement("option");
      option.value = pair[0] + " " + pair[1];
      option.dataset.code = pair[0];
      list.appendChild(option);
    });
  }

  /* The option typed or chosen; else the first that holds every word. */
  function found(box) {
    var wanted = box.value.trim().toLowerCase();
    var words = wanted.split(/\s+/);
    var options = Array.from(box.list ? box.list.options : []);
    var exact = options.find(function (option) {
      return option.value.toLowerCase() === wanted || option.dataset.code.toLowerCase() === wanted;
    });
    return exact || options.find(function (option) {
      var text = option.value.toLowerCase();
      return words.every(function (word) { return text.includes(word); });
    });
  }

  document.addEventListener("keydown", function (event) {
    var box = document.getElementById("search-box");
    if (event.key !== "/" || !box || writing(event.target) || event.ctrlKey || event.metaKey || event.altKey) { return; }
    event.preventDefault();
    box.focus();
    box.select();
  });

  document.addEventListener("focusin", function (event) {
    if (event.target.id === "search-box") { fill(event.target); }
  });

  document.addEventListener("input", function (event) {
    if (event.target.id === "search-box") { event.target.setCustomValidity(""); }
  });

  document.addEventListener("submit", function (event) {
    if (event.target.id !== "search") { return; }
    event.preventDefault();
    var box = document.getElementById("search-box");
    if (!box.value.trim()) { return; }
    var option = found(box);
    if (!option) {
      box.setCustomValidity("No indicator has these words");
      box.reportValidity();
      return;
    }
    var wanted = new URLSearchParams();
    var area = window.shell.query().get("area");
    if (area) { wanted.set("area", area); }
    wanted.set("indicator", option.dataset.code);
    box.value = "";
    window.shell.go(event.target.dataset.to, wanted);
  });
})();
