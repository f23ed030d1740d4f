/** Holds the hand-written types of the client against the schemas of the control API; `npm run typecheck` is the test. */
import type { z } from 'zod';
import type {
  BankAct,
  CallbackCounts,
  CallbackDetail,
  CallbackFilter,
  CallbackList,
  Journal,
  JournalEntry,
  JournalFilter,
  MerchantChanges,
  NewMerchant,
  OrderFilter,
  OrderList,
  ResentCallback,
  SandboxCallback,
  SandboxClock,
  SandboxMerchant,
  SandboxOrder,
  Verification,
  VerificationResult,
} from '../../../client/index.ts';
import type { clockAnswer } from '../../../simulator/control/clock/clock-schemas.ts';
import type {
  merchantAnswer,
  merchantChanges,
  newMerchant,
} from '../../../simulator/control/merchants/merchant-schemas.ts';
import type {
  callbackAnswer,
  callbackDetail,
  callbackFilter,
  callbackList,
  callbackStates,
  resendAnswer,
} from '../../../simulator/inspection/callbacks/callback-schemas.ts';
import type {
  journalAnswer,
  journalEntry,
  journalFilter,
} from '../../../simulator/inspection/journal/journal-schemas.ts';
import type { verification, verificationAnswer } from '../../../simulator/inspection/journal/verification-schemas.ts';
import type { orderAnswer, orderFilter, orderList } from '../../../simulator/inspection/orders/order-schemas.ts';
import type { bankActs } from '../../../simulator/payments/orders/act-as-bank.ts';
import type { Fits, Holds, Same, Sent } from './same-type.ts';

/** What the client says of an answer is what the control API answers. */
export type Answers = [
  Holds<Same<z.output<typeof orderAnswer>, SandboxOrder>>,
  Holds<Same<z.output<typeof orderList>, OrderList>>,
  Holds<Same<z.output<typeof callbackAnswer>, SandboxCallback>>,
  Holds<Same<z.output<typeof callbackDetail>, CallbackDetail>>,
  Holds<Same<z.output<typeof callbackList>, CallbackList>>,
  Holds<Same<z.output<typeof resendAnswer>, ResentCallback>>,
  Holds<Same<Record<(typeof callbackStates)[number], number>, CallbackCounts>>,
  Holds<Same<z.output<typeof journalAnswer>, Journal>>,
  Holds<Same<z.output<typeof journalEntry>, JournalEntry>>,
  Holds<Same<z.output<typeof verificationAnswer>, VerificationResult>>,
  Holds<Same<z.output<typeof clockAnswer>, SandboxClock>>,
  Holds<Same<z.output<typeof merchantAnswer>, SandboxMerchant>>,
];

/** What the client lets its caller ask for is what the control API takes. */
export type Questions = [
  Holds<Same<z.output<typeof journalFilter>, JournalFilter>>,
  Holds<Same<z.output<typeof callbackFilter>, CallbackFilter>>,
  Holds<Same<Omit<z.output<typeof orderFilter>, 'since' | 'until'>, Omit<OrderFilter, 'since' | 'until'>>>,
  Fits<Verification, Sent<z.input<typeof verification>>>,
  Fits<NewMerchant, Sent<z.input<typeof newMerchant>>>,
  Fits<MerchantChanges, Sent<z.input<typeof merchantChanges>>>,
  Holds<Same<(typeof bankActs)[number], BankAct>>,
];

interface Shown {
  readonly tookMs: number;
  readonly note?: string;
}

/** The comparison itself sees what it has to: a field too many, too few, of another type, or that is always there. */
export type Differences = [
  Holds<Same<Shown, { note?: string | undefined; tookMs: number }>>,
  // @ts-expect-error it lacks a field that may be absent
  Holds<Same<Shown, { tookMs: number }>>,
  // @ts-expect-error it has one more
  Holds<Same<Shown, Shown & { readonly more?: true }>>,
  // @ts-expect-error its field is of another type
  Holds<Same<Shown, { tookMs: string; note?: string }>>,
  // @ts-expect-error its field is always there
  Holds<Same<Shown, { tookMs: number; note: string }>>,
  // @ts-expect-error it differs deep inside
  Holds<Same<{ entries: Shown[] }, { entries: { tookMs: number }[] }>>,
];
