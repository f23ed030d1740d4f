/** The shop's currency; one unit is a hundred minor units. */
export interface ShopCurrency {
  /** ISO 4217, three digits. */
  readonly numeric: string;
  /** ISO 4217, three letters. */
  readonly alpha: string;
}

export const tenge: ShopCurrency = { numeric: '398', alpha: 'KZT' };

export interface Product {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  /** For one, in minor units. */
  readonly priceMinor: number;
  /** Outline on a 48 by 48 field, as SVG path data. */
  readonly picture: string;
}

export const catalogue: readonly Product[] = [
  {
    id: 'tea-bowl',
    name: 'Tea bowl',
    about: 'Glazed stoneware for strong tea with milk.',
    priceMinor: 450_000,
    picture: 'M8 18h32c0 12-6 20-16 20S8 30 8 18zM17 38h14v3H17zM18 12c0-3 3-3 3-6M27 12c0-3 3-3 3-6',
  },
  {
    id: 'felt-slippers',
    name: 'Felt slippers',
    about: 'Thick grey felt, leather soles, one pair.',
    priceMinor: 1_290_000,
    picture: 'M6 32c0-6 6-8 12-9l8-7c6 0 10 5 16 9v7zM6 32v4h36v-4M18 23c2 3 6 4 9 3',
  },
  {
    id: 'steppe-notebook',
    name: 'Steppe notebook',
    about: '160 dotted pages that lie flat, linen cover.',
    priceMinor: 320_000,
    picture: 'M12 6h24v36H12zM18 6v36M23 14h8M23 20h8',
  },
  {
    id: 'camel-scarf',
    name: 'Camel wool scarf',
    about: 'Undyed and warm, 30 by 180 centimetres.',
    priceMinor: 2_475_050,
    picture: 'M16 6h12l4 10-8 6-8-6zM20 20l-6 22h10l2-19M17 37h8',
  },
  {
    id: 'apple-seedling',
    name: 'Apple seedling',
    about: 'A young Aport tree in a pot, to plant in spring.',
    priceMinor: 790_000,
    picture: 'M14 30h20l-3 12H17zM24 30V12M24 18c-8 0-10-5-10-9 7 0 10 3 10 9zM24 15c0-6 4-9 10-9 0 6-3 9-10 9z',
  },
];

/** An amount of minor units as people write it: 2475050 is `24 750.50 KZT`. */
export const priceText = (amountMinor: number, { alpha }: ShopCurrency): string => {
  const whole = String(Math.trunc(amountMinor / 100)).replace(/\B(?=(\d{3})+$)/g, '\u00A0');
  const cents = amountMinor % 100;
  return `${whole}${cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`}\u00A0${alpha}`;
};
