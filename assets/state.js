/* The address bar holds the state. A control named {"filter": "x"} writes `x` into the query when a person
   changes it; links and the search box go to other pages; Dash's own Location component sees each change.
   Nothing here reacts to what the server writes, so there is no loop to guard against. */
(function () {
  "use strict";
  var PREFIX = '{"filter":';
  var lastControl = null;
  var lastLink = null;
  var lastPath = null;

  function go(path, query, part) {
    var search = query.toString();
    var address = path + (search ? "?" + search : "") + (part || "");
    if (address === window.location.pathname + window.location.search + window.location.hash) { return; }
    window.history.pushState({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  }

  function query() {
    return new URLSearchParams(window.location.search);
  }

  /* What a control says: one value, or several joined by commas for a group of ticks. */
  function valueOf(control, changed) {
    if (changed.type === "radio") { return changed.value; }
    if (changed.type === "checkbox") {
      return Array.from(control.querySelectorAll("input:checked"), function (box) { return box.value; }).join(",");
    }
    return changed.value;
  }

  document.addEventListener("change", function (event) {
    var control = event.target.closest("[id^='" + PREFIX + "']");
    if (!control) { return; }
    lastControl = event.target.id || control.id;
    lastLink = null;
    var wanted = query();
    var holder = control.closest("[data-clears]");
    (holder ? holder.dataset.clears.split(" ") : []).forEach(function (name) { wanted.delete(name); });
    wanted.set(JSON.parse(control.id).filter, valueOf(control, event.target));
    go(window.location.pathname, wanted);
  });

  /* A `dcc.Link` inside finished markup (still.js): the same site, without loading it again. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-page]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    lastControl = null;
    lastLink = { href: link.getAttribute("href"), words: link.textContent, keep: link.dataset.keep };
    var address = new URL(link.href);
    var here = address.pathname === window.location.pathname;
    go(address.pathname, address.searchParams, address.hash);
    if (here && address.hash) { land(); }
    var to = link.dataset.to && document.getElementById(link.dataset.to);
    if (to) { to.scrollIntoView(); to.focus({ preventScroll: true }); }
  });

  /* The page an address belongs to: the longest navigation path it starts with. */
  function current(paths, path) {
    return paths
      .filter(function (each) { return each === path || (each !== "/" && path.startsWith(each + "/")); })
      .sort(function (a, b) { return b.length - a.length; })[0];
  }

  function markCurrent(ids, path) {
    var here = current(ids.map(function (id) { return id.nav; }), path);
    ids.forEach(function (id) {
      var link = document.getElementById(JSON.stringify({ nav: id.nav, where: id.where }));
      if (!link) { return; }
      if (id.nav === here) { link.setAttribute("aria-current", "page"); } else { link.removeAttribute("aria-current"); }
    });
  }

  /* An address of the navigation with the council in it, before the part of the page it names. */
  function withArea(address, area) {
    var at = address.split("#");
    return at[0] + (area ? "?area=" + encodeURIComponent(area) : "") + (at[1] ? "#" + at[1] : "");
  }

  /* Links of the navigation keep the council; the header's council follows the address (Back included). */
  function navigation(search, path, ids, options, area) {
    var asked = new URLSearchParams(search || "").get("area");
    var known = options.some(function (option) { return option.value === asked; });
    markCurrent(ids, path || "/");
    return [
      ids.map(function (id) { return withArea(id.nav, known ? asked : ""); }),
      known ? asked : window.dash_clientside.no_update
    ];
  }

  /* The link that was used, drawn again: one that changes with each use, such as a heading that sorts, is known
     by what it keeps; others by their address and words. */
  function sameLink(link) {
    if (lastLink.keep) { return link.dataset.keep === lastLink.keep; }
    return link.getAttribute("href") === lastLink.href && link.textContent === lastLink.words;
  }

  /* The control or link that was used may have been drawn again: the keyboard goes back to it. */
  function keepKeyboard() {
    if (document.activeElement !== document.body) { return; }
    var used = lastControl ? document.getElementById(lastControl) : lastLink && Array.from(
      document.querySelectorAll("main a[data-page]")
    ).find(sameLink);
    if (used) { used.focus({ preventScroll: true }); }
  }

  /* A page that is loaded anew is drawn after the browser looked for the part its address names. */
  function land() {
    var part = window.location.hash && document.getElementById(window.location.hash.slice(1));
    if (part) { part.tabIndex = -1; part.scrollIntoView(); part.focus({ preventScroll: true }); }
  }

  /* When a page comes from the server: its live parts into place, its title, where the keyboard is, and one sentence for screen readers. */
  function drawn(page, updates) {
    if (!page || page.search !== window.location.search) { return window.dash_clientside.no_update; }
    (page.partial ? updates : []).forEach(function (update) { window.dash_clientside.set_props(update.id, update.props); });
    document.title = page.title;
    var moved = lastPath !== null && lastPath !== page.path;
    var first = lastPath === null;
    lastPath = page.path;
    if (moved) {
      document.querySelectorAll("details.menu[open]").forEach(function (menu) { menu.open = false; });
      window.scrollTo(0, 0);
      document.getElementById("main").focus({ preventScroll: true });
      window.setTimeout(land, 0);
    } else {
      window.setTimeout(first ? land : keepKeyboard, 0);
    }
    return first ? "" : page.title;
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.shell = { navigation: navigation, drawn: drawn };
  window.shell = { go: go, query: query };
})();
