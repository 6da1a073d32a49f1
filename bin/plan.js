#!/usr/bin/env node
const { enableCompileCache } = require('node:module');

// Node 22.1 and later can keep what it compiled for the next start; where it cannot (a read-only folder) it says nothing.
enableCompileCache?.();

const { main, work } = require('../dist/plan.cjs');
// A worker of a batch is started with an argument that nobody can type.
void (process.argv[2] === '\0batch' ? work() : main());
