/** What every merchant takes. Source: page scripts of gateways on this software, `merchantOptions`. */
export const merchantOptions = ['VISA', 'MASTERCARD', 'SSL', 'VISA_TDS', 'MASTERCARD_TDS'] as const;

const names: Readonly<Record<string, string>> = { VISA: 'Visa', MASTERCARD: 'Mastercard' };

/** The names of the card schemes among them, as people know them. */
export const schemes: readonly string[] = merchantOptions.flatMap((option) => names[option] ?? []);
