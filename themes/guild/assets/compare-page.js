// Shows the groups that the address names side by side; without any, says how one chooses them.

const box = document.querySelector(".comparison");
if (new URLSearchParams(location.search).has("group")) import("./side-by-side.js");
else box.querySelector(".none").hidden = false;
