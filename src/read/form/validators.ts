import { candidates, county, pack, plan, timeline } from '../../generated/validators.js';

/** The compiled validator of each kind of file. */
export const validators = { plan, candidates, timeline, county, pack };
