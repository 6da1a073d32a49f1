import type { Language } from '../../../text/language.ts';
import { element, tag } from '../../workbook/xml.ts';
import { FACE, type Look, pt } from './look.ts';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * The part `word/styles.xml`: what holds for every paragraph, so that what a clerk adds looks like the rest. Pages are filled to
 * their last line (no widow control).
 */
export function stylesPart({ body, line, spacing }: Look, language: Language): string {
  const face = {
    'w:hint': 'eastAsia',
    'w:ascii': FACE.number,
    'w:hAnsi': FACE.number,
    'w:eastAsia': body.face,
    'w:cs': FACE.number,
  };
  const size = { 'w:val': body.size * 2 };
  const run =
    tag('w:rFonts', face) +
    (spacing === undefined ? '' : tag('w:spacing', { 'w:val': pt(spacing) })) +
    tag('w:sz', size) +
    tag('w:szCs', size) +
    tag('w:lang', {
      'w:val': 'en-US',
      'w:eastAsia': language === 'zh' ? 'zh-CN' : 'en-US',
      'w:bidi': 'ug-CN',
    });
  const paragraph =
    tag('w:widowControl', { 'w:val': 0 }) +
    (line === undefined ? '' : tag('w:spacing', { 'w:line': pt(line), 'w:lineRule': 'exact' }));
  const style = (type: string, id: string, name: string) =>
    tag('w:style', { 'w:type': type, 'w:default': 1, 'w:styleId': id }, tag('w:name', { 'w:val': name }));
  return element(
    'w:styles',
    { 'xmlns:w': MAIN },
    tag(
      'w:docDefaults',
      {},
      tag('w:rPrDefault', {}, tag('w:rPr', {}, run)) + tag('w:pPrDefault', {}, tag('w:pPr', {}, paragraph)),
    ) +
      style('paragraph', 'Normal', 'Normal') +
      style('character', 'DefaultParagraphFont', 'Default Paragraph Font') +
      style('table', 'TableNormal', 'Normal Table'),
  );
}

/** The part `word/settings.xml`: left and right pages differ, and marks are narrowed before a line grows longer. */
export const settingsPart = (): string =>
  element(
    'w:settings',
    { 'xmlns:w': MAIN },
    tag('w:evenAndOddHeaders') +
      tag('w:characterSpacingControl', { 'w:val': 'compressPunctuation' }) +
      tag(
        'w:compat',
        {},
        tag('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
  );
