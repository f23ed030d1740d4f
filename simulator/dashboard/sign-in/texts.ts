import type { TextRow } from '../texts/say.ts';

/** The page that asks for the token. */
// biome-ignore format: one line per text
export const signInTexts: readonly TextRow[] = [
  ['tillbox: sign in', 'tillbox: вход', 'tillbox: кіру'],
  ['The dashboard asks for the token of this gateway', 'Нужен токен этого шлюза', 'Осы шлюздің токені керек'],
  ['This is not the token, or there were too many wrong ones: then wait a minute.', 'Токен неверный, или неверных было слишком много: тогда подождите минуту.', 'Токен дұрыс емес немесе қате токен тым көп енгізілді: ондай жағдайда бір минут күтіңіз.'],
  ['Sign in', 'Войти', 'Кіру'],
  ['Merchant API', 'API магазина', 'Дүкен API-і'],
];
