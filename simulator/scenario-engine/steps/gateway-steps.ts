import { pageNames } from '../../data/endpoint-names.ts';
import { type Fault, faults, replacesAnswer } from '../../domain/faults/fault.ts';
import { describeFault } from '../../domain/faults/fault-rows.ts';
import { milliseconds } from '../../text/duration.ts';
import { endpointName } from '../definition/endpoint-name.ts';
import type { GatewayStep } from '../scenario.ts';
import { flag } from './setting.ts';
import {
  type AnyStep,
  contradictionAmong,
  type FaultEntry,
  readKeys,
  type SomeOf,
  stepThat,
  timesInWords,
} from './step.ts';

const step = stepThat<SomeOf<Fault>>();

const answerTime = 'a time such as 200ms or 2s, at most 10 minutes';

/** Every key under `do` of a gateway step. */
export const gatewaySteps = {
  delay: step(
    {
      type: 'timeOrRange',
      expected: `${answerTime}, or a range { from, to } of them`,
      expectedInRussian: 'время, например 200ms или 2s, не больше 10 минут, или интервал { from, to }',
      expectedEnd: answerTime,
      expectedEndInRussian: 'время, например 200ms или 2s, не больше 10 минут',
      longestMs: 600_000,
      example: '2s',
    },
    {
      en: "The work is done at once, and the answer is sent after this time of the merchant's clock.",
      ru: 'Работа выполняется сразу, а ответ уходит через это время по часам мерчанта.',
    },
    (time) => {
      const { from, to } = typeof time === 'object' ? time : { from: time, to: time };
      return { delay: { fromMs: milliseconds(from), toMs: milliseconds(to) } };
    },
  ),
  errorCode: step(
    {
      type: 'anyOf',
      expected: 'an errorCode such as 7, or "7" in quotes',
      expectedInRussian: 'errorCode, например 7 или "7" в кавычках',
      settings: [
        { type: 'wholeNumber', least: 1, most: 9999 },
        { type: 'pattern', pattern: /^\d{1,4}$/ },
      ],
      example: 7,
    },
    {
      en: 'Nothing is done, and the endpoint refuses with this code, in its usual form.',
      ru: 'Ничего не делается, вызов отклоняется с этим кодом в обычном виде.',
    },
    (code) => ({ errorCode: String(code) }),
  ),
  errorMessage: step(
    {
      type: 'pattern',
      expected: 'a text of at most 512 characters',
      expectedInRussian: 'текст не длиннее 512 символов',
      pattern: /^.{1,512}$/su,
      example: 'Please call the bank',
    },
    {
      en: 'The text of the refusal, in every language; without `errorCode` its code is 7. Nothing is done.',
      ru: 'Текст отказа на любом языке; без `errorCode` его код — 7. Ничего не делается.',
    },
    (errorMessage) => ({ errorMessage }),
  ),
  httpStatus: step(
    {
      type: 'wholeNumber',
      expected: 'an HTTP status from 400 to 599',
      expectedInRussian: 'статус HTTP от 400 до 599',
      least: 400,
      most: 599,
      example: 503,
    },
    {
      en: 'Nothing is done, and a proxy in front of the gateway answers with this status and its own page.',
      ru: 'Ничего не делается, а прокси перед шлюзом отвечает этим статусом и своей страницей.',
    },
    (httpStatus) => ({ httpStatus }),
  ),
  after: step(
    flag,
    {
      en: 'The work is done first, and the caller is told no: with the `errorCode` or `httpStatus` beside it, or else with code 7.',
      ru: 'Сначала работа выполняется, а вызвавший получает отказ: с указанным рядом `errorCode` или `httpStatus`, иначе с кодом 7.',
    },
    () => ({ isAfterWork: true }),
  ),
  malformed: step(
    flag,
    {
      en: 'The work is done, and the answer is complete but unreadable: broken JSON, or markup as text.',
      ru: 'Работа выполнена, ответ пришёл целиком, но не читается: испорченный JSON или разметка в виде текста.',
    },
    () => ({ isMalformed: true }),
  ),
  truncated: step(
    flag,
    {
      en: 'The work is done, and the connection is closed in the middle of the answer.',
      ru: 'Работа выполнена, но соединение обрывается посреди ответа.',
    },
    () => ({
      isTruncated: true,
    }),
  ),
  empty: step(
    flag,
    {
      en: 'The work is done, and the answer is HTTP 200 with an empty body.',
      ru: 'Работа выполнена, а ответ — HTTP 200 с пустым телом.',
    },
    () => ({ isEmpty: true }),
  ),
  drop: step(
    {
      type: 'oneOf',
      expected: 'before or after the work',
      values: ['before', 'after'],
      meanings: { before: 'Nothing is done.', after: 'The work is done, and the caller does not know it.' },
      meaningsInRussian: { before: 'Ничего не сделано.', after: 'Работа выполнена, но вызвавший об этом не знает.' },
      example: 'after',
    },
    {
      en: 'The connection is closed without an answer, `before` or `after` the work is done.',
      ru: 'Соединение закрывается без ответа, до выполнения работы (`before`) или после него (`after`).',
    },
    (when) => (when === 'before' ? { isDroppedBefore: true } : { isDroppedAfter: true }),
  ),
  contentType: step(
    {
      type: 'pattern',
      expected: 'a content type such as text/html',
      expectedInRussian: 'тип содержимого, например text/html',
      pattern: /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w-]+)*$/,
      example: 'text/html',
    },
    { en: 'The answer is as always, but has this content type.', ru: 'Ответ обычный, но с этим типом содержимого.' },
    (contentType) => ({ contentType }),
  ),
  drip: step(
    {
      type: 'time',
      expected: 'a time such as 200ms or 2s, at most a minute',
      expectedInRussian: 'время, например 200ms или 2s, не больше минуты',
      longestMs: 60_000,
      example: '2s',
    },
    {
      en: "The head of the answer is sent at once, and its body bit by bit over this time of the machine's clock.",
      ru: 'Заголовки ответа уходят сразу, а тело — понемногу в течение этого времени по часам машины.',
    },
    (time) => ({ dripMs: milliseconds(time) }),
  ),
} as const satisfies Readonly<Record<string, AnyStep<SomeOf<Fault>>>>;

export const readGatewayStep = ({ on, times, do: entry }: FaultEntry<string>): GatewayStep => {
  const fault: Fault = Object.assign({}, ...readKeys<Fault>(gatewaySteps, entry).map(([, one]) => one));
  const name = endpointName(on);
  return {
    on: name,
    ...(times !== undefined && { times }),
    fault,
    sentence: `${name} ${describeFault(faults, fault)}${timesInWords(times)}`,
  };
};

/** Why an entry of `gateway` is impossible; undefined if it is not. */
export const contradictionInGatewayStep = ({ on, do: entry }: FaultEntry<string>): string | undefined => {
  const name = endpointName(on);
  const refuses = entry['errorCode'] ?? entry['errorMessage'] ?? entry['after'];
  if (refuses !== undefined && pageNames.some((page) => page === name))
    return `${name} is a page, which has no errorCode; use httpStatus or another fault`;
  return contradictionAmong(readKeys<Fault>(gatewaySteps, entry), (one, other) =>
    replacesAnswer(one) && replacesAnswer(other) ? 'both replace the answer' : undefined,
  );
};
