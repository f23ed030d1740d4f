import { parse } from 'node:path';
import type { Language } from '../../../domain/orders/order.ts';
import { refusalIn } from '../../texts/refusals/refusal-in.ts';

/** A mistake in a scenario file. */
interface MistakeView {
  readonly file?: string;
  readonly line?: string;
  /** Of the scenario in the file. */
  readonly name?: string;
  readonly text: string;
}

/** So many are shown; the terminal has them all. */
const mostShown = 10;

/** `mine.yaml:7: attempts[0]: expected ...` by its parts, in the language of the reader. */
export const mistakesView = (
  mistakes: readonly string[],
  language: Language,
): { readonly shown: readonly MistakeView[]; readonly more: number } => ({
  shown: mistakes.slice(0, mostShown).map((mistake) => {
    const [, file, line, text] = /^([^:\n]+):(\d+): ([\s\S]*)$/.exec(mistake) ?? [];
    return file === undefined || line === undefined
      ? { text: refusalIn(language, mistake) }
      : {
          file: lastPartOf(file),
          name: parse(lastPartOf(file)).name,
          line,
          text: refusalIn(language, withoutPlace(text ?? '')),
        };
  }),
  more: Math.max(0, mistakes.length - mostShown),
});

/** The reader of YAML names the place once more. */
const withoutPlace = (text: string): string => text.replace(/ at line \d+, column \d+$/, '');

/** Without the folders of this machine. */
const lastPartOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;
