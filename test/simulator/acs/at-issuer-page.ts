import type { ExecutionContext } from 'ava';
import { createClock } from '../../../simulator/runtime/clock.ts';
import type { SimulatorOptions } from '../../../simulator/simulator.ts';
import { challengeCard } from '../../helpers/payments/pay.ts';
import { payForm } from '../../helpers/payments/pay-form.ts';
import { type Fields, simulatorFor, startMs } from '../../helpers/simulator/simulator.ts';

/** A payer on the issuer's page, at a bank and with an order of these fields. */
export const atIssuerPage = async (
  t: ExecutionContext,
  { order = {}, ...options }: SimulatorOptions & { readonly order?: Fields } = {},
) => {
  const clock = createClock({ startMs });
  const simulator = await simulatorFor(t, { ...options, clock });
  const { orderId } = await simulator.register({ orderNumber: 'acs-1', ...order });
  await payForm(simulator, orderId, challengeCard);
  const threeDs = async () => (await simulator.store.orders.find(orderId))?.attempts.at(-1)?.threeDs;
  const threeDSServerTransID = (await threeDs())?.serverTransId ?? '';
  const answer = async (fields: Fields): Promise<string> => {
    const body = new URLSearchParams({ acsTransID: orderId, threeDSServerTransID, ...fields });
    const response = await fetch(`${simulator.url}/acs/answer`, { method: 'POST', body, redirect: 'manual' });
    return response.headers.get('location') ?? response.text();
  };
  return { simulator, clock, orderId, threeDs, answer };
};

export const htmlLanguage = (html: string): string | undefined => /<html lang="(\w+)"/.exec(html)?.[1];
