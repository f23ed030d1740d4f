import type { PaymentFacts } from '../../../../simulator/scenario-engine/choice/conditions.ts';

/** A part of the page: what it tells first, the tables of its keys, and its examples. Texts are English. */
export interface Section {
  readonly title: string;
  /** Paragraphs, and blocks, which are the same in every language. */
  readonly text: readonly string[];
  readonly tables?: readonly Table[];
  /** A list that is made of data of its own. */
  readonly list?: 'declines' | 'calls' | 'callbackParameters';
  readonly examples?: readonly Example[];
}

/** A table of the keys with this beginning, without those of a longer beginning elsewhere. */
interface Table {
  readonly prefix: string;
  /** Only these of them; without it, those that no other table names. */
  readonly only?: readonly string[];
  readonly title?: string;
}

export interface Example {
  /** A file in test/docs/scenario-examples. */
  readonly file: string;
  /** Of an example with `when`: a payment that it holds for. */
  readonly holdsFor?: Partial<PaymentFacts>;
}

const threeDsSteps = ['challenge', 'frictionless', 'attempt', 'withoutThreeDs', 'softDecline'];

/** The page in its order, for a person who writes the first scenario. */
export const sections: readonly Section[] = [
  {
    title: 'The smallest file',
    text: [
      'Write this into `my-scenarios/no-money.yaml`. The name of a file without its ending is the name of the scenario: lower-case letters, digits and dashes.',
      '<!-- no-money.yaml -->',
      'Check it, and play it:',
      '```sh\nnpm run scenarios -- check my-scenarios\nnpm run scenarios -- try my-scenarios/no-money.yaml\n```',
      'If your project has the package, the commands are `npx tillbox scenarios check my-scenarios` and so on. `check` prints a line for each mistake, with the value that was probably meant. Without a folder the commands read that of `SCENARIOS`, else `./scenarios`, as `npm start` does. A file ends in `.yaml`, `.yml` or `.json`, in small or capital letters, and is UTF-8. Sub-folders are not read: `check`, the log and the dashboard name those with scenario files in them. `try` starts a gateway, registers an order that asks for the scenario, pays it, and prints each step with its reason.',
      'Start a gateway with your folder:',
      '```sh\nSCENARIOS=my-scenarios npm start\n```',
      'An order asks for the scenario by its name:',
      `\`\`\`sh
curl http://127.0.0.1:8080/payment/rest/register.do \\
  -d amount=1500000 -d userName=test_user -d password=test_user_password \\
  -d returnUrl=https://shop.example/return -d 'jsonParams={"scenario":"no-money"}'
\`\`\``,
      'A call sets a scenario without a file, for all payments of a merchant:',
      `\`\`\`sh
curl -X PUT http://127.0.0.1:8080/sandbox/merchants/test_user/scenario -H 'Content-Type: application/json' \\
  -d '{ "scenario": { "attempts": [{ "decline": "insufficient-funds" }, "approve"] } }'
\`\`\``,
    ],
  },
  {
    title: 'The keys of a file',
    text: [
      'A file has at least one of `attempts`, `gateway`, `callbacks` and `later`. `expect`, `payer` and `phases` are about the rehearsal by `scenarios try` and `demo` only; a gateway does not read them.',
      'A time is a number with its unit: `200ms`, `2s`, `5m`, `2h`, `30d`. A number without a unit is refused. Amounts are whole numbers of minor units; the order of the rehearsal is of 1500000, which is 15 000.00.',
    ],
    tables: [{ prefix: '' }],
  },
  {
    title: 'Attempts',
    text: [
      'Each entry of `attempts` is an attempt to pay, and combines steps. A step that needs no setting may stand bare: `- approve` is `- approve: true`.',
    ],
    tables: [{ prefix: 'attempts[].' }],
    examples: [
      { file: 'no-money-at-first.yaml' },
      { file: 'part-of-the-amount.yaml' },
      { file: 'slow-decline.yaml' },
      { file: 'decided-later.yaml' },
    ],
  },
  {
    title: 'Declines',
    text: ['`decline` takes the name of an action code, or its number, which the status call returns as `actionCode`.'],
    list: 'declines',
  },
  {
    title: '3-D Secure',
    text: [
      'Without these steps, the card decides about 3-D Secure. A challenge that is not passed ends the attempt, so that the bank is not asked.',
    ],
    tables: [{ prefix: 'attempts[].', only: threeDsSteps }],
    examples: [
      { file: 'challenge-fails-once.yaml' },
      { file: 'soft-decline.yaml' },
      { file: 'ways-through-three-ds.yaml' },
    ],
  },
  {
    title: 'Payer',
    text: [
      'In your tests, `Payer` has options with the same names. Its waits are real, unless `wait` moves a clock:',
      `\`\`\`ts
await new Payer({ submitsTwice: true }).pay(formUrl);
const wait = (ms: number) => simulator.clockOf('test_user').advance(ms);
await new Payer({ answersAfter: '21m', wait }).pay(formUrl); // the code comes too late
\`\`\``,
    ],
    tables: [{ prefix: 'payer.' }],
    examples: [
      { file: 'wrong-code-then-other-card.yaml' },
      { file: 'slow-payer.yaml' },
      { file: 'impatient-payer.yaml' },
      { file: 'payer-leaves.yaml' },
    ],
  },
  {
    title: 'Gateway',
    text: [
      'Each entry of `gateway` is a fault of a call or a page. Of several entries that fit, the first one is used, as often as its `times` says; then the next one.',
    ],
    tables: [{ prefix: 'gateway[].' }, { prefix: 'gateway[].do.', title: 'Under `do`:' }],
    list: 'calls',
    examples: [
      { file: 'register-fails-once.yaml' },
      { file: 'status-cannot-be-read.yaml' },
      { file: 'page-breaks-off.yaml' },
      { file: 'capture-is-refused.yaml' },
      { file: 'refund-answer-is-lost.yaml' },
      { file: 'refund-done-but-refused.yaml' },
    ],
  },
  {
    title: 'Callbacks',
    text: ['Each entry of `callbacks` is a fault of callbacks on their way to the shop.'],
    tables: [{ prefix: 'callbacks[].' }, { prefix: 'callbacks[].do.', title: 'Under `do`:' }],
    list: 'callbackParameters',
    examples: [
      { file: 'callback-is-lost.yaml' },
      { file: 'callback-twice-and-late.yaml' },
      { file: 'callback-fails-once.yaml' },
      { file: 'callbacks-change-places.yaml' },
      { file: 'callback-before-the-payer.yaml' },
      { file: 'callback-is-forged.yaml' },
      { file: 'callback-without-checksum.yaml' },
      { file: 'callback-says-refunded.yaml' },
      { file: 'callback-about-another-order.yaml' },
    ],
  },
  {
    title: 'Later',
    text: [
      'Each entry of `later` is one act of the bank, without a call of the shop. A test moves the clock to its time.',
    ],
    tables: [{ prefix: 'later[].' }, { prefix: 'later[].do.', title: 'Under `do`:' }],
    examples: [
      { file: 'held-captured-refunded.yaml' },
      { file: 'hold-is-cancelled.yaml' },
      { file: 'expires-at-the-issuer.yaml' },
      { file: 'charged-back-after-a-month.yaml' },
    ],
  },
  {
    title: 'Expected end',
    text: [
      'Each difference is a line of `scenarios try`: `refunded: expected 1500000, got 0`. In the list of callbacks, `redirect` is the return of the payer to the shop; it counts only if the list names it. The examples above show every key.',
    ],
    tables: [{ prefix: 'expect.' }, { prefix: 'expect.callbacks[].', title: 'A callback by its fields:' }],
  },
  {
    title: 'Chosen by the order',
    text: [
      'A scenario with `when` applies to each payment for which all its conditions hold, without a request. The texts from `orderNumber` to `description` are [regular expressions](choosing-what-happens.md). `npm run scenarios -- explain` shows which scenario decides about an order, and the failed condition of every other one.',
    ],
    tables: [{ prefix: 'when.' }],
    examples: [
      {
        file: 'vip-orders.yaml',
        holdsFor: { orderNumber: 'vip-7', amountMinor: 500_000, currency: '398' },
      },
      {
        file: 'one-card-from-the-second-attempt.yaml',
        holdsFor: { pan: '4444555511113333', attempt: 2 },
      },
      {
        file: 'customers-of-the-testers.yaml',
        holdsFor: {
          merchant: 'test_user',
          clientId: 'qa-1',
          email: 'aida@example.com',
          description: 'a slow order',
          language: 'ru',
        },
      },
    ],
  },
  {
    title: 'In an editor',
    text: [
      'Editors complete keys and values and show their meanings if the first line of a file names the schema: VS Code with its YAML extension, and every editor with `yaml-language-server`. If your folder is beside the `node_modules` in which tillbox is installed:',
      '```yaml\n# yaml-language-server: $schema=../node_modules/tillbox/dist/scenarios/scenario.schema.json\n```',
      'From a running gateway, whatever the language of your project; not if the gateway has a `CONTROL_TOKEN`, which editors do not send:',
      '```yaml\n# yaml-language-server: $schema=http://127.0.0.1:8080/sandbox/scenarios/schema.json\n```',
      'A JSON file names it as `$schema`:',
      '<!-- no-money-in-json.json -->',
      'Programs of Node find the schema as `tillbox/scenario.schema.json`. It has keywords for editors, so that Ajv needs `strict: false`.',
    ],
  },
];
