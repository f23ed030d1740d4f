import type { OpenEndpoint } from '../../http/call/endpoint.ts';
import { renderRefusal } from '../answers/render-refusal.ts';

/** The key's certificate ends with the year 2119. */
const keyExpiration = Date.UTC(2120, 0, 1);

/** The key is for `seToken`. Source: BPC mobile SDK documentation. */
export const seKeys: OpenEndpoint = {
  path: 'se/keys.do',
  meaning: 'Public keys for encrypted card data.',
  meaningInRussian: 'Открытые ключи для шифрования данных карты.',
  source: 'bpc-rest',
  access: 'anyone',
  parameters: {},
  refuses: [],
  renderRefusal,
  shape: () => ({
    name: 'PublicKeys',
    fields: {
      keys: {
        kind: 'list',
        fields: {
          keyValue: { kind: 'text' },
          protocolVersion: { kind: 'text' },
          keyExpiration: { kind: 'number', meaning: 'Milliseconds since 1970.' },
        },
      },
    },
  }),
  answer: async ({ context }) => ({
    keys: [{ keyValue: context.keys().publicKey, protocolVersion: 'RSA', keyExpiration }],
  }),
};
