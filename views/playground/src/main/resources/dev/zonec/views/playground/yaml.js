/**
 * Returns the tokens of a YAML text that a reader tells apart: the place of the first character, the
 * length, and the role. Any text has tokens, well formed or not.
 */
function yamlTokens(text) {
  const NUMBER = /^(?:[-+]?(?:\d[\d_]*(?:\.\d*)?(?:[eE][-+]?\d+)?|0x[\da-fA-F]+|0o[0-7]+)|true|false|null|~)$/;
  const tokens = [];
  let start = 0;
  // The column of the node whose block scalar the line can continue; null outside of block scalars.
  let block = null;
  // The quote of a scalar that began on an earlier line.
  let quote = "";
  let depth = 0;
  for (const line of text.split("\n")) {
    const token = (from, to, role) => {
      if (to > from) {
        tokens.push([start + from, to - from, role]);
      }
    };
    /** Returns the end of a quoted scalar whose content begins at a place, or -1. */
    const close = (from) => {
      for (let i = from; i < line.length; i++) {
        if (quote === '"' && line[i] === "\\") {
          i++;
        } else if (line[i] === quote) {
          if (quote === "'" && line[i + 1] === "'") {
            i++;
          } else {
            return i + 1;
          }
        }
      }
      return -1;
    };
    const isKey = (at) => /^\s*:(?:\s|$)/.test(line.slice(at));
    const indent = line.search(/\S|$/);
    let at = indent;
    let parent = -1;
    if (block !== null) {
      if (indent === line.length || indent > block) {
        token(indent, line.length, "string");
        at = line.length;
      } else {
        block = null;
      }
    } else if (quote) {
      const end = close(0);
      token(indent, end < 0 ? line.length : end, "string");
      at = end < 0 ? line.length : end;
      quote = end < 0 ? quote : "";
    }
    if (at === 0 && /^(?:---|\.\.\.)(?:\s|$)/.test(line)) {
      token(0, 3, "mark");
      at = 3;
      depth = 0;
    }
    while (at < line.length) {
      const rest = line.slice(at);
      const one = rest[0];
      if (/\s/.test(one)) {
        at++;
      } else if (one === "#" && (at === 0 || /\s/.test(line[at - 1]))) {
        token(at, line.length, "comment");
        at = line.length;
      } else if (one === '"' || one === "'") {
        quote = one;
        const end = close(at + 1);
        const to = end < 0 ? line.length : end;
        const key = end >= 0 && isKey(end);
        token(at, to, key ? "key" : "string");
        parent = key ? at : parent;
        quote = end < 0 ? quote : "";
        at = to;
      } else if (/^[-?](?:\s|$)/.test(rest)) {
        token(at, at + 1, "mark");
        parent = at;
        at++;
      } else if (/[[\]{},]/.test(one)) {
        depth = Math.max(0, depth + ("[{".includes(one) ? 1 : "]}".includes(one) ? -1 : 0));
        at++;
      } else if (one === ":") {
        at++;
      } else if (/^[&*!]\S/.test(rest)) {
        const length = /^[^\s,[\]{}]+/.exec(rest)[0].length;
        token(at, at + length, "mark");
        at += length;
      } else if (depth === 0 && /^[|>][-+\d]*(?:\s+#.*)?\s*$/.test(rest)) {
        const length = /^[|>][-+\d]*/.exec(rest)[0].length;
        token(at, at + length, "mark");
        block = parent;
        at += length;
      } else {
        const ends = depth > 0 ? /:(?:[\s,[\]{}]|$)|\s+#|[,[\]{}]|\s*$/ : /:(?:\s|$)|\s+#|\s*$/;
        const length = Math.max(1, rest.search(ends));
        const key = rest[length] === ":";
        token(at, at + length, key ? "key" : NUMBER.test(rest.slice(0, length)) ? "number" : "string");
        parent = key ? at : parent;
        at += length;
      }
    }
    start += line.length + 1;
  }
  return tokens;
}

