import { normalize } from 'node:path';
import { FileError, type Files } from '../../src/read/files.ts';
import { loadPlan } from '../../src/read/plan/load.ts';
import { type CheckedPlan, checkPlan } from '../../src/rules/check.ts';
import { parseDay } from '../../src/values/day.ts';

/** A file system that holds these texts or bytes, by path. */
export function memoryFiles(contents: Record<string, string | Uint8Array>): Files {
  const paths = new Map(Object.entries(contents).map(([path, content]) => [normalize(path), content]));
  const isFolder = (path: string) =>
    path === '.' || [...paths.keys()].some(other => other.startsWith(`${path}/`));
  return {
    root: '/',
    kind(path) {
      const at = normalize(path);
      return paths.has(at) ? 'file' : isFolder(at) ? 'directory' : undefined;
    },
    list(path) {
      const at = normalize(path);
      const below = [...paths.keys()].filter(other => at === '.' || other.startsWith(`${at}/`));
      const names = below.map(other => (at === '.' ? other : other.slice(at.length + 1)));
      return [...new Set(names.map(name => name.split('/')[0]!))]
        .sort()
        .map(name => ({ name, kind: names.includes(name) ? ('file' as const) : ('directory' as const) }));
    },
    same: (a, b) => normalize(a) === normalize(b),
    read(path) {
      const content = paths.get(normalize(path));
      if (content === undefined) throw new FileError('missing');
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}

/**
 * Reads and checks a plan that is given as text, or as what its YAML file says (JSON is YAML), the whole way that a file
 * takes.
 */
export async function checkInMemory(plan: string | object, asOf: string): Promise<CheckedPlan> {
  const text = typeof plan === 'string' ? plan : JSON.stringify(plan, null, 1);
  const day = parseDay(asOf)!;
  return checkPlan(await loadPlan('.', { files: memoryFiles({ 'plan.yaml': text }), asOf: day }), day);
}
