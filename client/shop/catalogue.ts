import type { Wording } from './languages.ts';

/** ISO 4217, three digits; one unit is a hundred minor units. */
export const tenge = '398';

export interface Product {
  readonly id: string;
  readonly name: Wording;
  readonly about: Wording;
  /** For one, in minor units. */
  readonly priceMinor: number;
  /** Outline on a 48 by 48 field, as SVG path data. */
  readonly picture: string;
  /** It is paid every month. */
  readonly isSubscription?: true;
}

export const catalogue: readonly Product[] = [
  {
    id: 'tea-bowl',
    name: { en: 'Tea bowl', ru: 'Пиала', kk: 'Кесе' },
    about: {
      en: 'Glazed stoneware for strong tea with milk.',
      ru: 'Глазурованная керамика для крепкого чая с молоком.',
      kk: 'Сүт қосқан қою шайға арналған сырланған керамика.',
    },
    priceMinor: 450_000,
    picture: 'M8 18h32c0 12-6 20-16 20S8 30 8 18zM17 38h14v3H17zM18 12c0-3 3-3 3-6M27 12c0-3 3-3 3-6',
  },
  {
    id: 'felt-slippers',
    name: { en: 'Felt slippers', ru: 'Войлочные тапочки', kk: 'Киіз шәркей' },
    about: {
      en: 'Thick grey felt, leather soles, one pair.',
      ru: 'Толстый серый войлок, кожаная подошва, одна пара.',
      kk: 'Қалың сұр киіз, былғары ұлтан, бір жұп.',
    },
    priceMinor: 1_290_000,
    picture: 'M6 32c0-6 6-8 12-9l8-7c6 0 10 5 16 9v7zM6 32v4h36v-4M18 23c2 3 6 4 9 3',
  },
  {
    id: 'steppe-notebook',
    name: { en: 'Steppe notebook', ru: 'Степной блокнот', kk: 'Дала дәптері' },
    about: {
      en: '160 dotted pages that lie flat, linen cover.',
      ru: '160 страниц в точку, раскрывается ровно, льняная обложка.',
      kk: 'Нүктелі 160 бет, тегіс ашылады, зығыр мұқаба.',
    },
    priceMinor: 320_000,
    picture: 'M12 6h24v36H12zM18 6v36M23 14h8M23 20h8',
  },
  {
    id: 'camel-scarf',
    name: { en: 'Camel wool scarf', ru: 'Шарф из верблюжьей шерсти', kk: 'Түйе жүнінен тоқылған шарф' },
    about: {
      en: 'Undyed and warm, 30 by 180 centimetres.',
      ru: 'Некрашеный и тёплый, 30 на 180 сантиметров.',
      kk: 'Боялмаған, жылы, 30 × 180 сантиметр.',
    },
    priceMinor: 2_475_050,
    picture: 'M16 6h12l4 10-8 6-8-6zM20 20l-6 22h10l2-19M17 37h8',
  },
  {
    id: 'apple-seedling',
    name: { en: 'Apple seedling', ru: 'Саженец яблони', kk: 'Алма көшеті' },
    about: {
      en: 'A young Aport tree in a pot, to plant in spring.',
      ru: 'Молодой апорт в горшке, сажать весной.',
      kk: 'Құмырадағы жас апорт, көктемде отырғызылады.',
    },
    priceMinor: 790_000,
    picture: 'M14 30h20l-3 12H17zM24 30V12M24 18c-8 0-10-5-10-9 7 0 10 3 10 9zM24 15c0-6 4-9 10-9 0 6-3 9-10 9z',
  },
  {
    id: 'tea-club',
    name: { en: 'Tea club', ru: 'Чайный клуб', kk: 'Шай клубы' },
    about: {
      en: 'A new tea every month. The card is stored for it.',
      ru: 'Новый чай каждый месяц. Карта для этого сохраняется.',
      kk: 'Ай сайын жаңа шай. Ол үшін карта сақталады.',
    },
    priceMinor: 350_000,
    picture: 'M12 16h24v20H12zM12 16l4-8h16l4 8M20 24h8M24 20v8M10 40h28',
    isSubscription: true,
  },
];
