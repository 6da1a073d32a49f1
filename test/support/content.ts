import type { Content } from '../../src/cli/io.ts';

/** What was written, as bytes. */
export const bytesOf = (content: Content): Uint8Array =>
  content instanceof Uint8Array
    ? content
    : typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.concat(
          Array.from(content as Iterable<string | Uint8Array>, piece => Buffer.from(piece as string)),
        );
