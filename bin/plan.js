#!/usr/bin/env node
// Starts dist/plan.cjs with the code that V8 compiled for it at build time, which halves what starting costs beyond
// Node itself. Another version of Node refuses that cache by itself and compiles the source as usual.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, '..', 'dist', 'plan.cjs');
const cache = filename.replace(/cjs$/, 'cache');
const script = new Script(Module.wrap(readFileSync(filename, 'utf8')), {
  filename,
  cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
});
// The chunks that are loaded when they are needed ask for this one: they must find it, not load it again.
const loaded = new Module(filename);
require.cache[filename] = loaded;
script.runInThisContext()(
  loaded.exports,
  Module.createRequire(filename),
  loaded,
  filename,
  join(filename, '..'),
);
// A worker of a batch is started with an argument that nobody can type.
(process.argv[2] === '\0batch' ? loaded.exports.work() : loaded.exports.main()).then(() => {
  if (process.env.PLAN_WRITE_CODE_CACHE) writeFileSync(cache, script.createCachedData());
});
