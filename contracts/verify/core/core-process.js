/** Runs verifications of Pact's core, and sends their reports to the parent process. Plain JavaScript, because the package has it as it is. */
import { createRequire } from 'node:module';

process.on('message', async ({ core, options }) => {
  const { verifyPacts } = createRequire(import.meta.url)(core).default;
  process.send(await verifyPacts(options).catch((error) => error.message));
});
