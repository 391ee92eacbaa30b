/** `Socialtjänstlag` → `socialtjänstlagen`, `Regeringsform` → `regeringsformen`. */
export function definite(form: string): string {
  const lower =
    form[0] === form[0]?.toUpperCase() && !/^[A-ZÅÄÖ]{2}/.test(form) ? form[0]?.toLowerCase() + form.slice(1) : form;
  const general = /^(lag|förordning)( .*)$/.exec(lower);
  if (general) return `${general[1]}en${general[2]}`;
  return lower.replace(/(lag|balk|ordning|form|konvention)$/, '$1en');
}
