/** Runs one verification of Pact's core, and sends its report to the parent process. Plain JavaScript, because the package has it as it is. */
import { createRequire } from 'node:module';

process.once('message', async ({ core, options }) => {
  const { verifyPacts } = createRequire(import.meta.url)(core).default;
  const report = await verifyPacts(options).catch((error) => error.message);
  process.send(report, () => process.exit());
});
