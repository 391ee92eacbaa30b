/**
 * Prints what failed and what was skipped, then the counts as the last line.
 * Arguments: the steps of .ci/run that failed. Exits with 1 when a step or a test failed, or no test ran.
 * Plain JavaScript, because it must run where `npm ci` itself has failed.
 */
import { existsSync, readFileSync } from 'node:fs';

const failedSteps = process.argv.slice(2);
const path = new URL('../tests/output/results.json', import.meta.url);
const results = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] };

const tests = results.testResults.flatMap((file) => file.assertionResults);
const brokenFiles = results.testResults.filter(
  (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
);
const count = (...statuses) => tests.filter((test) => statuses.includes(test.status)).length;
const passed = count('passed');
const failed = count('failed') + brokenFiles.length;
const skipped = tests.length - passed - count('failed');

for (const test of tests) {
  if (test.status !== 'passed') console.log(`${test.status}: ${test.fullName}`);
}
for (const file of brokenFiles) console.log(`failed before any test: ${file.name}`);
for (const failedStep of failedSteps) console.log(`failed step: ${failedStep}`);
if (tests.length === 0) console.log('No test ran.');

console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 || failedSteps.length > 0 || tests.length === 0 ? 1 : 0;
