// Shows the graph of a program beside its text.
const crypto = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");
const vscode = require("vscode");

/** The type of the panel, by which the editor restores it. */
const TYPE = "zonec.graph";

/** The time without an edit after which the graph is drawn again, in milliseconds. */
const QUIET = 500;

/** The colors of pictures, from the theme of the editor. */
const COLORS = {
  page: "editor-background",
  text: "editor-foreground",
  muted: "descriptionForeground",
  box: "editorWidget-background",
  "box-line": "editorWidget-border",
  "zone-box": "editorWidget-background",
  "zone-line": "charts-blue",
  node: "editor-background",
  "node-line": "descriptionForeground",
  zone: "charts-blue",
  outside: "editorWidget-background",
  "outside-line": "charts-yellow",
  fold: "editorWidget-background",
  "fold-line": "charts-purple",
  mark: "inputValidation-errorBackground",
  "mark-line": "errorForeground",
  declared: "charts-blue",
  undeclared: "errorForeground",
  blocked: "charts-orange",
  "without-pods": "descriptionForeground",
  allowed: "editor-foreground",
  entrance: "charts-purple",
  opened: "errorForeground",
  closed: "descriptionForeground",
};

/** The script of the page: that of all pages with pictures, and its own. The build puts them here. */
const SCRIPT = ["zoom.js", "page.js"].map(built).join("\n");

const STYLE = `
${built("zoom.css")}
body .zg { ${Object.entries(COLORS)
  .map(
    ([name, color]) =>
      `--${name}: var(--vscode-${color}, var(--vscode-contrastBorder, currentColor));`,
  )
  .join(" ")} }
body { padding: 0 1rem 1rem; }
pre { white-space: pre-wrap; font-family: var(--vscode-editor-font-family); }
.tools { display: flex; flex-wrap: wrap; gap: .4rem .6rem; align-items: center; padding: .6rem 0; }
.tools button { font: inherit; color: var(--vscode-button-secondaryForeground);
  background: var(--vscode-button-secondaryBackground);
  border: 1px solid var(--vscode-button-border, var(--vscode-editorWidget-border, currentColor)); border-radius: 2px; padding: .1rem .6rem; cursor: pointer; }
:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 1px; }
.picture { overflow-x: auto; }
table { border-collapse: collapse; margin-top: 1rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .9rem .3rem 0;
  border-bottom: 1px solid var(--vscode-editorWidget-border, var(--vscode-contrastBorder)); }
td ul { margin: 0; padding: 0; list-style: none; }
`;

function built(name) {
  return fs.readFileSync(path.join(__dirname, name), "utf8");
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
}

const HASH = `'sha256-${crypto.createHash("sha256").update(SCRIPT).digest("base64")}'`;

/**
 * Returns a page that loads nothing and runs only its own script. Its style is in it, as in the
 * picture.
 */
function page(program, all, content) {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${HASH}; style-src 'unsafe-inline'">
<title>zonec: graph</title>
<style>${STYLE}</style>
</head>
<body>
<main data-program="${escaped(program)}">
<div class="tools">
<button type="button" id="larger" aria-label="zoom in">+</button>
<button type="button" id="smaller" aria-label="zoom out">&#8722;</button>
<button type="button" id="whole">Whole graph</button>
<label><input type="checkbox" id="all"${all ? " checked" : ""}> Everything: nothing is folded or left out</label>
</div>
${content}
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function picture(drawn) {
  const region = `class="picture" id="picture" tabindex="0" role="region" aria-label="picture"`;
  return `<div ${region}>\n${drawn.svg}</div>\n${drawn.table}`;
}

function isProgram(document) {
  return document?.languageId === "zone";
}

/** The panel, which shows the program of the text that was active last. */
exports.GraphPanel = class {
  /**
   * @param draw returns the picture, its table and the problems of the program of a URI; from the
   *     picture, nothing is left out if its second argument is true
   */
  constructor(draw) {
    this.draw = draw;
    this.all = false;
    this.subscriptions = [
      vscode.window.registerWebviewPanelSerializer(TYPE, {
        deserializeWebviewPanel: async (panel, state) => this.restore(panel, state),
      }),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (isProgram(event.document)) {
          this.changed();
        }
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.panel && isProgram(editor?.document)) {
          this.follow(editor.document.uri);
        }
      }),
    ];
  }

  /** Opens the panel for a text, or for the active one. */
  show(uri) {
    const active = vscode.window.activeTextEditor?.document;
    const shown = uri instanceof vscode.Uri ? uri : isProgram(active) ? active.uri : this.uri;
    if (!shown) {
      vscode.window.showInformationMessage("zonec: open a `.zone` file to show its graph.");
      return;
    }
    if (this.panel) {
      this.panel.reveal(undefined, true);
    } else {
      this.open(
        vscode.window.createWebviewPanel(
          TYPE,
          "zonec: graph",
          { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
          { enableFindWidget: true },
        ),
      );
    }
    this.follow(shown);
  }

  /** Takes over the panel of an earlier window, with what its page has kept. */
  restore(panel, kept) {
    if (this.panel || typeof kept?.program !== "string") {
      panel.dispose();
      return;
    }
    this.all = kept.all === true;
    this.open(panel);
    this.follow(vscode.Uri.parse(kept.program));
  }

  open(panel) {
    this.panel = panel;
    panel.webview.options = {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [],
    };
    panel.webview.onDidReceiveMessage((message) => {
      this.all = message?.all === true;
      this.update();
    });
    panel.onDidDispose(() => {
      this.panel = undefined;
      this.uri = undefined;
      this.last = undefined;
      this.all = false;
    });
  }

  follow(uri) {
    if (this.uri?.toString() !== uri.toString()) {
      this.last = undefined;
    }
    this.uri = uri;
    this.update();
  }

  /** Draws the graph again when nothing has changed for a while. */
  changed() {
    clearTimeout(this.timer);
    if (this.panel) {
      this.timer = setTimeout(() => this.update(), QUIET);
    }
  }

  /** Draws the graph again; once more afterwards, if it is asked to while it does. */
  async update() {
    clearTimeout(this.timer);
    if (this.drawing) {
      this.again = true;
      return;
    }
    this.drawing = true;
    do {
      this.again = false;
      const { uri, all } = this;
      let drawn;
      try {
        drawn = await this.draw(uri, all);
      } catch (error) {
        drawn = { problems: `The graph cannot be drawn: ${error?.message ?? error}` };
      }
      if (this.panel && this.uri === uri && this.all === all) {
        this.fill(drawn);
      }
    } while (this.again && this.panel);
    this.drawing = false;
  }

  fill(drawn) {
    const problems = drawn.problems ? `<pre role="status">${escaped(drawn.problems)}</pre>\n` : "";
    if (drawn.svg) {
      this.last = drawn;
    }
    const earlier = !drawn.svg && this.last ? "<p>The graph before these problems:</p>\n" : "";
    this.panel.webview.html = page(
      this.uri.toString(),
      this.all,
      problems + earlier + (this.last ? picture(this.last) : ""),
    );
  }

  dispose() {
    clearTimeout(this.timer);
    this.subscriptions.forEach((each) => each.dispose());
    this.panel?.dispose();
  }
};
