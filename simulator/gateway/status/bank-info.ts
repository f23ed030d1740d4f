import { countryName, unknownCountry } from '../../data/countries.ts';
import type { Language } from '../../domain/order.ts';

/** `bankInfo` of a card: every card comes from one simulated bank of the gateway's own country. */
export const bankInfo = (country: string, language: Language): object => ({
  bankName: 'SIMULATED ISSUER BANK',
  bankCountryCode: country,
  bankCountryName: countryName(country, language),
});

/** `bankInfo` before any card was tried. Source: recorded answers. */
export const unknownBankInfo = (language: Language): object => ({
  bankCountryCode: 'UNKNOWN',
  bankCountryName: unknownCountry[language],
});
