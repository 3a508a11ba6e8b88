#!/usr/bin/env node
import { runProgram } from './compose/run-program.ts';

// The only place that ends the process: 0 done, 1 refused or failed, 2 wrong usage, 78 wrong configuration.
process.exitCode = await runProgram(process.argv.slice(2));
if (process.exitCode !== 0) process.exit();
