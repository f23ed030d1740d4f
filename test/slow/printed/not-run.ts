/** Blocks of commands that no test runs as they are printed. */
interface NotRun {
  readonly page: string;
  /** How the block begins. */
  readonly begins: string;
  readonly reason: string;
}

const engine = 'needs a container engine; npm run test:image builds and runs the image';
const replicas = 'needs a container engine; test/docs/compose-files.test.ts reads the file';

const shops = 'needs a container engine and the plugin of a bank; test/docs/shop-containers.test.ts plays the shop';

const recipesThatRun = [
  ...['ava', 'jest', 'nestjs', 'node-test', 'playwright', 'vitest'],
  ...['go', 'java', 'php', 'phpunit', 'python', 'ruby'],
];

export const notRun: readonly NotRun[] = [
  { page: 'README.md', begins: 'docker build', reason: engine },
  { page: 'CONTRIBUTING.md', begins: 'npm ci', reason: '.ci/run runs the same scripts one by one' },
  { page: 'contracts/README.md', begins: 'npm run contracts', reason: '.ci/run runs it' },
  {
    page: 'docs/contract-testing.md',
    begins: 'pact-verifier',
    reason: 'needs the verifier of Pact, a program of its own',
  },
  {
    page: 'docs/contract-testing.md',
    begins: 'pact-broker',
    reason: 'needs a broker; npm run test:pact-tools runs these commands with a stub of one',
  },
  ...['npx tillbox verify-shop', 'npx tillbox callback'].map((begins) => ({
    page: 'docs/contract-testing.md',
    begins,
    reason: 'needs the shop of the reader; npm run test:recipes verifies three shops',
  })),
  {
    page: 'docs/contract-testing.md',
    begins: 'npx tillbox record',
    reason: 'needs the tests of the reader; test/slow/record-command.test.ts records those of a shop',
  },
  {
    page: 'docs/contract-testing.md',
    begins: 'TILLBOX_GATEWAY_PASSWORD',
    reason: "needs the bank's test host and a login there",
  },
  {
    page: 'docs/contract-testing.md',
    begins: 'npx tillbox mutate',
    reason: 'needs the tests of the reader; test/slow/mutate.test.ts runs the command with those of a tiny shop',
  },
  {
    page: 'docs/contract-testing.md',
    begins: 'curl -s "$TILLBOX_URL',
    reason: 'needs the environment of tillbox mutate; test/simulator/http/broken-gateway.test.ts makes the call',
  },
  {
    page: 'docs/contract-testing.md',
    begins: 'npx tillbox proxy',
    reason: "needs the bank's test host; test/contracts/drift/proxy.test.ts has a bank of its own",
  },
  { page: 'docs/operations.md', begins: 'docker build', reason: engine },
  { page: 'docs/operations.md', begins: "printf '%s", reason: replicas },
  {
    page: 'docs/operations.md',
    begins: 'STORE=postgres',
    reason: 'needs the server db.internal; npm run test:stores has one',
  },
  { page: 'docs/operations.md', begins: 'docker logs', reason: engine },
  { page: 'docs/operations.md', begins: 'in_postgres', reason: replicas },
  { page: 'docs/operations.md', begins: 'docker compose', reason: replicas },
  {
    page: 'docs/tasks/to-production.md',
    begins: 'TILLBOX_GATEWAY_PASSWORD',
    reason: "needs the bank's test host and a login there",
  },
  { page: 'docs/tasks/callbacks.md', begins: 'docker run', reason: engine },
  { page: 'docs/recipes/README.md', begins: 'docker build', reason: engine },
  { page: 'docs/recipes/compose/README.md', begins: 'docker compose', reason: engine },
  {
    page: 'docs/recipes/https/README.md',
    begins: 'docker compose',
    reason: 'needs a container engine; npm run test:slow runs its shop against a gateway with HTTPS',
  },
  { page: 'docs/recipes/testcontainers/README.md', begins: 'npm install', reason: engine },
  ...['docs/woocommerce.md', 'docs/opencart.md'].flatMap((page) => [
    { page, begins: 'docker compose', reason: shops },
    { page, begins: 'curl', reason: shops },
  ]),
  {
    page: 'docs/recipes/callback-receiver/README.md',
    begins: 'export CALLBACK_TOKEN',
    reason: 'npm run test:recipes runs it',
  },
  ...recipesThatRun.map((recipe) => ({
    page: `docs/recipes/${recipe}/README.md`,
    begins: 'npm',
    reason: 'npm run test:recipes runs it',
  })),
];
