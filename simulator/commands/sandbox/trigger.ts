import type { SandboxOrder } from '../../../client/index.ts';
import { groupedAmount } from '../../data/currencies.ts';
import { bankActs } from '../../domain/orders/bank-act.ts';
import type { ExitCode, Output } from '../command.ts';
import { asWritten, type Say } from '../say.ts';
import { oneOf } from '../shop/read-options.ts';
import { findOrder } from './find-order.ts';
import { statusOf } from './orders.ts';
import { type ReachOptions, type Sandbox, withSandbox } from './reach.ts';
import { countFrom1 } from './read-number.ts';

interface Options extends ReachOptions {
  readonly amount?: string;
}

/** An act of the bank on an order; prints the order afterwards. Resolves with 1 if its state does not allow the act. */
export const trigger = async (
  given: string,
  idOrNumber: string,
  options: Options,
  output: Output,
): Promise<ExitCode> => {
  const { amount, json } = options;
  const act = oneOf('act', bankActs, given);
  const details = amount === undefined ? {} : { amountMinor: countFrom1('--amount', amount) };
  const work = async (sandbox: Sandbox): Promise<ExitCode> => {
    const { login, orderId } = await findOrder(sandbox, options, idOrNumber);
    const order = await sandbox.client.orders.act(login, orderId, act, details);
    output.out(json ? `${JSON.stringify(order, null, 2)}\n` : orderText(order, output.say));
    return 0;
  };
  return withSandbox(options, output, work, { amountMinor: `--amount ${amount}` });
};

/** What the order is now, and its money. */
const orderText = (order: SandboxOrder, say: Say = asWritten): string => {
  const { orderNumber, statusText, currency, approvedMinor, depositedMinor, refundedMinor } = order;
  const sum = (minor: number): string => groupedAmount(minor, currency);
  const money = `approved ${sum(approvedMinor)}, deposited ${sum(depositedMinor)}, refunded ${sum(refundedMinor)}`;
  return `${say('order')} ${orderNumber}  ${statusOf(order)}: ${say(statusText)}\n${say(money)}\n`;
};
