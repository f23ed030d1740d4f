import type { Bank } from '../../../simulator/banks/bank.ts';
import { errorCodeOf } from '../../../simulator/banks/error-code.ts';
import { gatewayEndpoints } from '../../../simulator/gateway/endpoints.ts';
import { refusalsAt } from '../../../simulator/http/call/possible-refusals.ts';
import { askTillbox } from '../ask-tillbox.ts';
import { allQuestions } from '../questions/all.ts';
import { shapeOf } from '../shape/shape-of.ts';
import { type Announcement, announcedIn } from './announcement.ts';
import { type LooseShape, looseShapeOf } from './loose-shape.ts';
import { moreAnswers } from './more-answers.ts';

/** What tillbox answers, by call and by what the answer announces. */
export interface Reference {
  /** The shapes of every answer of tillbox to this call that announces the same; empty if there is none. */
  readonly shapesFor: (call: string, announced: Announcement) => readonly LooseShape[];
  /** The codes with which tillbox can refuse this call; empty if it does not know the call. */
  readonly codesOf: (call: string) => ReadonlySet<string>;
}

const everything = { cards: true, byHand: true, wrongPassword: true };

/** Asks tillbox every question and more, and sorts its answers. */
export const referenceOf = async (bank: Bank): Promise<Reference> => {
  const calls = new Map(allQuestions.map(({ id, call }) => [id, call]));
  const shapes = new Map<string, LooseShape[]>();
  const { answers } = await askTillbox(bank, everything);
  const asked = answers.map((answer) => ({ call: calls.get(answer.question) ?? '', answer }));
  for (const { call, answer } of [...asked, ...(await moreAnswers(bank))]) {
    const announced = announcedIn(call, answer.body);
    if (announced === undefined) continue;
    const key = keyOf(call, announced);
    shapes.set(key, [...(shapes.get(key) ?? []), looseShapeOf(shapeOf(answer))]);
  }
  return {
    shapesFor: (call, announced) => shapes.get(keyOf(call, announced)) ?? [],
    codesOf: (call) => codesAt(bank, call),
  };
};

const keyOf = (call: string, { kind }: Announcement): string => `${call} ${kind}`;

const codesAt = (bank: Bank, call: string): ReadonlySet<string> => {
  const endpoint = gatewayEndpoints.find(({ path }) => path === call);
  return new Set(endpoint ? refusalsAt(endpoint, bank).map((reason) => errorCodeOf(bank, reason)) : []);
};
