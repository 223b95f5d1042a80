/* Forms people write in: sent without leaving the page, so that a refusal loses no text. The writer's name is kept by this browser. */
(function () {
  "use strict";

  var NAME = "dashboard-author";

  function remembered() {
    try { return window.localStorage.getItem(NAME) || ""; } catch (error) { return ""; }
  }

  function remember(name) {
    try { window.localStorage.setItem(NAME, name); } catch (error) { /* a private window keeps nothing */ }
  }

  function tell(form, sentences, theirs) {
    var place = form.querySelector(".problems");
    place.textContent = "";
    sentences.forEach(function (sentence) {
      var line = document.createElement("p");
      line.textContent = sentence;
      place.appendChild(line);
    });
    if (theirs) {
      var quote = document.createElement("blockquote");
      quote.textContent = theirs;
      place.appendChild(quote);
    }
  }

  function send(form) {
    var button = form.querySelector("button[type=submit]");
    var fields = new URLSearchParams(new FormData(form));
    button.disabled = true;
    fetch(form.getAttribute("action"), { method: "POST", body: fields, credentials: "same-origin" })
      .then(function (answer) {
        return answer.json().then(function (said) {
          if (answer.ok) {
            remember(fields.get("author") || "");
            window.location.assign(said.next || window.location.href);
            if ((said.next || "").split("#")[0] === window.location.pathname + window.location.search) {
              window.location.reload();
            }
          } else {
            tell(form, said.problems || ["It could not be kept."], said.theirs);
          }
        });
      })
      .catch(function () { tell(form, ["The dashboard did not answer; nothing was kept. Try again."]); })
      .finally(function () { button.disabled = false; });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target.closest("form[data-write]");
    if (form) { event.preventDefault(); send(form); }
  });

  document.addEventListener("focusin", function (event) {
    var form = event.target.closest && event.target.closest("form[data-write]");
    var field = form && form.elements.author;
    if (field && !field.value && remembered()) {
      /* React follows the value through the element's own setter and an input event. */
      Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, "value").set.call(field, remembered());
      field.dispatchEvent(new Event("input", { bubbles: true }));
      if (event.target === field) { field.select(); }
    }
  });
})();
