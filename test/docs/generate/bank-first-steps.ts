import type { Bank } from '../../../simulator/banks/bank.ts';
import { exampleOrder } from '../../../simulator/banks/example-order.ts';
import { bankInWords } from '../../../simulator/banks/in-words.ts';
import { registerCommand } from '../../../simulator/banks/register-command.ts';
import { documentedLogin } from '../../../simulator/domain/merchant.ts';
import { createClock } from '../../../simulator/runtime/clock.ts';
import { startSimulator } from '../../../simulator/simulator.ts';
import type { Say } from './say.ts';

const returnUrl = 'https://shop.example/return';
const address = 'http://127.0.0.1:8080';

/** The id of the order on the page; each order has another one. */
const shownId = '01a20a9c-ab70-759c-9d64-24408e9b082a';

/** An answer as the page prints it. */
const answerOf = async (bank: Bank): Promise<string> => {
  const simulator = await startSimulator({ bank, clock: createClock({ startMs: 0 }) });
  try {
    const { login, password } = documentedLogin;
    const parameters = { ...exampleOrder(bank, returnUrl), userName: login, password, orderNumber: 'A-1' };
    const answer = await fetch(`${simulator.restUrl}register.do`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
    });
    const text = await answer.text();
    const { orderId } = JSON.parse(text) as { readonly orderId: string };
    return text.replaceAll(orderId, shownId).replaceAll(simulator.url, address);
  } finally {
    await simulator.stop();
  }
};

/** What to send to a bank and what to expect from it: five lines, a command and its answer. */
export const firstSteps = async (bank: Bank, say: Say): Promise<string> => {
  const lines = bankInWords(bank, say)
    .map((line) => `- ${line}`)
    .join('\n');
  return `${lines}

\`\`\`sh
BANK=${bank.name} npm start
\`\`\`

\`\`\`sh
${registerCommand(`${address}${bank.basePath}/rest/`, bank, documentedLogin, returnUrl)}
\`\`\`

\`\`\`json
${await answerOf(bank)}
\`\`\``;
};
