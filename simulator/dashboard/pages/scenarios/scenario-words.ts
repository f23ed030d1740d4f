import { missedStepIn } from '../../../data/missed-step-texts.ts';
import { scenarioAdvice } from '../../../inspection/russian/scenario-advice.ts';
import { scenarioSubjects } from '../../../inspection/russian/scenario-subjects.ts';
import type { Scenario } from '../../../scenario-engine/scenario.ts';
import type { Visit } from '../../page.ts';

/** A text, and the language that it is in if that is not the one of the page. */
export interface Words {
  readonly text: string;
  readonly lang?: 'en' | 'ru';
}

type Reader = Pick<Visit, 'language' | 'once'>;

/** What a scenario is about. */
export const aboutIn = (visit: Reader, { about }: Scenario): Words => inLanguage(visit, about);

/** What a shop should do about it. */
export const adviceIn = (visit: Reader, { shop }: Scenario): Words | undefined =>
  shop === undefined ? undefined : inLanguage(visit, shop);

/** Only the scenarios that come with tillbox have words of another language, and only in Russian, for readers of Kazakh, too. */
const inLanguage = ({ language, once }: Reader, english: string): Words => {
  const rows =
    language !== 'en' ? once('scenario texts', () => new Map([...scenarioSubjects, ...scenarioAdvice])) : undefined;
  const text = rows?.get(english);
  if (text !== undefined) return { text, ...(language !== 'ru' && { lang: 'ru' as const }) };
  return language === 'en' || /\p{Script=Cyrillic}/u.test(english) ? { text: english } : { text: english, lang: 'en' };
};

/** `comes 10m late, once`: the words about a fault, without the name of what is faulty. */
export const faultWords = ({ language }: Pick<Visit, 'language'>, sentence: string, on: string): string => {
  const words = sentence.startsWith(`${on} `) ? sentence.slice(on.length + 1) : sentence;
  return words
    .split(', ')
    .map((one) => missedStepIn(language, one))
    .join(', ');
};
