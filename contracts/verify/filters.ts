import { CannotTry } from '../report/cannot-try.ts';
import type { Interaction } from './interaction.ts';

/** Patterns of what is verified; absent ones fit everything. */
export interface Filters {
  readonly description?: RegExp;
  /** Of the sentence of a state. */
  readonly state?: RegExp;
  readonly consumers?: readonly RegExp[];
}

/** A pattern of an option. @throws CannotTry that names the option */
export const patternOf = (option: string, text: string): RegExp => {
  try {
    return new RegExp(text);
  } catch {
    throw new CannotTry(`${option} ${text}: expected a regular expression`);
  }
};

export const isWantedConsumer = ({ consumers = [] }: Filters, consumer: string): boolean =>
  consumers.length === 0 || consumers.some((pattern) => pattern.test(consumer));

/** As Pact's verifier does it: a pattern is searched for, and of several states one is enough. */
export const isWanted = ({ description, state }: Filters, interaction: Interaction): boolean =>
  (description?.test(interaction.description) ?? true) &&
  (state === undefined || interaction.states.some(({ name }) => state.test(name)));
