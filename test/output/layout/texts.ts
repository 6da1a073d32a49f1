import fc from 'fast-check';

/** Text as reports have it, and worse. */
export const mixed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '发展对象',
        '培养考察期不满一年',
        '张',
        '㛃',
        '𠮷',
        '葛\u{e0100}',
        '👩‍👩‍👧',
        'e\u0301',
        '，',
        '。',
        '……',
        '——',
        '（',
        '）',
        '“',
        '”',
        '《',
        '》',
        '、',
        '45%',
        '2016-06-04',
        'examples/2016/plan.yaml:12:5',
        'a',
        'plan',
        '(',
        ')',
        '①',
        ' ',
        '  ',
        '\u3000',
        '\u00a0',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join(''));
