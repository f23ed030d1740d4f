import { errorCodeOf } from '../../../banks/error-code.ts';
import { actionCodes } from '../../../data/action-codes.ts';
import { errorCodes } from '../../../data/error-codes.ts';
import { panelLabel } from '../../../data/panel-labels.ts';
import { type TestCard, testCards } from '../../../data/test-cards.ts';
import { brandOf } from '../../../domain/card.ts';
import type { RefusalReason } from '../../../domain/errors/refused.ts';
import type { Language } from '../../../domain/orders/order.ts';
import { cardForActionCode } from '../../../issuer/code-range.ts';
import type { Scenario } from '../../../scenario-engine/scenario.ts';
import type { Visit } from '../../page.ts';
import { hasConditions } from '../scenarios/groups.ts';
import { adviceIn, type Words } from '../scenarios/scenario-words.ts';
import { errorAdvice } from './error-advice.ts';

const languages = ['en', 'ru', 'kk'] as const satisfies readonly Language[];

/** A text in the language of the visit, and in the other two. */
interface Meaning {
  readonly text: string;
  readonly others: readonly { readonly lang: Language; readonly text: string }[];
}

const meaningIn = ({ language }: Visit, texts: Readonly<Record<Language, string>>): Meaning => ({
  text: texts[language],
  others: languages.flatMap((lang) => (lang === language ? [] : [{ lang, text: texts[lang] }])),
});

/** Whether a text has every word of the search. */
const has = (search: string, ...texts: readonly string[]): boolean => {
  const whole = texts.join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word));
};

/** A card number as it is printed: by fours, American Express 4-6-5. */
export const inGroups = (pan: string): string =>
  /^3[47]/.test(pan) ? pan.replace(/^(.{4})(.{6})/, '$1 $2 ') : pan.replace(/(.{4})(?=.)/g, '$1 ');

export interface CardRow {
  readonly pan: string;
  readonly printed: string;
  readonly brand: string;
  readonly expiry: string;
  readonly cvc: string;
  readonly label: string;
  readonly actionCode: number;
}

/** The published test cards with these words. */
export const cardRows = ({ language }: Visit, search: string): readonly CardRow[] =>
  testCards
    .map((card) => ({ ...card, label: panelLabel(card.label, language), english: card.label }))
    .filter(({ pan, label, english }) => has(search, pan, inGroups(pan), label, english, brandOf(pan)))
    .map(({ pan, expiry, cvc, label, actionCode }) => ({
      pan,
      printed: inGroups(pan),
      brand: brandOf(pan),
      expiry: printedExpiry({ expiry }),
      cvc,
      label,
      actionCode,
    }));

/** `12/34` */
export const printedExpiry = ({ expiry }: Pick<TestCard, 'expiry'>): string =>
  `${expiry.slice(4)}/${expiry.slice(2, 4)}`;

export interface CodeRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly meaning: Meaning;
  readonly advice: Words | undefined;
  /** A scenario about it. */
  readonly scenario?: { readonly name: string; readonly href: string };
  /** The card number that leads to it. */
  readonly pan?: string;
}

/** The action codes with these words. */
export const actionCodeRows = (visit: Visit, scenarios: readonly Scenario[], search: string): readonly CodeRow[] => {
  const examples = exampleByCode(scenarios);
  return actionCodes
    .filter(({ code, name, en, ru, kk }) => has(search, String(code), name, en, ru, kk))
    .map(({ code, name, en, ru, kk }) => {
      const scenario = examples.get(code);
      return {
        id: String(code),
        code: String(code),
        name,
        meaning: meaningIn(visit, { en, ru, kk }),
        advice: scenario && adviceIn(visit, scenario),
        ...(scenario && {
          scenario: { name: scenario.name, href: visit.link('/scenarios', { name: scenario.name }) },
        }),
        pan: cardForActionCode(code),
      };
    });
};

/** For each code the plainest scenario that ends with it: one attempt, and little else said about it. */
const exampleByCode = (scenarios: readonly Scenario[]): ReadonlyMap<number, Scenario> => {
  const found = new Map<number, Scenario>();
  const plain = scenarios.filter(
    (one) =>
      one.attempts.length === 1 &&
      one.gateway.length + one.callbacks.length + one.later.length === 0 &&
      !hasConditions(one),
  );
  for (const scenario of plain.toSorted((one, other) => detailOf(one) - detailOf(other))) {
    const { actionCode } = scenario.expect;
    if (actionCode !== undefined && !found.has(actionCode)) found.set(actionCode, scenario);
  }
  return found;
};

/** How much a scenario says about its attempt; of two that say the same, the one with the shorter name counts. */
const detailOf = ({ name, attempts }: Scenario): number =>
  1000 * Object.keys(attempts[0]?.plan ?? {}).length + name.length;

/** The reasons for which the gateway refuses calls, with these words. */
export const errorCodeRows = (visit: Visit, search: string): readonly CodeRow[] =>
  (Object.keys(errorCodes) as readonly RefusalReason[])
    .map((reason) => ({ reason, code: errorCodeOf(visit.context.bank, reason), texts: errorCodes[reason] }))
    .filter(({ reason, code, texts: { en, ru, kk } }) => has(search, code, reason, en, ru, kk))
    .toSorted((one, other) => Number(one.code) - Number(other.code))
    .map(({ reason, code, texts: { en, ru, kk } }) => {
      const advice = errorAdvice[reason];
      return {
        id: reason,
        code,
        name: reason,
        meaning: meaningIn(visit, { en, ru, kk }),
        advice: advice === undefined ? undefined : { text: visit.say(advice) },
      };
    });
