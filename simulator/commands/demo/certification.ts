import type { Acknowledgement, PaymentWalk } from '../../../client/index.ts';
import { exampleParams } from '../../banks/example-order.ts';
import { satim } from '../../banks/satim.ts';
import { testCards } from '../../data/test-cards.ts';
import { rehearsedOrder as order } from '../../scenario-engine/definition/rehearsed-order.ts';
import type { Stage } from './stage.ts';

/** The end of an order, as its acknowledgement tells it. */
type End = readonly [orderStatus: number, actionCode: number, depositedMinor: number];

interface Check {
  readonly name: string;
  readonly ends: End;
  /** Plays it; resolves with the id of the order. */
  readonly play: (stage: Stage, orderNumber: string) => Promise<string>;
}

export interface CheckRun {
  readonly name: string;
  readonly seen: End;
  readonly respCode: string;
  readonly isAsExpected: boolean;
}

/** The password that SATIM's list prints for the card whose tries are used up. */
const passwords: Readonly<Record<string, string>> = { '6280580610061318': '666666' };

/** `actionCode` once the password was wrong too often. */
const passwordsUsedUp = 2003;

const { amountMinor } = order;
const untilCancelledMs = satim.confirmationMinutes * 60_000;

const payBy = async (
  { client, payer }: Stage,
  orderNumber: string,
  { pan, expiry, cvc }: Pick<(typeof testCards)[number], 'pan' | 'expiry' | 'cvc'>,
): Promise<PaymentWalk> => {
  const { formUrl } = await client.register({
    ...order,
    orderNumber,
    currency: satim.currency,
    language: 'fr',
    jsonParams: exampleParams(satim) ?? {},
  });
  const card = { pan, expiry: `${expiry.slice(4)}/${expiry.slice(2, 4)}`, cvc };
  return payer.pay(formUrl, { card, otp: passwords[pan] ?? '123456' });
};

const certificationCards = testCards.filter(({ source }) => source === 'satim-docs');

const cardChecks: readonly Check[] = certificationCards.map((card) => {
  const actionCode = passwords[card.pan] === undefined ? card.actionCode : passwordsUsedUp;
  return {
    name: `${card.pan.slice(-4)} ${card.label.replace('SATIM: ', '')}`,
    ends: actionCode === 0 ? [2, 0, amountMinor] : [6, actionCode, 0],
    play: async (stage, orderNumber) => (await payBy(stage, orderNumber, card)).orderId,
  };
});

const [valid] = certificationCards;

const payAndConfirm = async (stage: Stage, orderNumber: string): Promise<string> => {
  if (!valid) throw new Error('SATIM has no card');
  const { orderId } = await payBy(stage, orderNumber, valid);
  await stage.client.acknowledgeTransaction({ orderId });
  return orderId;
};

const flowChecks: readonly Check[] = [
  {
    name: 'refund a part of a confirmed payment',
    ends: [4, 0, 1_000_000],
    play: async (stage, orderNumber) => {
      const orderId = await payAndConfirm(stage, orderNumber);
      await stage.client.refund({ orderId, amountMinor: 500_000 });
      return orderId;
    },
  },
  {
    name: 'refund all of a confirmed payment',
    ends: [4, 0, 0],
    play: async (stage, orderNumber) => {
      const orderId = await payAndConfirm(stage, orderNumber);
      await stage.client.refund({ orderId, amountMinor });
      return orderId;
    },
  },
  {
    name: 'a confirmed payment stays',
    ends: [2, 0, amountMinor],
    play: async (stage, orderNumber) => {
      const orderId = await payAndConfirm(stage, orderNumber);
      await stage.simulator.clock.advance(untilCancelledMs);
      return orderId;
    },
  },
  {
    name: 'an unconfirmed payment is cancelled',
    ends: [3, 0, 0],
    play: async (stage, orderNumber) => {
      if (!valid) throw new Error('SATIM has no card');
      const { orderId } = await payBy(stage, orderNumber, valid);
      await stage.simulator.clock.advance(untilCancelledMs);
      return orderId;
    },
  },
];

const endOf = ({ OrderStatus, actionCode = 0, depositAmount = 0 }: Acknowledgement): End => [
  OrderStatus,
  actionCode,
  depositAmount,
];

/** Plays the checklist of SATIM's certification: every card, and the flow around a payment. */
export const playCertification = async (stage: Stage): Promise<readonly CheckRun[]> => {
  const runs: CheckRun[] = [];
  for (const [index, { name, ends, play }] of [...cardChecks, ...flowChecks].entries()) {
    const orderId = await play(stage, `C${index + 1}`);
    const answer = await stage.client.acknowledgeTransaction({ orderId });
    const seen = endOf(answer);
    const isAsExpected = seen.every((value, place) => value === ends[place]);
    runs.push({ name, seen, respCode: answer.params?.['respCode'] ?? '', isAsExpected });
  }
  return runs;
};

/** The checks as rows for the terminal. */
export const checkRows = (runs: readonly CheckRun[]): readonly (readonly string[])[] => [
  ['certification of SATIM', 'OrderStatus', 'actionCode', 'captured', 'respCode', ''],
  ...runs.map(({ name, seen, respCode, isAsExpected }) => [
    name,
    ...seen.map(String),
    respCode,
    isAsExpected ? '' : 'NOT AS EXPECTED',
  ]),
];
