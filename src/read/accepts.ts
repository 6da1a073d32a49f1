import { candidates, county, pack, plan, timeline } from '../generated/accepts.js';

/** Whether a value meets the schema of each kind of file; what is wrong with one that does not, validators.ts knows. */
export const accepts = { plan, candidates, timeline, county, pack };
