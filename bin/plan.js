#!/usr/bin/env node
// Starts dist/plan.cjs with the code that V8 compiled for it at build time, which halves what starting costs beyond
// Node itself. Another version of Node refuses that cache by itself and compiles the source as usual.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire, wrap } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const filename = join(__dirname, '..', 'dist', 'plan.cjs');
const cache = filename.replace(/cjs$/, 'cache');
const script = new Script(wrap(readFileSync(filename, 'utf8')), {
  filename,
  cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
});
const loaded = { exports: {} };
script.runInThisContext()(loaded.exports, createRequire(filename), loaded, filename, join(filename, '..'));
loaded.exports.main().then(() => {
  if (process.env.PLAN_WRITE_CODE_CACHE) writeFileSync(cache, script.createCachedData());
});
