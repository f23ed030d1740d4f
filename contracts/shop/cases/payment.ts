import type { Fields } from '../../../simulator/callbacks/write/sign-callback.ts';
import { CaseFailed } from '../case-result.ts';
import { type SignedCallback, signAs, unsigned } from '../send-to-shop.ts';
import { expect200, type Trial } from '../trial.ts';
import { type ShopCase, withoutProof } from './shop-case.ts';

/** Orders of a new payment with these callbacks; the last one is sent as `change` makes it. */
const paysWith = async (shop: Trial, change: (callback: SignedCallback) => SignedCallback): Promise<void> => {
  const order = await shop.newOrder();
  const callbacks = await shop.settle(order);
  await shop.deliverAll(callbacks.slice(0, -1));
  for (const callback of callbacks.slice(-1)) expect200(await shop.send(change(callback)));
  await shop.becomesPaid(order);
};

const byName = (fields: Fields): Fields =>
  fields.toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)));

const isAccepted = async (shop: Trial): Promise<boolean> =>
  paysWith(shop, ({ fields }) => signAs(shop.address, byName(unsigned(fields)))).then(
    () => true,
    () => false,
  );

export const paymentCases: readonly ShopCase[] = [
  {
    id: 'genuine',
    title: 'a genuine callback is answered with 200, and the order is paid',
    harm: 'Customers pay, and their orders stay unpaid; the gateway repeats the callback and gives it up.',
    run: async (shop) => {
      try {
        await paysWith(shop, (callback) => callback);
      } catch (error) {
        if (error instanceof CaseFailed && shop.address.proof !== 'jwt' && (await isAccepted(shop)))
          throw new CaseFailed(`${error.message}, unless the parameters arrive by name: sort them for the checksum`);
        if (error instanceof CaseFailed && shop.address.token !== undefined && /answers 40[0-3],/.test(error.message))
          throw new CaseFailed(`${error.message}; is its key that of --token?`);
        throw error;
      }
    },
  },
  {
    id: 'order-of-parameters',
    title: 'parameters arrive in the order of the gateway, which is not that of the alphabet',
    harm: 'The checksum is made of the parameters by name, in the order of code points: with any other order the shop refuses payments.',
    notWith: (proof) => (proof === 'jwt' ? 'a token has no order of parameters' : withoutProof(proof)),
    run: (shop) =>
      shop.withParameters(['refnum', 'paymentState', 'mdorder', 'currency', 'amount'], () =>
        paysWith(shop, (callback) => callback),
      ),
  },
  {
    id: 'lower-case',
    title: 'a checksum in lower case is as good as one in upper case',
    harm: 'The case of hexadecimal digits means nothing: the shop refuses the callbacks of a gateway that writes them in lower case.',
    notWith: (proof) => (proof === 'jwt' ? 'a token has no hexadecimal digits' : withoutProof(proof)),
    run: (shop) =>
      paysWith(shop, ({ fields }) => ({
        fields: fields.map(([name, value]) => [name, name === 'checksum' ? value.toLowerCase() : value]),
      })),
  },
  {
    id: 'further-parameters',
    title: 'parameters that the shop does not know are signed, and do no harm',
    harm: 'The bank adds parameters on request and in new versions; from that day on the shop refuses payments.',
    run: (shop) =>
      paysWith(shop, ({ fields }) =>
        signAs(shop.address, [
          ...unsigned(fields),
          ['approvedAmountFormatted', '15 000.00'],
          ['newParameter', 'a=b&c;d'],
          ['emptyOne', ''],
        ]),
      ),
  },
  {
    id: 'cyrillic',
    title: 'signed values may have letters outside ASCII, spaces and signs',
    harm: 'Payments with a description or a name in Russian or Kazakh are refused, and only those.',
    run: (shop) =>
      paysWith(shop, ({ fields }) =>
        signAs(shop.address, [
          ...unsigned(fields),
          ['orderDescription', 'Чайная пиала «Ай»; 2 шт. + крышка, 50 %'],
          ['cardholderName', 'ӘЛИЯ ҚОЖА'],
        ]),
      ),
  },
  {
    id: 'declined',
    title: 'a declined card (status 0) is answered with 200, and the order is not paid',
    harm: 'A declined card has the operation of a payment, so a shop that reads only that sells for nothing.',
    isAboutUnpaid: true,
    run: async (shop) => {
      const order = await shop.newOrder();
      expect200(await shop.send(await shop.decline(order)));
      await shop.staysUnpaid(order, 'the card was declined');
    },
  },
  {
    id: 'expired',
    title: 'the end of the time to pay is answered with 200, and the order is not paid',
    harm: 'The gateway repeats the callback, and the shop keeps goods for customers who are gone.',
    isAboutUnpaid: true,
    run: async (shop) => {
      const order = await shop.newOrder();
      expect200(await shop.send(await shop.act(order, 'expire')));
      await shop.staysUnpaid(order, 'its time is over');
    },
  },
];
