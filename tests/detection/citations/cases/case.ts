/**
 * A citation case: document date (or null), text, and what a reader expects, each as `span = key`.
 * Keys: `2001:453/5:1a`, `2001:453/5kap` (chapter), `1990:52/2` (no chapters), `2001:453` (statute), `…/5:1-3` (range),
 * `32016R0679/33`, `SOSFS 2011:9`. `?` expects a place whose law nothing settles. Expectations were written from Swedish legal
 * writing, not from what the detector returned.
 */
export type Case = readonly [date: string | null, text: string, ...expected: string[]];
