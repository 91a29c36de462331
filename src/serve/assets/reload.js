// Loads the page anew when the site has changed, and keeps the place where the reader was.
"use strict";
(() => {
  const shown = document.currentScript.dataset.version;
  const place = "guildhall-place";
  let stream = null;

  function connect() {
    // A hidden page does not listen: browsers allow few connections, and it looks when it is shown.
    if (stream || document.hidden) return;
    stream = new EventSource("/__guildhall/events");
    stream.onmessage = (event) => {
      if (event.data !== shown) reload();
    };
    stream.onerror = () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        disconnect();
        setTimeout(connect, 2000);
      }
    };
  }

  function disconnect() {
    if (stream) stream.close();
    stream = null;
  }

  function reload() {
    disconnect();
    try {
      sessionStorage.setItem(place, JSON.stringify([location.pathname, scrollX, scrollY]));
    } catch {
      // Without storage the page still loads anew; the browser keeps the place as well as it can.
    }
    location.reload();
  }

  function restorePlace() {
    try {
      const [path, left, top] = JSON.parse(sessionStorage.getItem(place) ?? "[]");
      sessionStorage.removeItem(place);
      if (path === location.pathname) scrollTo({ left, top, behavior: "instant" });
    } catch {
      // As above.
    }
  }

  restorePlace();
  connect();
  addEventListener("pageshow", connect);
  addEventListener("pagehide", disconnect);
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
})();
