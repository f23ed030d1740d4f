import type { MerchantContext } from '../../context.ts';
import type { CallbackOperation } from '../../domain/callback.ts';
import type { CallbackFault } from '../../domain/faults/callback-fault.ts';
import { nextStep, type StepQuery } from './next-step.ts';

/** `subject`: id of the order, or of the stored card if there is no order. */
export interface CallbackTopic extends Omit<StepQuery, 'merchant'> {
  readonly operation: CallbackOperation;
  readonly subject: string;
}

export const findCallbackFault = async (
  context: MerchantContext,
  { operation, subject, facts, requested, count }: CallbackTopic,
): Promise<CallbackFault | undefined> => {
  const query = { merchant: context.merchant, facts, requested, count };
  const found = await nextStep(context, 'callbacks', query, ({ on }) => on === operation || on === 'any');
  if (!found) return undefined;
  const { scenario, step, explanation } = found;
  context.log.debug({ subject, explanation }, `callback fault: ${step.sentence}`);
  return { scenario, sentence: step.sentence, settings: step.settings };
};
