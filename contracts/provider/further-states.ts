import { randomUUID } from 'node:crypto';
import { GatewayClient, makeWalletToken, type RecurringTaskAnswer } from '../../client/index.ts';
import { cardForActionCode } from '../../simulator/issuer/code-range.ts';
import { passIssuer, visitMethodPages } from '../../test/helpers/at-issuer.ts';
import type { Ground, StateParameters, StateValues } from './provider-states.ts';

type Reach = (client: GatewayClient, parameters: StateParameters) => Promise<StateValues>;

const nothing: Reach = async () => ({});

/** What a bank grants a shop; these calls would move money without a payer, so they are made to no gateway elsewhere. */
const grants = ['the shop may handle card numbers', 'the shop may make templates'];

/** What is not there. */
const absences: Readonly<Record<string, string>> = {
  'no customer has this id': 'clientId',
  'no stored card has this id': 'bindingId',
  'no authentication has this id': 'threeDSServerTransId',
  'no recurring task has this id': 'merchantTaskUuid',
  'no template has this id': 'templateId',
};

const plainPan = '4444555511113333';
const challengePan = '5555555555555599';

/** A card without 3-D Secure, of this number, or one that is always declined with this action code. */
const panOf = ({ pan, actionCode }: StateParameters): string =>
  String(pan ?? (actionCode === undefined ? plainPan : cardForActionCode(Number(actionCode))));

const storeCard: Reach = async (client, parameters) => {
  const clientId = String(parameters['clientId'] ?? 'aida');
  const card = { clientId, pan: panOf(parameters), expiryDate: '203412', cardholderName: 'AIDA BEK' };
  return { clientId, bindingId: (await client.bindings.create(card)).bindingId };
};

const seeBrowser = async (client: GatewayClient, { amount = 1_500_000 }: StateParameters) => {
  const orderNumber = randomUUID().replaceAll('-', '');
  const order = { orderNumber, amountMinor: Number(amount), returnUrl: 'https://shop.example/return' };
  const { orderId } = await client.register(order);
  const card = { pan: challengePan, expiry: '203412', cvc: '123', cardholderName: 'AIDA BEK' };
  const threeDSVer2FinishUrl = 'https://shop.example/3ds-done';
  const looked = await client.direct.payOrder({ orderId, ...card, threeDSVer2FinishUrl });
  await visitMethodPages(looked);
  return { orderId, orderNumber, threeDSServerTransId: looked.threeDSServerTransId ?? '' };
};

const month = { every: 1, unit: 'MONTHS' } as const;

const makeTask: Reach = async (client, parameters) => {
  const merchantTaskUuid = String(parameters['merchantTaskUuid'] ?? randomUUID());
  const { bindingId = '', clientId = '' } = await storeCard(client, parameters);
  const task: RecurringTaskAnswer = await client.recurringTasks.create({
    merchantTaskUuid,
    clientId,
    bindingId,
    amountMinor: Number(parameters['amount'] ?? 1_500_000),
    currency: '398',
    schedule: { since: '2026-02-01T00:00:00.000+0000', till: '2026-06-01T00:00:00.000+0000', ...month },
  });
  return { merchantTaskUuid, taskUuid: task.taskUuid };
};

const makeTemplate: Reach = async (client, { name = 'Two cups of coffee', amount = 1_500_000 }) => {
  const template = { name: String(name), amountMinor: Number(amount), currency: '398' };
  return { templateId: (await client.templates.create(template)).templateId };
};

const walletNames = ['apple', 'google', 'samsung'] as const;

const payByPhone: Reach = async (client, parameters) => {
  const { wallet, amount = 1_500_000, currency = '398', authMethod, isBroken, isDecrypted } = parameters;
  const [key] = await client.direct.publicKeys();
  const name = walletNames.find((one) => one === wallet);
  if (!name) throw new Error(`wallet: expected ${walletNames.join(', ')}`);
  const pan = parameters['pan'] ?? (authMethod === 'PAN_ONLY' ? challengePan : undefined);
  return {
    paymentToken: makeWalletToken({
      wallet: name,
      publicKey: key?.keyValue ?? '',
      amountMinor: Number(amount),
      currency: String(currency),
      card: { pan: panOf({ ...parameters, pan }) },
      ...((authMethod === 'PAN_ONLY' || authMethod === 'CRYPTOGRAM_3DS') && { authMethod }),
      isBroken: isBroken === 'yes',
      isDecrypted: isDecrypted === 'yes',
    }),
  };
};

/** The states that are no orders, by their sentences. */
const reaches: Readonly<Record<string, Reach>> = {
  ...Object.fromEntries(grants.map((sentence) => [sentence, nothing])),
  ...Object.fromEntries(
    Object.entries(absences).map(([sentence, name]): [string, Reach] => [
      sentence,
      async () => ({ [name]: randomUUID() }),
    ]),
  ),
  'a customer has a stored card': storeCard,
  'another customer has a stored card': async (client) => {
    await storeCard(client, { clientId: 'somebody-else' });
    return {};
  },
  'a customer has a stored card that is switched off': async (client, parameters) => {
    const stored = await storeCard(client, parameters);
    await client.bindings.unbind({ bindingId: stored['bindingId'] ?? '' });
    return stored;
  },
  'an order whose browser was seen exists': seeBrowser,
  'an order whose customer passed the issuer exists': async (client, parameters) => {
    const seen = await seeBrowser(client, parameters);
    await passIssuer(await client.direct.continue3ds({ orderId: seen.orderId }));
    return seen;
  },
  'a recurring task exists': makeTask,
  'a stopped recurring task exists': async (client, parameters) => {
    const made = await makeTask(client, parameters);
    await client.recurringTasks.terminate({ task: { taskUuid: made['taskUuid'] ?? '' } });
    return made;
  },
  'a template exists': makeTemplate,
  'a template that is switched off exists': async (client, parameters) => {
    const made = await makeTemplate(client, parameters);
    await client.templates.update({ templateId: made['templateId'] ?? '', status: 'INACTIVE' });
    return made;
  },
  'a customer pays by phone': payByPhone,
};

/** Whether a state wants more than orders and absences. */
export const isFurtherState = (sentence: string): boolean => sentence in reaches && !(sentence in absences);

export const furtherStates = (ground: () => Ground) =>
  Object.fromEntries(
    Object.entries(reaches).map(([sentence, reach]) => [
      sentence,
      (parameters: StateParameters = {}) => {
        const { login, baseUrl } = ground();
        return reach(new GatewayClient({ ...login, baseUrl }), parameters);
      },
    ]),
  );
