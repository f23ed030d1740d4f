import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { examplesFolder } from '../../docs/generate/scenario-language/page.ts';
import { blocksIn, type ShellBlock } from '../../helpers/process/shell-blocks.ts';
import type { Session } from './session.ts';

/** What a page calls `<orderId>`, by the name between the brackets. */
export type Names = Readonly<Record<string, string>>;

/** What a test has to know of a block of commands beside its text. */
interface Details {
  /** Brings about what the page takes for granted. */
  readonly prepare?: (session: Session) => Promise<Names>;
  /** What the commands print. */
  readonly printed: RegExp;
  /** They print until they are stopped. */
  readonly isEndless?: true;
  /** The commands start a gateway among others. */
  readonly startsGateway?: true;
  /** The block after it shows what the gateway prints, not what the commands print. */
  readonly isFollowedByLog?: true;
}

interface Row extends Partial<Details> {
  readonly page: string;
  /** How the block begins. */
  readonly begins: string;
}

/** The names that answers give to later commands. */
export const namesIn = (printed: string): Names =>
  Object.fromEntries(
    [...printed.matchAll(/"(orderId|formUrl|bindingId)": ?"([^"]+)"/g)].map(([, name, value]) => [name, value]),
  );

const order = '-d amount=1500000 -d returnUrl=https://shop.example/return';

const registerOrder = async ({ run }: Session, login = 'test_user', password = 'test_user_password'): Promise<Names> =>
  namesIn(
    await run(
      `curl -s http://127.0.0.1:8080/payment/rest/register.do ${order} -d userName=${login} -d password=${password}`,
    ),
  );

/** A short pact, beside the commands. */
const writeShortPact = async ({ project, write }: Session): Promise<Names> => {
  const pact = JSON.parse(readFileSync(join(project, 'contracts/pacts/shop-gateway.json'), 'utf8'));
  write('your-pact.json', JSON.stringify({ ...pact, interactions: pact.interactions.slice(0, 2) }));
  return {};
};

/** The pact that the program of the page writes. */
const writePactOfPage = async ({ project, write, run }: Session): Promise<Names> => {
  const [program] = blocksIn('docs/contract-testing.md').filter(({ language }) => language === 'ts');
  write('status.pact.mjs', program?.text ?? '');
  await run(`ln -s ${project}/node_modules node_modules; node status.pact.mjs`);
  return {};
};

/** A test in Python in place of the reader's. */
const writeTest = async ({ write }: Session): Promise<Names> => {
  write(
    'test_shop.py',
    [
      'import unittest',
      'from urllib.request import urlopen',
      '',
      'class ShopTest(unittest.TestCase):',
      '    def test_the_gateway_is_there(self):',
      '        with urlopen("http://127.0.0.1:8080/sandbox/ready") as answer:',
      '            self.assertEqual(answer.status, 200)',
      '',
    ].join('\n'),
  );
  return {};
};

/** An order of Anna that has expired, with a callback that her shop does not take. */
const callbackOfAnna = async (session: Session): Promise<Names> => {
  const { orderId } = await registerOrder(session, 'anna', 'made-up-2');
  const anna = 'http://127.0.0.1:8081/sandbox/merchants/anna';
  const call = "curl -sf -H 'Authorization: Bearer team-only' -H 'Content-Type: application/json'";
  await session.run(`${call} -X PATCH ${anna} -d '{ "callbacks": { "url": "http://127.0.0.1:3001/callback" } }'`);
  await session.run(`${call} ${anna}/orders/${orderId}/acts -d '{ "act": "expire" }'`);
  const [, id = ''] = /"id": ?"([^"]+)"/.exec(await session.run(`${call} ${anna}/callbacks`)) ?? [];
  return { id };
};

/** The first file of the page, as a reader has written it. */
const writeScenario = async ({ project }: Session): Promise<Names> => {
  const file = 'no-money.yaml';
  mkdirSync(join(project, 'my-scenarios'));
  copyFileSync(join(examplesFolder, file), join(project, 'my-scenarios', file));
  return {};
};

/** The file that the page shows. */
const writeBank = async ({ write }: Session): Promise<Names> => {
  write('my-bank.yaml', blocksIn('docs/own-bank.md')[0]?.text ?? '');
  return {};
};

/** A certificate in place of that of the reader's shop. */
const writeCertificate = async ({ project }: Session): Promise<Names> => {
  copyFileSync(join(project, 'simulator/callbacks/keys/gateway.certificate.pem'), join(project, 'shop.pem'));
  return {};
};

const rows: readonly Row[] = [
  {
    page: 'README.md',
    begins: 'curl http://127.0.0.1:8080/payment/rest/getOrderStatusExtended.do',
    printed: /"orderStatus":2,/,
  },
  {
    page: 'docs/writing-scenarios.md',
    begins: 'npm run scenarios -- check',
    prepare: writeScenario,
    printed: /1 scenario, no mistakes[\s\S]*orderStatus 0, actionCode 116/,
  },
  { page: 'docs/own-bank.md', begins: 'BANK=./my-bank.yaml', prepare: writeBank },
  { page: 'docs/https.md', begins: 'CALLBACK_URL=https', prepare: writeCertificate },
  { page: 'docs/writing-scenarios.md', begins: 'curl http', printed: /"orderId"/ },
  { page: 'docs/writing-scenarios.md', begins: 'curl -X PUT', printed: /insufficient-funds/ },
  {
    page: 'docs/contract-testing.md',
    begins: 'npx tillbox verify pacts/\n',
    prepare: writePactOfPage,
    printed: /\b1 holds\./,
  },
  { page: 'docs/contract-testing.md', begins: 'npx tillbox verify pacts/ --all-banks', printed: /^dsk: 1 holds\./m },
  {
    page: 'docs/control-api.md',
    begins: 'curl http://127.0.0.1:8080/sandbox/merchants/test_user/orders/',
    prepare: registerOrder,
    printed: /"timeline"/,
  },
  { page: 'docs/control-api.md', begins: 'curl -N', isEndless: true, printed: /^(?:id|event|retry):/m },
  {
    page: 'docs/commands.md',
    begins: 'npx tillbox listen',
    isEndless: true,
    printed: /^Listening to \S+ Callbacks of test_user go to /m,
  },
  {
    page: 'docs/operations.md',
    begins: 'npx tillbox listen',
    isEndless: true,
    printed: /^Listening to \S+ Callbacks of anna go to /m,
  },
  { page: 'docs/operations.md', begins: 'until curl -sf', isFollowedByLog: true },
  {
    page: 'docs/tasks/ci.md',
    begins: 'npx tillbox > tillbox.log',
    prepare: writeTest,
    printed: /^Ran 1 test in [\s\S]*^OK$/m,
    isEndless: true,
    startsGateway: true,
  },
  { page: 'docs/tasks/to-production.md', begins: 'npx tillbox verify', prepare: writeShortPact },
  {
    page: 'docs/operations.md',
    begins: 'curl -s -H "$auth" $sandbox/merchants/anna/callbacks',
    prepare: callbackOfAnna,
    printed: /"state": "waiting"/,
  },
];

/** Of most blocks there is nothing to know. */
export const detailsOf = ({ page, text }: ShellBlock): Details => {
  const {
    prepare,
    printed = /^/,
    isEndless,
    startsGateway,
    isFollowedByLog,
  } = rows.find((row) => row.page === page && text.startsWith(row.begins)) ?? {};
  return {
    printed,
    ...(prepare && { prepare }),
    ...(isEndless && { isEndless }),
    ...(startsGateway && { startsGateway }),
    ...(isFollowedByLog && { isFollowedByLog }),
  };
};

/** Rows that are about no block. */
export const staleDetails = (blocks: readonly ShellBlock[]): readonly string[] =>
  rows
    .filter(({ page, begins }) => !blocks.some((block) => block.page === page && block.text.startsWith(begins)))
    .map(({ page, begins }) => `${page}: ${begins}`);
