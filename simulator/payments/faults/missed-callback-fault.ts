import { bankOf } from '../../banks/bank-of.ts';
import { whyUnwanted } from '../../callbacks/write/write-callback.ts';
import type { MerchantContext } from '../../context.ts';
import { type Callback, checksumOf, defaultCallbackSettings } from '../../domain/callback.ts';
import type { MissedStep } from '../../domain/orders/missed-step.ts';
import type { Order } from '../../domain/orders/order.ts';
import type { CallbackTopic } from './find-callback-fault.ts';
import { mayHaveSteps, stepsOf } from './next-step.ts';

/**
 * The fault that a scenario has for a callback, if the callback is not sent or cannot have it; undefined otherwise.
 * `order`: undefined for a stored card without one. `callback`: as it was written, with its fault; undefined if the
 * merchant does not get it.
 */
export const missedFault = async (
  context: MerchantContext,
  topic: CallbackTopic,
  order: Order | undefined,
  callback: Callback | undefined,
): Promise<Omit<MissedStep, 'atMs'> | undefined> =>
  callback ? missedChecksum(context, topic, order, callback) : unsentFault(context, topic, order);

const missedChecksum = (
  context: MerchantContext,
  { operation }: CallbackTopic,
  order: Order | undefined,
  { fault }: Callback,
) => {
  const { merchant } = context;
  const { hasWrongChecksum, hasNoChecksum } = fault?.settings ?? {};
  if (fault?.scenario === undefined || !(hasWrongChecksum || hasNoChecksum)) return undefined;
  const kind = checksumOf(merchant.callbacks ?? defaultCallbackSettings, bankOf(context, order ?? merchant));
  if (kind !== 'none') return undefined;
  return {
    scenario: fault.scenario,
    asked: `a ${hasNoChecksum ? 'missing' : 'wrong'} checksum of the callback ${operation}`,
    because: "the merchant's callbacks have no checksum",
  };
};

const unsentFault = async (context: MerchantContext, topic: CallbackTopic, order: Order | undefined) => {
  const { operation } = topic;
  if (!mayHaveSteps(context, 'callbacks', topic)) return undefined;
  const { facts, requested } = topic;
  const { scenario, steps } = await stepsOf(context, 'callbacks', { merchant: context.merchant, facts, requested });
  const step = steps.find(({ on }) => on === operation || on === 'any');
  return (
    step && {
      scenario,
      asked: `a fault of the callback ${operation} (${step.sentence})`,
      because: whyUnwanted(context.merchant, operation, order),
    }
  );
};
