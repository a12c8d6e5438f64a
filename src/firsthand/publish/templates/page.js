// For comfort only: every word can be read without it.
(function () {
  // A claim may have several parts and lie under others: show all of it where a link lands.
  function show() {
    document.querySelectorAll("mark.here").forEach(function (mark) { mark.classList.remove("here"); });
    var name = location.hash.slice(1).replace(/^card-/, "");
    if (!/^c-[0-9a-f]+$/.test(name)) { return; }
    document.querySelectorAll('mark[data-c~="' + name + '"]').forEach(function (mark) { mark.classList.add("here"); });
  }
  window.addEventListener("hashchange", show);
  show();
  // Where a browser's print style cannot open folded parts.
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (part) { part.open = true; });
  });
})();
