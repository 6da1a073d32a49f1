// The whole tool in one file, for machines on which nothing can be installed but Node stands ready:
//   npm run single [FILE]     makes plan.cjs, which `node plan.cjs check FOLDER` runs
// It starts slower than the package, which loads only what a command needs.
import { chmodSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { parsedJson, withoutUnused } from './plugins.js';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const file = resolve(process.argv[2] ?? 'plan.cjs');

/** The second solver's WebAssembly stands in the file as text; elsewhere it is a file of its own. */
const inlineWasm = {
  name: 'inline-wasm',
  resolveId: { handler: (id, from) => (id === 'highs' && from !== '\0highs' ? '\0highs' : null) },
  load: {
    handler(id) {
      if (id !== '\0highs') return null;
      const packed = brotliCompressSync(readFileSync(at('node_modules/highs/build/highs.wasm')));
      return `import load from ${JSON.stringify(at('node_modules/highs/build/highs.js'))};
import { brotliDecompressSync } from 'node:zlib';
const packed = ${JSON.stringify(packed.toString('base64'))};
export default () => load({ wasmBinary: brotliDecompressSync(Buffer.from(packed, 'base64')) });`;
    },
  },
};

/** The offline page likewise; made before this file is (npm run single). */
const inlinePage = {
  name: 'inline-page',
  load: {
    filter: { id: /[\\/]cli[\\/]page-file\.ts$/ },
    handler() {
      const packed = brotliCompressSync(readFileSync(at('dist/plan.html')));
      return `import { brotliDecompressSync } from 'node:zlib';
export const pageFile = () => brotliDecompressSync(Buffer.from(${JSON.stringify(packed.toString('base64'))}, 'base64'));`;
    },
  },
};

const bundle = await rolldown({
  input: at('src/cli/single.ts'),
  platform: 'node',
  plugins: [parsedJson, withoutUnused, inlineWasm, inlinePage],
  checks: { preferBuiltinFeature: false },
});
await bundle.write({
  file,
  format: 'cjs',
  minify: true,
  codeSplitting: false,
  banner: '#!/usr/bin/env node',
});
await bundle.close();
chmodSync(file, 0o755);
console.log(file);
