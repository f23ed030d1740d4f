import { fileURLToPath } from 'node:url';
import { actionCodeRow } from '../../../simulator/data/action-codes.ts';
import { actionCodeGroupTitles } from '../../../simulator/scenario-engine/choice/outcomes.ts';
import { loadScenarios } from '../../../simulator/scenario-engine/definition/load-scenarios.ts';
import type { Expectation } from '../../../simulator/scenario-engine/definition/rehearsal.ts';
import {
  codeInWords,
  placeInWords,
  statusInWords,
} from '../../../simulator/scenario-engine/explanation/describe-end.ts';
import type { Scenario } from '../../../simulator/scenario-engine/scenario.ts';
import { inEnglish, type Say } from './say.ts';
import { foldedScenario } from './scenario-file.ts';

/** The words of a page. */
export interface CatalogueLanguage {
  readonly say: Say;
  /** The end of an order, which the program says in English. */
  readonly words: (english: string) => string;
}

export const english: CatalogueLanguage = { say: inEnglish, words: (text) => text };

interface Group {
  readonly title: string;
  readonly about: string;
  readonly fits: (scenario: Scenario) => boolean;
}

const has =
  (key: string) =>
  ({ source }: Scenario): boolean =>
    typeof source === 'object' && source !== null && key in source;

/** Whether one of these keys of `payer` is there. */
const payerHas =
  (...keys: readonly string[]) =>
  (scenario: Scenario): boolean => {
    const { payer = {} } = scenario.source as { readonly payer?: Readonly<Record<string, unknown>> };
    return Object.keys(payer).some((key) => keys.includes(key));
  };

const isPending = ({ attempts }: Scenario): boolean => attempts.some(({ plan }) => plan.pendingMs !== undefined);

const lastVerdict = ({ attempts }: Scenario) => attempts.at(-1)?.plan.verdict;

const declinesOf =
  (group: string) =>
  (scenario: Scenario): boolean => {
    const verdict = lastVerdict(scenario);
    return verdict?.kind === 'decline' && actionCodeRow(verdict.actionCode)?.group === group;
  };

/** What a scenario is about before anything else; the first that fits has it. */
const byPart: readonly Group[] = [
  {
    title: 'Races',
    about: 'Two things happen at almost the same time, and a shop must not count on their order.',
    fits: payerHas('submitsTwice', 'paysAgain', 'opensAfter', 'answersAfter'),
  },
  {
    title: 'Afterwards',
    about: 'What the bank does by itself, minutes or days after the payment.',
    fits: has('later'),
  },
  { title: 'Callbacks', about: 'What goes wrong on the way of a callback to the shop.', fits: has('callbacks') },
  {
    title: 'Faults of the gateway',
    about: 'What goes wrong between the gateway and whoever calls it.',
    fits: has('gateway'),
  },
  {
    title: 'Chosen by the order itself',
    about: 'These hold without being asked for, where the order is as they want it.',
    fits: has('when'),
  },
  { title: 'Open payments', about: 'The bank does not decide at once.', fits: isPending },
  {
    title: 'The payer',
    about: 'What payers do that gives shops trouble.',
    fits: payerHas('leavesPage', 'closesWindow', 'cards', 'reloads'),
  },
  {
    title: '3-D Secure',
    about: 'Every way through it, and every end. The payer answers at the issuer while `orderStatus` is 5.',
    fits: (one) => one.attempts.some(({ plan }) => plan.route !== undefined) || declinesOf('3ds')(one),
  },
  {
    title: 'Several attempts',
    about: 'An order takes three attempts, and is not over before the last.',
    fits: ({ attempts }) => attempts.length > 1,
  },
];

const byCode: readonly Group[] = Object.entries(actionCodeGroupTitles).map(([group, title]) => ({
  title,
  about: 'The order stays open: the payer may try again on the same page.',
  fits: declinesOf(group),
}));

const paid: Group = { title: 'Paid', about: 'The bank approves, at once or slowly.', fits: () => true };

const groupOf = (scenario: Scenario): Group => [...byPart, ...byCode, paid].find(({ fits }) => fits(scenario)) ?? paid;

/** In the order of the document: from the plain to the strange. */
const groups: readonly Group[] = [
  paid,
  ...byCode,
  ...byPart.toReversed().filter(({ title }) => !title.startsWith('Chosen')),
  ...byPart.filter(({ title }) => title.startsWith('Chosen')),
];

const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

const endOf = ({ orderStatus, actionCode, payer, ...others }: Expectation, { say, words }: CatalogueLanguage): string =>
  [
    ...(orderStatus === undefined ? [] : [`\`orderStatus\` ${words(statusInWords(orderStatus))}`]),
    ...(actionCode === undefined ? [] : [`\`actionCode\` ${words(codeInWords(actionCode))}`]),
    ...(payer === undefined ? [] : [say('the payer ends {place}', { place: words(placeInWords(payer)) })]),
    ...Object.entries(others).map(
      ([name, value]) => `\`${name}\` ${[value].flat().map(inWords).join(', ') || say('none')}`,
    ),
  ].join('; ');

/** `deposited`, or `{ operation: deposited, amount: 1 }`. */
const inWords = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? `\`{ ${Object.entries(value)
        .map(([name, field]) => `${name}: ${field}`)
        .join(', ')} }\``
    : String(value);

const useOf = ({ name, when }: Scenario, { say }: CatalogueLanguage): string => {
  const asked = `\`jsonParams={"scenario":"${name}"}\``;
  if (!when) return asked;
  const conditions = Object.entries(when).map(
    ([key, value]) => `\`${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}\``,
  );
  return say('any order with {conditions}; or {asked}', { conditions: conditions.join(say(' and ')), asked });
};

const entry = (scenario: Scenario, language: CatalogueLanguage): string => {
  const { say } = language;
  const { name, about, shop, expect, file = '' } = scenario;
  return `### ${name}

${say(about)}

- **${say('Ends')}**: ${endOf(expect, language)}.
- **${say('The shop')}**: ${say(shop ?? 'nothing special.')}
- **${say('Use')}**: ${useOf(scenario, language)}

${foldedScenario(file)}
`;
};

/** docs/scenarios.md, out of the files. */
export const scenarioCatalogue = async (language: CatalogueLanguage): Promise<string> => {
  const { say } = language;
  const scenarios = await loadScenarios(fileURLToPath(new URL('../../../scenarios', import.meta.url)));
  const filled = groups
    .map((group) => ({ ...group, entries: scenarios.filter((scenario) => groupOf(scenario).title === group.title) }))
    .filter(({ entries }) => entries.length > 0);
  return `# ${say('Scenarios')}

${say(
  'The {count} scenarios that come with tillbox: what happens, how it ends, and what a shop should do about it. Each is a file in [scenarios/](../scenarios). Every gateway knows them by their names, also one in process.',
  { count: scenarios.length },
)}

${say('One order asks for a scenario by its name, on `register.do` or on the payment call:')}

\`\`\`sh
curl http://127.0.0.1:8080/payment/rest/register.do \\
  -d amount=1500000 -d userName=test_user -d password=test_user_password \\
  -d returnUrl=https://shop.example/return -d 'jsonParams={"scenario":"declined-insufficient-funds"}'
\`\`\`

${say(
  "Or everything that a merchant does follows it: `simulator.setScenario('test_user', 'three-declines')`, or `PUT /sandbox/merchants/{login}/scenario`. `tillbox scenarios try <name>` plays one and tells step by step what happens; `npm run demo` plays them all and compares their ends. This page is written by `npm run docs`.",
)}

${say(
  'Whatever happens: a payer who comes to the `returnUrl` proves nothing. Ask `getOrderStatusExtended.do`, compare the amount with your own, and ship when `orderStatus` is 2.',
)}

${filled.map(({ title, entries }) => `- [${say(title)}](#${anchor(say(title))}) (${entries.length})`).join('\n')}

${filled
  .map(
    ({ title, about, entries }) =>
      `## ${say(title)}\n\n${say(about)}\n\n${entries.map((one) => entry(one, language)).join('\n')}`,
  )
  .join('\n')}`;
};
