import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The offline page, which the build puts beside the program; the single file holds it within itself (src/build/single.js). */
export const pageFile = (): Uint8Array => readFileSync(fileURLToPath(new URL('plan.html', import.meta.url)));
