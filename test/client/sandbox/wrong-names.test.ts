import test from 'ava';
import { type SandboxClient, SandboxProblem } from '../../../client/index.ts';
import { sandboxFor } from './sandbox.ts';

type Call = (sandbox: SandboxClient, input: never) => Promise<unknown>;

/** Inputs that the gateway refuses, and the field that it names. */
const wrong: readonly (readonly [call: Call, input: unknown, field: string, hint: RegExp])[] = [
  [(sandbox, input) => sandbox.makeMerchant(input), { bnak: 'dsk' }, 'bnak', /did you mean bank\?/],
  [(sandbox, input) => sandbox.makeMerchant(input), { bank: 'kaspi' }, 'bank', /./],
  [(sandbox, input) => sandbox.makeMerchant(input), { callbacks: { urll: 'http://x' } }, 'callbacks.urll', /./],
  [(sandbox, input) => sandbox.changeMerchant('test_user', input), { nmae: 'Tea' }, 'nmae', /did you mean name\?/],
  [(sandbox, input) => sandbox.verify('test_user', input), { pth: 'refund.do' }, 'pth', /did you mean path\?/],
  [(sandbox, input) => sandbox.journal('test_user', input), { endpoint: 'refund.do' }, 'endpoint', /no such field/],
  [
    (sandbox, input) => sandbox.orders.list('test_user', input),
    { statu: 'declined' },
    'statu',
    /did you mean status\?/,
  ],
  [(sandbox, input) => sandbox.orders.list('test_user', input), { status: 'paid' }, 'status', /./],
  [(sandbox, input) => sandbox.orders.act('test_user', 'o', input), 'refnd', 'act', /./],
  [(sandbox, input) => sandbox.callbacks.list('test_user', input), { stat: 'lost' }, 'stat', /did you mean state\?/],
  [(sandbox, input) => sandbox.clock.advance('test_user', input), '20', 'by', /expected a time such as 20m/],
  [(sandbox, input) => sandbox.clock.advance('test_user', input), Number.NaN, 'by', /expected a time/],
  [(sandbox, input) => sandbox.clock.set('test_user', input), new Date('then'), 'to', /expected a time/],
];

for (const [index, [call, input, field, hint]] of wrong.entries()) {
  test(`the gateway refuses wrong input ${index + 1} of the control API and names ${field}`, async (t) => {
    const { sandbox } = await sandboxFor(t, { journalSize: 10 });

    const error = await t.throwsAsync(call(sandbox, input as never), { instanceOf: SandboxProblem });

    t.is(error?.field, field);
    t.regex(error?.detail ?? '', hint);
  });
}
