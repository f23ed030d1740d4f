import type { Fields } from '../../../simulator/callbacks/write/sign-callback.ts';
import { CannotTry } from '../../report/cannot-try.ts';
import { CaseFailed } from '../case-result.ts';
import type { TrialOrder } from '../held-gateway.ts';
import { type SignedCallback, signAs, signWithOtherKey, unsigned } from '../send-to-shop.ts';
import type { Trial } from '../trial.ts';
import { type ShopCase, withoutProof } from './shop-case.ts';

/** An order that is paid at the gateway, which has not told the shop; with the callback that would. */
const paidInSilence = async (shop: Trial) => {
  const order = await shop.newOrder();
  if ((await shop.look(order)).isPaid)
    throw new CannotTry(
      '--paid holds for an order that nobody has paid; what does the shop show when an order is paid?',
    );
  const genuine = (await shop.settle(order)).at(-1);
  if (!genuine) throw new CannotTry('the gateway has written no callback about a paid order');
  if ((await shop.look(order)).isPaid)
    throw new CannotTry(
      'an order is paid before the first callback: --check has to show what the shop knows, and not ask the gateway',
    );
  return { order, genuine };
};

const staysUnpaid = async (shop: Trial, order: TrialOrder, callback: SignedCallback, why: string): Promise<void> => {
  const { error } = await shop.send(callback);
  if (error !== undefined) throw new CaseFailed(`the shop gives no answer (${error})`);
  await shop.staysUnpaid(order, why);
};

const set = (fields: Fields, name: string, value: string): Fields =>
  fields.map((field) => (field[0] === name ? [name, value] : field));

/** The fields and the proof of two callbacks. */
const withProofOf = (seen: SignedCallback, signed: SignedCallback): SignedCallback => {
  if (seen.body === undefined || signed.body === undefined)
    return { fields: [...unsigned(seen.fields), ...signed.fields.filter(([name]) => !unsigned([[name, '']]).length)] };
  const [, , signature] = signed.body.split('.');
  return { fields: seen.fields, body: [...seen.body.split('.').slice(0, 2), signature].join('.') };
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The token with the algorithm "none", which needs no key. Source: RFC 7519, 6. */
const unsecured = ({ fields, body = '' }: SignedCallback): SignedCallback => ({
  fields,
  body: `${part({ typ: 'JWT', alg: 'none' })}.${body.split('.')[1]}.`,
});

/** A token is valid for five minutes. */
const hourMs = 3_600_000;

export const forgeryCases: readonly ShopCase[] = [
  {
    id: 'forged',
    title: 'a callback with a proof that is wrong changes nothing',
    harm: 'Anybody who knows the address of the callbacks gets orders marked as paid.',
    isAboutUnpaid: true,
    run: async (shop) => {
      if (shop.address.proof === 'none') return foreignPayment(shop);
      const { order, genuine } = await paidInSilence(shop);
      await staysUnpaid(
        shop,
        order,
        signWithOtherKey(shop.address, genuine.fields),
        'the callback was signed with another key',
      );
      const ofFailure = signAs(shop.address, set(genuine.fields, 'status', '0'));
      await staysUnpaid(shop, order, withProofOf(genuine, ofFailure), 'the proof is that of a failed payment');
      if (genuine.body === undefined) return;
      await staysUnpaid(shop, order, unsecured(genuine), 'the token is not signed (alg: none)');
      const old = signAs(shop.address, genuine.fields, { nowMs: Date.now() - hourMs });
      await staysUnpaid(shop, order, old, 'the token expired long ago');
    },
  },
  {
    id: 'checksum-missing',
    title: 'a callback without a proof changes nothing',
    harm: 'A callback without a checksum needs no key, so anybody gets orders marked as paid.',
    isAboutUnpaid: true,
    notWith: withoutProof,
    run: async (shop) => {
      const { order, genuine } = await paidInSilence(shop);
      const { body } = genuine;
      const bare = unsigned(genuine.fields);
      const without: readonly SignedCallback[] = body
        ? [{ fields: bare, body: `${body.split('.').slice(0, 2).join('.')}.` }]
        : [{ fields: bare }, { fields: [...bare, ['checksum', '']] }];
      for (const callback of without) await staysUnpaid(shop, order, callback, 'the callback had no proof');
    },
  },
  {
    id: 'unconfirmed',
    title: 'a genuine callback about an order that is not paid at the gateway changes nothing',
    harm: 'With a leaked token, or after a reversal, goods are sent that nobody pays for. The shop has to ask getOrderStatusExtended.do.',
    isAboutUnpaid: true,
    run: async (shop) => {
      const order = await shop.newOrder();
      const { orderId, orderNumber } = order;
      const fields: Fields = [
        ['mdOrder', orderId],
        ['orderNumber', orderNumber],
        ['operation', 'deposited'],
        ['status', '1'],
      ];
      await staysUnpaid(shop, order, signAs(shop.address, fields), 'the gateway says that it is not');
    },
  },
];

/** Without a proof anybody can send a callback, so its two names of the order may not belong together. */
const foreignPayment = async (shop: Trial): Promise<void> => {
  const { genuine } = await paidInSilence(shop);
  const order = await shop.newOrder();
  const fields = set(genuine.fields, 'orderNumber', order.orderNumber);
  await staysUnpaid(
    shop,
    order,
    { fields },
    'the callback has the mdOrder of another order, and only that one was paid',
  );
};
