import { CannotTry } from '../../report/cannot-try.ts';
import { findCardNumbers } from '../../verify/find-card-numbers.ts';
import type { KeptAnswer } from '../answer.ts';
import { eMail, type Login } from '../mask-answer.ts';
import { jsonOf } from '../shape/shape-of.ts';
import type { KeptRun } from './kept-run.ts';

export const fileKind = 'tillbox drift answers';

/** The file of a run. @throws CannotTry if it still has a secret: then nothing is written */
export const textOfRun = (run: KeptRun, login: Login): string => {
  const { answers, again, ...rest } = run;
  const text = `${JSON.stringify(
    { kind: fileKind, version: 1, ...rest, answers: answers.map(written), again: again.map(written) },
    undefined,
    2,
  )}\n`;
  refuseSecrets(text, login);
  return text;
};

/** JSON stands as JSON, so that people can read it. */
const written = ({ question, httpStatus, contentType, body }: KeptAnswer) => {
  const json = jsonOf(body);
  return { question, httpStatus, contentType, ...(json === undefined ? { text: body } : { json }) };
};

const refuseSecrets = (text: string, { userName, password }: Login): void => {
  const basic = Buffer.from(`${userName}:${password}`).toString('base64');
  const secrets = [password, encodeURIComponent(password), JSON.stringify(password).slice(1, -1), basic];
  const found = [
    ...(secrets.some((secret) => text.includes(secret)) ? ['the password'] : []),
    ...(findCardNumbers(text).length > 0 ? ['a card number'] : []),
    ...(text.match(eMail) ? ['an e-mail address'] : []),
  ];
  if (found.length > 0)
    throw new CannotTry(`--save: nothing is written, because ${found.join(' and ')} would be in it`);
};
