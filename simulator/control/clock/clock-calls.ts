import { z } from 'zod';
import type { Context } from '../../context.ts';
import { MoveRefused } from '../../domain/errors/move-refused.ts';
import { durationField } from '../../inspection/duration-field.ts';
import { mostPaymentsOfMove } from '../../payments/orders/limit-payments.ts';
import type { Clock } from '../../runtime/clock.ts';
import { controlEndpoint } from '../control-endpoint.ts';
import { loginField } from '../merchants/merchant-schemas.ts';
import { contextOf } from '../merchants/show-merchant.ts';
import { Problem } from '../problem.ts';
import { clockAnswer, momentField, showClock } from './clock-schemas.ts';

const ofClock = { tag: 'clock', pathFields: loginField, answer: clockAnswer } as const;

interface Called {
  readonly context: Context;
  readonly path: z.output<typeof loginField>;
}

const change = async ({ context, path }: Called, act: 'freeze' | 'run') => {
  const own = await contextOf(context, path.login);
  await own.clock[act]();
  return showClock(own);
};

/** Moves the clock of a merchant, and waits for the callbacks that this sends. `field`: the one that may go too far. */
const move = async ({ context, path: { login } }: Called, field: string, act: (clock: Clock) => Promise<unknown>) => {
  const own = await contextOf(context, login);
  const { clock, courier } = own;
  await act(clock).catch((error: unknown) => {
    if (error instanceof MoveRefused) throw new Problem('wrong-field', error.message, { field });
    throw error;
  });
  await courier.settled(login);
  return showClock(own);
};

export const getClock = controlEndpoint({
  ...ofClock,
  method: 'GET',
  path: '/merchants/{login}/clock',
  summary:
    "The merchant's time, and the next thing that time alone will do: an expiry, a callback, a payment, an act of the bank.",
  summaryInRussian:
    'Время мерчанта и ближайшее событие, которое наступит само: истечение срока, уведомление, автоплатёж, действие банка.',
  handle: async ({ context, path }) => showClock(await contextOf(context, path.login)),
});

export const freezeClock = controlEndpoint({
  ...ofClock,
  method: 'POST',
  path: '/merchants/{login}/clock/freeze',
  summary: "Stops the merchant's clock.",
  summaryInRussian: 'Останавливает часы мерчанта.',
  handle: (call) => change(call, 'freeze'),
});

export const runClock = controlEndpoint({
  ...ofClock,
  method: 'POST',
  path: '/merchants/{login}/clock/run',
  summary: "Starts the merchant's clock again.",
  summaryInRussian: 'Снова запускает часы мерчанта.',
  handle: (call) => change(call, 'run'),
});

export const setClock = controlEndpoint({
  ...ofClock,
  method: 'POST',
  path: '/merchants/{login}/clock/set',
  summary: `Moves the clock to a moment. Everything that is due before it happens first, in order; a move over more than ${mostPaymentsOfMove} payments of recurring tasks is refused.`,
  summaryInRussian: `Переводит часы на заданный момент. Сначала по порядку происходит всё, что должно случиться до него; перевод больше чем через ${mostPaymentsOfMove} автоплатежей отклоняется.`,
  body: z.strictObject({ to: momentField }),
  handle: (call) => move(call, 'to', (clock) => clock.set(call.body.to)),
});

export const advanceClock = controlEndpoint({
  ...ofClock,
  method: 'POST',
  path: '/merchants/{login}/clock/advance',
  summary: 'Moves the clock forward, and answers when everything that was due has happened; limited like `set`.',
  summaryInRussian:
    'Переводит часы вперёд и отвечает, когда произошло всё, чему настал срок; ограничение то же, что у `set`.',
  body: z.strictObject({ by: durationField }),
  handle: (call) => move(call, 'by', (clock) => clock.advance(call.body.by)),
});
