import type { ExitCode, Output } from '../command.ts';
import { findOrder } from './find-order.ts';
import { type ReachOptions, withSandbox } from './reach.ts';

/** Prints why the payment of an order ended as it did; as JSON, everything about the order. */
export const why = async (idOrNumber: string, options: ReachOptions, output: Output): Promise<ExitCode> =>
  withSandbox(options, output, async (sandbox) => {
    const { client } = sandbox;
    const { login, orderId } = await findOrder(sandbox, options, idOrNumber);
    if (options.json) output.out(`${JSON.stringify(await client.orders.get(login, orderId), null, 2)}\n`);
    else output.out(`${await client.whyOf(orderId)}\n`);
    return 0;
  });
