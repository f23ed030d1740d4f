import type { Confidence, Source } from './sources.ts';

/** The languages of the texts that SATIM's acknowledgement has. */
export type ResponseLanguage = 'fr' | 'ar' | 'en';

/** The result of a payment as the acknowledgement of SATIM tells it. Texts are our own: clients must not match on them. */
export interface ResponseRow {
  readonly actionCode: number;
  /** `params.respCode`; absent if the issuer was never asked. */
  readonly respCode?: string;
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
  readonly source: Source;
  readonly confidence: Confidence;
  readonly note?: string;
}

const recorded = { source: 'satim', confidence: 'client' } as const;
const older = { source: 'satim-laravel', confidence: 'client', note: 'recorded before 2026' } as const;

/** By action code, each once. */
// biome-ignore format: one line per row
const responseRows: readonly ResponseRow[] = [
  { actionCode: 0, respCode: '00', fr: 'Votre paiement a été accepté', ar: 'تم قبول دفعتك', en: 'Your payment was accepted', ...recorded },
  { actionCode: -100, fr: 'No payment attempted yet.', ar: 'No payment attempted yet.', en: 'No payment attempted yet.', ...recorded, note: 'in English alone' },
  { actionCode: 10, fr: 'Operation cancelled by user', ar: 'Operation cancelled by user', en: 'Operation cancelled by user', source: 'satim-php', confidence: 'client', note: 'in English alone' },
  { actionCode: 2003, fr: 'Payment declined', ar: 'Payment declined', en: 'Payment declined', ...recorded, note: 'in English alone' },
  { actionCode: -2006, fr: 'Payment declined by the authentication', ar: 'Payment declined by the authentication', en: 'Payment declined by the authentication', ...older },
  { actionCode: 119, respCode: '37', fr: 'Votre carte est bloquée. Contactez votre banque', ar: 'بطاقتك محظورة. اتصل ببنكك', en: 'Your card is blocked. Contact your bank', ...recorded },
  { actionCode: 203, respCode: '37', fr: 'Votre carte est bloquée. Contactez votre banque', ar: 'بطاقتك محظورة. اتصل ببنكك', en: 'Your card is blocked. Contact your bank', ...older },
  { actionCode: 126, respCode: '41', fr: 'Votre carte est déclarée perdue', ar: 'تم التصريح بفقدان بطاقتك', en: 'Your card is reported lost', ...recorded },
  { actionCode: 208, respCode: '41', fr: 'Votre carte est déclarée perdue', ar: 'تم التصريح بفقدان بطاقتك', en: 'Your card is reported lost', ...older },
  { actionCode: 127, respCode: '43', fr: 'Votre carte est déclarée volée', ar: 'تم التصريح بسرقة بطاقتك', en: 'Your card is reported stolen', ...recorded },
  { actionCode: 209, respCode: '43', fr: 'Votre carte est déclarée volée', ar: 'تم التصريح بسرقة بطاقتك', en: 'Your card is reported stolen', ...older },
  { actionCode: 100882, respCode: 'AD', fr: "Vérifiez la date d'expiration de votre carte", ar: 'تحقق من تاريخ انتهاء صلاحية بطاقتك', en: 'Check the expiry date of your card', ...recorded },
  { actionCode: 125, respCode: '62', fr: 'Votre carte est inconnue. Contactez votre banque', ar: 'بطاقتك غير معروفة. اتصل ببنكك', en: 'Your card is not known. Contact your bank', ...older },
  { actionCode: 121, respCode: '61', fr: 'Le plafond de votre carte est dépassé. Choisissez un autre montant', ar: 'تم تجاوز سقف بطاقتك. اختر مبلغا آخر', en: 'The limit of your card is exceeded. Choose another amount', ...older, note: 'the sandbox approves that card in 2026' },
  { actionCode: 116, respCode: '51', fr: 'Votre solde est insuffisant. Alimentez votre compte', ar: 'رصيدك غير كاف. قم بتعبئة حسابك', en: 'Your balance is too low. Top up your account', ...recorded },
  { actionCode: 140, respCode: 'AB', fr: 'Vérifiez le code CVV2 de votre carte', ar: 'تحقق من رمز CVV2 لبطاقتك', en: 'Check the CVV2 of your card', ...recorded },
  { actionCode: 111, respCode: 'AB', fr: 'Vérifiez le code CVV2 de votre carte', ar: 'تحقق من رمز CVV2 لبطاقتك', en: 'Check the CVV2 of your card', ...older },
  { actionCode: 71015, respCode: 'AB', fr: 'Vérifiez les données de votre carte', ar: 'تحقق من بيانات بطاقتك', en: 'Check the data of your card', source: 'guess', confidence: 'guess', note: 'typed data that are not those of the card' },
  { actionCode: 100254, respCode: 'AE', fr: "Votre carte n'est pas active pour le paiement en ligne", ar: 'بطاقتك غير مفعلة للدفع عبر الإنترنت', en: 'Your card is not active for online payment', ...recorded },
  { actionCode: 101, respCode: '33', fr: 'Votre carte est expirée', ar: 'انتهت صلاحية بطاقتك', en: 'Your card has expired', ...older },
  { actionCode: 100, respCode: '05', fr: 'Votre transaction a été rejetée. Contactez votre banque', ar: 'تم رفض معاملتك. اتصل ببنكك', en: 'Your transaction was declined. Contact your bank', source: 'satim-laravel', confidence: 'client' },
];

const usual = responseRows.find(({ respCode }) => respCode === '05');

/** The row of an action code; for one without a row, that of a bank that gives no reason, which is a guess. */
export const responseOf = (actionCode: number, wasAsked: boolean): ResponseRow | undefined =>
  responseRows.find((row) => row.actionCode === actionCode) ?? (wasAsked ? usual : undefined);
