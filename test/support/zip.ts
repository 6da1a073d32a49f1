import { strFromU8, unzipSync } from 'fflate';

/** The text parts of a document or workbook, by name, a tag a line; each is checked to be well-formed. */
export function xmlParts(bytes: Uint8Array): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const xml = strFromU8(content);
    checkWellFormed(name, xml);
    parts[name] = xml.replaceAll('><', '>\n<');
  }
  return parts;
}

/** Throws where tags do not match, an ampersand stands alone, or a character is one that XML 1.0 does not have. */
export function checkWellFormed(name: string, xml: string): void {
  const forbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.exec(xml);
  if (forbidden) throw new Error(`${name}: a character that XML does not allow at ${forbidden.index}`);
  const bare = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.exec(xml);
  if (bare) throw new Error(`${name}: a bare & at ${bare.index}`);
  const open: string[] = [];
  for (const [token] of xml.replace(/<\?.*?\?>/gs, '').matchAll(/<[^>]*>?/g)) {
    const tag = /^<(\/?)([\w:.-]+)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>$/.exec(token);
    if (!tag) throw new Error(`${name}: not a tag: ${token}`);
    if (tag[1]) {
      if (open.pop() !== tag[2]) throw new Error(`${name}: ${token} closes another element`);
    } else if (!tag[3]) open.push(tag[2]!);
  }
  if (open.length > 0) throw new Error(`${name}: <${open.at(-1)}> is not closed`);
}
