import { visible } from '../layout/clean.ts';
import { stretchesOf } from './right-to-left.ts';

/** Text as it is, with what a browser would take for markup and what nobody would see made harmless. */
export const escaped = (text: string): string =>
  visible(text, { oneLine: true }).replace(/[&<>"']/g, char => ENTITIES[char]!);

/**
 * The same as what stands on a page, where names that are read from the right are apart from what stands beside them: else two
 * of them in a Chinese list change their places.
 */
export const pageText = (text: string): string =>
  stretchesOf(text)
    .map(each => (each.isRightToLeft ? `<bdi>${escaped(each.text)}</bdi>` : escaped(each.text)))
    .join('');

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
