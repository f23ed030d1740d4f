import { randomUUID } from 'node:crypto';
import type { Bank } from '../../simulator/banks/bank.ts';
import { documentedLogin, startSimulator } from '../../simulator/simulator.ts';
import { type Conversation, converseWith } from './ask-all.ts';
import { askOverHttp } from './ask-gateway.ts';

const noPause = async (): Promise<void> => {};

/** Starts a gateway of this bank in this process, has a conversation with it and stops it. `asked`: the bank after whose profile the questions are made. */
export const withSimulator = async <Result>(
  bank: Bank,
  talk: (conversation: Conversation) => Promise<Result>,
  asked: Bank = bank,
): Promise<Result> => {
  const { login: userName, password } = documentedLogin;
  const simulator = await startSimulator({ bank, logLevel: 'error' });
  try {
    return await talk(
      converseWith({
        baseUrl: simulator.restUrl.replace(/rest\/$/, ''),
        login: { userName, password },
        bank: asked,
        ask: askOverHttp,
        newId: randomUUID,
        pause: noPause,
      }),
    );
  } finally {
    await simulator.stop();
  }
};
