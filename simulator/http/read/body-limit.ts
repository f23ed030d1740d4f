/** Largest request body, in bytes. Source: Tomcat's default limit for form bodies. */
export const largestBody = 2 * 1024 * 1024;

/** The body is larger than any real request: HTTP 413. */
export class BodyTooLarge extends Error {
  readonly status = 413;
  readonly expose = true;
}
