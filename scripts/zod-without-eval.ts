import type { Plugin } from 'vite';

/** Where zod tries whether it may make functions of strings; its own copy of the module, as Vite names it. */
const MODULE = /\/zod\/v4\/core\/util\.js(\?|$)/;
const PROBE = /const F = Function;\s*new F\(""\);\s*return true;/;

/**
 * zod would make its checks faster with code from strings, which the policy of an extension's pages forbids. So its trial
 * always fails, is reported to the console each time, and looks in the package like what the stores warn of. Here the
 * answer is given beforehand.
 * @throws Error when zod's trial reads otherwise than it did
 */
export const zodWithoutEval: Plugin = {
  name: 'zod-without-eval',
  apply: 'build',
  transform(code, id) {
    if (!MODULE.test(id)) return undefined;
    if (!PROBE.test(code)) throw new Error('zod tries for eval in another way than scripts/zod-without-eval.ts knows.');
    return { code: code.replace(PROBE, 'return false;'), map: null };
  },
};
