import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** What CI counts its last line from. */
const report = 'tests/output/results.json';

export default defineConfig({
  test: {
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: report },
    projects: [
      {
        // Plain Node, with WXT's fake browser for what talks to the extension's interfaces.
        plugins: [await WxtVitest()],
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**'],
          // A bound for what hangs: many run side by side, and a busy machine is slow.
          testTimeout: 30_000,
        },
      },
      {
        // Real browsers: one file at a time, because a machine with two cores runs one browser well.
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/support/build.ts',
          fileParallelism: false,
          // After the unit tests, whose heavy ones would take the browsers' processor.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // A browser may lose a key or a tab on a machine that others use too; what fails three times is ours.
          retry: process.env.CI ? 2 : 0,
        },
      },
    ],
  },
});
