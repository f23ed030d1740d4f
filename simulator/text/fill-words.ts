const braces = /\{(\w+)(?::([^}]*))?\}/g;

const pluralRules = { en: new Intl.PluralRules('en'), ru: new Intl.PluralRules('ru') };

/**
 * Puts values into the braces of a text: `{name}`, or the form of a word that agrees with a number, `{count:order/orders}`
 * in English and `{count:заказ/заказа/заказов}` in Russian. A name without a value stays as it is.
 */
export const fillWords = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(braces, (whole, name: string, forms?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return forms === undefined ? String(value) : agreeing(Number(value), forms.split('/'));
  });

const agreeing = (count: number, [one = '', few = '', many]: readonly string[]): string => {
  if (many === undefined) return pluralRules.en.select(count) === 'one' ? one : few;
  const form = pluralRules.ru.select(count);
  return form === 'one' ? one : form === 'few' ? few : many;
};
