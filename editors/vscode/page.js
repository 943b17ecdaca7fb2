// The script of the page of the graph. What a person has zoomed to outlives edits and reloads.
"use strict";
(() => {
  const editor = acquireVsCodeApi();
  const { program } = document.querySelector("main").dataset;
  const all = document.getElementById("all");
  const region = document.getElementById("picture");
  const kept = editor.getState();
  const state = {
    program,
    all: all.checked,
    part: kept?.program === program ? kept.part : null,
  };
  editor.setState(state);
  all.addEventListener("change", () => editor.postMessage({ all: all.checked }));
  if (!region) {
    return;
  }
  const [larger, smaller, whole] = ["larger", "smaller", "whole"].map((id) =>
    document.getElementById(id),
  );
  zoomable(region, region.querySelector("svg"), { larger, smaller, whole }, state.part, (part) => {
    state.part = part;
    editor.setState(state);
  });
})();
