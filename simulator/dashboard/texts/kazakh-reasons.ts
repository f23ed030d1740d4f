import { kazakhValue } from '../../data/missed-step-texts.ts';
import { panelLabels } from '../../data/panel-labels.ts';
import { type Translate, translator } from '../../text/translate.ts';

/** Why an order ended as it did, in Kazakh: the sentences of `reasonRows`, which have them in Russian. */
// biome-ignore format: one line per row
const kazakhReasons: readonly (readonly [english: string, kazakh: string])[] = [
  ['{label}: expected to match {wanted}, the order has {seen}', '{label}: {wanted} үлгісіне сәйкес болуы керек, тапсырыста {seen}'],
  ['{label}: expected to begin with {wanted}, the order has {seen}', '{label}: {wanted} деп басталуы керек, тапсырыста {seen}'],
  ['{label}: expected {range}, the order has {seen}', '{label}: {range} керек, тапсырыста {seen}'],
  ['{label} {seen} matches {wanted}', '{label} {seen} — {wanted} үлгісіне сәйкес'],
  ['{label} {seen} begins with {wanted}', '{label} {seen} — {wanted} деп басталады'],
  ['{label} {seen} is {range}', '{label} {seen} — {range}'],
  ['asks for no scenario', 'сценарий сұрамайды'],
  ['asks for scenario {name}: {words}', '{name} сценарийін сұрайды: {words}'],
  ['asks for scenario {name}, but has no steps for {part}', '{name} сценарийін сұрайды, бірақ онда {part} қадамдары жоқ'],
  ['asks for {name}, which is no scenario', '{name} сұрайды, ал ол сценарий емес'],
  ['asks for {name}: the bank {list}', '{name} сұрайды: банк {list}'],
  ['has no scenario set', 'сценарий тағайындалмаған'],
  ['has scenario {name} set: {words}', '{name} сценарийі тағайындалған: {words}'],
  ['has scenario {name} set, but has no steps for {part}', '{name} сценарийі тағайындалған, бірақ онда {part} қадамдары жоқ'],
  ['has scenario {name} set, but nothing is called so', '{name} сценарийі тағайындалған, бірақ ондай сценарий жоқ'],
  ['on attempt {count} the bank {list}', '{count}-талпыныста банк {list}'],
  ['test card "{reason}": {name} ({code}), 3-D Secure: {route}', '«{reason}» сынақ картасы: {name} ({code}), 3-D Secure: {route}'],
  ['test card "{reason}" with a wrong CVC declines with {code}', '«{reason}» сынақ картасы қате CVC-мен {code} кодымен қабылданбайды'],
  ['test card "{reason}" with a wrong expiry date declines with {code}', '«{reason}» сынақ картасы қате мерзіммен {code} кодымен қабылданбайды'],
  ['the card number asks for {name} ({code}), 3-D Secure: {route}', 'карта нөмірі {name} ({code}) сұрайды, 3-D Secure: {route}'],
  ['no test card and not of the range 400000', 'сынақ картасы емес және 400000 ауқымынан емес'],
  ['nothing else decided, so the payment is approved', 'басқа ештеңе шешпеді, сондықтан төлем мақұлданады'],
  ['chooses 3-D Secure, which no scenario does: {words}', 'сценарий таңдамайтын 3-D Secure жолын таңдайды: {words}'],
  // Steps of an attempt, after "the bank"
  ['skips 3-D Secure', '3-D Secure-ді өткізіп жібереді'],
  ['authenticates the payer without a challenge', 'сатып алушыны растаусыз анықтайды'],
  ['lets 3-D Secure end as an attempt', '3-D Secure талпынысын ғана тіркейді'],
  ['asks for a challenge', 'растауды талап етеді'],
  ['which ends as the payer answers', 'ол сатып алушының жауабына қарай аяқталады'],
  ['which is passed', 'одан өтеді'],
  ['which fails', 'одан өтпейді'],
  ['which is cancelled', 'одан бас тартылады'],
  ['which times out', 'оның уақыты бітеді'],
  ['from which the payer never comes back', 'сатып алушы одан қайтпайды'],
  ['cannot be reached for 3-D Secure', '3-D Secure үшін қолжетімсіз'],
  ['thinks for {time}', '{time} ойланады'],
  ['leaves it open for {time}', 'шешімді {time} ашық қалдырады'],
  ['approves the payment', 'төлемді мақұлдайды'],
  ['approves only {count} minor units', 'ең кіші бірліктің тек {count} данасын мақұлдайды'],
  ['declines the card ({meaning}, {code})', 'картаны қабылдамайды ({meaning}, {code})'],
  ['then declines because it demands it (soft decline, {code})', 'содан кейін оны талап етіп қабылдамайды (жұмсақ бас тарту, {code})'],
  // Later acts
  ['{words} {time} after the order is registered', 'тапсырыс тіркелгеннен кейін {time} өткенде {words}'],
  ["{words} {time} after the payer comes to the issuer's page", 'сатып алушы эмитент бетіне келгеннен кейін {time} өткенде {words}'],
  ['{words} {time} after the order is paid', 'тапсырыс төленгеннен кейін {time} өткенде {words}'],
  ['lets the order expire', 'тапсырыс мерзімін аяқтайды'],
  ['captures everything', 'бәрін есептен шығарады'],
  ['captures {count} minor units', 'ең кіші бірліктің {count} данасын есептен шығарады'],
  ['reverses everything', 'бәрінің күшін жояды'],
  ['reverses {count} minor units', 'ең кіші бірліктің {count} данасының күшін жояды'],
  ['refunds everything', 'бәрін қайтарады'],
  ['refunds {count} minor units', 'ең кіші бірліктің {count} данасын қайтарады'],
  ['charges the payment back', 'чарджбэк жасайды'],
];

/** What an order is described by. */
const labels: Readonly<Record<string, string>> = {
  amount: 'сома',
  currency: 'валюта',
  'order number': 'тапсырыс нөмірі',
  merchant: 'мерчант',
  'client id': 'клиент id-і',
  'e-mail': 'e-mail',
  description: 'сипаттама',
  language: 'тіл',
  attempt: 'талпыныс',
  card: 'карта',
};

/** `500000 or more`, `from 500 to 900`. */
const rangeInKazakh = (text: string): string =>
  text
    .replace(/^(\S+) or more$/, '$1 не одан көп')
    .replace(/^(\S+) or less$/, '$1 не одан аз')
    .replace(/^from (\S+) to (\S+)$/, '$1–$2');

const sayValue = (name: string, value: string, translate: Translate): string | undefined => {
  if (name === 'label') return labels[value] ?? value;
  if (name === 'range') return rangeInKazakh(value);
  if (name === 'seen') return value.replace(/^none$/, 'жоқ').replace(/^\(empty\)$/, '(бос)');
  if (name !== 'conditions') return kazakhValue(name, value);
  const said = value.split(', ').map(translate);
  return said.includes(undefined) ? undefined : said.join(', ');
};

/** Says sentences of these rows in Kazakh, and reasons. */
export const kazakhSpeaker = (rows: readonly (readonly [english: string, kazakh: string])[]): Translate => {
  const cards = panelLabels.map(({ en, kk }) => [en, kk] as const);
  const translate: Translate = translator([...rows, ...kazakhReasons, ...cards], (name, value) =>
    sayValue(name, value, translate),
  );
  return translate;
};
