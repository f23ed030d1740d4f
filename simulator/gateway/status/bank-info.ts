import { countryName, unknownCountry } from '../../data/countries.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { issuerName } from '../../issuer/issuer-name.ts';

/** `bankInfo` of a card: every card comes from one simulated bank of the gateway's own country. */
export const bankInfo = (country: string, language: PageLanguage): object => ({
  bankName: issuerName,
  bankCountryCode: country,
  bankCountryName: countryName(country, language),
});

/** `bankInfo` before any card was tried. Source: recorded answers. */
export const unknownBankInfo = (language: PageLanguage): object => ({
  bankCountryCode: 'UNKNOWN',
  bankCountryName: unknownCountry(language),
});
