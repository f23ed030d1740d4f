import { callbackParameterOperations } from '../../data/callback-parameters.ts';
import type { CallbackFaultSettings } from '../../domain/faults/callback-fault.ts';
import { callbackFaults } from '../../domain/faults/callback-faults.ts';
import { describeFault } from '../../domain/faults/fault-rows.ts';
import { milliseconds } from '../../text/duration.ts';
import type { CallbackStep } from '../scenario.ts';
import { flag } from './setting.ts';
import { type AnyStep, type FaultEntry, readKeys, type SomeOf, stepThat, timesInWords } from './step.ts';

type Settings = Partial<CallbackFaultSettings>;

const step = stepThat<SomeOf<CallbackFaultSettings>>();

/** Every key under `do` of a callback step. */
export const callbackSteps = {
  lost: step(flag, { en: 'It is never sent.', ru: 'Не отправляется.' }, () => ({ isLost: true })),
  delay: step(
    {
      type: 'time',
      expected: 'a time such as 30s, 5m or 2h, at most 30 days',
      expectedInRussian: 'время, например 30s, 5m или 2h, не больше 30 дней',
      longestMs: 30 * 86_400_000,
      example: '5m',
    },
    {
      en: "It is sent after this time of the merchant's clock, and later callbacks of the order wait for it.",
      ru: 'Отправляется через это время по часам мерчанта; следующие уведомления о заказе ждут его.',
    },
    (time) => ({ delayMs: milliseconds(time) }),
  ),
  outOfOrder: step(
    flag,
    {
      en: 'It is held back until the next callback of the order is delivered or given up. If none follows, it is never sent.',
      ru: 'Задерживается, пока не доставлено или не снято с доставки следующее уведомление о заказе. Если следующего нет, не отправляется.',
    },
    () => ({ isOutOfOrder: true }),
  ),
  beforeRedirect: step(
    flag,
    {
      en: 'The call that causes it is answered after the first try, so that it comes before the payer does. The opposite is `delay`.',
      ru: 'Вызвавший его запрос получает ответ после первой попытки доставки, так что уведомление приходит раньше покупателя. Противоположность — `delay`.',
    },
    () => ({ isBeforeRedirect: true }),
  ),
  fails: step(
    {
      type: 'anyOf',
      expected: 'how many tries fail, from 1 to 100, or always',
      expectedInRussian: 'сколько попыток не удаются, от 1 до 100, или always',
      settings: [
        { type: 'wholeNumber', least: 1, most: 100 },
        {
          type: 'oneOf',
          values: ['always'],
          meanings: { always: 'Every try fails, until the gateway gives the callback up.' },
          meaningsInRussian: { always: 'Не удаётся ни одна попытка, пока шлюз не снимет уведомление с доставки.' },
        },
      ],
      example: 2,
    },
    {
      en: "This many first tries fail as if the shop could not be reached; the merchant's settings say when it is tried again.",
      ru: 'Столько первых попыток доставки не удаются, будто магазин недоступен; когда попробовать снова, определяют настройки мерчанта.',
    },
    (failures) => ({ failures }),
  ),
  repeat: step(
    {
      type: 'wholeNumber',
      expected: 'how often it is sent in all, from 2 to 100',
      expectedInRussian: 'сколько раз отправить всего, от 2 до 100',
      least: 2,
      most: 100,
      example: 2,
    },
    {
      en: 'It is sent this often in all, although the shop has accepted it.',
      ru: 'Отправляется столько раз всего, хотя магазин его уже принял.',
    },
    (sends) => ({ sends }),
  ),
  fields: step(
    {
      type: 'fields',
      expected: 'fields of a callback with wrong values, such as { amount: 1 }',
      names: ['mdOrder', 'orderNumber', 'operation', 'status', ...Object.keys(callbackParameterOperations)],
      example: { amount: 1 },
    },
    {
      en: 'These fields have a wrong value, and the checksum is right. A field that is not among them is added.',
      ru: 'У этих полей неверные значения, а контрольная сумма верна. Поле, которого в уведомлении нет, добавляется.',
    },
    (values) => ({
      fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)])),
    }),
  ),
  noChecksum: step(
    flag,
    {
      en: 'It has no checksum, or its token has no signature. A callback without either is sent as it is.',
      ru: 'В уведомлении нет контрольной суммы или у токена нет подписи. Уведомление без того и другого уходит как есть.',
    },
    () => ({ hasNoChecksum: true }),
  ),
  wrongChecksum: step(
    flag,
    {
      en: 'Its checksum, or the signature of its token, is wrong. A callback without either is sent as it is.',
      ru: 'Контрольная сумма или подпись токена неверна. Уведомление без того и другого уходит как есть.',
    },
    () => ({ hasWrongChecksum: true }),
  ),
} as const satisfies Readonly<Record<string, AnyStep<SomeOf<CallbackFaultSettings>>>>;

type CallbackEntry = FaultEntry<CallbackStep['on']>;

export const readCallbackStep = ({ on, times, do: entry }: CallbackEntry): CallbackStep => {
  const settings: Settings = Object.assign({}, ...readKeys<Settings>(callbackSteps, entry).map(([, one]) => one));
  return {
    on,
    ...(times !== undefined && { times }),
    settings,
    sentence: `${on} ${describeFault(callbackFaults, settings)}${timesInWords(times)}`,
  };
};

/** Keys that exclude each other, and why. */
const contradictions: readonly (readonly [one: string, other: string, why: string])[] = [
  ['delay', 'beforeRedirect', 'the payer would wait as long'],
  ['outOfOrder', 'beforeRedirect', 'the payer would wait for a callback that may never come'],
  ['wrongChecksum', 'noChecksum', 'a checksum that is not there is not wrong'],
];

/** Keys that change what the shop gets. */
const unseenAfter = ['repeat', 'fields', 'noChecksum', 'wrongChecksum'] as const;

/** Why an entry of `callbacks` is impossible; undefined if it is not. */
export const contradictionInCallbackStep = ({ on, times, do: entry }: CallbackEntry): string | undefined => {
  const keys = Object.keys(callbackSteps).filter((name) => entry[name] !== undefined);
  const other = keys.find((name) => name !== 'lost');
  if (keys.includes('lost') && other !== undefined)
    return `lost and ${other} contradict each other: a lost callback is not sent`;
  const unseen = entry['fails'] === 'always' && unseenAfter.find((name) => keys.includes(name));
  if (unseen) return `fails and ${unseen} contradict each other: the shop never gets the callback`;
  if (keys.includes('outOfOrder') && on === 'any' && times === undefined)
    return 'any and outOfOrder contradict each other: each callback would wait for the next; add times';
  const [one, two, why] = contradictions.find(([first, second]) => keys.includes(first) && keys.includes(second)) ?? [];
  return one && `${one} and ${two} contradict each other: ${why}`;
};
