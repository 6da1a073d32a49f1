// Bundles the tool into dist/. A package without dependencies installs on a machine without a network, and one file
// starts faster than scattered modules. What is made:
//   dist/core.cjs      what every run needs, CommonJS: Node starts it a tenth faster than the same as an ES module. bin/plan.js
//                      finds main, work and leave among what it exports, by these names
//   dist/index.cjs     what programs import, with dist/index.d.cts and dist/types.d.cts
//   dist/*-HASH.cjs    what is behind an `import()`, loaded only then
//   dist/core.cache    V8's compiled code for it, made by one run on the example: see bin/plan.js
//   dist/highs.wasm    the second solver of `plan select`, beside the chunk that loads it
//   dist/LICENSES.txt  what is bundled, with its size, and its licences
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { parsedJson, withoutDebugging, withoutUnused } from './plugins.js';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));

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
  input: { plan: at('src/cli/main.ts'), index: at('src/library.ts') },
  platform: 'node',
  plugins: [parsedJson, withoutUnused, withoutDebugging, findCore],
  checks: { preferBuiltinFeature: false },
});
const { output } = await bundle.write({
  dir: at('dist'),
  format: 'cjs',
  minify: true,
  minifyInternalExports: false,
  entryFileNames: '[name].cjs',
  chunkFileNames: ({ name }) => (name === 'core' ? 'core.cjs' : '[name]-[hash].cjs'),
  codeSplitting: { groups: [{ name: 'core', test: id => core.has(id) }] },
});
await bundle.close();
// The entry only hands on what the core exports: a file less to look for.
rmSync(at('dist/plan.cjs'));
quickenStart(
  output.map(({ fileName }) => fileName).filter(name => name.endsWith('.cjs') && name !== 'plan.cjs'),
);
copyFileSync(at('node_modules/highs/build/highs.wasm'), at('dist/highs.wasm'));
// Every type is written once: those of the result by the schemas, those of the functions in library-types.ts.
writeFileSync(at('dist/types.d.cts'), readFileSync(at('src/generated/types.ts'), 'utf8'));
writeFileSync(
  at('dist/index.d.cts'),
  `${readFileSync(at('src/library-types.ts'), 'utf8').replace('./generated/types.ts', './types.cjs')}
export type { FindingResult, PlanResult, Result } from './types.cjs';
export declare const check: Check;
export declare const version: string;
`,
);
const bundled = packagesIn(output.flatMap(chunk => Object.entries(chunk.modules ?? {})));
writeFileSync(at('dist/LICENSES.txt'), licences(bundled));
// Running once compiles the functions that a usual run needs; the cache then holds those too. The day lies amid the plan's, so
// that there is something behind it and before it. What files with wrong values need is left out: each start would load it.
const USUAL = ['check', at('examples/township-2016'), '--as-of', '2016-06-01', '-f', 'text', '-f', 'json'];
spawnSync(process.execPath, [at('bin/plan.js'), ...USUAL], {
  env: { ...process.env, PLAN_WRITE_CODE_CACHE: '1' },
  stdio: ['ignore', 'ignore', 'inherit'],
});

/**
 * Three milliseconds of a start: a text of ASCII alone is read as it is and takes half the memory (escapes mean the same in
 * strings, templates, regular expressions and names), and what rolldown adds is a file more to look for unless it stands
 * in the core itself.
 */
function quickenStart(names) {
  const runtime = names.find(name => name.startsWith('rolldown-runtime'));
  for (const name of names) {
    let code = readFileSync(at(`dist/${name}`), 'utf8').replace(
      /[^\0-\x7f]/g,
      unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    const request = `require("./${runtime}")`;
    if (name === 'core.cjs')
      code = code.replace(
        request,
        () =>
          `(()=>{const exports={};${readFileSync(at(`dist/${runtime}`), 'utf8').trim()}return exports})()`,
      );
    if (name === 'core.cjs' && code.includes(request)) throw new Error(`${name} still asks for ${runtime}`);
    writeFileSync(at(`dist/${name}`), code);
  }
}

/** The packages whose code is in the bundle, by name, each with the bytes of it before they are minified. */
function packagesIn(modules) {
  const bytes = new Map();
  for (const [id, { renderedLength }] of modules) {
    const folder = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
    if (folder) bytes.set(folder, (bytes.get(folder) ?? 0) + renderedLength);
  }
  return [...bytes].sort().map(([folder, size]) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    return { folder, size, title: `${name} ${version} (${license})` };
  });
}

/** What is bundled at a glance, then the licence of each package, as their licences ask. */
function licences(packages) {
  const kilobytes = ({ size }) => `${Math.ceil(size / 1000)} kB`.padStart(8);
  const texts = packages.map(({ folder, title }) => {
    const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    return `${title}\n\n${file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : ''}\n`;
  });
  return [
    `Bundled packages, with the size of their code before it is minified:\n\n${packages.map(each => `${kilobytes(each)}  ${each.title}\n`).join('')}`,
    ...texts,
  ].join(`\n${'-'.repeat(80)}\n\n`);
}
