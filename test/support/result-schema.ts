import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../schemas/result.schema.json' with { type: 'json' };
import type { Result } from '../../src/generated/types.ts';

const ajv = new Ajv2020({ strict: true, keywords: ['x-en'] });

/** Whether something is a result as its schema has it; compiled once in each process, which takes longer than what is tried on it. */
export const isResult = ajv.compile<Result>(schema);

/** What the last one lacked. */
export const resultErrors = (): string => ajv.errorsText(isResult.errors);
