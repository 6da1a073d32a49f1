import { UNCLEAR, withoutBrackets } from './table.ts';
import { tickedOf } from './ticked.ts';

const YES = /^(是|有|√|✓|✔|☑|■|●|团员|共青团员|对|y|yes|1)$/i;
const NO = /^(否|不是|无|没有|×|✗|✘|□|○|☐|非团员|群众|n|no|0)$/i;

/** What an answer, a tick or ticked boxes say; what stands in brackets after it is a remark. UNCLEAR where not one box is ticked. */
export function yesOrNo(text: string): boolean | typeof UNCLEAR | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const ticked = tickedOf(plain);
  if (ticked === UNCLEAR) return UNCLEAR;
  const bare = ticked ?? withoutBrackets(plain);
  return YES.test(bare) ? true : NO.test(bare) ? false : undefined;
}
