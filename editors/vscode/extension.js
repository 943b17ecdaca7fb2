// Starts `zonec lsp` and connects the editor to it.
const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

let client;
let explanations;

// Shows what the server answers to the lens "run why".
async function executeCommand(command, args, next) {
  const answer = await next(command, args);
  if (command === "zonec.why" && typeof answer === "string") {
    explanations ??= vscode.window.createOutputChannel("zonec: why");
    explanations.clear();
    explanations.append(answer);
    explanations.show(true);
  }
  return answer;
}

async function start() {
  const settings = vscode.workspace.getConfiguration("zonec");
  const run = {
    command: settings.get("path") || "zonec",
    args: ["lsp"],
    transport: TransportKind.stdio,
  };
  client = new LanguageClient(
    "zonec",
    "zonec",
    { run, debug: run },
    {
      documentSelector: ["file", "untitled"].map((scheme) => ({ scheme, language: "zone" })),
      middleware: { executeCommand },
      initializationOptions: { environment: settings.get("environment") || "" },
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    vscode.window.showErrorMessage(
      `zonec: \`${run.command} lsp\` does not start: ${error.message}. ` +
        "Install zonec, or set `zonec.path` to the command.",
    );
  }
}

async function stop() {
  const running = client;
  client = undefined;
  if (running) {
    await running.stop();
  }
  explanations?.dispose();
  explanations = undefined;
}

async function restart() {
  await stop();
  if (vscode.workspace.isTrusted) {
    await start();
  }
}

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand("zonec.restart", restart),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration("zonec") ? restart() : undefined,
    ),
  );
  await restart();
};

exports.deactivate = stop;
