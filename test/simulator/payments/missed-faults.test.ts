import { callback, noAddress, plain, testMissed } from './missed.ts';

testMissed([
  {
    title: 'a fault of a callback without an address',
    wish: callback({ repeat: 2 }),
    play: plain,
    missed: [`a fault of the callback deposited (deposited comes twice): ${noAddress}`],
  },
  {
    title: 'a fault of every callback without an address, each operation once',
    wish: { ...callback('lost', 'any'), later: [1, 2].map((minor) => ({ after: '1m', do: { refund: minor } })) },
    play: plain,
    missed: ['deposited', 'refunded'].map((on) => `a fault of the callback ${on} (any is lost): ${noAddress}`),
  },
  {
    title: 'a fault of a callback that the merchant does not take',
    wish: callback('lost'),
    play: plain,
    options: { callbacks: { url: 'http://127.0.0.1:1/', operations: ['refunded'] } },
    missed: [
      'a fault of the callback deposited (deposited is lost): not possible, the merchant takes no callbacks of deposited.',
    ],
  },
  {
    title: 'faults of callbacks that the order never causes',
    wish: { callbacks: ['approved', 'bindingCreated', 'refunded'].map((on) => ({ on, do: 'lost' })) },
    play: plain,
    missed: [
      'a fault of the callback approved (approved is lost): not possible, the order takes the money in one phase.',
      'a fault of the callback bindingCreated (bindingCreated is lost): not possible, the payment stored no card.',
    ],
  },
  {
    title: 'faults of calls that this way to pay never makes',
    wish: {
      gateway: ['register', 'registerPreAuth', 'page', 'acs', 'refund'].map((on) => ({ on, do: { delay: '0ms' } })),
    },
    play: plain,
    missed: [
      'a fault of the call registerPreAuth (registerPreAuth answers after 0ms): not possible, the order takes the money in one phase.',
      "a fault of the call acs (acs answers after 0ms): not possible, the payer did not come to the issuer's page.",
    ],
  },
  {
    title: 'a wrong checksum of a merchant without checksums',
    wish: callback('wrongChecksum'),
    play: plain,
    options: { callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1 } },
    missed: ["a wrong checksum of the callback deposited: not possible, the merchant's callbacks have no checksum."],
  },
  {
    title: 'a missing checksum of a merchant without checksums',
    wish: callback('noChecksum'),
    play: plain,
    options: { callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1 } },
    missed: ["a missing checksum of the callback deposited: not possible, the merchant's callbacks have no checksum."],
  },
  {
    title: 'nothing: a missing checksum of a merchant with checksums',
    wish: callback('noChecksum'),
    play: plain,
    options: { callbacks: { url: 'http://127.0.0.1:1/', mostFailures: 1, token: 'top-secret' } },
    missed: [],
  },
]);
