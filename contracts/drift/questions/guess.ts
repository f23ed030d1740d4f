import { errorCodes } from '../../../simulator/data/error-codes.ts';
import { allQuestions } from './all.ts';

const guesses: ReadonlySet<string> = new Set(
  allQuestions
    .filter(({ refusedFor }) => refusedFor && errorCodes[refusedFor].confidence === 'guess')
    .map(({ id }) => id),
);

/** Whether the answer of tillbox to a question is a guess of its own, so that another answer of a bank is no change there. */
export const isGuess = (question: string): boolean => guesses.has(question);
