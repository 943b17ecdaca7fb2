// Names and texts come from others: they are written as text only, and never as markup.
const token = new URLSearchParams(location.search).get("token") || "";
const page = Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16)).join("");
const byId = (id) => document.getElementById(id);
const files = { program: [], manifests: [] };
const editors = {};
const answered = { verdict: -1, graph: -1, compiled: -1 };
const commands = {};
let workspace = "";
let edits = 0;
let shown = "verdict";
let problems = [];
// The graph: whether nothing is left out, the part that is seen, and what ends its zooming.
let all = false;
let part = null;
let endZoom = () => {};

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  for (const child of children) {
    made.append(child);
  }
  return made;
}

async function request(path, body) {
  const sent = { headers: { "X-Zonec-Token": token }, cache: "no-store" };
  if (body !== undefined) {
    sent.method = "POST";
    sent.headers["Content-Type"] = "application/json";
    sent.body = JSON.stringify(body);
  }
  const response = await fetch(path, sent);
  if (response.status === 409) {
    return null;
  }
  if (!response.ok) {
    throw new Error((await response.text()).trim());
  }
  return response.json();
}

/** Returns the answer of a command; null if a later edit has overtaken the question. */
async function ask(kind, question) {
  const edit = edits;
  const text = (file) => ({ name: file.name, text: file.text, added: file.added === true });
  const answer = await request("/ask", {
    page, edit, kind, workspace, all, question: question || "",
    program: files.program.map(text), manifests: files.manifests.map(text),
  });
  return edit === edits ? answer : null;
}

function state(text, className) {
  byId("state").textContent = text;
  byId("state").className = className || "soft";
}

// Editors

/** The greatest length of a manifest that is colored. */
const MOST_COLORED = 300000;

class Editor {
  constructor(kind) {
    const pane = byId(kind);
    this.kind = kind;
    this.tabs = pane.querySelector(".tabs");
    this.numbers = pane.querySelector(".numbers");
    this.colors = pane.querySelector(".colors");
    this.area = pane.querySelector("textarea");
    this.at = 0;
    this.area.addEventListener("input", () => this.edited());
    this.area.addEventListener("scroll", () => this.scrolled());
    pane.querySelector(".add").addEventListener("click", () => this.added());
    keyboard(this.tabs);
  }

  file() {
    return files[this.kind][this.at];
  }

  open(at) {
    this.at = at;
    this.area.value = this.file() ? this.file().text : "";
    this.area.disabled = !this.file();
    this.drawTabs();
    this.draw();
    this.area.scrollTop = 0;
    this.area.scrollLeft = 0;
    this.scrolled();
  }

  drawTabs() {
    const short = shortNames(files[this.kind].map((file) => file.name));
    this.tabs.replaceChildren(
      ...files[this.kind].map((file, i) => {
        const marked = problems.some((each) => each.file === file.name && each.severity === "error");
        const tab = element("button", marked ? "marked" : "", short[i]);
        tab.type = "button";
        tab.title = file.name;
        tab.setAttribute("role", "tab");
        tab.setAttribute("aria-selected", String(i === this.at));
        tab.tabIndex = i === this.at ? 0 : -1;
        tab.addEventListener("click", () => this.open(i));
        return tab;
      }),
    );
    this.area.setAttribute("aria-label", this.file() ? this.kind + ": " + this.file().name : this.kind);
  }

  edited() {
    const file = this.file();
    file.tokens = moved(file.tokens || [], file.text, this.area.value);
    file.text = this.area.value;
    this.draw();
    changed();
  }

  added() {
    const suggested = this.kind === "program" ? "new.zone" : "new.yaml";
    const first = files[this.kind].find((file) => !file.added);
    const folder = this.kind === "program" && first && first.name.includes("/") ? first.name.slice(0, first.name.lastIndexOf("/") + 1) : "";
    const name = prompt("Name of the file", folder + suggested);
    if (!name) {
      return;
    }
    if ([...files.program, ...files.manifests].some((file) => file.name === name)) {
      state("there is a file of this name", "bad");
      return;
    }
    files[this.kind].push({ name, text: "", tokens: [], added: true });
    this.open(files[this.kind].length - 1);
    this.area.focus();
    changed();
  }

  draw() {
    const text = this.area.value;
    const file = this.file();
    const of = new Map();
    for (const each of problems) {
      if (file && each.file === file.name && each.line && of.get(each.line) !== "error") {
        of.set(each.line, each.severity);
      }
    }
    const count = text.split("\n").length;
    const numbers = [];
    let plain = "";
    for (let line = 1; line <= count; line++) {
      if (of.has(line)) {
        numbers.push(plain, element("span", of.get(line), String(line)), "\n");
        plain = "";
      } else {
        plain += line + "\n";
      }
    }
    this.numbers.replaceChildren(...numbers, plain, "\n\n");
    const parts = [];
    let at = 0;
    for (const [start, length, role] of this.tokens(text)) {
      if (start >= at && start + length <= text.length) {
        parts.push(text.slice(at, start), element("span", role, text.slice(start, start + length)));
        at = start + length;
      }
    }
    this.colors.replaceChildren(...parts, text.slice(at), "\n\n");
    this.scrolled();
  }

  /** Returns the tokens of the text: the server reads programs, and the page reads manifests. */
  tokens(text) {
    const file = this.file();
    if (!file) {
      return [];
    }
    return this.kind === "program" ? file.tokens || [] : text.length > MOST_COLORED ? [] : yamlTokens(text);
  }

  scrolled() {
    this.numbers.scrollTop = this.area.scrollTop;
    this.colors.scrollTop = this.area.scrollTop;
    this.colors.scrollLeft = this.area.scrollLeft;
  }

  show(line, column) {
    const lines = this.area.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const end = start + (lines[line - 1] || "").length;
    this.area.focus();
    this.area.setSelectionRange(Math.min(start + Math.max(0, column - 1), end), end);
    const height = this.area.scrollHeight / Math.max(1, lines.length);
    this.area.scrollTop = Math.max(0, (line - 1) * height - this.area.clientHeight / 2);
    this.area.scrollLeft = 0;
    this.scrolled();
  }
}

/** Moves tokens with the text around an edit, until the server has read the new text. */
function moved(tokens, before, after) {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) {
    same++;
  }
  let rest = 0;
  while (rest < most - same && before[before.length - 1 - rest] === after[after.length - 1 - rest]) {
    rest++;
  }
  const shift = after.length - before.length;
  const kept = [];
  for (const [start, length, role] of tokens) {
    if (start + length <= same) {
      kept.push([start, length, role]);
    } else if (start >= before.length - rest) {
      kept.push([start + shift, length, role]);
    }
  }
  return kept;
}

/** Returns the shortest ends of paths that differ. */
function shortNames(names) {
  return names.map((name) => {
    const parts = name.split("/");
    for (let count = 1; count < parts.length; count++) {
      const short = parts.slice(-count).join("/");
      if (names.filter((each) => each === short || each.endsWith("/" + short)).length === 1) {
        return short;
      }
    }
    return name;
  });
}

/** Arrow keys move between the tabs of a list. */
function keyboard(tabs) {
  tabs.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const all = [...tabs.querySelectorAll("[role=tab]")];
    const at = all.indexOf(document.activeElement);
    if (step && at >= 0) {
      event.preventDefault();
      const next = (at + step + all.length) % all.length;
      all[next].click();
      tabs.querySelectorAll("[role=tab]")[next].focus();
    }
  });
}

function goTo(place) {
  for (const kind of ["program", "manifests"]) {
    const at = files[kind].findIndex((file) => file.name === place.file);
    if (at >= 0) {
      editors[kind].open(at);
      editors[kind].show(place.line || 1, place.column || 1);
      return;
    }
  }
}

function isOpen(name) {
  return [...files.program, ...files.manifests].some((file) => file.name === name);
}

/** Returns a button that goes to a place, or the place as text if its file is not on the page. */
function placeOf(place) {
  const text = place.file + (place.line ? ":" + place.line : "");
  if (!isOpen(place.file)) {
    return element("span", "soft", text);
  }
  const button = element("button", "place", text);
  button.type = "button";
  button.addEventListener("click", () => goTo(place));
  return button;
}

/** Returns text with a button for each place in it. */
function linked(text) {
  const names = [...files.program, ...files.manifests].map((file) => file.name).sort((a, b) => b.length - a.length);
  const parts = [];
  for (const line of text.split(/(?<=\n)/)) {
    let at = 0;
    const name = names.find((each) => line.includes(each + ":"));
    if (name) {
      const start = line.indexOf(name + ":");
      const number = /^\d+/.exec(line.slice(start + name.length + 1));
      if (number) {
        parts.push(line.slice(0, start), placeOf({ file: name, line: Number(number[0]) }));
        at = start + name.length + 1 + number[0].length;
      }
    }
    parts.push(line.slice(at));
  }
  return parts;
}

// Questions

let quick = 0;
let slow = 0;

function changed() {
  edits++;
  for (const id of Object.keys(answered)) {
    byId(id).classList.add("old");
  }
  byId("reply").classList.add("soft");
  state("checking…");
  clearTimeout(quick);
  clearTimeout(slow);
  quick = setTimeout(check, 150);
  slow = setTimeout(refresh, 500);
}

/** Runs work, and shows why it failed. */
async function guarded(work) {
  try {
    await work();
  } catch (error) {
    state(error instanceof TypeError ? "the server does not answer" : error.message, "bad");
    document.body.dataset.ready = "failed";
  }
}

function check() {
  guarded(async () => {
    const tokens = await ask("tokens");
    if (tokens) {
      for (const file of files.program) {
        file.tokens = tokens[file.name] || [];
      }
      editors.program.draw();
    }
  });
}

/** Verifies, and answers what is shown. */
function refresh() {
  guarded(async () => {
    if (answered.verdict !== edits) {
      state("proving…");
      byId("verdict").setAttribute("aria-busy", "true");
      const lint = await ask("lint");
      const answer = lint && (await ask("verify"));
      if (!answer) {
        return;
      }
      answered.verdict = edits;
      byId("verdict").removeAttribute("aria-busy");
      drawVerdict(answer, lint);
    }
    if (shown === "graph" && answered.graph !== edits) {
      const answer = await ask("graph");
      if (answer) {
        answered.graph = edits;
        drawGraph(answer);
      }
    }
    if (shown === "compiled" && answered.compiled !== edits) {
      const answer = await ask("compile");
      if (answer) {
        answered.compiled = edits;
        drawCompiled(answer);
      }
    }
    document.body.dataset.ready = shown;
  });
}

function select(id) {
  shown = id;
  for (const tab of document.querySelectorAll("#answers [role=tab]")) {
    const on = tab.getAttribute("aria-controls") === id;
    tab.setAttribute("aria-selected", String(on));
    tab.tabIndex = on ? 0 : -1;
    byId(tab.getAttribute("aria-controls")).hidden = !on;
  }
  byId("command").textContent = commands[id] || "";
  refresh();
}

function ran(id, answer) {
  commands[id] = answer.command;
  if (shown === id) {
    byId("command").textContent = answer.command;
  }
  byId(id).classList.remove("old");
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    return null;
  }
}

// The verdict

const standing = {
  "no-undeclared-connection": "no undeclared connection",
  "no-blocked-flow": "no blocked flow",
  "nothing-blocked-that-is-free": "nothing blocked that is free",
  "no-undeclared-path": "no undeclared path",
};

function claimText(claim) {
  if (claim.kind === "assertion") {
    return claim.name + ": " + claim.text;
  }
  return claim.kind === "disjoint" ? "disjoint " + claim.zones.join(", ") : standing[claim.kind] || claim.kind;
}

const words = {
  holds: ["proved", "good"],
  "holds-with-waivers": ["proved with waivers", "good"],
  "holds-except-accepted": ["proved except for accepted findings", "warn"],
  accepted: ["accepted", "warn"],
  violated: ["refuted", "bad"],
  provisional: ["refuted, provisionally", "bad"],
  inconclusive: ["not decided", "warn"],
  moot: ["moot", "warn"],
  empty: ["about no pod", "warn"],
};

function word(finding) {
  if (finding.vacuous) {
    return ["proved, about no pod of the manifests", "warn"];
  }
  return words[finding.status] || [finding.status, "warn"];
}

function problemOf(each) {
  const box = element("div", "problem " + each.severity);
  box.append(element("p", "", element("strong", each.severity === "error" ? "bad" : "warn", each.severity + "[" + each.code + "]"), ": " + each.message));
  if (each.file) {
    box.append(element("p", "", placeOf(each)));
  }
  for (const other of each.others || []) {
    box.append(element("p", "", placeOf(other), " " + other.label));
  }
  for (const note of each.notes || []) {
    box.append(element("p", "soft", note.kind + ": " + note.text));
  }
  return box;
}

function pathOf(hops) {
  const list = element("ol", "path");
  for (const hop of hops) {
    const item = element("li", "", hop.from.label + " → " + hop.to.label + (hop.port ? " on " + hop.port : ""));
    const sides = element("ul");
    for (const side of hop.sides || []) {
      const line = element("li", "", side.side + ": ");
      if (!side.rules || side.rules.length === 0) {
        line.append(String(side.reason).replaceAll("-", " "));
      }
      for (const rule of side.rules || []) {
        line.append(rule.policy + " " + rule.effect + " ");
        if (rule.place) {
          line.append(placeOf(rule.place), " ");
        }
      }
      sides.append(line);
    }
    item.append(sides);
    list.append(item);
  }
  return list;
}

function findingOf(finding) {
  const [verdict, className] = word(finding);
  const item = element("li", "finding", element("strong", className, verdict), " ");
  if (finding.claim.place) {
    const link = placeOf(finding.claim.place);
    link.textContent = claimText(finding.claim);
    item.append(link);
  } else {
    item.append(claimText(finding.claim));
  }
  if (finding.message) {
    item.append(element("p", "", finding.message));
  }
  if (finding.reason) {
    item.append(element("p", "soft", finding.reason));
  }
  if (finding.hops && finding.hops.length > 0) {
    item.append(pathOf(finding.hops));
  }
  for (const waiver of finding.waivers || []) {
    item.append(element("p", "soft", "waived until " + waiver.until + ": " + waiver.excused + ", approved by " + waiver.approvedBy + ": " + waiver.reason));
  }
  for (const help of finding.help || []) {
    item.append(element("p", "soft", "help: " + help));
  }
  return item;
}

function drawVerdict(answer, lint) {
  ran("verdict", answer);
  const found = parsed(answer.out);
  const linted = parsed(lint.out);
  const pane = byId("verdict");
  const parts = [];
  problems = [];
  const told = [];
  if (found) {
    told.push(...found.problems);
    for (const run of found.runs) {
      told.push(...(run.warnings || []), ...(run.problems || []));
    }
  }
  told.push(...((linted && linted.findings) || []));
  const seen = new Set();
  for (const each of told) {
    const key = JSON.stringify([each.code, each.file, each.line, each.column, each.message]);
    if (!seen.has(key)) {
      seen.add(key);
      problems.push(each);
    }
  }
  const outcome = { 0: ["every claim is proved", "good"], 1: ["a claim is refuted", "bad"], 2: ["the question is not valid", "bad"], 3: ["the inputs have errors", "bad"], 4: ["not everything is decided", "warn"] }[answer.exit] || ["a bug in zonec", "bad"];
  const claims = found ? found.runs.flatMap((run) => run.findings || []) : [];
  const held = claims.filter((each) => each.status.startsWith("holds")).length;
  parts.push(element("p", "verdict " + outcome[1], outcome[0] + (claims.length > 0 ? " (" + held + " of " + claims.length + " proved)" : "")));
  state(outcome[0], outcome[1]);
  if (problems.length > 0) {
    parts.push(element("h3", "", "Problems"), ...problems.map(problemOf));
  }
  if (!found) {
    parts.push(element("pre", "", ...linked(answer.err)));
  }
  for (const run of found ? found.runs : []) {
    if (found.runs.length > 1 || run.status === "timed-out") {
      parts.push(element("h3", "", (run.variant || "Program") + ": " + run.status.replaceAll("-", " ")));
    }
    const bad = (run.findings || []).filter((each) => !each.status.startsWith("holds"));
    const good = (run.findings || []).filter((each) => each.status.startsWith("holds"));
    for (const finding of bad) {
      if (finding.place) {
        problems.push({ ...finding.place, severity: finding.severity, message: finding.message });
      }
      if (finding.claim.place) {
        problems.push({ ...finding.claim.place, severity: finding.severity, message: finding.message });
      }
    }
    if (bad.length > 0) {
      parts.push(element("h3", "", "Findings"), element("ul", "claims", ...bad.map(findingOf)));
    }
    if (good.length > 0) {
      parts.push(element("h3", "", "Claims that hold"), element("ul", "claims", ...good.map(findingOf)));
    }
    if (run.assumptions && run.assumptions.length > 0) {
      parts.push(element("h3", "", "Assumptions"), element("ul", "", ...run.assumptions.map((each) => element("li", "", each))));
    }
    if (run.policies) {
      parts.push(element("p", "soft", "policies: " + run.policies + "; " + run.world + " world; as of " + run.asOf));
    }
  }
  pane.replaceChildren(...parts);
  for (const kind of Object.keys(editors)) {
    editors[kind].drawTabs();
    editors[kind].draw();
  }
}

// Graph, policies and questions

function drawGraph(answer) {
  ran("graph", answer);
  const pane = byId("graph");
  const picture = new DOMParser().parseFromString(answer.out || "<none/>", "image/svg+xml").documentElement;
  if (picture.nodeName !== "svg") {
    pane.replaceChildren(element("p", "", "There is no graph."), element("pre", "", ...linked(answer.err)));
    return;
  }
  const drawn = document.importNode(picture, true);
  const button = (text, name) => {
    const made = element("button", "", text);
    made.type = "button";
    made.setAttribute("aria-label", name);
    return made;
  };
  const buttons = { larger: button("+", "zoom in"), smaller: button("−", "zoom out"), whole: button("Whole graph", "whole graph") };
  const region = element("div", "picture", drawn);
  pane.replaceChildren(element("p", "row", buttons.larger, buttons.smaller, buttons.whole, everything()), region);
  endZoom();
  endZoom = zoomable(region, drawn, buttons, part, (seen) => { part = seen; });
  if (answer.err) {
    pane.append(element("pre", "soft", ...linked(answer.err)));
  }
}

/** Returns the choice to fold and leave out nothing. */
function everything() {
  const box = element("input");
  box.type = "checkbox";
  box.checked = all;
  box.addEventListener("change", () => {
    all = box.checked;
    part = null;
    answered.graph = -1;
    refresh();
  });
  return element("label", "", box, " Everything (--all)");
}

function drawCompiled(answer) {
  ran("compiled", answer);
  const parts = [];
  if (answer.out) {
    const use = element("button", "", "Add these policies to the manifests");
    use.type = "button";
    use.addEventListener("click", () => {
      const name = "compiled.yaml";
      const old = files.manifests.findIndex((file) => file.name === name);
      if (old >= 0) {
        files.manifests[old].text = answer.out;
      } else {
        files.manifests.push({ name, text: answer.out, tokens: [], added: true });
      }
      editors.manifests.open(old >= 0 ? old : files.manifests.length - 1);
      changed();
    });
    parts.push(element("p", "", use), element("p", "soft", "verify then proves them as written, and query answers about them."));
  }
  if (answer.err) {
    parts.push(element("pre", answer.exit === 0 ? "soft" : "", ...linked(answer.err)));
  }
  parts.push(element("pre", "", answer.out || ""));
  byId("compiled").replaceChildren(...parts);
}

byId("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  guarded(async () => {
    const question = byId("question").value.trim();
    if (!question) {
      return;
    }
    byId("reply").textContent = "…";
    const answer = await ask("query", question);
    if (answer) {
      commands.query = answer.command;
      byId("command").textContent = answer.command;
      byId("reply").classList.remove("soft");
      byId("reply").replaceChildren(...linked(answer.out), ...linked(answer.err));
      document.body.dataset.replied = "yes";
    }
  });
});

// The menu

function open(id) {
  return guarded(async () => {
    document.body.dataset.ready = "";
    state("loading…");
    const read = await request("/open", { workspace: id });
    workspace = id;
    part = null;
    problems = [];
    for (const kind of Object.keys(editors)) {
      files[kind] = read[kind].map((file) => ({ name: file.name, text: file.text.replace(/\r\n?/g, "\n"), tokens: [] }));
      editors[kind].open(0);
    }
    byId("reply").replaceChildren();
    changed();
    if (read.problems.length > 0) {
      byId("verdict").replaceChildren(element("h3", "", "Files that are missing"), ...read.problems.map(problemOf));
    }
    clearTimeout(quick);
    clearTimeout(slow);
    check();
    refresh();
  });
}

byId("wide").addEventListener("click", () => {
  const wide = document.querySelector("main").classList.toggle("wide");
  byId("wide").setAttribute("aria-pressed", String(wide));
});
editors.program = new Editor("program");
editors.manifests = new Editor("manifests");
keyboard(document.querySelector("#answers .tabs"));
for (const tab of document.querySelectorAll("#answers [role=tab]")) {
  tab.addEventListener("click", () => select(tab.getAttribute("aria-controls")));
}
byId("menu").addEventListener("change", () => open(byId("menu").value));
guarded(async () => {
  const menu = await request("/menu");
  byId("menu").replaceChildren(
    ...menu.map((each) => {
      const option = element("option", "", each.title);
      option.value = each.id;
      return option;
    }),
  );
  // A link such as #open=shop-leak&show=graph&all&ask=web ~> redis shows something else at first.
  const wanted = new URLSearchParams(location.hash.slice(1));
  const id = menu.some((each) => each.id === wanted.get("open")) ? wanted.get("open") : menu[0].id;
  byId("menu").value = id;
  if (["graph", "compiled", "query"].includes(wanted.get("show"))) {
    shown = wanted.get("show");
  }
  all = wanted.has("all");
  await open(id);
  select(shown);
  if (wanted.get("ask")) {
    byId("question").value = wanted.get("ask");
    byId("ask").requestSubmit();
  }
});
