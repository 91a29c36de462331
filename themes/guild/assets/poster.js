// Prints a poster.

document.querySelector("[data-print]").addEventListener("click", () => print());
