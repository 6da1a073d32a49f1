// Bundles the tool into dist/: a package without dependencies installs on a machine without a network. What is made:
//   dist/plan.cjs      the command line (bin/plan.js), CommonJS, which Node starts faster than ES modules
//   dist/index.cjs     what programs import, with dist/index.d.cts and dist/types.d.cts
//   dist/*-HASH.cjs    what both share, and what is behind an `import()`, loaded only then
//   dist/highs.wasm    the second solver of `plan select`, beside the chunk that loads it
//   dist/LICENSES.txt  what is bundled, with its size, and its licences
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { parsedJson, withoutUnused } from './plugins.js';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));

rmSync(at('dist'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { plan: at('src/cli/main.ts'), index: at('src/library.ts') },
  platform: 'node',
  plugins: [parsedJson, withoutUnused],
  checks: { preferBuiltinFeature: false },
});
const { output } = await bundle.write({
  dir: at('dist'),
  format: 'cjs',
  minify: true,
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
});
await bundle.close();
copyFileSync(at('node_modules/highs/build/highs.wasm'), at('dist/highs.wasm'));
// Every type is written once: those of the result by the schemas, those of the functions in library-types.ts.
writeFileSync(at('dist/types.d.cts'), readFileSync(at('src/generated/types.ts'), 'utf8'));
writeFileSync(
  at('dist/index.d.cts'),
  `${readFileSync(at('src/library-types.ts'), 'utf8').replace('./generated/types.ts', './types.cjs')}
export type { FindingResult, PlanResult, Result } from './types.cjs';
export declare const check: Check;
export declare const select: Select;
export declare const report: Report;
export declare const importRoster: ImportRoster;
export declare const version: string;
`,
);
const bundled = packagesIn(output.flatMap(chunk => Object.entries(chunk.modules ?? {})));
writeFileSync(at('dist/LICENSES.txt'), licences(bundled));
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
