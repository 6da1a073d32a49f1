// Bundles the tool into dist/: a package without dependencies installs on a machine without a network. What is made:
//   dist/plan.cjs      the command line (bin/plan.js), CommonJS, which Node starts faster than ES modules
//   dist/index.cjs     what programs import, with dist/index.d.cts and dist/types.d.cts
//   dist/*-HASH.cjs    what both share, and what is behind an `import()`, loaded only then
//   dist/highs.wasm    the second solver of `plan select`, beside the chunk that loads it
//   dist/LICENSES.txt  what is bundled, with its size, and its licences
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { licencesOf } from './licences.js';
import { parsedJson, withoutUnused } from './plugins.js';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));

rmSync(at('dist'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { plan: at('src/cli/main.ts'), index: at('src/library/index.ts') },
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
// Every type is written once: those of the result by the schemas, of a file in read/input-file.ts, of the functions in library/types.ts.
writeFileSync(at('dist/types.d.cts'), readFileSync(at('src/generated/types.ts'), 'utf8'));
writeFileSync(
  at('dist/index.d.cts'),
  `${readFileSync(at('src/library/types.ts'), 'utf8')
    .replace('../generated/types.ts', './types.cjs')
    .replace(/import .*input-file\.ts';/, () => readFileSync(at('src/read/input-file.ts'), 'utf8'))}
export type { FindingResult, PlanResult, Result } from './types.cjs';
export declare const check: Check;
export declare const batch: Batch;
export declare const select: Select;
export declare const report: Report;
export declare const importRoster: ImportRoster;
export declare const version: string;
`,
);
writeFileSync(at('dist/LICENSES.txt'), licencesOf(output));
