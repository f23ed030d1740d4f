import test from 'ava';
import { changedPaths, isAbout } from '../../../contracts/provider/changed-paths.ts';
import { judge } from '../../../contracts/provider/judge-break.ts';
import type { Break } from '../../../simulator/breaks/break.ts';

const row: Break = {
  id: 'zz-01',
  since: '0.1.0',
  calls: ['rest/register.do'],
  does: 'gives no id',
  harm: 'The shop has no id.',
  answer: () => {},
};
const harmless: Break = { ...row, equivalent: 'No shop reads it.' };
const said = (interaction: string) => ({ interaction, path: '$.orderId', says: 'is missing' });
const reportOf = (tried: readonly string[], failed: readonly string[]) => ({
  tried,
  mismatches: failed.map(said),
  strays: [],
});

test('a break that every changed interaction complains of is rejected', (t) => {
  t.deepEqual(judge(row, reportOf(['one', 'two'], ['one', 'two'])), { outcome: 'rejected', troubles: [] });
});

test('a break that nobody complains of has survived, and its harm is told', (t) => {
  t.deepEqual(judge(row, reportOf(['one'], [])), {
    outcome: 'survived',
    troubles: ['a gateway that gives no id is accepted: The shop has no id.'],
  });
});

test('a break that changes nothing has survived', (t) => {
  t.deepEqual(judge(row, reportOf([], [])).troubles, ['it changes no interaction of the contract']);
  t.deepEqual(judge(harmless, reportOf([], [])).troubles, ['it changes no interaction of the contract']);
});

test('an interaction that does not complain is named, unless it agrees on less on purpose', (t) => {
  const quiet = 'the shop asks to register an order, and wants to hear of no error';

  t.deepEqual(judge(row, reportOf(['one', 'two', quiet], ['one'])).troubles, ['not noticed by: two']);
});

test('an interaction that is listed as one that does not notice, and does, is named', (t) => {
  const listed = 'the shop asks to register an order by GET';

  t.deepEqual(judge({ ...row, id: 're-04' }, reportOf([listed], [listed])).troubles, [
    `noticed, and listed as not noticed: ${listed}`,
  ]);
});

test('a complaint about something else than the change is named', (t) => {
  const report = { ...reportOf(['one'], ['one']), strays: [said('one')] };

  t.deepEqual(judge(row, report).troubles, ['complains of something else: one: $.orderId is missing']);
});

test('a break that is equivalent must be accepted', (t) => {
  t.deepEqual(judge(harmless, reportOf(['one'], [])), { outcome: 'equivalent', troubles: [] });
  t.deepEqual(judge(harmless, reportOf(['one'], ['one'])).troubles, [
    'it is marked as equivalent, and rejected: is missing',
  ]);
});

test('a contract about one subject need not have the interactions that complain', (t) => {
  const quiet = 'the shop asks to register an order, and wants to hear of no error';

  t.is(judge(row, reportOf([], []), true).outcome, 'not tried');
  t.is(judge(row, reportOf([quiet], []), true).outcome, 'not tried');
  t.is(judge(row, reportOf(['one'], []), true).outcome, 'survived');
});

test('changes are named by their JSON paths', (t) => {
  const order = { amount: 5, refunds: [{ amount: 1 }, { amount: 2 }], card: { pan: 'x' } };
  const other = { amount: 5, refunds: [{ amount: 1 }, { amount: '2' }], bank: 'y' };

  t.deepEqual(changedPaths(order, other), ['$.refunds[1].amount', '$.card', '$.bank']);
  t.deepEqual(changedPaths(order, order), []);
  t.deepEqual(changedPaths([1], { 0: 1 }), ['$']);
});

test('a complaint is about a change at its place, around it and inside', (t) => {
  t.true(isAbout('$.card.pan', ['$.card.pan']));
  t.true(isAbout('$', ['$.card.pan']));
  t.true(isAbout('$.refunds[1].amount', ['$.refunds']));
  t.false(isAbout('$.cardinal', ['$.card']));
  t.false(isAbout('$.amount', ['$.card']));
});
