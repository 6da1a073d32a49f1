import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { transformSync } from 'rolldown/utils';
import type { Plugin } from 'vitest/config';

/** Beside `src`, so that what its files import from outside is found as from there. */
const TARGET = '.compiled';

/** What has no place in a test's process: the page is tested as it is built, and `build` is JavaScript. */
const LEFT_OUT = /^(page|build)\//;

const emitted = (path: string): string => path.replace(/\.ts$/, '.js');

/** Compiles every file of `src` into `.compiled`, and takes out there what `src` no longer has. */
function compile(root: string): Set<string> {
  const [source, target] = [join(root, 'src'), join(root, TARGET)];
  const made = new Set<string>();
  for (const path of filesBelow(source)) {
    if (LEFT_OUT.test(path)) continue;
    const to = join(target, emitted(path));
    made.add(to);
    const text = readFileSync(join(source, path), 'utf8');
    const code = path.endsWith('.ts') ? javascript(join(source, path), to, text) : text;
    if (code === contentOf(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, code);
  }
  for (const path of filesBelow(target)) if (!made.has(join(target, path))) rmSync(join(target, path));
  return made;
}

function javascript(from: string, to: string, text: string): string {
  const { code, map, errors } = transformSync(from, text, {
    sourcemap: true,
    typescript: { rewriteImportExtensions: 'rewrite' },
  });
  // The compiler says it better, and `npm test` asks it.
  if (errors.length > 0) throw new SyntaxError(`${from}: ${errors[0]!.message}`);
  const json = JSON.stringify({ ...map, sources: [relative(dirname(to), from)] });
  return `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(json).toString('base64')}\n`;
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function filesBelow(folder: string): string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/**
 * Tests run the tool as Node runs it: compiled once, file by file, and loaded by Node itself. Vitest's own loader turns each use of an
 * import into a call of a getter, which costs a fifth of the whole suite. Errors show lines of `src` by their source maps.
 */
export function compiledSources(root: string): Plugin {
  let made = new Set<string>();
  return {
    name: 'compiled-sources',
    enforce: 'pre',
    // While vitest watches, files change under it: there its own loader serves.
    configureVitest({ vitest }) {
      if (!vitest.config.watch) made = compile(root);
    },
    resolveId(specifier, importer) {
      if (importer === undefined || !specifier.startsWith('.')) return undefined;
      const path = relative(join(root, 'src'), resolve(dirname(importer), specifier));
      const id = join(root, TARGET, emitted(path));
      return made.has(id) ? { id, external: true } : undefined;
    },
  };
}
