import { editDistance } from '../text/nearest.ts';

/** The names of a setting. */
export interface SettingNames {
  readonly variable: string;
  /** The letters of the variable. */
  readonly letters: string;
  /** Those of its name as an option. */
  readonly optionLetters: string;
}

/** The names of a setting, made ready to hold every variable of the environment against them. */
export const settingNames = (variable: string, option: string): SettingNames => ({
  variable,
  letters: lettersOf(variable),
  optionLetters: lettersOf(option),
});

/** Names that people try, without separators and units. */
const shortForms: Readonly<Record<string, string>> = {
  CALLBACK: 'CALLBACK_URL',
  CALLBACKADDRESS: 'CALLBACK_URL',
  SCENARIOSDIR: 'SCENARIOS',
  SCENARIODIR: 'SCENARIOS',
  SCENARIOSFOLDER: 'SCENARIOS',
  JOURNAL: 'JOURNAL_SIZE',
};

const prefix = /^tillbox[_-]/i;

/** Whether a variable can only be meant for tillbox. */
export const hasOwnPrefix = (name: string): boolean => prefix.test(name);

/**
 * The variable of the setting that a name was meant for: another spelling of it, the name of the option, a common short
 * form, or a typing error in a word. Undefined for names of other programs.
 */
export const meantSetting = (name: string, known: readonly SettingNames[]): string | undefined => {
  const bare = name.replace(prefix, '');
  const letters = lettersOf(bare);
  if (Object.hasOwn(shortForms, letters)) return shortForms[letters];
  const words = wordsOf(bare);
  const isMeant = [
    (setting: SettingNames) => setting.letters === letters || setting.optionLetters === letters,
    ({ variable }: SettingNames) => hasTypingErrors(words, variable),
    (setting: SettingNames) => letters.length >= leastLetters && isOneChangeAway(letters, setting.letters),
  ];
  for (const test of isMeant) {
    const setting = known.find(test);
    if (setting) return setting.variable;
  }
  return undefined;
};

/** A shorter name with a wrong letter may be any other word. */
const leastLetters = 8;

/** Without separators and the unit at the end. */
const lettersOf = (name: string): string =>
  name
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toUpperCase()
    .replace(/_(?:MS|SECS?|SECONDS|MINUTES|HOURS|DAYS)$/, '')
    .replace(/[_.-]/g, '');

const isOneChangeAway = (letters: string, others: string): boolean =>
  Math.abs(letters.length - others.length) <= 1 && editDistance(letters, others) === 1;

const wordsOf = (name: string): readonly string[] => name.toUpperCase().split(/[_.-]/);

/** Longer words may have two wrong letters. */
const longWord = 6;

/** The most wrong letters of a name. */
const mostErrors = 2;

const hasTypingErrors = (words: readonly string[], variable: string): boolean => {
  const meant = variable.split('_');
  if (words.length !== meant.length || isOtherWord(words.join('_'), variable)) return false;
  let errors = 0;
  for (const [index, right] of meant.entries()) {
    errors += errorsIn(words[index] ?? '', right);
    if (errors > mostErrors) return false;
  }
  return true;
};

/** Infinity for another word. */
const errorsIn = (word: string, right: string): number => {
  const most = Math.min(word.length, right.length) < longWord ? 1 : mostErrors;
  if (Math.abs(word.length - right.length) > most) return Infinity;
  const distance = editDistance(word, right);
  return distance > most ? Infinity : distance;
};

/** A short word with one letter in place of another is a word of its own, such as COST, not HOST. */
const isOtherWord = (word: string, variable: string): boolean =>
  variable.length < longWord && word.length === variable.length && sorted(word) !== sorted(variable);

const sorted = (word: string): string => [...word].toSorted().join('');
