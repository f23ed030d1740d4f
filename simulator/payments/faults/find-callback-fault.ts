import type { MerchantContext } from '../../context.ts';
import type { CallbackOperation } from '../../domain/callback.ts';
import type { CallbackFault } from '../../domain/callback-fault.ts';
import { chooseScenario } from '../../scenario-engine/choice/choose-plan.ts';
import type { PaymentFacts } from '../../scenario-engine/choice/conditions.ts';
import { merchantScenario } from '../../scenario-engine/choice/merchant-scenario.ts';
import { nextStep } from './next-step.ts';
import { requestedScenario } from './requested-scenario.ts';

export interface CallbackTopic {
  readonly operation: CallbackOperation;
  /** Id of the order, or of the stored card if there is no order. */
  readonly subject: string;
  readonly facts: PaymentFacts;
  /** Names that the order asks for; the first one counts most. */
  readonly requested: readonly (string | undefined)[];
}

/**
 * Finds the fault of a callback: the order's scenario decides, else the merchant's, else the first file that holds and
 * has callback steps. The store counts how often each step happened.
 */
export const findCallbackFault = async (
  context: MerchantContext,
  { operation, subject, facts, requested }: CallbackTopic,
): Promise<CallbackFault | undefined> => {
  const { merchant } = context;
  const scenarios = await context.scenarios();
  const deciders = {
    requested: requestedScenario(requested, scenarios, 'callbacks'),
    merchantScenario: await merchantScenario(merchant, scenarios),
    scenarios,
  };
  const { scenario, explanation } = chooseScenario(facts, deciders, 'callbacks');
  if (!scenario) return undefined;
  const step = await nextStep(
    context,
    { merchant: merchant.login, scenario: scenario.name, subject: `callbacks ${subject}`, steps: scenario.callbacks },
    ({ on }) => on === operation || on === 'any',
  );
  if (!step) return undefined;
  context.log.info({ subject, explanation }, `callback fault: ${step.sentence}`);
  return { scenario: scenario.name, sentence: step.sentence, settings: step.settings };
};
