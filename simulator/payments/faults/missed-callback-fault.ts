import { whyUnwanted } from '../../callbacks/write/write-callback.ts';
import type { MerchantContext } from '../../context.ts';
import type { Callback } from '../../domain/callback.ts';
import type { MissedStep } from '../../domain/missed-step.ts';
import type { Order } from '../../domain/order.ts';
import type { CallbackTopic } from './find-callback-fault.ts';
import { stepAbout } from './next-step.ts';

type Missed = Omit<MissedStep, 'atMs'>;

/**
 * The fault that a scenario has for a callback, if the callback is not sent or cannot have it; undefined otherwise.
 * `callback`: as it was written, with its fault; undefined if the merchant does not get it.
 */
export const missedFault = async (
  context: MerchantContext,
  topic: CallbackTopic,
  order: Order,
  callback: Callback | undefined,
): Promise<Missed | undefined> => (callback ? missedChecksum(topic, callback) : unsentFault(context, topic, order));

const missedChecksum = ({ operation }: CallbackTopic, { fields, body, fault }: Callback): Missed | undefined => {
  const hasChecksum = body !== undefined || fields.some(([name]) => name === 'checksum');
  if (!fault?.settings.hasWrongChecksum || hasChecksum) return undefined;
  const { scenario } = fault;
  return {
    scenario,
    asked: `a wrong checksum of the callback ${operation}`,
    because: "the merchant's callbacks have no checksum",
  };
};

const unsentFault = async (
  context: MerchantContext,
  { operation, subject, facts, requested }: CallbackTopic,
  order: Order,
): Promise<Missed | undefined> => {
  const { merchant, knownScenarios } = context;
  const isAsked = requested.some((name) => name !== undefined) || (merchant.scenario ?? merchant.ownScenario);
  const known = knownScenarios();
  if (known && isAsked === undefined && !known.heldParts.has('callbacks')) return undefined;
  const query = { merchant, facts, requested, subject };
  const found = await stepAbout(context, 'callbacks', query, ({ on }) => on === operation || on === 'any');
  if (!found) return undefined;
  return {
    scenario: found.scenario,
    asked: `a fault of the callback ${operation} (${found.step.sentence})`,
    because: whyUnwanted(merchant, operation, order),
  };
};
