declare module 'validate-web-annotation' {
  /** True when a single annotation fits a JSON schema of the Web Annotation Data Model. */
  export default function validateAnnotation(annotation: unknown): boolean;
}

declare module '@citation-js/core' {
  /** References read from any format that a plugin was loaded for. */
  export class Cite {
    constructor(input: unknown);
    /** As CSL-JSON. */
    data: Record<string, unknown>[];
    format(format: string, options: { template: string }): string;
  }
}

declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
