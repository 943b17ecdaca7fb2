// Starts `zonec lsp` and connects the editor to it.
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");
const { GraphPanel } = require("./graph");

/**
 * A client that shows no message while it starts and stops: `start` says that the server does not
 * start, and what to do; requests that a stop interrupts are no problem.
 */
class ZoneClient extends LanguageClient {
  quiet = true;

  error(message, data, notify = true) {
    super.error(message, data, this.quiet ? false : notify);
  }
}

let client;
let messages;
let explanations;
let graph;

/** The last change of the client. Each waits for the one before. */
let changes = Promise.resolve();

// Shows what the server answers to the lens "run why".
async function executeCommand(command, args, next) {
  const answer = await next(command, args);
  if (command === "zonec.why" && typeof answer === "string") {
    explanations.clear();
    explanations.append(answer);
    explanations.show(true);
  }
  return answer;
}

// The server reads the files again, so the graph can be another one.
async function didChangeWatchedFile(event, next) {
  await next(event);
  graph.changed();
}

async function start() {
  const settings = vscode.workspace.getConfiguration("zonec");
  const run = {
    command: settings.get("path") || "zonec",
    args: ["lsp"],
    transport: TransportKind.stdio,
  };
  const starting = new ZoneClient(
    "zonec",
    "zonec",
    { run, debug: run },
    {
      documentSelector: ["file", "untitled"].map((scheme) => ({ scheme, language: "zone" })),
      outputChannel: messages,
      middleware: { executeCommand, workspace: { didChangeWatchedFile } },
      initializationOptions: { environment: settings.get("environment") || "" },
    },
  );
  try {
    await starting.start();
    starting.quiet = false;
    client = starting;
  } catch (error) {
    vscode.window.showErrorMessage(
      `zonec: \`${run.command} lsp\` does not start (${error?.message ?? error}). ` +
        "Install zonec, or set `zonec.path` to the command.",
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  try {
    if (running?.needsStop()) {
      running.quiet = true;
      // A client starts its server again if it ends, and cannot be stopped while it does.
      await running.start();
      await running.stop();
    }
  } catch (error) {
    messages.error(`the server does not stop: ${error?.message ?? error}`);
  }
}

function change(step) {
  changes = changes.then(step);
  return changes;
}

function restart() {
  return change(async () => {
    await stop();
    if (vscode.workspace.isTrusted) {
      await start();
    }
    graph.changed();
  });
}

/** Returns what the server draws for a document: everything, or what fits. */
async function draw(uri, all) {
  await changes;
  if (!client?.isRunning()) {
    return {
      problems: vscode.workspace.isTrusted
        ? "The language server does not run."
        : "In a workspace that is not trusted, the language server does not run.",
    };
  }
  return client.sendRequest("workspace/executeCommand", {
    command: "zonec.graph",
    arguments: [client.code2ProtocolConverter.asUri(uri), ...(all ? ["all"] : [])],
  });
}

exports.activate = async (context) => {
  messages = vscode.window.createOutputChannel("zonec", { log: true });
  explanations = vscode.window.createOutputChannel("zonec: why");
  graph = new GraphPanel(draw);
  context.subscriptions.push(
    messages,
    explanations,
    graph,
    vscode.commands.registerCommand("zonec.restart", restart),
    vscode.commands.registerCommand("zonec.showGraph", (uri) => graph.show(uri)),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((changed) => {
      if (changed.affectsConfiguration("zonec")) {
        restart();
      }
    }),
  );
  await restart();
};

exports.deactivate = () => change(stop);
