#!/usr/bin/env node
// Starts dist/core.cjs, which is loaded with the code that V8 compiled for it at build time: that halves what
// starting costs beyond Node itself. Another version of Node refuses that cache by itself and compiles the source as usual.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

const dist = join(__dirname, '..', 'dist');
const filename = join(dist, 'core.cjs');
const cache = join(dist, 'core.cache');
const script = new Script(Module.wrap(readFileSync(filename, 'latin1')), {
  filename,
  cachedData: existsSync(cache) ? readFileSync(cache) : undefined,
});
// Everything else asks for the core: it must find this one, not load it again.
const core = new Module(filename);
require.cache[filename] = core;
script.runInThisContext()(core.exports, Module.createRequire(filename), core, filename, dist);
const { leave, main, work } = core.exports;
// A worker of a batch is started with an argument that nobody can type.
if (process.argv[2] === '\0batch') work();
else
  main().then(() => {
    if (process.env.PLAN_WRITE_CODE_CACHE) writeFileSync(cache, script.createCachedData());
    leave();
  });
