import { CannotTry } from '../../report/cannot-try.ts';
import type { Difference, DifferenceGroup } from '../compare/difference.ts';
import { readJsonFile } from './read-run.ts';

const fileKind = 'tillbox drift accepted';

/** Differences that are known, and so no news. */
export interface Accepted {
  readonly groups: readonly DifferenceGroup[];
}

export const nothingAccepted: Accepted = { groups: [] };

/** The file of differences that are to be accepted from now on. */
export const textOfAccepted = (groups: readonly DifferenceGroup[]): string =>
  `${JSON.stringify({ kind: fileKind, version: 1, accepted: groups }, undefined, 2)}\n`;

/** The file of `--save-accepted`. @throws CannotTry for anything else */
export const readAccepted = (file: string): Accepted => {
  const given = readJsonFile('--accept', file) as { kind?: unknown; accepted?: unknown } | null;
  const list = given?.kind === fileKind && Array.isArray(given.accepted) ? given.accepted : undefined;
  const isGroup = (group: Partial<DifferenceGroup> | null) =>
    typeof group?.kind === 'string' && typeof group.place === 'string' && Array.isArray(group.questions);
  if (!list?.every(isGroup)) throw new CannotTry(`--accept ${file}: expected a file that --save-accepted has written`);
  return { groups: list };
};

/** What a file of known differences makes of those that were found. */
export interface Sorted {
  readonly unknown: readonly DifferenceGroup[];
  readonly known: readonly DifferenceGroup[];
  /** Accepted ones that are not there any more, of questions that were compared. */
  readonly gone: readonly DifferenceGroup[];
}

export const sortByAccepted = (
  found: readonly DifferenceGroup[],
  { groups: accepted }: Accepted,
  compared: readonly string[],
): Sorted => {
  const questionsOf = (groups: readonly DifferenceGroup[], key: string): readonly string[] =>
    groups.filter((group) => keyOf(group) === key).flatMap(({ questions }) => questions);
  const part = (groups: readonly DifferenceGroup[], isIn: (group: DifferenceGroup, question: string) => boolean) =>
    groups
      .map((group) => ({ ...group, questions: group.questions.filter((question) => isIn(group, question)) }))
      .filter(({ questions }) => questions.length > 0);
  const isKnown = (group: DifferenceGroup, question: string) => questionsOf(accepted, keyOf(group)).includes(question);
  return {
    unknown: part(found, (group, question) => !isKnown(group, question)),
    known: part(found, isKnown),
    gone: part(
      accepted,
      (group, question) => compared.includes(question) && !questionsOf(found, keyOf(group)).includes(question),
    ),
  };
};

const keyOf = ({ kind, place, bank, tillbox }: Difference): string => JSON.stringify([kind, place, bank, tillbox]);
