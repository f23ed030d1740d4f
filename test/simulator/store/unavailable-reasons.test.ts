import test from 'ava';
import { isUnavailable, reasonOf } from '../../../simulator/store/postgres/unavailable.ts';

const reasons: readonly (readonly [code: string, reason: string])[] = [
  ['53100', 'The disk of the database is full.'],
  ['53200', 'The database lacks memory or connections.'],
  ['53300', 'The database lacks memory or connections.'],
  ['53000', 'The database lacks memory or connections.'],
  ['25006', 'The database can only be read.'],
  ['58030', 'The disk of the database fails.'],
  ['57P01', 'The database cannot be reached.'],
  ['57P03', 'The database cannot be reached.'],
  ['08006', 'The database cannot be reached.'],
  ['28P01', 'The database cannot be reached.'],
  ['3D000', 'The database cannot be reached.'],
  ['ECONNREFUSED', 'The database cannot be reached.'],
  ['ENOTFOUND', 'The database cannot be reached.'],
];
for (const [code, reason] of reasons)
  test(`PostgreSQL's ${code} is said to be: ${reason}`, (t) => {
    const error = Object.assign(new Error('could not extend file "base/1/2" of user secret'), { code });

    t.true(isUnavailable(error));
    t.is(reasonOf(error), reason);
  });
