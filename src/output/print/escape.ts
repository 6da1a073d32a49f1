import { visible } from '../layout/clean.ts';

/** Text as it is, with what a browser would take for markup and what nobody would see made harmless. */
export const escaped = (text: string): string =>
  visible(text, { oneLine: true }).replace(/[&<>"']/g, char => ENTITIES[char]!);

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
