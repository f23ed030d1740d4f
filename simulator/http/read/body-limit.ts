/** Largest request body, in bytes. Source: Tomcat's default limit for form bodies. */
export const largestBody = 2 * 1024 * 1024;

/** The largest state of a merchant, in bytes: about 30,000 orders. */
export const largestState = 64 * 2 ** 20;

/** Most parameters of a form. Source: Tomcat's default limit. */
export const mostParameters = 10_000;

/** The body is larger than any real request, or has more parts: HTTP 413. */
export class BodyTooLarge extends Error {
  readonly status = 413;
  readonly expose = true;
}

export const tooManyParameters = (): BodyTooLarge =>
  new BodyTooLarge(`a form may have at most ${mostParameters} parameters`);
