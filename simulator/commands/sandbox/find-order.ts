import { type SandboxClient, SandboxProblem } from '../../../client/index.ts';
import { NotFound } from './not-found.ts';
import type { ReachOptions, Sandbox } from './reach.ts';

/** An order, and whose it is. */
export interface FoundOrder {
  readonly login: string;
  readonly orderId: string;
}

/**
 * The order with this order number or orderId. Without `--login` an order number is looked for among those of the
 * documented merchant, an orderId among those of all. @throws NotFound
 */
export const findOrder = async (
  { client, login }: Sandbox,
  { login: given }: ReachOptions,
  idOrNumber: string,
): Promise<FoundOrder> => {
  const { orders } = await client.orders.list(login, { orderNumber: idOrNumber, limit: 1 }).catch(ifNoMerchant(given));
  const [byNumber] = orders;
  if (byNumber) return { login, orderId: byNumber.orderId };
  const owner = given === undefined ? await ownerOf(client, idOrNumber) : given;
  const byId = owner === undefined ? undefined : await client.orders.get(owner, idOrNumber).catch(ifNotThere);
  if (byId) return { login: byId.merchant, orderId: byId.orderId };
  const others = given === undefined ? '; --login names another merchant' : '';
  throw new NotFound(`${login} has no order ${idOrNumber}${others}`);
};

const isNotFound = (error: unknown): error is SandboxProblem =>
  error instanceof SandboxProblem && error.type === 'urn:tillbox:problem:not-found';

const ifNotThere = (error: unknown): undefined => {
  if (!isNotFound(error)) throw error;
};

/** The documented merchant need not be there; one that was named has to be. */
const ifNoMerchant =
  (given: string | undefined) =>
  (error: unknown): { readonly orders: readonly [] } => {
    if (given !== undefined || !isNotFound(error)) throw error;
    return { orders: [] };
  };

/** Whose order it is, from the first line of why it ended so: `Order … (number …) of merchant anna: 15000.00 KZT`. */
const ownerOf = async (client: SandboxClient, orderId: string): Promise<string | undefined> => {
  const why = await client.whyOf(orderId).catch(ifNotThere);
  return /^Order \S+ \(number .*\) of merchant (.+): [^:\n]*$/m.exec(why ?? '')?.[1];
};
