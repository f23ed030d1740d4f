import type { ChallengeEnd, ThreeDsRoute } from '../domain/attempt-plan.ts';
import type { Confidence, Source } from './sources.ts';

/** A published test card: its data, and the answer of its bank. */
export interface TestCard {
  /** Digits only; unique in the table. */
  readonly pan: string;
  /** YYYYMM, as published; cards still work after it. */
  readonly expiry: string;
  readonly cvc: string;
  readonly route: ThreeDsRoute;
  /** Absent: the payer ends the challenge. */
  readonly challengeEnd?: ChallengeEnd;
  /** Result after a payer without mistakes; 0 = approved. */
  readonly actionCode: number;
  /** For people. */
  readonly label: string;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly note?: string;
}

const worded = 'the list gives the outcome in words; the code is the one with that meaning';

/**
 * BPC's white-label cards come first, as Bereke most likely has them. If banks publish the same number with other data, this
 * is BPC's row. 4000001111111126 is left out: no source has the reason of its decline.
 */
// biome-ignore format: one line per row
export const testCards: readonly TestCard[] = [
  { pan: '5555555555555599', expiry: '203412', cvc: '123', route: 'challenge', actionCode: 0, label: 'Challenge, then approved', source: 'bpc-test-cards', confidence: 'doc', note: 'declines with -2025 when the challenge is not passed; the legacy UCS list calls it not enrolled' },
  { pan: '4111111111111111', expiry: '202612', cvc: '123', route: 'frictionless', actionCode: 0, label: 'Frictionless, approved', source: 'bpc-test-cards', confidence: 'doc', note: 'the legacy UCS list asks a 3-D Secure password for it' },
  { pan: '5168494895055780', expiry: '202612', cvc: '123', route: 'challenge', challengeEnd: 'failed', actionCode: -2025, label: 'Challenge that fails', source: 'bpc-test-cards', confidence: 'client', note: 'documented as frictionless with a failure; the issuer page and -2025 were observed' },
  { pan: '4000001111111118', expiry: '203012', cvc: '123', route: 'attempt', actionCode: 0, label: '3-D Secure attempt, approved', source: 'bpc-test-cards', confidence: 'doc' },
  { pan: '4444555511113333', expiry: '202612', cvc: '123', route: 'none', actionCode: 0, label: 'No 3-D Secure, approved', source: 'bpc-test-cards', confidence: 'doc', note: 'a Bereke client uses 12/24, a DSK client 12/34' },
  { pan: '4012001038166662', expiry: '202412', cvc: '123', route: 'challenge', actionCode: 0, label: 'Challenge (Bereke), approved', source: 'bereke-docs', confidence: 'doc', note: '3-D Secure 1 with the password 12345678 there' },
  { pan: '5000001111111115', expiry: '203012', cvc: '123', route: 'challenge', actionCode: 0, label: 'Challenge (JCC), approved', source: 'rbs-clients', confidence: 'client', note: '3-D Secure 1 in the source' },
  { pan: '4279380620378929', expiry: '202606', cvc: '353', route: 'none', actionCode: 0, label: 'No 3-D Secure (Sber), approved', source: 'sber-sdk', confidence: 'doc' },
  { pan: '2202208020207685', expiry: '202705', cvc: '133', route: 'challenge', actionCode: 0, label: 'Challenge, Mir card (Sber), approved', source: 'sber-sdk', confidence: 'doc' },
  { pan: '5228600771714450', expiry: '202606', cvc: '353', route: 'challenge', actionCode: 0, label: 'Challenge (Sber), approved', source: 'sber-sdk', confidence: 'doc' },
  { pan: '5228600771714468', expiry: '202705', cvc: '133', route: 'challenge', actionCode: 0, label: 'Challenge (Sber, second card), approved', source: 'sber-sdk', confidence: 'doc' },
  { pan: '4563960122001999', expiry: '201912', cvc: '347', route: 'challenge', actionCode: 0, label: 'Challenge (legacy UCS), approved', source: 'rbs-clients', confidence: 'client', note: '3-D Secure 1 in the source' },
  { pan: '639002000000000003', expiry: '201912', cvc: '123', route: 'none', actionCode: 0, label: 'Maestro, 18 digits (legacy UCS), approved', source: 'rbs-clients', confidence: 'client', note: 'not enrolled in 3-D Secure' },
  { pan: '4444444444446666', expiry: '201912', cvc: '123', route: 'none', actionCode: -20010, label: 'Blocked by limit (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '5555555555555557', expiry: '201912', cvc: '123', route: 'challenge', challengeEnd: 'failed', actionCode: -2011, label: 'Issuer could not authenticate (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '4444444444444422', expiry: '201912', cvc: '123', route: 'none', actionCode: 904, label: 'Message format error (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '4444444411111111', expiry: '201912', cvc: '123', route: 'none', actionCode: 5, label: 'Refused by the network (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '4444444499999999', expiry: '201912', cvc: '123', route: 'unavailable', actionCode: 151017, label: '3-D Secure communication error (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
];

/** Further dates with which the same cards are published. */
// biome-ignore format: one line per row
export const otherDates: readonly { readonly pan: string; readonly expiry: string; readonly source: Source; readonly confidence: Confidence }[] = [
  { pan: '5555555555555599', expiry: '202412', source: 'bereke-docs', confidence: 'doc' },
  { pan: '4444555511113333', expiry: '202412', source: 'bereke-docs', confidence: 'doc' },
  { pan: '5555555555555599', expiry: '201912', source: 'rbs-clients', confidence: 'client' },
  { pan: '4111111111111111', expiry: '201912', source: 'rbs-clients', confidence: 'client' },
];

/** Whether a card is published with this date. */
export const isPublishedDate = ({ pan, expiry: published }: TestCard, expiry: string): boolean =>
  expiry === published || otherDates.some((row) => row.pan === pan && row.expiry === expiry);

export const testCardByPan = (pan: string): TestCard | undefined => testCards.find((card) => card.pan === pan);
