import type { ActMoment, BankAct } from '../../domain/orders/bank-act.ts';
import { type Duration, inUnits, milliseconds } from '../../text/duration.ts';
import type { LaterStep } from '../scenario.ts';
import { flag } from './setting.ts';
import { type AnyStep, readKeys, stepThat, type TextPair } from './step.ts';

/** `since`: the default of the entry; `sentence`: the words after "the bank ...". */
type LaterReading = Pick<LaterStep, 'amountMinor' | 'since' | 'sentence'>;

const step = stepThat<LaterReading>();

/** `true` for all of the money, or an amount. */
const allOrAmount = {
  type: 'anyOf',
  expected: 'true for everything, or a whole number of minor units above 0',
  expectedInRussian: 'true — всё, или целое число минимальных единиц больше 0',
  settings: [flag, { type: 'wholeNumber', least: 1 }],
  example: 500,
} as const;

const moneyStep = (about: TextPair, verb: string) =>
  step(allOrAmount, about, (amount) => ({
    ...(amount !== true && { amountMinor: amount }),
    since: 'paid',
    sentence: `${verb} ${amount === true ? 'everything' : `${amount} minor units`}`,
  }));

/** Every key under `do` of a later step. */
export const laterSteps = {
  expire: step(flag, { en: 'The time to pay is over.', ru: 'Время на оплату вышло.' }, () => ({
    since: 'registered',
    sentence: 'lets the order expire',
  })),
  capture: moneyStep(
    {
      en: 'The bank takes held money: all of it, or this many minor units.',
      ru: 'Банк списывает удержанные деньги: все или столько минимальных единиц.',
    },
    'captures',
  ),
  reverse: moneyStep(
    {
      en: 'The bank cancels the payment: all of it, or this many minor units of held money.',
      ru: 'Банк отменяет платёж: весь или столько минимальных единиц удержанной суммы.',
    },
    'reverses',
  ),
  refund: moneyStep(
    {
      en: 'The bank gives captured money back: all of it, or this many minor units.',
      ru: 'Банк возвращает списанные деньги: все или столько минимальных единиц.',
    },
    'refunds',
  ),
  chargeback: step(
    flag,
    { en: "The payer's bank takes captured money back.", ru: 'Банк покупателя отзывает списанные деньги (чарджбэк).' },
    () => ({
      since: 'paid',
      sentence: 'charges the payment back',
    }),
  ),
} as const satisfies Readonly<Record<BankAct, AnyStep<LaterReading>>>;

/** One entry of `later`, with settings that fit. */
export interface LaterEntry {
  readonly after: Duration;
  readonly since?: ActMoment | undefined;
  readonly do: Readonly<Record<string, unknown>>;
}

const moments: Readonly<Record<ActMoment, string>> = {
  registered: 'the order is registered',
  'at-acs': "the payer comes to the issuer's page",
  paid: 'the order is paid',
};

export const readLaterStep = ({ after, since, do: entry }: LaterEntry): LaterStep => {
  const [reading] = readKeys<LaterReading>(laterSteps, entry);
  if (!reading) throw new TypeError('a later step does nothing');
  const [act, { sentence, ...planned }] = reading;
  const moment = since ?? planned.since;
  const afterMs = milliseconds(after);
  return {
    act: act as BankAct,
    ...planned,
    since: moment,
    afterMs,
    sentence: `${sentence} ${inUnits(afterMs)} after ${moments[moment]}`,
  };
};

/** Why an entry of `later` is impossible; undefined if it is not. */
export const contradictionInLaterStep = ({ do: entry }: LaterEntry): string | undefined => {
  const [one, other] = readKeys<LaterReading>(laterSteps, entry).map(([key]) => key);
  return other && `${one} and ${other} contradict each other: each entry is one act`;
};

/** The sentences of the acts in Russian. `{name}` stands for a value. */
// biome-ignore format: one line per row
export const laterSentencesInRussian: readonly (readonly [english: string, russian: string])[] = [
  ['lets the order expire', 'даёт заказу истечь'],
  ['captures everything', 'списывает всё'],
  ['captures {count} minor units', 'списывает {count} минимальных единиц валюты'],
  ['reverses everything', 'отменяет всё'],
  ['reverses {count} minor units', 'отменяет {count} минимальных единиц валюты'],
  ['refunds everything', 'возвращает всё'],
  ['refunds {count} minor units', 'возвращает {count} минимальных единиц валюты'],
  ['charges the payment back', 'проводит чарджбэк'],
];
