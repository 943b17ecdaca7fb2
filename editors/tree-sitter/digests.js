// Writes the digests of the sources of the parser and of the parser, so that a test notices a
// parser that is older than its sources.
const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');

const files = ['grammar.js', 'keywords.json', 'src/parser.c'];

const lines = files.map(file => {
  const text = readFileSync(`${__dirname}/${file}`);
  return `${createHash('sha256').update(text).digest('hex')}  ${file}\n`;
});

writeFileSync(`${__dirname}/src/SHA256SUMS`, lines.join(''));
