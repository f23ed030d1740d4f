/** The name of the bank of every card. */
export const issuerName = 'SIMULATED ISSUER BANK';
