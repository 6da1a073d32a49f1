// Makes dist/plan.html: the tool as one page that is opened by double-click. Everything stands in that one file; its
// Content-Security-Policy allows no connection and no script but its own, which it names by digest.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { licencesOf } from './licences.js';
import { parsedJson } from './plugins.js';

const at = path => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const none = at('src/page/node/none.ts');
/** What only a machine has: what the page runs never comes to it (files are in memory, there is one thread, and no cache). */
const WITHOUT_NODE = {
  'node:path': at('src/page/node/path.ts'),
  path: at('src/page/node/path.ts'),
  'node:crypto': at('src/page/node/crypto.ts'),
  ...Object.fromEntries(
    ['buffer', 'child_process', 'fs', 'module', 'os', 'stream', 'util', 'worker_threads'].flatMap(name => [
      [name, none],
      [`node:${name}`, none],
    ]),
  ),
  workerpool: none,
  highs: at('src/page/node/highs.ts'),
};

const bundle = await rolldown({
  input: at('src/page/main.tsx'),
  platform: 'browser',
  // Names of `none.ts` that nobody calls; the compiler has looked after all others.
  shimMissingExports: true,
  checks: { shimmedExport: false },
  tsconfig: at('src/page/tsconfig.json'),
  plugins: [parsedJson],
  resolve: { alias: WITHOUT_NODE },
  transform: {
    // Browsers of 2021 are still in offices.
    target: 'chrome90',
    define: { 'process.env.NODE_ENV': '"production"' },
  },
});
const { output } = await bundle.generate({
  format: 'iife',
  minify: { compress: { target: 'chrome90' }, mangle: true, codegen: true },
  codeSplitting: false,
});
await bundle.close();
// `</script` within a text would end the script.
const script = output[0].code.replaceAll('</script', '<\\/script');
const digest = createHash('sha256').update(script).digest('base64');
const style = readFileSync(at('src/page/style.css'), 'utf8');
const csp = [
  "default-src 'none'",
  `script-src 'sha256-${digest}'`,
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  "connect-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');
const html = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>发展党员工作计划核对</title>
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>本页需要启用 JavaScript。This page needs JavaScript.</noscript>
<script>${script}</script>
</body>
</html>
`;
mkdirSync(at('dist/'), { recursive: true });
writeFileSync(at('dist/plan.html'), html);
writeFileSync(at('dist/PAGE-LICENSES.txt'), licencesOf(output));
