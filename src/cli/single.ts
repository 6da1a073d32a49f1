import { WORKER } from './batch/pool.ts';
import { main, work } from './main.ts';

// The whole tool in one file (src/build/single.js): what bin/plan.js does for the package.
void (process.argv[2] === WORKER ? work() : main());
