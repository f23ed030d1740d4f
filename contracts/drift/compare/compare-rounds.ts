import type { KeptAnswer } from '../answer.ts';
import { type Shape, shapeOf } from '../shape/shape-of.ts';
import { compareShapes, isBelow } from './compare-shapes.ts';
import type { Difference, DifferenceGroup } from './difference.ts';

/** What was found in the answers of both sides. */
export interface Comparison {
  readonly groups: readonly DifferenceGroup[];
  /** Ids of the questions that both sides have answered. */
  readonly compared: readonly string[];
  /** Places that the bank itself does not answer in the same way twice; nothing is said about them. */
  readonly unsteady: readonly { readonly question: string; readonly place: string }[];
}

/** `again`: the bank's answers of its second round; empty if it was asked once. */
export const compareRounds = (
  bank: readonly KeptAnswer[],
  again: readonly KeptAnswer[],
  tillbox: readonly KeptAnswer[],
): Comparison => {
  const [seen, seenAgain, ours] = [shapesOf(bank), shapesOf(again), shapesOf(tillbox)];
  const groups = new Map<string, Difference & { questions: string[] }>();
  const unsteady: { question: string; place: string }[] = [];
  const compared: string[] = [];
  for (const [question, shape] of seen) {
    const own = ours.get(question);
    if (!own) continue;
    compared.push(question);
    const repeated = seenAgain.get(question);
    const moving = repeated ? compareShapes(repeated, shape).map(({ place }) => place) : [];
    unsteady.push(...moving.map((place) => ({ question, place })));
    for (const difference of compareShapes(shape, own)) {
      if (moving.some((place) => concerns(place, difference.place))) continue;
      const key = JSON.stringify(Object.entries(difference).sort());
      const group = groups.get(key);
      if (group) group.questions.push(question);
      else groups.set(key, { ...difference, questions: [question] });
    }
  }
  return { groups: [...groups.values()], compared, unsteady };
};

const concerns = (moving: string, place: string): boolean =>
  moving === place || isBelow(place, moving) || isBelow(moving, place);

const shapesOf = (answers: readonly KeptAnswer[]): ReadonlyMap<string, Shape> =>
  new Map(answers.map((answer) => [answer.question, shapeOf(answer)]));
