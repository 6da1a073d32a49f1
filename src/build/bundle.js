// Bundles the tool into dist/: one entry and a chunk for each thing that is loaded only when it is needed.
// A package without dependencies installs on a machine without a network, and starts faster than scattered modules.
import { readFileSync, rmSync } from 'node:fs';
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
await bundle.write({ dir: at('dist'), format: 'esm', minify: true, chunkFileNames: '[name]-[hash].js' });
await bundle.close();
