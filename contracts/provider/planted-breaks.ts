import { breaks } from '../../simulator/breaks/all.ts';
import { type Break, breaksSince } from '../../simulator/breaks/break.ts';
import { status } from '../../simulator/breaks/calls.ts';
import { at, put, toText } from '../../simulator/breaks/edit.ts';

/** Breaks that show what the gate says of wrong rows. They are in no list. */
export const plantedBreaks: readonly Break[] = breaksSince('0.0.0', {
  'zz-01': {
    calls: status,
    does: 'changes nothing',
    harm: 'Nobody suffers.',
    answer: at('amount', (amount) => amount),
  },
  'zz-02': {
    calls: status,
    does: 'adds a field that no shop reads',
    harm: 'Nobody suffers.',
    answer: put('weather', 'rain'),
  },
  'zz-03': {
    calls: status,
    does: 'gives the amount as text',
    harm: 'A shop that adds up amounts shows a wrong sum.',
    equivalent: 'It is said that no shop minds.',
    answer: at('amount', toText),
  },
});

/** @throws Error if there is none */
export const breakNamed = (id: string): Break => {
  const row = [...breaks, ...plantedBreaks].find((one) => one.id === id);
  if (!row) throw new Error(`no break ${id}`);
  return row;
};
