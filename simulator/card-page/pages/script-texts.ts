import { onceFor } from '../../data/page-languages.ts';
import { fieldErrorTexts, paymentPageTexts } from '../../data/page-texts.ts';
import type { PageLanguage } from '../../domain/page-language.ts';
import { inAscii } from '../../http/page/in-ascii.ts';

const ofScript = [
  'paying',
  'declined',
  'attemptsLeft',
  'noAnswerTitle',
  'noAnswer',
  'retry',
  'expired',
  'expiredNote',
  'back',
  'fiveMinutesLeft',
  'oneMinuteLeft',
  'cvcHint',
  'cvcHintFour',
] as const;

const jsonFor = (language: PageLanguage): string => {
  const texts = paymentPageTexts[language];
  const page = Object.fromEntries(ofScript.map((name) => [name, texts[name]]));
  const json = JSON.stringify({ ...page, ...fieldErrorTexts[language] });
  const escaped = json.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  // A page without any other letters is sent faster.
  return language === 'en' ? inAscii(escaped) : escaped;
};

/** The messages of `page.js`: JSON, already escaped for a double-quoted attribute. */
export const scriptTexts = onceFor(jsonFor);
