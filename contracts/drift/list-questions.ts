import { questionsFor, type WiderRun } from './questions/all.ts';
import type { Question } from './questions/question.ts';

/** Every question of a run, with how it is asked. */
export const listOfQuestions = (wider: WiderRun): string => {
  const { repeated, registrations, afterPayment, last } = questionsFor(wider);
  const compared = [...repeated, ...afterPayment, ...last].filter(({ isSetUp }) => !isSetUp);
  const setUp = [...repeated, ...registrations].length - repeated.filter(({ isSetUp }) => !isSetUp).length;
  const orders = setUp === 0 ? '' : `, and ${setUp} more orders for them`;
  return [
    ...compared.map(lineOf),
    '',
    `${compared.length} questions${orders}. Those without a person and without a wrong password are asked twice.`,
    '',
  ].join('\n');
};

const lineOf = ({ title, call, method }: Question): string => `${title.padEnd(64)} ${method ?? 'POST'} ${call}`;
