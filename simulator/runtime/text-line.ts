import { styleText } from 'node:util';
import type { LogLine, StepFacts } from './log-line.ts';
import { machine } from './machine-time.ts';

/** How a line of text is written. */
export interface TextStyle {
  /** Takes secrets out of a text. */
  readonly hide: (text: string) => string;
  /** Whether it may have colours. */
  readonly paints: boolean;
  /** The time of the line in milliseconds; that of the machine by default. */
  readonly atMs?: number;
  /** Says a text in another language; English by default. */
  readonly say?: (english: string) => string;
}

type Colour = Parameters<typeof styleText>[0];

type Paint = (colour: Colour, text: string) => string;

/** The colour of the message, and the word before it. */
const levels = {
  error: { colour: 'red', word: 'error: ' },
  warn: { colour: 'yellow', word: 'warning: ' },
  info: { colour: undefined, word: '' },
  debug: { colour: 'dim', word: '' },
} as const satisfies Record<LogLine['level'], { readonly colour: Colour | undefined; readonly word: string }>;

/**
 * A line for a person, with its line break: `12:03:20  order 1042 (…41b2c3)  paid 15 000.00 KZT`. Each part is rid of secrets
 * by itself, because the digits of neighbours could look like a card number.
 */
export const textLine = (line: LogLine, style: TextStyle): string =>
  `${painter(style)('dim', localTime(style.atMs ?? machine.now()))}  ${lineWithoutTime(line, style)}\n`;

const painter =
  ({ paints }: TextStyle): Paint =>
  (colour, text) =>
    paints ? styleText(colour, text, { validateStream: false }) : text;

/** The same without its time and its line break. */
export const lineWithoutTime = (line: LogLine, style: TextStyle): string => {
  const { hide, say = (english) => english } = style;
  const paint = painter(style);
  const shown = (text: string): string => hide(printable(text));
  const { colour, word } = levels[line.level];
  const message = `${say(word)}${shown(say(line.message))}`;
  const facts = line.facts as StepFacts;
  const subject = subjectOf(facts, shown, say);
  return `${[
    ...(subject === '' ? [] : [paint('cyan', subject)]),
    colour ? paint(colour, message) : message,
    ...(line.isStep ? pageOf(facts, shown) : factsOf(line, shown)).map((fact) => paint('dim', fact)),
  ].join('  ')}${errorOf(line.facts, shown)}`;
};

/** `HH:MM:SS` where the machine stands. */
const localTime = (atMs: number): string => new Date(atMs).toTimeString().slice(0, 8);

/** Control characters, also invisible ones, could move the cursor or turn the text around. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

const printable = (text: string): string => text.replace(unprintable, '·');

/** The number of an order and the end of its id; the beginning is the same for all of one minute. */
const subjectOf = (
  { orderId, orderNumber, bindingId }: StepFacts,
  shown: (text: string) => string,
  say: (english: string) => string,
): string => {
  if (orderId !== undefined) {
    const number = orderNumber === undefined ? '' : ` ${shortened(shown(orderNumber))}`;
    return `${say('order')}${number} (…${shown(orderId).slice(-6)})`;
  }
  return bindingId === undefined ? '' : `${say('stored card')} …${shown(bindingId).slice(-6)}`;
};

const mostOfNumber = 24;

const shortened = (text: string): string => (text.length > mostOfNumber ? `${text.slice(0, mostOfNumber - 1)}…` : text);

const pageOf = ({ page }: StepFacts, shown: (text: string) => string): readonly string[] =>
  page === undefined ? [] : [shown(page)];

/** Facts that stand elsewhere in the line, or help with nothing but other lines. */
const shownElsewhere: ReadonlySet<string> = new Set(['orderId', 'orderNumber', 'bindingId', 'err']);

const factsOf = ({ level, facts }: LogLine, shown: (text: string) => string): readonly string[] =>
  Object.entries(facts)
    .filter(([name, value]) => value !== undefined && value !== '' && !shownElsewhere.has(name))
    .filter(([name]) => name !== 'requestId' || level === 'error' || level === 'debug')
    .map(([name, value]) => shown(`${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`));

/** The stack of an error and of its causes, indented below its line. */
const errorOf = (facts: { readonly err?: unknown }, shown: (text: string) => string): string => {
  if (facts.err === undefined) return '';
  const lines = (error: unknown): readonly string[] =>
    error instanceof Error
      ? [...(error.stack ?? error.message).split('\n'), ...(error.cause === undefined ? [] : lines(error.cause))]
      : [String(error)];
  return lines(facts.err)
    .map((line) => `\n    ${shown(line.trim())}`)
    .join('');
};
