import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ExecutionContext } from 'ava';
import { login } from '../../helpers/simulator/simulator.ts';

/** A scenario that answers register.do after this time of the merchant. */
export const slowRegister = (delay: string) => ({ gateway: [{ on: 'register', do: { delay } }] });

/** A connection that the server has taken. */
export const connectionTo = async (t: ExecutionContext, url: string): Promise<Socket> => {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  t.teardown(() => socket.destroy());
  socket.on('error', () => {});
  await once(socket, 'connect');
  // Connections are taken one after the other.
  await fetch(`${url}/sandbox/health`);
  return socket;
};

export const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

const query = new URLSearchParams({ ...login, amount: '100', returnUrl: 'https://shop.example/' });
/** A request of register.do, as it goes over the wire. */
export const register = get(`/payment/rest/register.do?${query}`);
