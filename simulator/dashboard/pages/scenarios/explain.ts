import type { ScenarioExplanation } from '../../../../client/index.ts';
import { testCards } from '../../../data/test-cards.ts';
import { readCodeRange } from '../../../issuer/code-range.ts';
import type { Visit } from '../../page.ts';
import { refusalOf } from '../../refusal-of.ts';
import { sayDecider, sayStory } from '../../texts/story-words.ts';
import { minorOf } from '../../ui/minor-of.ts';
import { codeWords } from './what-happens.ts';

/** A field of the form. */
interface ExplainField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly error?: string;
}

/** The form about an order, and the scenario that it would meet. */
export interface ExplainView {
  readonly isOpen: boolean;
  readonly fields: readonly ExplainField[];
  readonly cards: readonly string[];
  readonly verdict?: Verdict;
  /** Why there is none. */
  readonly problem?: string;
}

interface Verdict {
  readonly title: string;
  readonly href?: string;
  readonly end: string;
  readonly asked: readonly { readonly decider: string; readonly decided: boolean; readonly because: string }[];
}

export const explainView = async (visit: Visit): Promise<ExplainView> => {
  const { query } = visit;
  const isOpen = query.has('explain');
  const asked = askedOf(visit);
  // A number that may belong to somebody stands in no link of the page.
  if (!isShown(query.get('card') ?? '')) query.delete('card');
  const form = { isOpen, fields: fieldsOf(visit, asked.errors), cards: testCards.map(({ pan }) => pan) };
  if (!isOpen || Object.keys(asked.errors).length > 0) return form;
  try {
    return {
      ...form,
      verdict: verdictOf(visit, await visit.sandbox.explainScenario(visit.context.merchant, asked.order)),
    };
  } catch (error) {
    const problem = refusalOf(error, visit.language);
    if (problem === undefined) throw error;
    return { ...form, problem };
  }
};

const texts = ['number', 'email', 'clientId', 'description'] as const;

const askedOf = ({ say, query, context }: Visit) => {
  const given = (name: string): string | undefined => query.get(name)?.trim() || undefined;
  const errors: Record<string, string> = {};
  const amount = given('amount');
  const amountMinor = amount === undefined ? undefined : minorOf(amount, context.bank.currency);
  if (amount !== undefined && amountMinor === undefined)
    errors['amount'] = say('{sum} is no amount; expected one such as 150.00', { sum: amount });
  const card = given('card')?.replaceAll(/\s/g, '');
  if (card !== undefined && !/^\d{12,19}$/.test(card)) errors['card'] = say('A card number has 12 to 19 digits.');
  const attempt = given('attempt');
  if (attempt !== undefined && !/^[1-9]\d{0,2}$/.test(attempt)) errors['attempt'] = say('A try is a number from 1.');
  const [orderNumber, email, clientId, description] = texts.map(given);
  const order = {
    ...(amountMinor !== undefined && { amountMinor }),
    ...(card !== undefined && { card }),
    ...(attempt !== undefined && { attempt: Number(attempt) }),
    ...(orderNumber !== undefined && { orderNumber }),
    ...(email !== undefined && { email }),
    ...(clientId !== undefined && { clientId }),
    ...(description !== undefined && { description }),
  };
  return { order, errors };
};

const fieldsOf = ({ say, query }: Visit, errors: Readonly<Record<string, string>>): readonly ExplainField[] =>
  [
    { name: 'amount', label: say('Amount'), placeholder: '15000.00' },
    { name: 'card', label: say('Card number'), placeholder: '4444 5555 1111 3333' },
    { name: 'number', label: say('Order number'), placeholder: 'decline-1' },
    { name: 'attempt', label: say('Which try'), placeholder: '1' },
    { name: 'email', label: say('E-mail'), placeholder: 'anna+declined@example.com' },
    { name: 'clientId', label: say('Client ID'), placeholder: 'expired-7' },
    { name: 'description', label: say('Description'), placeholder: '#slow-bank' },
  ].map((field) => {
    const error = errors[field.name];
    return { ...field, value: query.get(field.name) ?? '', ...(error !== undefined && { error }) };
  });

const isShown = (card: string): boolean => {
  const pan = card.replaceAll(/\s/g, '');
  return pan.length < 12 || testCards.some((one) => one.pan === pan) || readCodeRange(pan) !== undefined;
};

const verdictOf = (visit: Visit, explained: ScenarioExplanation): Verdict => {
  const { say, link } = visit;
  const { scenario, explanation, actionCode, parts } = explained;
  const others = parts.flatMap((part) => (part.scenario === undefined ? [] : [part]));
  const name = scenario ?? others[0]?.scenario;
  return {
    title: name === undefined ? say('No scenario decides: the card does.') : say('Scenario {name} decides.', { name }),
    ...(name !== undefined && { href: link('/scenarios', { name }) }),
    end:
      actionCode === undefined
        ? say("The payer decides about the end on the issuer's page.")
        : actionCode === 0
          ? say('The payment would be approved.')
          : say('The payment would be declined, {why}.', { why: codeWords(visit, actionCode) }),
    asked: [explanation, ...others.map((part) => part.explanation)].flat().map(({ decider, decided, because }) => ({
      decider: sayDecider(visit, decider),
      decided,
      because: sayStory(visit, because),
    })),
  };
};
