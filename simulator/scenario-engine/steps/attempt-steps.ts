import { actionCodeNamed, actionCodeRow, actionCodes } from '../../data/action-codes.ts';
import type { AttemptPlan, ChallengeEnd } from '../../domain/orders/attempt-plan.ts';
import { inUnits, milliseconds } from '../../text/duration.ts';
import type { PlannedAttempt } from '../scenario.ts';
import { flag, type ValueOf } from './setting.ts';
import { type AnyStep, contradictionAmong, readKeys, type SomeOf, stepThat } from './step.ts';

interface AttemptReading {
  readonly plan: SomeOf<AttemptPlan>;
  /** The words after "the bank ...". */
  readonly sentence: string;
  /** The attempt ends before the bank is asked. */
  readonly endsInThreeDs?: boolean;
}

const step = stepThat<AttemptReading>();

const challengeSentences: Readonly<Record<ChallengeEnd | 'unavailable', string>> = {
  payer: 'asks for a challenge, which ends as the payer answers',
  passed: 'asks for a challenge, which is passed',
  failed: 'asks for a challenge, which fails',
  cancelled: 'asks for a challenge, which is cancelled',
  'timed-out': 'asks for a challenge, which times out',
  abandoned: 'asks for a challenge, from which the payer never comes back',
  unavailable: 'cannot be reached for 3-D Secure',
};

const challengeMeanings: Readonly<Record<keyof typeof challengeSentences, string>> = {
  payer: 'As the payer answers: the right code passes, another one fails.',
  passed: 'It passes, and the bank is asked.',
  failed: 'It fails, whatever the payer types.',
  cancelled: 'The payer cancels it.',
  'timed-out': 'The payer answers too late for the issuer.',
  abandoned: "The payer never comes back from the issuer's page.",
  unavailable: '3-D Secure cannot be reached, so that there is no challenge.',
};

const challengeMeaningsInRussian: typeof challengeMeanings = {
  payer: 'Как ответит покупатель: с верным кодом пройдена, с другим — нет.',
  passed: 'Пройдена, и платёж идёт в банк.',
  failed: 'Не пройдена, что бы ни ввёл покупатель.',
  cancelled: 'Покупатель её отменяет.',
  'timed-out': 'Покупатель отвечает, когда время у эмитента уже вышло.',
  abandoned: 'Покупатель не возвращается со страницы эмитента.',
  unavailable: '3-D Secure недоступен, и проверки нет.',
};

const declines = actionCodes.filter(({ group }) => group !== 'approved');

/** The name of an action code without dashes, and without a number at its end. */
const codeInWords = (name: string, code: number): string =>
  name
    .replace(code < 0 ? `-minus-${-code}` : `-${code}`, '')
    .replaceAll('-', ' ')
    .replace('three ds', '3-D Secure');

/** The issuer demands authentication. Source: BPC action codes. */
const threeDsDemanded = 1434;

/** Every key of an attempt, in the order of their sentences. */
export const attemptSteps = {
  withoutThreeDs: step(
    flag,
    { en: 'The payment goes to the bank without 3-D Secure.', ru: 'Платёж идёт в банк без 3-D Secure.' },
    () => ({
      plan: { route: 'none' },
      sentence: 'skips 3-D Secure',
    }),
  ),
  frictionless: step(
    flag,
    { en: '3-D Secure passes without a question to the payer.', ru: '3-D Secure проходит без вопросов к покупателю.' },
    () => ({
      plan: { route: 'frictionless' },
      sentence: 'authenticates the payer without a challenge',
    }),
  ),
  attempt: step(
    flag,
    {
      en: '3-D Secure is only attempted, because the issuer takes no part in it; the payment continues.',
      ru: '3-D Secure остаётся попыткой: эмитент в нём не участвует; платёж продолжается.',
    },
    () => ({ plan: { route: 'attempt' }, sentence: 'lets 3-D Secure end as an attempt' }),
  ),
  challenge: step(
    {
      type: 'oneOf',
      expected: 'the end of a challenge',
      values: Object.keys(challengeSentences) as (keyof typeof challengeSentences)[],
      meanings: challengeMeanings,
      meaningsInRussian: challengeMeaningsInRussian,
      example: 'passed',
    },
    {
      en: "The payer is sent to the issuer's page, and the challenge ends in this way.",
      ru: 'Покупателя отправляют на страницу эмитента, и проверка заканчивается так.',
    },
    (end) => ({
      plan: end === 'unavailable' ? { route: 'unavailable' } : { route: 'challenge', challengeEnd: end },
      sentence: challengeSentences[end],
      endsInThreeDs: end !== 'passed' && end !== 'payer',
    }),
  ),
  delay: step(
    {
      type: 'time',
      expected: 'a time such as 200ms, 2s or 1m, at most 10 minutes',
      expectedInRussian: 'время, например 200ms, 2s или 1m, не больше 10 минут',
      longestMs: 600_000,
      example: '2s',
    },
    { en: 'How long the bank thinks before it answers.', ru: 'Сколько банк думает перед ответом.' },
    (time) => ({
      plan: { delayMs: milliseconds(time) },
      sentence: `thinks for ${inUnits(milliseconds(time))}`,
    }),
  ),
  pending: step(
    {
      type: 'time',
      expected: 'a time such as 10m, 2h or 3d, at most 30 days',
      expectedInRussian: 'время, например 10m, 2h или 3d, не больше 30 дней',
      longestMs: 30 * 86_400_000,
      example: '10m',
    },
    {
      en: "The bank leaves its decision open: the payer goes back to the shop, and `orderStatus` is 7 until this time of the merchant's clock is over. Then the verdict of the same entry applies.",
      ru: 'Банк не принимает решения: покупатель возвращается в магазин, а `orderStatus` остаётся равным 7, пока не пройдёт это время по часам мерчанта. Затем действует решение из того же элемента.',
    },
    (time) => ({
      plan: { pendingMs: milliseconds(time) },
      sentence: `leaves it open for ${inUnits(milliseconds(time))}`,
    }),
  ),
  approve: step(flag, { en: 'The bank approves the whole amount.', ru: 'Банк одобряет всю сумму.' }, () => ({
    plan: { verdict: { kind: 'approve' } },
    sentence: 'approves the payment',
  })),
  partialApproval: step(
    {
      type: 'wholeNumber',
      expected: 'a whole number of minor units above 0',
      expectedInRussian: 'целое число минимальных единиц больше 0',
      least: 1,
      example: 500,
    },
    {
      en: 'The bank approves only this much of the amount, in minor units.',
      ru: 'Банк одобряет только эту часть суммы, в минимальных единицах.',
    },
    (approvedMinor) => ({
      plan: { verdict: { kind: 'approve', approvedMinor } },
      sentence: `approves only ${approvedMinor} minor units`,
    }),
  ),
  decline: step(
    {
      type: 'oneOf',
      expected: 'an action code or its name',
      expectedInRussian: 'код ответа или его имя',
      values: [...declines.map(({ name }) => name), ...declines.map(({ code }) => code)],
      meanings: Object.fromEntries(
        declines.flatMap(({ name, code, en }) => [
          [name, `${en} (${code})`],
          [code, `${en} (${name})`],
        ]),
      ),
      example: 'insufficient-funds',
    },
    {
      en: 'The bank declines with this action code, given by number or by name.',
      ru: 'Банк отказывает с этим кодом ответа, заданным номером или именем.',
    },
    (reason) => {
      const row = typeof reason === 'number' ? actionCodeRow(reason) : actionCodeNamed(reason);
      if (!row) throw new TypeError(`no action code is called ${reason}`);
      return {
        plan: { verdict: { kind: 'decline', actionCode: row.code } },
        sentence: `declines the card (${codeInWords(row.name, row.code)}, ${row.code})`,
      };
    },
  ),
  softDecline: step(
    flag,
    {
      en: 'Without 3-D Secure the bank declines with 1434: it demands that the payer is authenticated first.',
      ru: 'Без 3-D Secure банк отказывает с кодом 1434: он требует сначала проверить покупателя.',
    },
    () => ({
      plan: { route: 'none', verdict: { kind: 'decline', actionCode: threeDsDemanded } },
      sentence: `skips 3-D Secure, then declines because it demands it (soft decline, ${threeDsDemanded})`,
    }),
  ),
} as const satisfies Readonly<Record<string, AnyStep<AttemptReading>>>;

type Steps = typeof attemptSteps;

/** One entry of `attempts`, with settings that fit. */
export type AttemptEntry = { readonly [Key in keyof Steps]?: ValueOf<Steps[Key]['setting']> | undefined };

export const readAttempt = (entry: AttemptEntry): PlannedAttempt => {
  const readings = readKeys<AttemptReading>(attemptSteps, entry).map(([, reading]) => reading);
  return {
    plan: Object.assign({}, ...readings.map(({ plan }) => plan)) as AttemptPlan,
    sentence: readings.map(({ sentence }) => sentence).join(', '),
  };
};

/** Why the keys of an entry contradict each other; undefined if they do not. */
export const contradictionInAttempt = (entry: AttemptEntry): string | undefined =>
  contradictionAmong(readKeys<AttemptReading>(attemptSteps, entry), (one, other) => {
    const shared = (Object.keys(partsInWords) as (keyof AttemptPlan)[]).find(
      (part) => part in one.plan && part in other.plan,
    );
    if (shared) return partsInWords[shared];
    const bankIsNeverAsked = (one.endsInThreeDs && asksBank(other)) || (other.endsInThreeDs && asksBank(one));
    return bankIsNeverAsked ? 'the attempt ends in 3-D Secure, so that the bank is never asked' : undefined;
  });

const partsInWords: Readonly<Record<keyof AttemptPlan, string>> = {
  route: 'both choose the way through 3-D Secure',
  challengeEnd: 'both end the challenge',
  verdict: 'both are the answer of the bank',
  failsWith: 'both give the code of a failed 3-D Secure',
  delayMs: 'both set the delay',
  pendingMs: 'both set how long it is pending',
};

const asksBank = ({ plan }: AttemptReading): boolean => plan.verdict !== undefined || plan.pendingMs !== undefined;

/** The sentences of the steps in Russian, in parts between commas. `{name}` stands for a value. */
// biome-ignore format: one line per row
export const attemptSentencesInRussian: readonly (readonly [english: string, russian: string])[] = [
  ['skips 3-D Secure', 'пропускает 3-D Secure'],
  ['authenticates the payer without a challenge', 'подтверждает покупателя без проверки'],
  ['lets 3-D Secure end as an attempt', 'засчитывает попытку 3-D Secure'],
  ['asks for a challenge', 'требует подтверждения'],
  ['which ends as the payer answers', 'которое закончится так, как ответит покупатель'],
  ['which is passed', 'которое пройдено'],
  ['which fails', 'которое не пройдено'],
  ['which is cancelled', 'которое отменено'],
  ['which times out', 'на которое не хватило времени'],
  ['from which the payer never comes back', 'с которого покупатель не возвращается'],
  ['cannot be reached for 3-D Secure', 'недоступен для 3-D Secure'],
  ['thinks for {time}', 'думает {time}'],
  ['leaves it open for {time}', 'не принимает решения {time}'],
  ['approves the payment', 'одобряет платёж'],
  ['approves only {count} minor units', 'одобряет только {count} минимальных единиц валюты'],
  ['declines the card ({meaning}, {code})', 'отклоняет карту ({meaning}, {code})'],
  ['then declines because it demands it (soft decline, {code})', 'затем отклоняет, потому что требует его (мягкий отказ, {code})'],
];
