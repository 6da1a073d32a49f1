import { describe, expect, it } from 'vitest';
import { mendedFlow } from '../../src/read/yaml/full-width-flow.ts';

/** The line as the parser gets it. */
const mended = (line: string): string =>
  mendedFlow(line).reduce((text, { at, instead }) => text.slice(0, at) + instead + text.slice(at + 1), line);

describe('a map in braces with full-width punctuation', () => {
  it.each([
    [
      '- {代码：a，名称：甲，条件：{性别：女}，不低于：50%}',
      '- {代码：a,名称：甲,条件:{性别：女},不低于：50%}',
    ],
    ['- ｛代码：a、名称：甲；不低于：50%｝', '- {代码：a,名称：甲,不低于：50%}'],
    ['  a: { 名称: 甲，条件: { 年龄: { 以下: 35 } } } # 注，名称：乙', undefined],
    ['- {职业：［农民，工人］}', '- {职业:[农民，工人]}'],
  ])('is read as YAML has it: %s', (line, read) =>
    expect(mended(line)).toBe(read ?? line.replace('甲，', '甲,')),
  );

  it.each([
    // A text with a comma and a colon in it, a text in quotes, a remark, and braces that stay open.
    '- { 名称: 会议，议题：发展, 数量: 3 }',
    '- {代码：a, 名称："甲，乙：丙"}',
    '- 名称: 甲 # {代码：a，名称：甲}',
    '  说明: 见{附件，一：名单}，另行通知',
    '- {代码：a，名称：甲，',
    '- {代码：a，名称：甲} 等',
  ])('is left alone where nothing is certain: %s', line => expect(mended(line)).toBe(line));
});
