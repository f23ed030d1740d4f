import type { ChallengeEnd, ThreeDsRoute } from '../domain/orders/attempt-plan.ts';
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
  { pan: '2201382000000013', expiry: '203412', cvc: '123', route: 'challenge', actionCode: 0, label: 'Challenge, then approved', source: 'vtb-kz-cards', confidence: 'client', note: 'Mir; the list of VTB Kazakhstan has no others' },
  { pan: '2201382000000021', expiry: '203412', cvc: '123', route: 'challenge', actionCode: 0, label: 'Challenge, then approved', source: 'vtb-kz-cards', confidence: 'client', note: 'Mir; the list of VTB Kazakhstan has no others' },
  { pan: '2201382000000039', expiry: '203412', cvc: '123', route: 'challenge', actionCode: 0, label: 'Challenge, then approved', source: 'vtb-kz-cards', confidence: 'client', note: 'Mir; the list of VTB Kazakhstan has no others' },
  { pan: '2201382000000047', expiry: '203412', cvc: '123', route: 'challenge', actionCode: 0, label: 'Challenge, then approved', source: 'vtb-kz-cards', confidence: 'client', note: 'Mir; the list of VTB Kazakhstan has no others' },
  { pan: '2201382000000054', expiry: '203412', cvc: '123', route: 'challenge', actionCode: 0, label: 'Challenge, then approved', source: 'vtb-kz-cards', confidence: 'client', note: 'Mir; the list of VTB Kazakhstan has no others' },
  { pan: '2201382000000062', expiry: '203412', cvc: '123', route: 'frictionless', actionCode: 0, label: 'Frictionless, approved', source: 'vtb-kz-cards', confidence: 'client', note: 'Mir; the list of VTB Kazakhstan has no others' },
  { pan: '4563960122001999', expiry: '201912', cvc: '347', route: 'challenge', actionCode: 0, label: 'Challenge (legacy UCS), approved', source: 'rbs-clients', confidence: 'client', note: '3-D Secure 1 in the source' },
  { pan: '639002000000000003', expiry: '201912', cvc: '123', route: 'none', actionCode: 0, label: 'Maestro, 18 digits (legacy UCS), approved', source: 'rbs-clients', confidence: 'client', note: 'not enrolled in 3-D Secure' },
  { pan: '4444444444446666', expiry: '201912', cvc: '123', route: 'none', actionCode: -20010, label: 'Blocked by limit (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '5555555555555557', expiry: '201912', cvc: '123', route: 'challenge', challengeEnd: 'failed', actionCode: -2011, label: 'Issuer could not authenticate (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '4444444444444422', expiry: '201912', cvc: '123', route: 'none', actionCode: 904, label: 'Message format error (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '4444444411111111', expiry: '201912', cvc: '123', route: 'none', actionCode: 5, label: 'Refused by the network (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '4444444499999999', expiry: '201912', cvc: '123', route: 'unavailable', actionCode: 151017, label: '3-D Secure communication error (legacy UCS)', source: 'rbs-clients', confidence: 'client', note: worded },
  { pan: '6280581110007215', expiry: '202701', cvc: '373', route: 'challenge', actionCode: 0, label: 'SATIM: valid card', source: 'satim-docs', confidence: 'client' },
  { pan: '6280580610061011', expiry: '202701', cvc: '992', route: 'challenge', actionCode: 0, label: 'SATIM: valid credit card', source: 'satim-docs', confidence: 'client' },
  { pan: '6280581110006712', expiry: '202701', cvc: '897', route: 'challenge', actionCode: 119, label: 'SATIM: temporarily blocked', source: 'satim-docs', confidence: 'client', note: '203 before 2026' },
  { pan: '6280581110006316', expiry: '202701', cvc: '657', route: 'challenge', actionCode: 126, label: 'SATIM: lost', source: 'satim-docs', confidence: 'client', note: '208 before 2026' },
  { pan: '6280581110006415', expiry: '202701', cvc: '958', route: 'challenge', actionCode: 127, label: 'SATIM: stolen', source: 'satim-docs', confidence: 'client', note: '209 before 2026' },
  { pan: '6280581110006613', expiry: '202708', cvc: '411', route: 'challenge', actionCode: 100882, label: 'SATIM: wrong expiry date', source: 'satim-docs', confidence: 'client', note: '-1 before 2026' },
  { pan: '6280581110003927', expiry: '202501', cvc: '834', route: 'challenge', actionCode: 125, label: "SATIM: not on the issuer's server", source: 'satim-docs', confidence: 'client', note: 'recorded before 2026, when it could be entered; its check digit is wrong' },
  { pan: '6280580610061219', expiry: '202701', cvc: '049', route: 'challenge', actionCode: 121, label: 'SATIM: limit of the card exceeded', source: 'satim-docs', confidence: 'client', note: 'as printed, recorded before 2026; the sandbox approves it now' },
  { pan: '6280580610061110', expiry: '202701', cvc: '260', route: 'challenge', actionCode: 116, label: 'SATIM: no balance', source: 'satim-docs', confidence: 'client' },
  { pan: '6280581110006514', expiry: '202701', cvc: '205', route: 'challenge', actionCode: 140, label: 'SATIM: wrong CVV2', source: 'satim-docs', confidence: 'client', note: '111 before 2026' },
  { pan: '6280580610061318', expiry: '202701', cvc: '930', route: 'challenge', actionCode: 0, label: 'SATIM: passwords used up after 666666 three times', source: 'satim-docs', confidence: 'client', note: '2003 after three wrong passwords; that 123456 passes is a guess' },
  { pan: '6280581110007017', expiry: '202701', cvc: '632', route: 'unavailable', actionCode: 2003, label: 'SATIM: not authorised online', source: 'satim-docs', confidence: 'client', note: 'refused before the password' },
  { pan: '6280581110007116', expiry: '202701', cvc: '040', route: 'challenge', actionCode: 100254, label: 'SATIM: not active online', source: 'satim-docs', confidence: 'client', note: '-1 before 2026' },
  { pan: '6280581110007314', expiry: '202701', cvc: '821', route: 'unavailable', actionCode: -2006, label: 'SATIM: limit of the terminal or amount', source: 'satim-docs', confidence: 'client', note: 'as printed, recorded before 2026; the sandbox approves it now' },
  { pan: '6280580610056615', expiry: '202212', cvc: '428', route: 'unavailable', actionCode: -2006, label: 'SATIM: expired card', source: 'satim-docs', confidence: 'client', note: 'as printed, recorded before 2026; the sandbox approves it now' },
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
