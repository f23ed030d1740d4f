import { formBody, queryOnGet } from '../wire.ts';
import { type BankModule, read } from './bank-module.ts';

const back = 'https://shop.example/satim/return';

/** What all of them send to register.do, without the login. */
export const satimOrder = {
  orderNumber: '1538298192',
  amount: '100320',
  currency: '012',
  returnUrl: back,
  failUrl: back,
  language: 'FR',
  jsonParams: JSON.stringify({ force_terminal_id: 'E002000001', udf1: '2018105301346', udf5: 'ggsf85s42' }),
};

/** The first card of the bank's certification. */
const card = { pan: '6280581110007215', expiry: '01/27', cvc: '373' } as const;

const isZero = (value: unknown): boolean => String(value) === '0';

const common: Omit<BankModule, 'name' | 'source' | 'write'> = {
  bank: 'satim',
  reads:
    'errorCode 0 of register.do as a number or a text, formUrl, orderId; of the acknowledgement ErrorCode, OrderStatus 2, params.respCode 00 and the texts for the receipt',
  order: satimOrder,
  isRegistered: (answer) => isZero(read(answer)['errorCode']) && Boolean(read(answer)['formUrl']),
  askStatus: ({ orderId }) => ({
    call: 'public/acknowledgeTransaction.do',
    fields: { mdOrder: orderId, language: 'FR' },
  }),
  isPaid: (answer) => {
    const { ErrorCode, OrderStatus, params } = read(answer);
    return isZero(ErrorCode) && OrderStatus === 2 && params?.respCode === '00';
  },
  keeps: {
    OrderNumber: '1538298192',
    Amount: 100_320,
    Pan: '628058**7215',
    approvalCode: /^\d{6}$/,
    'params.respCode_desc': /./,
    'params.udf1': '2018105301346',
  },
  card,
  otp: '123456',
  stories: [
    {
      name: 'gives a part back',
      on: 'paid',
      acts: [
        {
          send: ({ orderId }) => ({ call: 'refund.do', fields: { orderId, amount: '50000' } }),
          wentWell: (answer) => isZero(read(answer)['errorCode']),
          leaves: { OrderStatus: 4, depositAmount: 50_320 },
        },
      ],
    },
  ],
};

/** Public clients of SATIM. The older name of the acknowledgement and the certification are in satim.test.ts. */
export const satimModules = [
  {
    ...common,
    name: 'satim-laravel (PHP)',
    source: 'https://github.com/IdeaCraftersHQ/satim-laravel',
    write: queryOnGet,
  },
  { ...common, name: 'satim-ts (Node.js)', source: 'https://github.com/bakissation/satim-ts', write: formBody() },
] as const satisfies readonly BankModule[];
