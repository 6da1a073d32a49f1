// Bundles the tool into dist/: one entry and a chunk for each thing that is loaded only when it is needed.
// A package without dependencies installs on a machine without a network, and starts faster than scattered modules.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** cli-table3 colours borders with this package when it finds it; ours have no colours (paint.ts). */
const withoutColours = {
  name: 'without-colours',
  resolveId: { filter: { id: /^@colors\/colors/ }, handler: () => '\0no-colours' },
  load: { filter: { id: /^\0no-colours$/ }, handler: () => 'export default {};' },
};

rmSync(at('dist'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { plan: at('src/cli/main.ts') },
  platform: 'node',
  plugins: [parsedJson, withoutColours],
  // Lets what the lazy chunks share with the entry stand in the entry: fewer files to open.
  preserveEntrySignatures: 'allow-extension',
  checks: { preferBuiltinFeature: false },
});
const { output } = await bundle.write({
  dir: at('dist'),
  format: 'esm',
  minify: true,
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
writeFileSync(at('dist/LICENSES.txt'), licences(output.flatMap(chunk => Object.keys(chunk.modules ?? {}))));

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
