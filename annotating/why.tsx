import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../components/texts';
import type { Passage } from '../detection/types';
import type { Texts } from '../locales';

/** Rules of detection by what people are told of them; the others say no more than the kind and the law do. */
const RULES: Record<keyof Texts['why']['rule'], RegExp> = {
  corrected: /^corrected$/,
  table: /^(table|columns?|row|cell)\b|-row$/,
  list: /-item$|^numbered|^listed|^label$/,
  heading: /^implied-by-heading$|^main-law$/,
  same: /^(ibid|same-law|same-chapter)$/,
  context: /^implied-/,
};
const RULE_NAMES = Object.keys(RULES) as (keyof typeof RULES)[];

/** Why a passage is highlighted: what it is taken for, by which rule and words, and how its law was settled. */
export function Why({ passage }: { passage: Passage }) {
  const texts = useTexts();
  const root = useRef<HTMLDivElement>(null);
  // In a low window the answer stands below what can be seen of the card.
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), []);
  const { rule, evidence, resolvedBy, date } = passage.reason;
  const name = RULE_NAMES.find((each) => RULES[each].test(rule));
  const words = evidence?.replace(/\s+/gu, ' ').trim();
  return (
    <div class="why" ref={root}>
      <p class="fact">{texts.why.kind[passage.kind]}</p>
      {name && <p class="fact">{texts.why.rule[name]}</p>}
      {resolvedBy && <p class="fact">{texts.why.resolved[resolvedBy]}</p>}
      {resolvedBy === 'in-force' && date && <p class="fact">{texts.why.date(date)}</p>}
      {words && <p class="fact">{texts.why.evidence(words)}</p>}
    </div>
  );
}
