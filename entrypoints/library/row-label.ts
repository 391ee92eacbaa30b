/**
 * The label of an annotation as it stands under its kind, which it does not say again: "Rekommendation till
 * socialnämnden" is "Till socialnämnden" there. @returns empty where nothing is left to say
 * @param kind the kind's name in the language that is shown; labels in another stay whole
 */
export function labelBelow(kind: string, label: string): string {
  if (label === kind) return '';
  if (!label.startsWith(`${kind} `)) return label;
  const rest = label.slice(kind.length + 1).trimStart();
  return rest.charAt(0).toLocaleUpperCase('sv') + rest.slice(1);
}
