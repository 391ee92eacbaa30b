/** Writes the day of an instant as the language writes dates: "2026-11-22" in Swedish. */
export function dayIn(language: string): (instant: string) => string {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'sv-SE', { dateStyle: 'short' });
  return (instant) => {
    const time = Date.parse(instant);
    return Number.isNaN(time) ? '' : format.format(time);
  };
}

/** The person's own day, ISO. */
export function today(now: Date = new Date()): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE').format(now);
}
