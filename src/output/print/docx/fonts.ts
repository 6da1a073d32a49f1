import { element, tag } from '../../workbook/xml.ts';
import { FACE } from './look.ts';

/** What programs take where a face is not installed, the best first; 华文中宋 is as heavy as the face of titles. */
const STAND_INS: Record<string, string> = {
  [FACE.title]: 'FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,宋体',
  [FACE.body]: '仿宋,FangSong,STFangsong',
  [FACE.kai]: '楷体,KaiTi,STKaiti',
  [FACE.hei]: 'SimHei',
  [FACE.song]: 'SimSun',
};

/** The character set of Chinese faces, GB 2312, in hexadecimal digits. */
const CHINESE = '86';

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The part `word/fontTable.xml`: the faces of our documents and their other names. */
export function fontTable(): string {
  const fonts = Object.entries(STAND_INS).map(([name, others]) =>
    tag(
      'w:font',
      { 'w:name': name },
      tag('w:altName', { 'w:val': others }) +
        tag('w:charset', { 'w:val': CHINESE }) +
        tag('w:family', { 'w:val': name === FACE.hei ? 'modern' : 'roman' }) +
        tag('w:pitch', { 'w:val': 'variable' }),
    ),
  );
  const latin = tag(
    'w:font',
    { 'w:name': FACE.number },
    tag('w:charset', { 'w:val': '00' }) +
      tag('w:family', { 'w:val': 'roman' }) +
      tag('w:pitch', { 'w:val': 'variable' }),
  );
  return element('w:fonts', { 'xmlns:w': MAIN }, fonts.join('') + latin);
}
