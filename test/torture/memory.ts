import type { Bystander } from './bystander.ts';
import type { Reply } from './connection.ts';
import type { Known } from './valid-values.ts';
import type { AbusiveRequest } from './write-abuse.ts';

/** Largest state that is put in again, in characters, and how many are remembered. */
const largestState = 60_000;
const mostStates = 5;

/** How much is remembered of each kind: the newest. */
const mostIds = 60;

/** A list of all orders must not take the place of everything else. */
const mostOfOne = 8;

const listOf: Readonly<Record<string, 'orders' | 'bindings' | 'templates' | 'tasks'>> = {
  orderId: 'orders',
  mdOrder: 'orders',
  bindingId: 'bindings',
  templateId: 'templates',
  taskUuid: 'tasks',
};

const uuid = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
const namedId = new RegExp(`"(\\w+)":"(${uuid})"`, 'g');
const sentOrder = new RegExp(`(?:order|acsTransID|MD)"?[=:]"?(${uuid})`, 'i');

/** What answers have named, for the requests after them. */
export const createMemory = ({ state, mark, ids }: Bystander) => {
  // The journal repeats ids that were sent; nobody has them from the merchant itself.
  const foreign = new Set(Object.values(ids).flat());
  const known = {
    orders: ['none'],
    bindings: ['none'],
    templates: ['none'],
    tasks: ['none'],
    callbacks: ['none'],
    challenges: [['none', 'none']] as [string, string][],
    tokens: {} as Record<string, string[]>,
    spares: ['spare-1', 'spare-2'],
    states: [state],
    mark,
  } satisfies Known;

  const keep = <Thing>(list: Thing[], thing: Thing, most = mostIds): void => {
    if (list.push(thing) > most) list.shift();
  };

  const learn = ({ target, bytes }: AbusiveRequest, { status, body, contentType }: Reply): void => {
    if (body === '') return;
    const { endpoint = '' } = target;
    if (endpoint === 'GET /merchants/{login}/state' && status === 200 && body.length < largestState)
      keep(known.states, JSON.parse(body) as object, mostStates);
    // Ids of merchants that take states are chosen by others.
    if (body.length > 20_000 || target.path.includes('{spare}')) return;
    if (contentType.startsWith('text/html')) {
      for (const [, creq = ''] of body.matchAll(/name="creq" value="([\w-]+)"/g)) {
        const said = JSON.parse(Buffer.from(creq, 'base64url').toString()) as Record<string, string>;
        keep(known.challenges, [said['acsTransID'] ?? '', said['threeDSServerTransID'] ?? '']);
      }
      return;
    }
    let [, orderId = ''] = sentOrder.exec(bytes.toString('latin1')) ?? [];
    if (foreign.has(orderId)) orderId = '';
    for (const [, name = '', id = ''] of [...body.matchAll(namedId)].slice(0, mostOfOne)) {
      if (foreign.has(id)) continue;
      const list = Object.hasOwn(listOf, name) ? listOf[name] : undefined;
      if (list) keep(known[list], id);
      if (list === 'orders') orderId = id;
      if (/^(?:threeDSServerTransI[dD]|serverTransId)$/.test(name) && orderId !== '')
        keep(known.challenges, [orderId, id]);
      if (name === 'id' && endpoint.includes('/callbacks')) keep(known.callbacks, id);
    }
    const [, token] = /"paymentToken":"([^"]+)"/.exec(body) ?? [];
    const sent = token === undefined ? undefined : sentBody(bytes);
    if (token !== undefined && sent) {
      const { wallet, decrypted } = sent;
      const kind = decrypted === true ? `direct-${wallet}` : String(wallet);
      known.tokens[kind] ??= [];
      keep(known.tokens[kind], token, 8);
    }
    const [, login] = status === 201 ? (/"login":"([\w.@-]+)"/.exec(body) ?? []) : [];
    if (login !== undefined) keep(known.spares, login, 8);
  };

  return { known, learn };
};

const sentBody = (bytes: Buffer): Readonly<Record<string, unknown>> | undefined => {
  try {
    return JSON.parse(bytes.toString('latin1', bytes.indexOf('\r\n\r\n') + 4)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
};
