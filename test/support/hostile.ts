const NAMES = {
  script: '<script>alert(1)</script>',
  tag: '<img src=x onerror=alert(1)> & &lt; &#60;',
  bars: '张|三 || \\| 四\\',
  backticks: '`a` ``b`` ```',
  percent: '%0A::error::x %25 %3A',
  command: '::error file=a,line=1::x',
  control: 'a\u0000b\u0007c\u001b[31md\u007fe\u009b31m\ufffe',
  lines: 'a\nb\r\nc\rd\u0085e\u2028f\u2029g\th',
  bidi: 'abc\u202edef\u2066x\u200b\ufeffy',
  quotes: `"double" 'single' “中文” ‘’`,
  long: '长'.repeat(60),
  rare: '𠮷野家𠮷',
  half: 'a\ud842b',
  braces: '{0} {{1}} [a](http://x) ]]> <![CDATA[ <!-- -->',
  markdown: '# *a* _b_ ~~c~~ [d](e) ![f](g) $h$ > i',
  list: '1. - + = a',
  dash: '- a',
  phone: '张三13812345678',
};
type Name = keyof typeof NAMES;

/** Names that break what does not expect them, each with what it tries. */
export const names = Object.entries(NAMES) as [Name, string][];

/** A plan with this name wherever a name can stand, and with a finding about each; `whole`: all of it can be read. */
export function planWith(name: string, whole = false): string {
  const plan = {
    schema: 'plan/v1',
    year: 2016,
    organization: { name },
    quota: { total: 3, categories: [{ id: 'farmer', name, count: 3 }] },
    structure: [
      { id: 'women', name, where: { gender: 'female' }, min: '80%' },
      { id: 'youth', name, where: { age: { max: 35 } }, of: 'women', about: '45%', level: 'advisory' },
    ],
    reserve: { perSlot: { min: 2, max: 3 } },
    candidates: [
      {
        id: 'c01',
        name,
        role: 'nominee',
        gender: 'male',
        category: 'farmer',
        slot: 'farmer-1',
        branch: name,
      },
      {
        id: 'c02',
        name,
        role: 'reserve',
        gender: 'female',
        category: 'farmer',
        slot: 'farmer-1',
        branch: name,
      },
      // Codes that are none, and a key that nobody knows, are refused: of such a plan no paper is printed.
      ...(whole ? [] : [{ id: 'c03', name, role: 'reserve', category: name, slot: name }]),
    ],
    timeline: [
      { id: 'notice', name, kind: 'notice', from: '2016-06-10', to: '2016-06-12' },
      { id: 'late', name, on: '2016-02-01', owner: name, after: ['notice'] },
      { id: 'open', name },
    ],
    waivers: [{ rule: 'timeline/no-owner', reason: name, approvedBy: name, until: '2016-12-31' }],
    ...(whole ? {} : { [name]: name }),
  };
  const escaped = (char: string) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(plan, null, 1).replace(/[\x7f-\x9f\u200b-\u206f\ufeff\ufffe]/g, escaped);
}
