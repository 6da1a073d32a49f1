import type { Content } from '../../src/cli/io.ts';

/** What was written, as bytes. */
export const bytesOf = (content: Content): Uint8Array =>
  content instanceof Uint8Array
    ? content
    : new TextEncoder().encode(typeof content === 'string' ? content : [...content].join(''));
