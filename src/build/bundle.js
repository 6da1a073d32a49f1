// Bundles the tool into dist/. A package without dependencies installs on a machine without a network, and one file
// starts faster than scattered modules. What is made:
//   dist/plan.cjs      the entry, a few lines
//   dist/core.cjs      what every run needs, CommonJS: Node starts it a tenth faster than the same as an ES module
//   dist/*-HASH.cjs    what is behind an `import()`, loaded only then
//   dist/core.cache    V8's compiled code for it, made by one run on the example: see bin/plan.js
//   dist/highs.wasm    the second solver of `plan select`, beside the chunk that loads it
//   dist/LICENSES.txt  the licences of what is bundled
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** JSON.parse of a string is several times faster to start with than the same data as an object literal. */
const parsedJson = {
  name: 'parsed-json',
  load: {
    filter: { id: /\.json$/ },
    handler(id) {
      const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')));
      return { code: `export default JSON.parse(${JSON.stringify(text)});`, moduleType: 'js' };
    },
  },
};

/**
 * What libraries bring along and we never use, by import: cli-table3's colours of borders, its table of emoji widths
 * (layout/table.ts hands it characters of width one), commander's starting of other programs.
 */
const UNUSED = {
  '@colors/colors/safe': 'module.exports = {};',
  'string-width': 'module.exports = text => text.length;',
  'node:child_process': 'export default {};',
};
const withoutUnused = {
  name: 'without-unused',
  resolveId: { handler: id => (id in UNUSED ? `\0unused:${id}` : null) },
  load: { handler: id => (id.startsWith('\0unused:') ? UNUSED[id.slice('\0unused:'.length)] : null) },
};

/**
 * What every run loads: the modules that the entry imports without `import()`. They go into one file, since each file more
 * costs a start, and only one has its compiled code kept.
 */
const core = new Set();
const findCore = {
  name: 'find-core',
  buildEnd() {
    const queue = [at('src/cli/main.ts')];
    for (const id of queue) {
      if (core.has(id)) continue;
      core.add(id);
      queue.push(...(this.getModuleInfo(id)?.importedIds ?? []));
    }
  },
};

rmSync(at('dist'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { plan: at('src/cli/main.ts') },
  platform: 'node',
  plugins: [parsedJson, withoutUnused, findCore],
  checks: { preferBuiltinFeature: false },
});
const { output } = await bundle.write({
  dir: at('dist'),
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: ({ name }) => (name === 'core' ? 'core.cjs' : '[name]-[hash].cjs'),
  codeSplitting: { groups: [{ name: 'core', test: id => core.has(id) }] },
});
await bundle.close();
copyFileSync(at('node_modules/highs/build/highs.wasm'), at('dist/highs.wasm'));
writeFileSync(at('dist/LICENSES.txt'), licences(output.flatMap(chunk => Object.keys(chunk.modules ?? {}))));
// Running once compiles the functions that a usual run needs; the cache then holds those too.
spawnSync(process.execPath, [at('bin/plan.js'), 'check', at('examples/township-2016')], {
  env: { ...process.env, PLAN_WRITE_CODE_CACHE: '1' },
  stdio: ['ignore', 'ignore', 'inherit'],
});

/** The licence of every package whose code is in the bundle, as their licences ask. */
function licences(modules) {
  const folders = modules
    .map(id => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1])
    .filter(Boolean);
  return [...new Set(folders)]
    .sort()
    .map(folder => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
      const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : '';
      return `${name} ${version} (${license})\n\n${text}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}
