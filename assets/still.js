/* Draws `Still` (dashboard/components/still.py): strings, and lists of tag, properties and children. */
(function () {
  "use strict";

  function element(markup, key) {
    if (typeof markup === "string") { return markup; }
    var properties = Object.assign({ key: key }, markup[1]);
    if (properties.href) { properties.href = window.dash_clientside.clean_url(properties.href); }
    return window.React.createElement.apply(null, [markup[0], properties].concat(markup.slice(2).map(element)));
  }

  window.dashboard_still = {
    Still: function (props) {
      return window.React.createElement(window.React.Fragment, null, props.markup.map(element));
    }
  };
})();
