/* The search box in the header: `/` goes to it; a code or a choice of the list opens its indicator, Enter with
   other words the page of results. */
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
      option.value = pair[1];
      option.dataset.code = pair[0];
      list.appendChild(option);
    });
  }

  /* The option that was chosen, or whose code was typed whole. */
  function chosen(box) {
    var wanted = box.value.trim().toLowerCase();
    return Array.from(box.list ? box.list.options : []).find(function (option) {
      return option.value.toLowerCase() === wanted || option.dataset.code.toLowerCase() === wanted;
    });
  }

  /* To a page with the council in its address; the box is empty there. */
  function leave(box, path, name, value) {
    var wanted = new URLSearchParams();
    var area = window.shell.query().get("area");
    if (area) { wanted.set("area", area); }
    if (name) { wanted.set(name, value); }
    box.value = "";
    window.shell.go(path, wanted);
  }

  function open(box, option) {
    leave(box, box.form.dataset.indicators + encodeURIComponent(option.dataset.code));
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

  /* Choosing from the list opens the indicator at once; typing, letter by letter, does not. */
  document.addEventListener("input", function (event) {
    if (event.target.id !== "search-box" || (event.inputType && event.inputType !== "insertReplacementText")) { return; }
    var option = chosen(event.target);
    if (option && option.value === event.target.value) { open(event.target, option); }
  });

  document.addEventListener("submit", function (event) {
    if (event.target.id !== "search") { return; }
    event.preventDefault();
    var box = document.getElementById("search-box");
    var wanted = box.value.trim();
    if (!wanted) { return; }
    var option = chosen(box);
    if (option) { open(box, option); } else { leave(box, box.form.dataset.to, "q", wanted); }
  });
})();
