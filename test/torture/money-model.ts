/**
 * What a gateway of this kind does with the money of one order, written down a second time and in another way: from the
 * tables "transitions", "legality matrix" and "amounts per state" of its description, never from the code. Source: BPC
 * REST documentation, order states; what it leaves open is as the README says of Bereke.
 */
export interface Model {
  /** `orderStatus`. */
  status: number;
  readonly isPreAuth: boolean;
  readonly amount: number;
  approved: number;
  deposited: number;
  refunded: number;
  attemptsLeft: number;
  hasReversed: boolean;
  nowMs: number;
  readonly endsAtMs: number;
  paidAtMs: number;
}

/** Sums are spelt by what they are compared with, so that a sequence keeps its meaning while it is made shorter. */
export type Sum =
  | { readonly kind: 'everything' }
  | { readonly kind: 'part'; readonly ofHundred: number }
  | { readonly kind: 'exactly' }
  | { readonly kind: 'over'; readonly by: number };

export type Operation =
  | { readonly do: 'pay' | 'pay-and-be-refused' | 'go-to-issuer' | 'come-back' | 'decline' }
  | { readonly do: 'deposit'; readonly sum: Sum; readonly depositType: 0 | 1 | 2 }
  | { readonly do: 'reverse' | 'refund'; readonly sum: Sum }
  | { readonly do: 'wait'; readonly ms: number };

/** How long an order can be paid. Source: BPC REST documentation, sessionTimeoutSecs. */
const lifeMs = 1_200_000;
const dayMs = 86_400_000;
/** Kazakhstan. */
const offsetMs = 5 * 3_600_000;

export const newModel = (amount: number, isPreAuth: boolean, nowMs: number): Model => ({
  status: 0,
  isPreAuth,
  amount,
  approved: 0,
  deposited: 0,
  refunded: 0,
  attemptsLeft: 3,
  hasReversed: false,
  nowMs,
  endsAtMs: nowMs + lifeMs,
  paidAtMs: 0,
});

/** What is left to be taken, given free, or given back. */
const available = (model: Model, operation: 'deposit' | 'reverse' | 'refund'): number => {
  if (operation === 'refund') return model.deposited;
  return operation === 'reverse' ? model.approved : model.approved - model.deposited;
};

/** The `amount` that goes over the wire; 0 means everything. */
export const amountSent = (model: Model, operation: 'deposit' | 'reverse' | 'refund', sum: Sum): number => {
  const most = available(model, operation);
  if (sum.kind === 'everything') return 0;
  if (sum.kind === 'exactly') return most;
  return sum.kind === 'over' ? most + sum.by : Math.floor((most * sum.ofHundred) / 100);
};

/** What a card gets whose order does not wait for one; of a payer at the issuer nothing is known. */
const paidBefore = ({ status }: Model): string | undefined => (status === 5 ? undefined : '7');

const authorise = (model: Model): string => {
  Object.assign(model, { status: model.isPreAuth ? 1 : 2, approved: model.amount, paidAtMs: model.nowMs });
  if (!model.isPreAuth) model.deposited = model.amount;
  return '0';
};

const deposit = (model: Model, amount: number, depositType: 0 | 1 | 2): string => {
  if (model.status !== 1 && model.status !== 8) return '7';
  const held = model.approved - model.deposited;
  if (amount > held) return '5';
  model.deposited += amount === 0 ? held : amount;
  model.status = depositType === 1 ? 8 : 2;
  return '0';
};

const reverse = (model: Model, amount: number): string => {
  const isTooLate = dayOf(model.nowMs) > dayOf(model.paidAtMs);
  if (model.status === 1) {
    if (model.hasReversed || amount > model.approved) return '5';
    if (isTooLate) return '7';
    model.hasReversed = true;
    if (amount === 0 || amount === model.approved) model.status = 3;
    else model.approved -= amount;
    return '0';
  }
  if (model.status !== 2) return '7';
  if (model.hasReversed || amount > model.approved) return '5';
  const isWhole = model.deposited === model.approved && (amount === 0 || amount === model.deposited);
  if (isTooLate || !isWhole) return '7';
  Object.assign(model, { hasReversed: true, status: 3, deposited: 0 });
  return '0';
};

const dayOf = (ms: number): number => Math.floor((ms + offsetMs) / dayMs);

const refund = (model: Model, amount: number): string => {
  if ((model.status !== 2 && model.status !== 4) || model.deposited === 0 || amount > model.deposited) return '7';
  const given = amount === 0 ? model.deposited : amount;
  model.deposited -= given;
  model.refunded += given;
  model.status = 4;
  return '0';
};

/** Lets an operation happen to the model; gives the code that the gateway has to answer with, undefined where it is not asked. */
export const step = (model: Model, operation: Operation): string | undefined => {
  switch (operation.do) {
    case 'pay':
      return model.status === 0 ? authorise(model) : paidBefore(model);
    case 'pay-and-be-refused':
      if (model.status !== 0) return paidBefore(model);
      model.attemptsLeft--;
      if (model.attemptsLeft === 0) model.status = 6;
      return undefined;
    case 'go-to-issuer':
      if (model.status !== 0) return paidBefore(model);
      model.status = 5;
      return undefined;
    case 'come-back':
      if (model.status === 5) authorise(model);
      return undefined;
    case 'decline':
      if (model.status !== 0 && model.status !== 5) return '7';
      model.status = 6;
      return '0';
    case 'deposit':
      return deposit(model, amountSent(model, 'deposit', operation.sum), operation.depositType);
    case 'reverse':
      return reverse(model, amountSent(model, 'reverse', operation.sum));
    case 'refund':
      return refund(model, amountSent(model, 'refund', operation.sum));
    case 'wait':
      model.nowMs += operation.ms;
      if ((model.status === 0 || model.status === 5) && model.nowMs >= model.endsAtMs) model.status = 6;
      return undefined;
  }
};
