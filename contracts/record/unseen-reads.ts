import type { RecordedPact } from '../../simulator/recording/pact-document.ts';
import { nearest } from '../../simulator/text/nearest.ts';
import { CannotTry } from '../report/cannot-try.ts';
import { fieldsOf } from './answer-fields.ts';

/**
 * Refuses a field of `--reads` that no recorded answer has: a misspelt one would be left out of the pact, which then holds
 * at any bank. `whole`: the recording with every field. @throws CannotTry
 */
export const refuseUnseenReads = (reads: readonly string[], whole: RecordedPact): void => {
  const paths = new Set(
    whole.interactions.flatMap(({ response }) => fieldsOf(contentOf(response)).flatMap(withParents)),
  );
  const names = [...paths, ...[...paths].map(lastOf)];
  for (const field of reads.flatMap(fieldsIn)) {
    if (names.includes(field.replace(/^\./, ''))) continue;
    const meant = nearest(field, [...new Set(names)]);
    throw new CannotTry(
      `--reads ${field}: no answer of this run has such a field${meant === undefined ? '' : `; did you mean ${meant}?`}`,
    );
  }
};

const contentOf = (response: unknown): unknown =>
  (response as { readonly body?: { readonly content?: unknown } } | undefined)?.body?.content;

/** `a.b.c`: `a`, `a.b`, `a.b.c`. */
const withParents = (path: string): readonly string[] =>
  path.split('.').map((_, index, names) => names.slice(0, index + 1).join('.'));

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** `refund.do:errorCode;date` is about one call. */
const fieldsIn = (item: string): readonly string[] =>
  item
    .slice(item.indexOf(':') + 1)
    .split(';')
    .filter((field) => field !== '');
