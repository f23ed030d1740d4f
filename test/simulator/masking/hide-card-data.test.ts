import test from 'ava';
import fc from 'fast-check';
import { testCards } from '../../../simulator/data/test-cards.ts';
import { luhnDigit, maskPan } from '../../../simulator/domain/card.ts';
import { cardForActionCode } from '../../../simulator/issuer/code-range.ts';
import { hideCardData, hideInSettings, hideInValue } from '../../../simulator/masking/hide-card-data.ts';
import { timesOf } from '../../helpers/ava/run-of-tests.ts';

const runs = { numRuns: timesOf(2_000) };

const codePoints = Array.from({ length: 0x20_000 }, (_, code) => code).filter((code) => code < 0xd800 || code > 0xdfff);

const isLetterOrDigit = /[\p{L}\p{N}]/u;

/** Every character that is no letter or digit, also after NFKC; but for the percent sign, which makes an escape of two digits. */
const separators = codePoints
  .map((code) => String.fromCodePoint(code))
  .filter((one) => !isLetterOrDigit.test(one) && !isLetterOrDigit.test(one.normalize('NFKC')))
  .filter((one) => one.normalize('NFKC').length <= 2 && one.normalize('NFKC') !== '%');

/** The zero of every script. */
const zeros = codePoints.filter(
  (code) => /\p{Nd}/u.test(String.fromCodePoint(code)) && !/\p{Nd}/u.test(String.fromCodePoint(code - 1)),
);

/** The first digits of card schemes. Source: the schemes' own pages. */
const schemes = [
  '4',
  '51',
  '55',
  '2221',
  '2720',
  '2200',
  '2204',
  '34',
  '37',
  '36',
  '3528',
  '3589',
  '6011',
  '62',
  '50',
  '67',
];

const pan = fc
  .record({
    start: fc.constantFrom(...schemes),
    rest: fc.array(fc.nat(9), { minLength: 18, maxLength: 18 }),
    length: fc.integer({ min: 13, max: 19 }),
  })
  .map(({ start, rest, length }) => {
    const digits = (start + rest.join('')).slice(0, length - 1);
    return digits + luhnDigit(digits);
  });

const inScript = (digits: string, zero: number): string =>
  [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');

/** A number in groups, with up to three characters between them. */
const spelt = fc
  .record({
    pan,
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 4 }),
    separator: fc.array(fc.constantFrom(...separators), { minLength: 1, maxLength: 3 }),
    zero: fc.constantFrom(...zeros),
  })
  .filter(({ separator }) => separator.join('').normalize('NFKC').length <= 3)
  .map(({ pan, cuts, separator, zero }) => {
    const written = [...pan].map(
      (digit, index) => (cuts.includes(index) ? separator.join('') : '') + inScript(digit, zero),
    );
    return { pan, written: written.join('') };
  });

const escapedOne = (write: (code: number) => string) => (text: string) =>
  [...text].map((one) => write(one.codePointAt(0) ?? 0)).join('');

const utf16 = (text: string): string =>
  text
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

const bytes = (text: string): string =>
  [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in an address': encodeURIComponent,
  'in an address in an address': (text) => encodeURIComponent(encodeURIComponent(text)),
  'with every byte escaped': bytes,
  'in escapes of JSON': utf16,
  'in escapes of JSON in JSON': (text) => JSON.stringify(utf16(text)).slice(1, -1),
  'in decimal entities': escapedOne((code) => `&#${code};`),
  'in hexadecimal entities': escapedOne((code) => `&#x${code.toString(16)};`),
};
for (const [how, encode] of Object.entries(encodings))
  test(`masks a card number ${how}, in digits of any script and with anything between its groups`, (t) => {
    fc.assert(
      fc.property(spelt, ({ pan, written }) => {
        t.is(hideCardData(`pay with ${encode(written)}, please`), `pay with ${maskPan(pan)}, please`);
      }),
      runs,
    );
  });

test('masks all of a number, whatever digits stand around it', (t) => {
  const around = fc.array(fc.nat(9_999), { maxLength: 4 }).map((all) => all.join(' '));
  const grouped = pan.map((digits) => digits.replace(/\d{4}(?=\d)/g, '$& '));
  fc.assert(
    fc.property(around, grouped, around, (before, number, after) => {
      const left = hideCardData(`${before} ${number} ${after}`);
      const digits = number.replaceAll(' ', '');
      // Six and four digits may stay.
      for (let from = 0; from + 11 <= digits.length; from++)
        t.false(left.replace(/\D/g, '').includes(digits.slice(from, from + 11)), left);
      t.regex(left, /\d{6}\*\*\d{4}/);
    }),
    runs,
  );
});

test('masks every published card, and those of the action codes', (t) => {
  const pans = [
    ...testCards.map(({ pan }) => pan),
    ...[0, 5, 51, 116, -2007, 151_017].map((code) => cardForActionCode(code)),
  ];

  for (const pan of pans) t.is(hideCardData(`card ${pan}.`), `card ${maskPan(pan)}.`);
});

const masked = '444455**3333';
for (const [written, left] of [
  ['４４４４ ５５５５ １１１１ ３３３３', masked],
  ['٤٤٤٤٥٥٥٥١١١١٣٣٣٣', masked],
  ['④④④④⑤⑤⑤⑤①①①①③③③③', masked],
  ['⑷⑷⑷⑷⑸⑸⑸⑸⑴⑴⑴⑴⑶⑶⑶⑶', masked],
  ['➃➃➃➃➄➄➄➄➀➀➀➀➂➂➂➂', masked],
  ['四四四四五五五五一一一一三三三三', masked],
  ['4444\u00a05555\u20091111\u200b3333', masked],
  ['4444\t5555\t1111\t3333', masked],
  ['4444–5555—1111‑3333', masked],
  ['4444/5555\\1111_3333', masked],
  ['4444 - 5555 - 1111 - 3333', masked],
  ['4444&nbsp;5555&thinsp;1111&#8209;3333', masked],
  ['4444%C2%A05555%E2%80%891111%e2%80%8b3333', masked],
  ['4444%25205555%25201111%25203333', masked],
  ['%4444555511113333', `%${masked}`],
  ['card=4444555511113333&a=1', `card=${masked}&a=1`],
  ['x4444555511113333x', `x${masked}x`],
  ['4444555511113333 5555555555555599', `${masked} 555555**5599`],
  ['+4444 5555 1111 3333', `+${masked}`],
  [`${masked} or 4444555511113333`, `${masked} or ${masked}`],
  ['12.05.2026 4444 5555 1111 3333', `12.05.2026 ${masked}`],
  ['{"a":"4444 5555 1111 3333","b":1.0}', `{"a":"${masked}","b":1}`],
  ['{"a":4444555511113333}', `{"a":"${masked}"}`],
  ['{"a":4444555511113333000}', '{"a":"444455**3000"}'],
  ['{"4444555511113333":1}', `{"${masked}":1}`],
  ['{"a":"4444555511113333","a":"b"}', '{"a":"b"}'],
  ['{"a":"{\\"b\\":[\\"4444555511113333\\"]}"}', `{"a":"{\\"b\\":[\\"${masked}\\"]}"}`],
  ['{"\\u0070an":"4444555511113334"}', '{"pan":"444455**3334"}'],
  ['[4444,5555,1111,3333]', '[4444,5555,1111,3333]'],
] as const)
  test(`of ${written} only ${left} is left`, (t) => {
    t.is(hideCardData(written), left);
    t.is(hideCardData(left), left, 'once more');
  });

const between = <Value>(values: fc.Arbitrary<Value>, write: (value: Value) => string) => values.map(write);

const digits = (from: number, to: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${from - 1},${to - 1}}$`));

const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

const two = (value: number): string => String(value).padStart(2, '0');

/** What is no card number, by name. */
const others: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'a UUID': fc.uuid(),
  'a UUID in capitals': between(fc.uuid(), (id) => id.toUpperCase()),
  'a UUID without dashes': between(fc.uuid(), (id) => id.replaceAll('-', '')).filter((id) => /[a-f]/.test(id)),
  'a digest': fc.stringMatching(/^[\da-f]{64}$/).filter((id) => /[a-f]/.test(id)),
  'a token in Base64': between(fc.uint8Array({ minLength: 16, maxLength: 256 }), (all) =>
    Buffer.from(all).toString('base64'),
  ),
  'a token in base64url': between(fc.uint8Array({ minLength: 16, maxLength: 256 }), (all) =>
    Buffer.from(all).toString('base64url'),
  ),
  'an order number': fc.stringMatching(/^[A-Z]{1,4}[-/ ]?\d{1,12}$/).filter((number) => !/^(?:CV|CS|CA)/.test(number)),
  'an order number with a date': between(
    fc.tuple(moments, fc.nat(99_999)),
    ([at, count]) => `${at.toISOString().slice(0, 10)}-${count}`,
  ),
  'an amount': digits(1, 12),
  'an amount in words': between(fc.nat(999_999_999), (amount) => `${amount.toLocaleString('fr')},00 ₸`),
  'a telephone number': between(digits(7, 14), (number) => `+${number}`),
  'a telephone number in groups': between(
    fc.tuple(digits(1, 3), digits(3, 3), digits(3, 3), digits(2, 4)),
    (all) => `+${all[0]} (${all[1]}) ${all[2]}-${all[3]}`,
  ),
  'a telephone number without a plus': digits(7, 12),
  'a moment': between(moments, (at) => at.toISOString()),
  'a moment in milliseconds': between(
    fc.date({ min: new Date('2001-09-10'), max: new Date('2033-05-17'), noInvalidDate: true }),
    (at) => String(at.getTime()),
  ),
  'a moment without separators': between(moments, (at) => at.toISOString().replace(/\D/g, '')),
  'a moment of a receipt': between(moments, (at) => {
    const day = `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()}`;
    return `${day} ${at.toISOString().slice(11, 19)}`;
  }),
  'an address with a port': between(
    fc.tuple(fc.ipV4(), fc.integer({ min: 1_000, max: 65_535 })),
    ([ip, port]) => `${ip}:${port}`,
  ),
  'a reference number': digits(12, 12),
  'a masked number': between(pan, maskPan),
};
for (const [what, other] of Object.entries(others))
  test(`${what} stays as it is`, (t) => {
    fc.assert(
      fc.property(other, (text) => {
        t.is(hideCardData(text), text);
        t.is(hideCardData(`of ${text}, paid`), `of ${text}, paid`);
      }),
      runs,
    );
  });

for (const name of ['cvc', 'CVC', 'cvc2', 'cvv', 'CVV2', '$CVC', 'cvn', 'csc', 'cav2', 'newCardCvc', 'securityCode'])
  for (const [value, left] of [
    [{ [name]: '123' }, { [name]: '***' }],
    [{ [name]: 9074 }, { [name]: '***' }],
    [{ card: { [name]: ['1', '2', '3'] } }, { card: { [name]: '***' } }],
    [{ [name]: { typed: '123' } }, { [name]: '***' }],
    [[{ name, value: '123' }], [{ name, value: '***' }]],
    [[{ key: name, value: '１２３' }], [{ key: name, value: '***' }]],
    [{ note: JSON.stringify({ [name]: '123' }) }, { note: JSON.stringify({ [name]: '***' }) }],
    [{ [name]: '' }, { [name]: '' }],
    [{ [name]: true }, { [name]: true }],
  ] as const)
    test(`hides the code in ${JSON.stringify(value)}`, (t) => {
      t.deepEqual(hideInValue(value) as object, left);
      t.is(hideCardData(JSON.stringify(value)), JSON.stringify(left));
    });

for (const [text, left] of [
  ['CVC: 123', 'CVC: ***'],
  ['cvv2=9074&a=1', 'cvv2=***&a=1'],
  ['https://shop.example/?cvc%3D123', 'https://shop.example/?cvc%3D***'],
  ['cvc code is 123', 'cvc code is ***'],
  ['security code 123', 'security code ***'],
  ['card_verification_value=123', 'card_verification_value=***'],
  ['ＣＶＣ：１２３', 'ＣＶＣ：***'],
  ['CVC 1 2 3', 'CVC ***'],
  ['{"cvc": "123"', '{"cvc": "***"'],
  ['code 123456', 'code 123456'],
  ['promo code: 123', 'promo code: 123'],
  ['BCVC/4032', 'BCVC/4032'],
  ['https://shop.example/?newCardCvc=123', 'https://shop.example/?newCardCvc=***'],
  ['cvc is asked, 12345 of it', 'cvc is asked, 12345 of it'],
] as const)
  test(`of the text ${text} only ${left} is left`, (t) => {
    t.is(hideCardData(text), left);
  });

test('settings keep passwords, tokens, amounts and times, and lose card numbers', (t) => {
  const number = '4444555511113333';
  const settings = { password: number, callbacks: { token: number, headers: { token: number } }, name: number };
  const orders = [{ amountMinor: 4_102_444_800_000, params: { token: number }, orderBundle: { code: Number(number) } }];

  t.deepEqual(hideInSettings({ settings, orders }) as object, {
    settings: { password: number, callbacks: { token: number, headers: { token: masked } }, name: masked },
    orders: [{ amountMinor: 4_102_444_800_000, params: { token: masked }, orderBundle: { code: masked } }],
  });
});

test('a value without card data comes back as the same object', (t) => {
  const value = { a: [1, { b: 'text', pan: masked }], c: null, d: { cvcNeeded: false } };

  t.is(hideInValue(value), value);
});

test('a long hostile text takes no long time', (t) => {
  const size = 200_000;
  for (const piece of [
    '4',
    '4 ',
    '%34',
    '\\u0034',
    '+4',
    '４',
    '4%25',
    '1.1.',
    '4444555511113333 ',
    '4-',
    '[',
    '{"a":',
  ])
    t.notThrows(() => hideCardData(piece.repeat(size / piece.length)), piece);
});
