import { readFileSync } from 'node:fs';
import { nearest } from '../../../simulator/text/nearest.ts';
import { CannotTry } from '../../report/cannot-try.ts';
import type { KeptAnswer } from '../answer.ts';
import { allQuestions } from '../questions/all.ts';
import type { KeptRun } from './kept-run.ts';
import { fileKind } from './write-run.ts';

/** JSON of a file. @throws CannotTry if there is none */
export const readJsonFile = (option: string, file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotTry(`${option} ${file}: ${code === undefined ? 'it is not JSON' : `it cannot be read (${code})`}`);
  }
};

type Fields = Readonly<Record<string, unknown>>;

/** The run of a file that `--save` wrote. @throws CannotTry for anything else */
export const readRun = (file: string): KeptRun => {
  const refuse = (message: string): never => {
    throw new CannotTry(`--from ${file}: ${message}`);
  };
  const run = readJsonFile('--from', file) as Fields | null;
  if (run?.['kind'] !== fileKind || run['version'] !== 1) return refuse('expected a file that --save has written');
  const answersIn = (name: string): readonly KeptAnswer[] => {
    const list = run[name] ?? [];
    return Array.isArray(list)
      ? list.map((entry: unknown) => answerIn(entry, refuse))
      : refuse(`${name}: expected a list`);
  };
  const { bank, host, askedOn, leftOut, calls, orders } = run;
  return {
    bank: typeof bank === 'string' ? bank : refuse('bank: expected the name of a bank'),
    ...(typeof host === 'string' && { host }),
    ...(typeof askedOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(askedOn) && { askedOn }),
    answers: answersIn('answers'),
    again: answersIn('again'),
    leftOut: Array.isArray(leftOut) ? leftOut : [],
    calls: Number(calls ?? 0),
    orders: Number(orders ?? 0),
  };
};

const ids = allQuestions.map(({ id }) => id);

const answerIn = (entry: unknown, refuse: (message: string) => never): KeptAnswer => {
  const { question, httpStatus = 200, contentType = '', ...body } = (entry ?? {}) as Fields;
  if (typeof question !== 'string' || !ids.includes(question)) {
    const meant = nearest(String(question), ids);
    return refuse(`there is no question ${question}${meant === undefined ? '' : `; did you mean ${meant}?`}`);
  }
  if (typeof httpStatus !== 'number' || typeof contentType !== 'string')
    return refuse(`${question}: expected an HTTP status and a content type`);
  if ('json' in body) return { question, httpStatus, contentType, body: JSON.stringify(body['json']) };
  if (typeof body['text'] === 'string') return { question, httpStatus, contentType, body: body['text'] };
  return refuse(`${question}: expected json or text`);
};
