import { provisionKey, provisionNames, provisionUrl } from '../detection/citations/describe';
import { provisionFacts } from '../detection/citations/facts';
import type { Provision } from '../detection/types';
import type { Annotation } from '../storage/schema';
import { citedPage, type FileLanguage, pageText } from './citation-words';
import type { ExportContents } from './export-options';
import { documentTitle } from './fields';
import type { FileWords } from './words';

/** A provision that annotations cite, once however it was cited. */
export interface UsedProvision {
  key: string;
  /** "SoL 5:1a". */
  short: string;
  /** "5 kap. 1 a § socialtjänstlagen (2001:453)". */
  long: string;
  /** Where it can be read; undefined where that is not sure. */
  url?: string;
  /** ISO, first day no longer in force; undefined while it is in force, and where that is not known. */
  repealed?: string;
  /** False where no register confirms that day. */
  sure: boolean;
  /** What replaced the statute. */
  replacedBy?: string;
  /** False where the law is unknown, so that nothing is said of its force. */
  known: boolean;
  annotations: Annotation[];
  /** Each document that cites it, with the pages: "Granskning av elevhälsan, s. 5, 12". */
  places: string[];
}

/** The provisions of annotations, in the order of law, chapter and section. */
export function usedProvisions(contents: ExportContents, language?: FileLanguage): UsedProvision[] {
  const byKey = new Map<string, { provision: Provision; annotations: Annotation[] }>();
  for (const annotation of contents.annotations) {
    for (const provision of annotation.provisions) {
      const key = provisionKey(provision);
      const used = byKey.get(key);
      if (!used) byKey.set(key, { provision: withoutPart(provision), annotations: [annotation] });
      else if (used.annotations.at(-1) !== annotation) used.annotations.push(annotation);
    }
  }
  const compare = new Intl.Collator('sv', { numeric: true }).compare;
  return [...byKey]
    .map(([key, { provision, annotations }]) => described(key, provision, annotations, contents, language))
    .sort((one, other) => compare(one.short, other.short) || compare(one.key, other.key));
}

/** Stycke and punkt part what the key joins. */
function withoutPart({ paragraph: _, item: __, ...provision }: Provision): Provision {
  return provision;
}

function described(
  key: string,
  provision: Provision,
  annotations: Annotation[],
  contents: ExportContents,
  language: FileLanguage | undefined,
): UsedProvision {
  const facts = provisionFacts(provision);
  return {
    key,
    ...provisionNames(provision),
    url: provisionUrl(provision) ?? undefined,
    repealed: facts.repealed,
    sure: !facts.unsourced.includes('repealed'),
    replacedBy: facts.replacedBy?.name,
    known: provision.sfs !== null || provision.celex !== undefined || provision.series !== undefined,
    annotations,
    places: places(annotations, contents, language),
  };
}

function places(
  annotations: readonly Annotation[],
  contents: ExportContents,
  language: FileLanguage | undefined,
): string[] {
  const pages = new Map<string, Map<number, string | number>>();
  for (const { documentId, target } of annotations) {
    const known = pages.get(documentId) ?? new Map();
    if (target.page !== undefined) known.set(target.page, citedPage(target) ?? target.page);
    pages.set(documentId, known);
  }
  return [...pages].map(([documentId, numbers]) => {
    const title = documentTitle(contents.documents.get(documentId));
    const sorted = [...numbers].sort(([one], [other]) => one - other).map(([, cited]) => cited);
    return sorted.length > 0 ? `${title}, ${plain(pageText(sorted.join(', '), language))}` : title;
  });
}

/** Cells are searched with plain spaces; a working paper binds its words itself. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ');
}

/** What is known of a provision's force: "gällande (ingen upphävning känd)", "upphävd 2025-07-01, ersatt av …", "okänt". */
export function forceText({ known, repealed, sure, replacedBy }: UsedProvision, words: FileWords): string {
  if (!known) return words.forceUnknown;
  return repealed ? words.repealed(repealed, sure, replacedBy) : words.inForce;
}
