import type { Values } from '../../data/parameter-table.ts';
import { serverTransIdOf } from '../../wire/card-parameters.ts';
import { jsonObject } from './check-parameters.ts';

interface PayerValues {
  readonly email?: string;
  readonly phone?: string;
  readonly tii?: string;
  readonly finishUrl?: string;
  readonly notificationUrl?: string;
  readonly serverTransId?: string;
}

/** The payer's data in a call that pays; missing data is absent. */
export const payerValues = (values: Values): PayerValues => {
  const { email, phone, tii, threeDSVer2FinishUrl: finishUrl, threeDSMethodNotificationUrl: notificationUrl } = values;
  const serverTransId = serverTransIdOf(values);
  return {
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(tii !== undefined && { tii }),
    ...(finishUrl !== undefined && { finishUrl }),
    ...(notificationUrl !== undefined && { notificationUrl }),
    ...(serverTransId !== undefined && { serverTransId }),
  };
};

/** The outcome that `jsonParams` of a call asks for. */
export const requestedOutcome = (values: Values): { readonly requestedOutcome?: string } => {
  return outcomeIn(jsonObject(values['jsonParams'], 'jsonParams'));
};

/** The outcome that a JSON object asks for: a name, or a number. Anything else is a name that nothing has. */
export const outcomeIn = (
  sent: Readonly<Record<string, unknown>> | undefined,
): { readonly requestedOutcome?: string } => {
  const scenario = sent?.['scenario'];
  if (scenario === undefined) return {};
  return { requestedOutcome: typeof scenario === 'string' ? scenario : JSON.stringify(scenario) };
};

/** @throws Refused unless the data about browser and addresses is JSON. */
export const refuseMalformedPayerData = (values: Values): void => {
  for (const name of ['clientBrowserInfo', 'billingPayerData', 'shippingPayerData', 'orderPayerData'])
    jsonObject(values[name], name);
};
