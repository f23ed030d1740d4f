import type { Visit } from '../../page.ts';
import { type Filter, type FilterField, filterFields, refusedStatus, statusChips } from './filter.ts';

/** A filter in words, for a sentence: `status Declined and card **9999`; empty without a filter. */
export const inWords = (filter: Filter, { say, language }: Pick<Visit, 'say' | 'language'>): string => {
  const parts = filterFields.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [say(words[name], { value: name === 'status' ? statusWord(value, say) : value })];
  });
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
};

const statusWord = (status: string, say: Visit['say']): string => {
  if (status === refusedStatus) return say('Refused');
  const chip = statusChips.find(({ name }) => name === status);
  return chip ? say(chip.word) : status;
};

const words: Readonly<Record<FilterField, string>> = {
  q: '“{value}” in number, id, card or e-mail',
  number: 'number {value}',
  id: 'id {value}',
  amount: 'amount {value}',
  status: 'status {value}',
  from: 'a time from {value}',
  to: 'a time until {value}',
  card: 'card **{value}',
  email: 'e-mail {value}',
  code: 'action code {value}',
};
