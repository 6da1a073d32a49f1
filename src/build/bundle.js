// Bundles the tool into dist/: one small entry and a chunk for each thing that is loaded only when it is needed.
// A package without dependencies installs on a machine without a network, and starts faster than scattered modules.
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));

rmSync(at('dist'), { recursive: true, force: true });
const bundle = await rolldown({
  input: { plan: at('src/cli/main.ts') },
  platform: 'node',
});
await bundle.write({
  dir: at('dist'),
  format: 'esm',
  minify: true,
  chunkFileNames: '[name]-[hash].js',
});
await bundle.close();
