import type { RecurringTaskAnswer } from '../../client/index.ts';
import { StateNotReached } from '../domain/errors/state-not-reached.ts';
import { cardForActionCode } from '../issuer/code-range.ts';
import { passIssuer, visitMethodPages } from './at-issuer.ts';
import type { OrderNames } from './chosen-names.ts';
import { freeNumber } from './order-states.ts';
import type { ProviderState, ProviderStates, StateParameters } from './provider-state.ts';
import { datesAt } from './state-dates.ts';
import { chosenIn, clientOf, type StateTarget, wantedOfOrder } from './state-target.ts';
import { phoneToken } from './stories/phone-token.ts';

type Reach = ProviderState['reach'];

const nothing: Reach = async () => ({});

/** Permissions that a bank grants. Their calls would move money without a payer, so no other gateway gets them. */
const grants = [
  'the shop may handle card numbers',
  'the shop may make templates',
  'wrong passwords do not lock the login',
];

/** States in which nothing has the id. */
const absences: Readonly<Record<string, string>> = {
  'no customer has this id': 'clientId',
  'no stored card has this id': 'bindingId',
  'no authentication has this id': 'threeDSServerTransId',
  'no recurring task has this id': 'merchantTaskUuid',
  'no template has this id': 'templateId',
};

const plainPan = '4444555511113333';
const challengePan = '5555555555555599';

/** The given card, one that is always declined with this action code, or one without 3-D Secure. */
const panOf = ({ pan, actionCode }: StateParameters): string =>
  String(pan ?? (actionCode === undefined ? plainPan : cardForActionCode(Number(actionCode))));

const storeCard: Reach = async (target, parameters) => {
  const clientId = String(parameters['clientId'] ?? 'aida');
  const card = { clientId, pan: panOf(parameters), expiryDate: '203412', cardholderName: 'AIDA BEK' };
  const { bindingId } = await clientOf(target).bindings.create(card);
  const wanted = textIn(parameters, 'bindingId');
  if (wanted === undefined) return { clientId, bindingId };
  await chosenIn(target, 'bindingId').renameCard(bindingId, wanted);
  return { clientId, bindingId: wanted };
};

const textIn = (parameters: StateParameters, name: string): string | undefined =>
  parameters[name] === undefined ? undefined : String(parameters[name]);

/** Gives an order the names that the contract has chosen, and returns them all. */
const withChosenNames = async <Names extends OrderNames>(
  target: StateTarget,
  names: Names,
  parameters: StateParameters,
): Promise<Names> => {
  const chosen = ['orderId', 'orderNumber', 'threeDSServerTransId'].flatMap((name) => {
    const wanted = name in names ? textIn(parameters, name) : undefined;
    return wanted === undefined ? [] : [[name, wanted] as const];
  });
  const [first] = chosen;
  if (first === undefined) return names;
  const wanted: Names = { ...names, ...Object.fromEntries(chosen) };
  await chosenIn(target, first[0]).renameOrder(names.orderId, wanted);
  return wanted;
};

const order = (target: StateTarget, amount: unknown = 1_500_000) => ({
  orderNumber: freeNumber(target),
  amountMinor: Number(amount),
  returnUrl: 'https://shop.example/return',
  ...wantedOfOrder(target, Number(amount)),
});

const payWithStoredCard: Reach = async (target, parameters) => {
  const { clientId = '', bindingId = '' } = await storeCard(target, parameters);
  const client = clientOf(target);
  const asked = { ...order(target, parameters['amount']), clientId };
  const { orderId } = await client.register(asked);
  const answer = await client.bindings.payOrder({ orderId, bindingId, ip: '203.0.113.10' });
  if (!answer.redirect) throw new StateNotReached('the gateway does not take the money of a stored card');
  return {
    clientId,
    bindingId,
    ...(await withChosenNames(target, { orderId, orderNumber: asked.orderNumber }, parameters)),
  };
};

/** The order of the neighbour has another amount. */
const registerTwice: Reach = async (target, parameters) => {
  if (!target.neighbour) throw new StateNotReached('another merchant is not possible here');
  const asked = order(target, parameters['amount']);
  const { orderId } = await clientOf(target).register(asked);
  const own = await withChosenNames(target, { orderId, orderNumber: asked.orderNumber }, parameters);
  const neighbour = clientOf({ ...target, login: await target.neighbour() });
  const foreign = { ...order(target, 7_700), orderNumber: own.orderNumber };
  return { ...own, neighboursOrderId: (await neighbour.register(foreign)).orderId };
};

const seeBrowser = async (target: StateTarget, parameters: StateParameters) => {
  const client = clientOf(target);
  const asked = order(target, parameters['amount']);
  const { orderId } = await client.register(asked);
  const card = { pan: challengePan, expiry: '203412', cvc: '123', cardholderName: 'AIDA BEK' };
  const threeDSVer2FinishUrl = 'https://shop.example/3ds-done';
  const answer = await client.direct.payOrder({ orderId, ...card, threeDSVer2FinishUrl });
  await visitMethodPages({ ...answer }, target.fetch);
  const { threeDSServerTransId = '' } = answer;
  return withChosenNames(target, { orderId, orderNumber: asked.orderNumber, threeDSServerTransId }, parameters);
};

const month = { every: 1, unit: 'MONTHS' } as const;

const makeTask: Reach = async (target, parameters) => {
  const merchantTaskUuid = String(parameters['merchantTaskUuid'] ?? target.newId());
  await target.chosen?.freeTask(merchantTaskUuid);
  const { bindingId = '', clientId = '' } = await storeCard(target, parameters);
  const { scheduledSince: since, scheduledTill: till } = datesAt(target.now());
  const task: RecurringTaskAnswer = await clientOf(target).recurringTasks.create({
    merchantTaskUuid,
    clientId,
    bindingId,
    amountMinor: Number(parameters['amount'] ?? 1_500_000),
    currency: target.currency ?? '398',
    schedule: { since, till, ...month },
  });
  if (task.state !== 'CREATED') throw new StateNotReached(`the gateway does not let a task wait: it is ${task.state}`);
  if (Date.parse(task.nextPaymentDate ?? '') !== Date.parse(since))
    throw new StateNotReached(`the gateway does not begin a task on its first day, but on ${task.nextPaymentDate}`);
  const taskUuid = textIn(parameters, 'taskUuid');
  if (taskUuid === undefined) return { merchantTaskUuid, taskUuid: task.taskUuid };
  await chosenIn(target, 'taskUuid').renameTask(task.taskUuid, taskUuid);
  return { merchantTaskUuid, taskUuid };
};

const makeTemplate: Reach = async (target, parameters) => {
  const { name = 'Two cups of coffee', amount = 1_500_000 } = parameters;
  const template = { name: String(name), amountMinor: Number(amount), currency: target.currency ?? '398' };
  const { templateId } = await clientOf(target).templates.create(template);
  const wanted = textIn(parameters, 'templateId');
  if (wanted === undefined) return { templateId };
  await chosenIn(target, 'templateId').renameTemplate(templateId, wanted);
  return { templateId: wanted };
};

const walletNames = ['apple', 'google', 'samsung'] as const;

const payByPhone: Reach = async (target, parameters) => {
  const {
    wallet,
    amount = 1_500_000,
    currency = target.currency ?? '398',
    authMethod,
    isBroken,
    isDecrypted,
  } = parameters;
  const name = walletNames.find((one) => one === wallet);
  if (!name) throw new StateNotReached(`wallet: expected ${walletNames.join(', ')}`);
  const pan = parameters['pan'] ?? (authMethod === 'PAN_ONLY' ? challengePan : undefined);
  return {
    paymentToken: await phoneToken(clientOf(target), {
      wallet: name,
      amountMinor: Number(amount),
      currency: String(currency),
      card: { pan: panOf({ ...parameters, pan }) },
      ...((authMethod === 'PAN_ONLY' || authMethod === 'CRYPTOGRAM_3DS') && { authMethod }),
      nowMs: target.now(),
      isBroken: isBroken === 'yes',
      isDecrypted: isDecrypted === 'yes',
    }),
  };
};

const state = (gives: readonly string[], takes: readonly string[], reach: Reach): ProviderState => ({
  gives,
  takes,
  isPlain: false,
  reach,
});

const card = ['clientId', 'bindingId'];
const cardTakes = ['pan', 'actionCode', 'clientId', 'bindingId'];
const orderTakes = ['amount', 'orderId', 'orderNumber'];
const seenTakes = [...orderTakes, 'threeDSServerTransId'];
const templateTakes = ['name', 'amount', 'templateId'];
const seenOrder = ['orderId', 'orderNumber', 'threeDSServerTransId'];
const task = ['merchantTaskUuid', 'taskUuid'];
const taskTakes = [...cardTakes, ...task, 'amount'];
const walletTakes = ['wallet', 'amount', 'currency', 'pan', 'actionCode', 'authMethod', 'isBroken', 'isDecrypted'];

/** The states of other things than orders, by their sentences. */
export const otherStates: ProviderStates = {
  ...Object.fromEntries(grants.map((sentence) => [sentence, state([], [], nothing)])),
  ...Object.fromEntries(
    Object.entries(absences).map(([sentence, name]) => [
      sentence,
      { ...state([name], [], async ({ newId }) => ({ [name]: newId() })), isPlain: true },
    ]),
  ),
  'a customer has a stored card': state(card, cardTakes, storeCard),
  'another customer has a stored card': state([], [], async (target) => {
    await storeCard(target, { clientId: 'another-customer' });
    return {};
  }),
  'a customer has a stored card that is switched off': state(card, cardTakes, async (target, parameters) => {
    const stored = await storeCard(target, parameters);
    await clientOf(target).bindings.unbind({ bindingId: stored['bindingId'] ?? '' });
    return stored;
  }),
  'an order paid with a stored card exists': state(
    [...card, 'orderId', 'orderNumber'],
    [...cardTakes, ...orderTakes],
    payWithStoredCard,
  ),
  'two merchants have an order under the same number': state(
    ['orderId', 'orderNumber', 'neighboursOrderId'],
    orderTakes,
    registerTwice,
  ),
  'an order whose browser was seen exists': state(seenOrder, seenTakes, seeBrowser),
  'an order whose customer passed the issuer exists': state(seenOrder, seenTakes, async (target, parameters) => {
    const seen = await seeBrowser(target, parameters);
    const step = await clientOf(target).direct.continue3ds({ orderId: seen.orderId });
    await passIssuer({ ...step }, undefined, target.fetch);
    return seen;
  }),
  'a recurring task exists': state(task, taskTakes, makeTask),
  'a stopped recurring task exists': state(task, taskTakes, async (target, parameters) => {
    const made = await makeTask(target, parameters);
    await clientOf(target).recurringTasks.terminate({ task: { taskUuid: made['taskUuid'] ?? '' } });
    return made;
  }),
  'a template exists': state(['templateId'], templateTakes, makeTemplate),
  'a template that is switched off exists': state(['templateId'], templateTakes, async (target, parameters) => {
    const made = await makeTemplate(target, parameters);
    await clientOf(target).templates.update({ templateId: made['templateId'] ?? '', status: 'INACTIVE' });
    return made;
  }),
  'a customer pays by phone': state(['paymentToken'], walletTakes, payByPhone),
};
