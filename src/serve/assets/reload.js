// Loads the page anew when the site has changed, and keeps the place where the reader was.
"use strict";
(() => {
  const shown = document.currentScript.dataset.version;
  const place = "guildhall-place";
  // Browsers allow six connections to a server, so of all open pages one listens and tells the others.
  const pages = new BroadcastChannel("guildhall-reload");
  const ASK = "?";
  let stream = null;
  let latest = null;

  function connect() {
    if (stream) return;
    stream = new EventSource("/__guildhall/events");
    stream.onmessage = (event) => {
      latest = event.data;
      pages.postMessage(latest);
      compare(latest);
    };
    stream.onerror = () => {
      if (stream && stream.readyState === EventSource.CLOSED) {
        disconnect();
        setTimeout(listen, 2000);
      }
    };
  }

  function compare(version) {
    if (version !== shown) reload();
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

  // Where there are no locks, as under an address of the network, each page that is seen listens.
  const listen = () => (navigator.locks || !document.hidden ? connect() : disconnect());

  restorePlace();
  pages.onmessage = ({ data }) => {
    if (data !== ASK) compare(data);
    else if (latest) pages.postMessage(latest);
  };
  if (navigator.locks) {
    // The lock is held until the page goes; the next page that waits for it then listens.
    navigator.locks.request("guildhall-reload", () => new Promise(listen));
    pages.postMessage(ASK);
  } else {
    listen();
    addEventListener("pageshow", listen);
    addEventListener("pagehide", disconnect);
    document.addEventListener("visibilitychange", listen);
  }
})();
