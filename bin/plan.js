#!/usr/bin/env node
import { main } from '../dist/plan.js';

await main();
