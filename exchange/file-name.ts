/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Most file systems allow 255 bytes; å ä ö take two, an emoji four. */
const MOST_BYTES = 120;

/**
 * A file name for an export, safe on Windows, macOS and Linux: å ä ö and other letters stay, characters that a
 * file system or a shell gives a meaning become spaces, runs of spaces one. `extension` without the dot.
 */
export function exportFileName(setName: string, extension: string): string {
  const cleaned = setName
    .toWellFormed()
    .normalize('NFC')
    // Control, format (among them text direction), private and unassigned characters; what Windows forbids;
    // replacements. Not the joiner that makes one sign of several emoji.
    .replace(/(?:(?!\u200D)[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*\uFFFD])+/gu, ' ')
    .replace(/\s+/gu, ' ');
  const stem = trimmed(shortened(trimmed(cleaned)));
  const safe = stem === '' || RESERVED.test(stem) ? `Revisionspennan ${stem}`.trim() : stem;
  return `${safe}.${extension}`;
}

/** Leading dots hide a file, leading dashes and tildes read as options; trailing dots and spaces are dropped by Windows. */
function trimmed(name: string): string {
  return name.replace(/^(?:[\s.~-]|\u200D)+|(?:[\s.]|\u200D)+$/gu, '');
}

function shortened(name: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('sv', { granularity: 'grapheme' }).segment(name)) {
    bytes += encoder.encode(segment).length;
    if (bytes > MOST_BYTES) return kept;
    kept += segment;
  }
  return kept;
}
