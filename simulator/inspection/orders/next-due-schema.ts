import { z } from 'zod';
import { dueChanges } from '../../domain/orders/due.ts';

const meanings = [
  '`expiry`: an order expires; `bank-decision`: the bank decides about a pending payment; `capture` and `reversal`: of a hold, at the date that was set',
  '`act`: an act of the bank that a scenario asks for; `recurring-payment`; `callback`: its first try, `callback-retry`: a further one',
  '`answer`: a scenario delays the answer of a call, a page or the bank, in this process',
].join('; ');

/** The next thing that time alone will do. */
export const nextDueAnswer = z
  .strictObject({
    at: z.iso.datetime().describe("By the merchant's clock."),
    what: z.enum([...dueChanges, 'recurring-payment', 'callback', 'callback-retry', 'answer']).describe(`${meanings}.`),
    orderId: z.string().optional().describe('The order that it is about, if there is one already.'),
    callbackId: z.string().optional(),
    taskId: z.string().optional().describe('The recurring task that pays.'),
  })
  .meta({ id: 'NextDue' });
