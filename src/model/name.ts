/** · U+00B7 in the names of Uyghurs, Kazakhs and others is typed in as many ways as there are keyboards. */
const DOTS = /[·•‧・･∙⋅．.。•]/g;

/**
 * A name by which people are compared: all kinds of dots are one, and neither spaces nor the width of letters count. For
 * comparison only: what is shown is what was written.
 */
export const foldName = (name: string): string =>
  PLAIN.test(name)
    ? name
    : name
        .replace(DOTS, '·')
        .normalize('NFKC')
        .replace(/[\s\u200b-\u200f\ufeff]/g, '')
        .replace(DOTS, '·');

/** Nearly all names are Han characters and nothing else. */
const PLAIN = /^[\u4e00-\u9fff]+$/;
