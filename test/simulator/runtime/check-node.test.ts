import test from 'ava';
import { checkNode } from '../../../simulator/runtime/check-node.ts';

test('a simulator in process says which Node it needs', (t) => {
  for (const node of ['14.21.3', '18.20.8', '20.20.2', '22.19.0', '23.11.0', '24.11.1'])
    t.throws(() => checkNode({ node }), {
      name: 'ConfigError',
      message: `startSimulator: tillbox needs Node 22.20+, 24.12+ or 26+; this is ${node}. The command npx tillbox runs on any Node, because it fetches one`,
    });
});

test('usable versions of Node, and other runtimes, may start one', (t) => {
  for (const versions of [
    { node: '22.20.0' },
    { node: '24.12.0' },
    { node: '27.0.0' },
    { node: '24.3.0', bun: '1.3.1' },
    { node: '20.11.1', deno: '2.5.0' },
  ])
    t.notThrows(() => checkNode(versions));
});
