import { isatty } from 'node:tty';

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

export type LineLevel = Exclude<LogLevel, 'silent'>;

/** What a step is about. */
export interface StepFacts {
  readonly merchant?: string;
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly bindingId?: string;
  /** The address at which a person sees the order. */
  readonly page?: string;
  /** For programs. */
  readonly [other: string]: unknown;
}

export const logFormats = ['text', 'json'] as const;

export type LogFormat = (typeof logFormats)[number];

/** A line of the log. */
export interface LogLine {
  readonly level: LineLevel;
  readonly facts: object;
  readonly message: string;
  /** Its message says everything for a person. */
  readonly isStep: boolean;
}

export type WriteLine = (line: LogLine) => void;

/** The two streams of a process that a log can go to, with their numbers. */
const streams = { stdout: 1, stderr: 2 } as const;

export type LogStream = keyof typeof streams;

/** Where the log goes, and its form. */
export interface LogOutput {
  readonly to: LogStream;
  readonly format: LogFormat;
  /** Says a text for people in another language. */
  readonly say?: (english: string) => string;
  /** Takes the lines instead of the stream, each with its line break. */
  readonly write?: (text: string) => void;
}

/** The format for a stream: text on a terminal, else JSON. */
export const formatFor = (to: LogStream): LogFormat => (isTerminal(to) ? 'text' : 'json');

/** The level of a log whose level nobody set. */
export const levelFor = (format: LogFormat): LogLevel => (format === 'text' ? 'info' : 'warn');

export const isTerminal = (to: LogStream): boolean => isatty(streams[to]);
