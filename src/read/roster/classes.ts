import { canonicalValue } from '../fields/shape.ts';
import { role, stage } from './classes/affiliation.ts';
import { education } from './classes/education.ts';
import { ethnicity } from './classes/ethnicity.ts';
import { gender } from './classes/gender.ts';
import { occupation } from './classes/occupations.ts';
import { type Classed, type ClassTable, UNCLEAR } from './classes/table.ts';
import { tickedOf } from './classes/ticked.ts';
import { targetShape } from './target.ts';

const CLASSES: Readonly<Record<string, ClassTable>> = {
  education,
  occupation,
  gender,
  ethnicity,
  stage,
  role,
};

/** The class of a field's value; UNCLEAR where it may be several, undefined where nothing is known of it. */
export function classOf(field: string, text: string): Classed | typeof UNCLEAR | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const ticked = tickedOf(plain);
  if (ticked === UNCLEAR) return UNCLEAR;
  if (ticked !== undefined) {
    const found = classOf(field, ticked);
    return typeof found === 'object' ? { value: found.value, kind: 'classed' } : (found ?? UNCLEAR);
  }
  const shape = targetShape([field]);
  const own = canonicalValue(shape, plain) ?? canonicalValue(shape, text.trim());
  return own === undefined ? CLASSES[field]?.(plain) : { value: own };
}
