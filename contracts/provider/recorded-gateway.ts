import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer } from './proxy.ts';
import type { GatewayUnderTest } from './verify.ts';

/** A gateway that gives these answers, one after the other, whatever it is asked. */
export const startRecordedGateway = async (
  answers: readonly Answer[],
): Promise<GatewayUnderTest & { readonly stop: () => void }> => {
  let count = 0;
  const server = createServer((request, response) => {
    const { status, body } = answers[count] ?? { status: 500, body: {} };
    count += 1;
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    target: () => {
      throw new Error('a recorded gateway has no states');
    },
    startAfresh: async () => {},
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
