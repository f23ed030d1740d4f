/** What is done to the money of an order. */
export type Effect = 'register' | 'pay' | 'deposit' | 'refund' | 'reverse';

/** One call of a shop. `sent`: no answer came. */
export interface Operation {
  readonly effects: readonly Effect[];
  readonly amount: number;
  outcome: 'sent' | 'answered' | 'refused';
}

/** An order as its shop knows it. */
export interface KnownOrder {
  readonly orderNumber: string;
  readonly isPreAuth: boolean;
  readonly operations: Operation[];
}

/** An order as the gateway tells it, in minor units; undefined where it has none. */
export type SeenOrder =
  | {
      readonly status: number;
      readonly approved: number;
      readonly deposited: number;
      readonly refunded: number;
    }
  | undefined;

/** How much of an effect was answered, and how much there may be with what was under way. */
const boundsOf = ({ operations }: KnownOrder, effect: Effect): { readonly least: number; readonly most: number } => {
  const sum = (outcomes: readonly Operation['outcome'][]) =>
    operations
      .filter(({ effects, outcome }) => effects.includes(effect) && outcomes.includes(outcome))
      .reduce((total, { amount }) => total + amount, 0);
  return { least: sum(['answered']), most: sum(['answered', 'sent']) };
};

/** What of an order is lost that was answered, in words; empty where nothing is. */
export const lostOf = (known: KnownOrder, seen: SeenOrder): readonly string[] => {
  const least = (effect: Effect) => boundsOf(known, effect).least;
  if (!seen) return least('register') > 0 ? ['the order is gone'] : [];
  const { status, approved, deposited, refunded } = seen;
  const isReversed = status === 3;
  const rules: readonly (readonly [boolean, string])[] = [
    [approved < least('pay'), 'its payment is lost'],
    [!isReversed && deposited + refunded < least('deposit'), 'its deposit is lost'],
    [refunded < least('refund'), 'a refund is lost'],
    [least('reverse') > 0 && !isReversed, 'its reversal is lost'],
  ];
  return rules.flatMap(([isLost, what]) => (isLost ? [`${what}: ${JSON.stringify(seen)}`] : []));
};

/** Amounts that an order of each status has. Source: BPC REST documentation, order states. */
const fits: Readonly<Record<number, (seen: NonNullable<SeenOrder>) => boolean>> = {
  0: ({ approved, deposited, refunded }) => approved + deposited + refunded === 0,
  1: ({ approved, deposited, refunded }) => approved > 0 && deposited + refunded === 0,
  2: ({ deposited, refunded }) => deposited > 0 && refunded === 0,
  3: ({ deposited, refunded }) => deposited + refunded === 0,
  4: ({ refunded }) => refunded > 0,
};

/** Why an order cannot be as it is after what was sent, in words; empty where it can. */
export const impossibleOf = (known: KnownOrder, seen: SeenOrder): readonly string[] => {
  if (!seen) return [];
  const most = (effect: Effect) => boundsOf(known, effect).most;
  const { status, approved, deposited, refunded } = seen;
  const rules: readonly (readonly [boolean, string])[] = [
    [!fits[status]?.(seen), 'the amounts are not those of the status'],
    [deposited + refunded > approved, 'more is deposited than approved'],
    [approved > most('pay'), 'more is paid than was sent'],
    [deposited + refunded > most('deposit'), 'more is deposited than was sent'],
    [refunded > most('refund'), 'more is refunded than was sent'],
    [status === 3 && most('reverse') === 0, 'nobody reversed it'],
  ];
  return rules.flatMap(([isWrong, why]) => (isWrong ? [`${why}: ${JSON.stringify(seen)}`] : []));
};
