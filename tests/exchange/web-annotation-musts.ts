/**
 * The MUSTs of W3C's Web Annotation Data Model (Recommendation of 2017-02-23) for what an export can hold,
 * written from the text of the Recommendation and without knowledge of the exporter. Numbers are its sections.
 */

type Node = Record<string, unknown>;

const MOTIVATIONS = new Set([
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
]);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value);
}

function isInstant(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value);
}

/** Every MUST that a collection breaks, with the place. */
export function violations(file: unknown): string[] {
  const broken: string[] = [];
  const must = (holds: boolean, rule: string) => {
    if (!holds) broken.push(rule);
  };
  if (!isNode(file)) return ['5.1 a collection is an object'];

  must(list(file['@context']).includes('http://www.w3.org/ns/anno.jsonld'), '5.1 @context holds the anno context');
  must(isIri(file.id), '5.1 exactly 1 id, an IRI');
  must(list(file.type).includes('AnnotationCollection'), '5.1 type AnnotationCollection');
  must(file.total === undefined || (Number.isInteger(file.total) && Number(file.total) >= 0), '5.1 total is a count');
  must(isNode(file.first) || isIri(file.first), '5.1 a collection that is not empty has exactly 1 first page');
  if (!isNode(file.first)) return broken;

  const page = file.first;
  must(isIri(page.id), '5.2 a page has exactly 1 id');
  must(list(page.type).includes('AnnotationPage'), '5.2 type AnnotationPage');
  must(Array.isArray(page.items), '5.2 a page has the list items');
  must(page.partOf === undefined || page.partOf === file.id, '5.2 partOf is the collection');
  must(list(page.items).length === file.total, '5.1 one page holds all there are');
  list(page.items).forEach((item, index) => {
    broken.push(...annotationViolations(item).map((rule) => `items[${index}]: ${rule}`));
  });
  return broken;
}

function annotationViolations(item: unknown): string[] {
  if (!isNode(item)) return ['3.1 an annotation is an object'];
  const broken: string[] = [];
  const must = (holds: boolean, rule: string) => {
    if (!holds) broken.push(rule);
  };
  must(isIri(item.id), '3.1 exactly 1 id, an IRI');
  must(list(item.type).includes('Annotation'), '3.1 type Annotation');
  must(list(item.target).length >= 1, '3.1 one or more targets');
  for (const time of ['created', 'modified']) {
    must(item[time] === undefined || isInstant(item[time]), `3.3.2 ${time} is one xsd:dateTime`);
  }
  for (const motivation of list(item.motivation))
    must(MOTIVATIONS.has(String(motivation)), '3.3.5 motivation is known');
  for (const body of list(item.body)) broken.push(...bodyViolations(body));
  for (const target of list(item.target)) broken.push(...specificResourceViolations(target));
  return broken;
}

function bodyViolations(body: unknown): string[] {
  if (isIri(body)) return [];
  if (!isNode(body)) return ['3.2 a body is an IRI or an object'];
  const purposes = list(body.purpose).every((purpose) => MOTIVATIONS.has(String(purpose)));
  const broken = purposes ? [] : ['3.3.5 purpose is known'];
  if (!list(body.type).includes('TextualBody')) return [...broken, ...specificResourceViolations(body)];
  if (typeof body.value !== 'string') broken.push('3.2.4 a TextualBody has exactly 1 value');
  if (Array.isArray(body.format)) broken.push('3.2.4 at most 1 format');
  return broken;
}

function specificResourceViolations(resource: unknown): string[] {
  if (isIri(resource)) return [];
  if (!isNode(resource)) return ['4 a target is an IRI or an object'];
  const { source } = resource;
  const broken = isIri(source) || (isNode(source) && isIri(source.id)) ? [] : ['4 exactly 1 source'];
  for (const selector of list(resource.selector)) broken.push(...selectorViolations(selector));
  return broken;
}

function selectorViolations(selector: unknown): string[] {
  if (!isNode(selector)) return ['4.2 a selector is an object'];
  const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
  const isOptionalText = (value: unknown) => value === undefined || typeof value === 'string';
  const { type, exact, prefix, suffix, start, end, value, conformsTo } = selector;
  switch (type) {
    case 'TextQuoteSelector':
      return typeof exact === 'string' && isOptionalText(prefix) && isOptionalText(suffix)
        ? []
        : ['4.2.4 exactly 1 exact, at most 1 prefix and suffix'];
    case 'TextPositionSelector':
      return isCount(start) && isCount(end) ? [] : ['4.2.5 exactly 1 start and 1 end, not negative'];
    case 'FragmentSelector':
      return typeof value === 'string' && (conformsTo === undefined || isIri(conformsTo))
        ? []
        : ['4.2.1 exactly 1 value, at most 1 conformsTo'];
    default:
      return [`4.2 unknown selector ${String(type)}`];
  }
}
