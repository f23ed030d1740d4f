import { operationQuestions } from './operation-questions.ts';
import { cardQuestions, handQuestions, handRegistrations } from './paid-questions.ts';
import type { Question } from './question.ts';
import { registerQuestions } from './register-questions.ts';
import { firstQuestion, statusQuestions, unknownCallQuestion, wrongPasswordQuestion } from './status-questions.ts';

/** Asked of every gateway, twice of the bank. */
const plainQuestions: readonly Question[] = [
  firstQuestion,
  ...registerQuestions,
  ...statusQuestions,
  ...operationQuestions,
  unknownCallQuestion,
];

/** What is asked beside the questions of every run. */
export interface WiderRun {
  readonly cards: boolean;
  readonly byHand: boolean;
  readonly wrongPassword: boolean;
}

/** The questions of a run, by when they are asked: `repeated` twice of the bank, the others once. */
export const questionsFor = ({ cards, byHand, wrongPassword }: WiderRun) => ({
  repeated: [...plainQuestions, ...(cards ? cardQuestions : [])],
  registrations: byHand ? handRegistrations : [],
  afterPayment: byHand ? handQuestions : [],
  last: wrongPassword ? [wrongPasswordQuestion] : [],
});

/** Every question that there is. */
export const allQuestions: readonly Question[] = Object.values(
  questionsFor({ cards: true, byHand: true, wrongPassword: true }),
).flat();
