import { normalize } from '../../values/path.ts';

/** A file as annotations name it: forward slashes, without `../../report/` in front. */
export const slashed = (file: string): string => normalize(file.replaceAll('\\', '/'));

/** A URI reference for a file: relative as the file is, or `file:` where it is absolute. */
export function uriOf(file: string): string {
  const path = slashed(file);
  const absolute = /^(\/|[a-z]:\/)/i.test(path);
  // Only a drive may keep its colon: a relative `a:b` would be read as a scheme.
  const encoded = path
    .split('/')
    .map((segment, index) =>
      absolute && index === 0 && segment !== '' ? segment : encodeURIComponent(wellFormed(segment)),
    )
    .join('/');
  return absolute ? `file://${encoded.startsWith('/') ? '' : '/'}${encoded}` : encoded;
}

/** Half a surrogate pair, which a quoted file name can have, cannot be encoded. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
