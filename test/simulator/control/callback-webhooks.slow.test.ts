import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import test, { type ExecutionContext } from 'ava';
import type { Bank } from '../../../simulator/banks/bank.ts';
import { bereke } from '../../../simulator/banks/bereke.ts';
import { sber } from '../../../simulator/banks/sber.ts';
import { callbackParameterOperations } from '../../../simulator/data/callback-parameters.ts';
import { fetchDocument } from '../../helpers/http/documented-answers.ts';
import { receiverFor } from '../../helpers/shop/receiver.ts';
import { simulatorFor } from '../../helpers/simulator/simulator.ts';
import { forShop } from '../../journeys/every-call.ts';
import { trades } from '../../journeys/trades.ts';

/** Every callback of the trades, with everything that a merchant can ask for, and the schema of its form. */
const callbacksOf = async (t: ExecutionContext, bank: Bank) => {
  const shop = await receiverFor(t, 200);
  const parameters = Object.keys(callbackParameterOperations);
  const callbacks = { url: shop.url, method: 'POST', token: 'token', parameters, sendsCreationDate: true } as const;
  const simulator = await simulatorFor(t, { bank: forShop(bank), callbacks });
  const { webhooks } = await fetchDocument(`${simulator.controlUrl}/openapi/merchant.json`);
  for (const trade of trades) await trade(simulator);
  await simulator.settled();
  const { schema } = webhooks.callback.post.requestBody.content['application/x-www-form-urlencoded'];
  return { forms: shop.received.map(({ form }) => Object.fromEntries(form)), schema };
};

for (const bank of [bereke, sber])
  test(`every callback of ${bank.name} is as the webhook describes it`, async (t) => {
    const { forms, schema } = await callbacksOf(t, bank);
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile({ ...schema, additionalProperties: false });

    const wrong = forms.flatMap((form) =>
      validate(form) ? [] : [`${form['operation']} ${ajv.errorsText(validate.errors)} ${JSON.stringify(form)}`],
    );

    t.deepEqual(wrong, []);
    t.true(new Set(forms.map(({ operation }) => operation)).size >= 6);
    t.false(validate({ ...forms[0], checksum: 'abc' }));
  });
