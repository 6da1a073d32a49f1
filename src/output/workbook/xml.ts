/** Attributes whose value is undefined are left out. */
type Attributes = Record<string, string | number | undefined>;

/** An element; `content` is XML already. */
export function tag(name: string, attributes: Attributes = {}, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value)).replaceAll('"', '&quot;')}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** A part of a file: the root element with the declaration before it. */
export const element = (name: string, attributes: Attributes, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${tag(name, attributes, content)}`;

/** Text for XML 1.0: what it has no character for is left out. */
export const xmlText = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>]/g, char => ENTITIES[char]!);

const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
