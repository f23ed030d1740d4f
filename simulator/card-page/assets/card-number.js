/** Number ranges of the card schemes as digit prefixes, first match wins; the server's table is in domain/card.ts. */
const ranges = [
  ['4', '4', 'Visa'],
  ['51', '55', 'Mastercard'],
  ['2221', '2720', 'Mastercard'],
  ['2200', '2204', 'Mir'],
  ['34', '34', 'Amex'],
  ['37', '37', 'Amex'],
  ['3528', '3589', 'JCB'],
  ['62', '62', 'UnionPay'],
  ['50', '50', 'Maestro'],
  ['56', '59', 'Maestro'],
  ['61', '61', 'Maestro'],
  ['63', '69', 'Maestro'],
];

export const digitsOf = (text) => text.replace(/\D/g, '');

/** The scheme's name, or '' while it is unknown. */
export const brandOf = (pan) => {
  const range = ranges.find(([from, to]) => {
    const prefix = pan.slice(0, from.length);
    return prefix.length === from.length && prefix >= from && prefix <= to;
  });
  return range?.[2] ?? '';
};

/** By fours, the way cards are printed; American Express 4-6-5. */
export const inGroups = (pan) => {
  const sizes = brandOf(pan) === 'Amex' ? [4, 6, 9] : [4, 4, 4, 4, 3];
  const groups = [];
  let from = 0;
  for (const size of sizes) {
    if (from < pan.length) groups.push(pan.slice(from, from + size));
    from += size;
  }
  return groups.join(' ');
};

export const passesLuhn = (pan) => {
  let sum = 0;
  for (let index = 0; index < pan.length; index++) {
    const digit = Number(pan[pan.length - 1 - index]);
    const weighted = index % 2 === 0 ? digit : digit * 2;
    sum += weighted > 9 ? weighted - 9 : weighted;
  }
  return sum % 10 === 0;
};

/** `12/34`, `12/2034`, `1234` and `1/34` as YYYYMM; undefined for any other text. */
export const expiryOf = (text) => {
  const [, month, year] =
    /^(\d{1,2}) ?\/ ?(?:20)?(\d{2})$/.exec(text.trim()) ?? /^(\d{2})(\d{2})$/.exec(text.trim()) ?? [];
  return month && `20${year}${month.padStart(2, '0')}`;
};
