import { bereke } from '../../../simulator/banks/bereke.ts';
import { hold } from '../../helpers/payments/paid-order.ts';
import { plainCard } from '../../helpers/payments/pay.ts';
import { asked, later, plain, testMissed } from './missed.ts';

testMissed([
  {
    title: 'a capture of an order that is paid in one phase',
    wish: later('capture'),
    play: plain,
    missed: ['a capture: not possible, the order is not held: it takes the money in one phase.'],
  },
  {
    title: 'a capture of more than is held',
    wish: later({ capture: 100_001 }),
    play: (simulator) => hold(simulator, asked),
    missed: ['a capture of 1000.01 KZT: not possible, this is more than is held.'],
  },
  {
    title: 'a capture after a capture by the shop',
    wish: later('capture'),
    play: async (simulator) => {
      const orderId = await hold(simulator, asked);
      await simulator.call('deposit.do', { orderId });
      return orderId;
    },
    missed: ['a capture: not possible, the order is not held (deposited: paid).'],
  },
  {
    title: 'a refund and a chargeback of money that is only held',
    wish: {
      later: [
        { after: '1m', do: 'refund' },
        { after: '2m', do: 'chargeback' },
      ],
    },
    play: (simulator) => hold(simulator, asked),
    missed: ['a refund', 'a chargeback'].map(
      (what) =>
        `${what}: not possible, no money of the order is captured (approved: the money is held and not captured yet).`,
    ),
  },
  {
    title: 'a reversal of a part of what is captured',
    wish: later({ reverse: 5 }),
    play: plain,
    missed: ['a reversal of 0.05 KZT: not possible, a captured payment can be reversed only as a whole.'],
  },
  {
    title: 'a reversal at a bank that only refunds what is captured',
    wish: later('reverse'),
    play: plain,
    options: { bank: { ...bereke, capturedReversal: 'refused' } },
    missed: ['a reversal: not possible, this bank does not reverse what is captured.'],
  },
  {
    title: 'two reversals',
    wish: { later: [5, 6].map((minor) => ({ after: '1m', do: { reverse: minor } })) },
    play: (simulator) => hold(simulator, asked),
    missed: ['a reversal of 0.06 KZT: not possible, the order was reversed before.'],
  },
  {
    title: 'an expiry of an order that is paid',
    wish: later('expire'),
    play: plain,
    missed: ['an expiry: not possible, the order is not open (deposited: paid).'],
  },
  {
    title: 'acts after a payment that never comes',
    wish: { ...later({ refund: 5 }), attempts: [{ decline: 116 }] },
    play: plain,
    missed: ['a refund of 0.05 KZT: not possible, no money of the order was held or taken.'],
  },
  {
    title: "an act after the issuer's page, to which the payer never came",
    wish: later('expire', 'at-acs'),
    play: plain,
    missed: ["an expiry: not possible, the payer did not come to the issuer's page."],
  },
  {
    title: 'an act after a registration that is over when the scenario is chosen',
    wish: later('expire'),
    play: async (simulator) => {
      const { orderId } = await simulator.register();
      const card = { $PAN: plainCard.pan, $CVC: '123', $EXPIRY: '203412', TEXT: 'A B', ip: '1.2.3.4', language: 'en' };
      await simulator.call('paymentorder.do', { MDORDER: orderId, ...card, ...asked });
      return orderId;
    },
    missed: ['an expiry: not possible, the scenario was chosen after the registration.'],
  },
]);
