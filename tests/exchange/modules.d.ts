declare module 'validate-web-annotation' {
  /** True when a single annotation fits a JSON schema of the Web Annotation Data Model. */
  export default function validateAnnotation(annotation: unknown): boolean;
}
