import { actionCodeNamed, actionCodeRow, actionCodes } from '../../../data/action-codes.ts';
import { cardForActionCode, rangeRoutes } from '../../../issuer/code-range.ts';
import type { Visit } from '../../page.ts';
import { inGroups } from './code-rows.ts';

type Route = (typeof rangeRoutes)[number];

/** The form that makes a card number, and the number. */
export const builderView = ({ say, query, language }: Visit) => {
  const code = (query.get('code') ?? '').trim();
  const route = rangeRoutes.find((one) => one === query.get('route')) ?? 'none';
  const number = code === '' ? undefined : numberOf(code);
  const words: Readonly<Record<Route, string>> = {
    none: say('without 3-D Secure'),
    frictionless: say('without a challenge'),
    challenge: say('after a challenge'),
    attempt: say('after an attempt'),
  };
  const pan = number === undefined ? undefined : cardForActionCode(number, route);
  return {
    code,
    codes: actionCodes.map((row) => ({ code: row.code, label: row[language] })),
    routes: rangeRoutes.map((value) => ({ value, label: words[value], isHere: value === route })),
    problem:
      code !== '' && number === undefined
        ? say('{code} is no action code; expected a number such as 116 or -2002, or a name', {
            code: code.slice(0, 80),
          })
        : undefined,
    built:
      pan === undefined || number === undefined
        ? undefined
        : {
            pan,
            printed: inGroups(pan),
            end: `${actionCodeRow(number)?.[language] ?? say('a code without a known meaning')} (${number})`,
          },
  };
};

/** A code by its number or its name. */
const numberOf = (text: string): number | undefined =>
  /^-?\d{1,6}$/.test(text) ? Number(text) : actionCodeNamed(text)?.code;
