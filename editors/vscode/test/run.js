// Drives the extension in Visual Studio Code, headless. ZONEC names the command, by default `zonec`.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { installEditor, isInstalled, node, run, startServer } from "./server.js";

const extension = fileURLToPath(new URL("..", import.meta.url));
const examples = path.join(extension, "../../examples");
const zonec = process.env.ZONEC ?? "zonec";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome"];

function browser() {
  return (process.env.PATH ?? "")
    .split(path.delimiter)
    .flatMap((folder) => BROWSERS.map((name) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
}

/** Returns why the test cannot run here. */
function missing() {
  return [
    [!isInstalled(), "the editor is not installed: run `npm ci` in editors/vscode/test"],
    [!fs.existsSync(path.join(extension, "node_modules")), "run `npm ci` in editors/vscode"],
    [!node(), "there is no Node.js 24"],
    [!browser(), "there is no Chromium"],
    [spawnSync(zonec, ["--version"]).status !== 0, `\`${zonec}\` does not run`],
  ]
    .filter(([holds]) => holds)
    .map(([, reason]) => reason);
}

function expect(holds, what) {
  if (!holds) {
    throw new Error(what);
  }
}

const steps = [];

function step(name, body) {
  steps.push({ name, body });
}

step("in a workspace that is not trusted, no server runs", async ({ editor }) => {
  await editor.openFile("store.zone");
  await editor.command("zonec: Show the graph");
  const graph = editor.webview();
  await graph.locator("pre").filter({ hasText: "In a workspace that is not trusted" }).waitFor();
  expect((await editor.notifications()).length === 0, (await editor.notifications()).join("\n"));
  expect((await editor.tokens("zone web")).length > 3, "it is highlighted");
  await editor.trust();
});

step(
  "a command that is missing is one message, and a new setting is enough",
  async ({ editor, workspace, command }) => {
    await editor.until(
      async () => (await editor.notifications()).some((each) => each.includes("does not start")),
      async () => `notifications: ${await editor.notifications()}`,
    );
    const said = await editor.notifications();
    expect(
      said.length === 1 && /Install zonec, or set `zonec\.path`/.test(said[0]),
      said.join("\n"),
    );
    expect(!/undefined/.test(said[0]), said[0]);
    const graph = editor.webview();
    await graph.locator("pre").filter({ hasText: "The language server does not run." }).waitFor();
    await editor.command("Notifications: Clear All Notifications");
    const settings = path.join(workspace, ".vscode");
    fs.mkdirSync(settings);
    fs.writeFileSync(
      path.join(settings, "settings.json"),
      JSON.stringify({ "zonec.path": command }),
    );
  },
);

step("lenses show verdicts, and there is no message", async ({ editor }) => {
  await editor.waitForLens(/^proved · \d+ workloads?$/);
  expect((await editor.notifications()).length === 0, (await editor.notifications()).join("\n"));
  await editor.waitForProblems(/^No Problems$/);
});

step("the text is highlighted", async ({ editor }) => {
  const kinds = await editor.tokens("zone web");
  const of = (word) => kinds.find(([text]) => text === word)?.[1];
  expect(of("zone") && of("web") && of("zone") !== of("web"), JSON.stringify(kinds));
  expect(of("in") === of("zone"), JSON.stringify(kinds));
});

step("an error appears and disappears", async ({ editor }) => {
  await editor.goTo(30, 14);
  await editor.type("x");
  await editor.waitForProblems(/^Errors: 1$/);
  await editor.squiggles(1);
  await editor.press("Backspace");
  await editor.waitForProblems(/^No Problems$/);
  await editor.squiggles(0);
});

step("names are completed", async ({ editor }) => {
  await editor.goTo(43, 200);
  await editor.press("Enter");
  await editor.type("assert no_pages: never gateway -> we");
  expect(
    (await editor.suggestions()).some((each) => each.startsWith("web\n")),
    "no suggestion `web`",
  );
  await editor.press("Enter");
  expect(
    (await editor.line("assert no_pages")) === "assert no_pages: never gateway -> web",
    "completed",
  );
});

step("`run why` shows the path of an assertion that fails", async ({ editor }) => {
  await editor.waitForLens(/^failed · 2 workloads/);
  await editor.lens("run why").click();
  await editor.until(
    async () => /error\[ZC0502\].*envoy-store-public.*store\/web/s.test(await editor.output()),
    async () => `output: ${await editor.output()}`,
  );
  await editor.command("View: Hide Panel");
});

step("the graph beside the text shows the zones and follows the text", async ({ editor }) => {
  const graph = editor.webview();
  await graph
    .locator("svg .node .name")
    .filter({ hasText: /^worker$/ })
    .waitFor();
  await graph
    .locator("td")
    .filter({ hasText: /^tcp\/5432$/ })
    .first()
    .waitFor();
  expect(
    (await graph.locator("script").count()) <= 2,
    "only the editor's own script and that of the page are in the page",
  );
  const policy = await graph
    .locator("meta[http-equiv]")
    .evaluate((each) => each.getAttribute("content"));
  expect(
    /^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'unsafe-inline'$/.test(policy),
    policy,
  );
  await editor.goTo(27, 28);
  await editor.press("Backspace");
  await editor.type("3");
  await graph
    .locator("td")
    .filter({ hasText: /^tcp\/5433$/ })
    .first()
    .waitFor();
  await editor.goTo(30, 14);
  await editor.type("x");
  await graph.locator("pre").filter({ hasText: "error[ZC0203]" }).waitFor();
  await graph
    .locator("svg .node .name")
    .filter({ hasText: /^worker$/ })
    .waitFor();
  await editor.press("Backspace");
  await graph.locator("pre").waitFor({ state: "detached" });
});

step("the graph can be zoomed and moved", async ({ editor }) => {
  const graph = editor.webview();
  const [left, top, width] = await editor.seen();
  const larger = graph.getByRole("button", { name: "zoom in" });
  await larger.click();
  await larger.click();
  const zoomed = await editor.seen();
  expect(Math.abs(zoomed[2] * 1.25 * 1.25 - width) < 1, `${width}, then ${zoomed}`);
  await graph.getByRole("button", { name: "zoom out" }).click();
  expect(Math.abs((await editor.seen())[2] * 1.25 - width) < 1, `${await editor.seen()}`);
  const picture = graph.getByRole("region", { name: /graph/ });
  await picture.focus();
  await editor.press("+");
  await editor.press("ArrowRight");
  const moved = await editor.seen();
  expect(Math.abs(moved[2] - zoomed[2]) < 1 && moved[0] > zoomed[0] + 1, `${zoomed}: ${moved}`);
  await picture.hover();
  await editor.page.mouse.wheel(0, -100);
  expect((await editor.seen())[2] === moved[2], "a wheel without a key does not zoom");
  await editor.page.keyboard.down("Control");
  await editor.page.mouse.wheel(0, -100);
  await editor.page.keyboard.up("Control");
  await editor.until(
    async () => (await editor.seen())[2] < moved[2] - 1,
    () => editor.seen(),
  );
  const held = await editor.seen();
  const box = await picture.boundingBox();
  await editor.page.mouse.move(box.x + 100, box.y + 60);
  await editor.page.mouse.down();
  await editor.page.mouse.move(box.x + 60, box.y + 60, { steps: 4 });
  await editor.page.mouse.up();
  expect((await editor.seen())[0] > held[0] + 1, `${held}: ${await editor.seen()}`);
  await picture.press("0");
  expect(JSON.stringify((await editor.seen()).slice(0, 3)) === `[${left},${top},${width}]`, "all");
});

step("an edit keeps what was zoomed to", async ({ editor }) => {
  const graph = editor.webview();
  await graph.getByRole("button", { name: "zoom in" }).click();
  const zoomed = JSON.stringify(await editor.seen());
  await editor.command("View: Focus First Editor Group");
  const port = (number) =>
    graph
      .locator("td")
      .filter({ hasText: new RegExp(`^tcp/${number}$`) })
      .first();
  for (const digit of ["4", "3"]) {
    await editor.goTo(27, 28);
    await editor.press("Backspace");
    await editor.type(digit);
    await port(`543${digit}`).waitFor();
    expect(JSON.stringify(await editor.seen()) === zoomed, `${zoomed}: ${await editor.seen()}`);
  }
});

step("everything is drawn when it is asked for", async ({ editor }) => {
  const graph = editor.webview();
  const note = graph.locator("svg .note").filter({ hasText: "what the defaults" });
  await note.waitFor();
  expect(!(await note.innerHTML()).includes("--all"), await note.innerHTML());
  await graph.getByRole("checkbox", { name: /^Everything/ }).check();
  await note.waitFor({ state: "detached" });
  await editor.command("View: Focus First Editor Group");
});

step("the graph follows the manifests", async ({ editor, workspace }) => {
  const added = path.join(workspace, "k8s", "added.yaml");
  const detail = editor
    .webview()
    .locator("svg .node .detail")
    .filter({ hasText: "store/added" });
  fs.writeFileSync(
    added,
    `apiVersion: v1
kind: Pod
metadata: {name: added, namespace: store, labels: {app.kubernetes.io/name: worker}}
spec: {containers: [{name: c, image: worker}]}
`,
  );
  await detail.waitFor();
  fs.rmSync(added);
  await detail.waitFor({ state: "detached" });
});

step("a dark theme is a dark graph", async ({ editor, workspace, command }) => {
  const light = await editor.pageColor();
  fs.writeFileSync(
    path.join(workspace, ".vscode", "settings.json"),
    JSON.stringify({ "zonec.path": command, "workbench.colorTheme": "Default Dark Modern" }),
  );
  await editor.until(
    async () => brightness(await editor.pageColor()) < 80,
    async () => `page: ${light}, then ${await editor.pageColor()}`,
  );
  expect(brightness(light) > 200, light);
  expect(brightness(await editor.textColor()) > 150, await editor.textColor());
  await editor.screenshot("dark");
});

function brightness(color) {
  const [red, green, blue] = color.match(/[\d.]+/g).map(Number);
  return (red + green + blue) / 3;
}

step("a text is formatted", async ({ editor }) => {
  await editor.goTo(7, 9);
  await editor.type("     ");
  await editor.command("Format Document");
  await editor.until(
    async () =>
      (await editor.line("zone web")) ===
      "zone web    in store { pods app.kubernetes.io/name=web }",
    () => editor.line("zone web"),
  );
});

step(
  "a server that ends is started again, and can be restarted meanwhile",
  async ({ editor, pid }) => {
    await editor.goTo(43, 1);
    const first = pid();
    process.kill(first);
    await editor.until(
      () => pid() !== first,
      () => `the server is ${pid()}`,
    );
    await editor.command("zonec: Restart the language server");
    await editor.waitForLens(/^proved · \d+ workloads?$/);
    expect((await editor.notifications()).length === 0, (await editor.notifications()).join("\n"));
  },
);

step("the server can be restarted", async ({ editor }) => {
  await editor.command("zonec: Restart the language server");
  await editor.goTo(43, 1);
  await editor.waitForLens(/^proved · \d+ workloads?$/);
  expect((await editor.notifications()).length === 0, (await editor.notifications()).join("\n"));
});

step("after the window is loaded again, the graph is there as it was", async ({ editor }) => {
  const zoomed = JSON.stringify(await editor.seen());
  await editor.reload();
  const graph = editor.webview();
  await graph
    .locator("svg .node .name")
    .filter({ hasText: /^worker$/ })
    .waitFor();
  expect(JSON.stringify(await editor.seen()) === zoomed, `${zoomed}: ${await editor.seen()}`);
  expect(await graph.getByRole("checkbox", { name: /^Everything/ }).isChecked(), "everything");
  await editor.screenshot("restored");
  await graph.getByRole("button", { name: "Whole graph" }).click();
  expect(JSON.stringify(await editor.seen()) !== zoomed, "the page still zooms");
  await editor.until(
    async () => (await editor.line("assert")) !== undefined,
    () => editor.lines().allInnerTexts(),
  );
  expect((await editor.notifications()).length === 0, (await editor.notifications()).join("\n"));
});

/** Writes a command that runs zonec and leaves the number of its process in a file. */
function recording(folder) {
  const command = path.join(folder, "zonec");
  const file = path.join(folder, "pid");
  fs.writeFileSync(command, `#!/bin/sh\necho $$ > '${file}'\nexec '${zonec}' "$@"\n`, {
    mode: 0o755,
  });
  return { command, pid: () => Number(fs.readFileSync(file, "utf8")) };
}

async function main() {
  const reasons = missing();
  if (reasons.length > 0) {
    console.log(`skipped: ${reasons.join("; ")}`);
    return;
  }
  const { Editor } = await import("./page.js");
  installEditor();
  run("npm", ["run", "package"], extension);
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "zonec-vscode-")));
  const workspace = path.join(folder, "store");
  fs.cpSync(path.join(examples, "store"), workspace, { recursive: true });
  fs.writeFileSync(path.join(workspace, "zonec.yaml"), "program: zones\nmanifests: k8s\n");
  const server = await startServer(
    path.join(folder, "profile"),
    path.join(extension, "dist/zonec.vsix"),
    {
      "security.workspace.trust.startupPrompt": "never",
      "workbench.startupEditor": "none",
      "workbench.colorTheme": "Default Light Modern",
      "workbench.secondarySideBar.defaultVisibility": "hidden",
      "chat.disableAIFeatures": true,
      "telemetry.telemetryLevel": "off",
      "zonec.path": path.join(folder, "not-installed"),
    },
  );
  const { command, pid } = recording(folder);
  const editor = await Editor.open(browser(), server.url, workspace, process.env.SHOTS);
  try {
    for (const { name, body } of steps) {
      try {
        await body({ editor, workspace, command, pid });
        console.log(`ok: ${name}`);
      } catch (error) {
        await editor.screenshot("failed");
        console.log(`failed: ${name}: ${error.stack ?? error}`);
        process.exitCode = 1;
        return;
      }
    }
  } finally {
    await editor.close();
    server.stop();
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

await main();
