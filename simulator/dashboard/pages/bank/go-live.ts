/** What to check before a shop goes live: the head and the text of each point. `docs/tasks/to-production.md` says more. */
export const goLive = [
  [
    'Settings',
    'Base URL, login, password, callback address and callback token come from the environment or a secret store. A test login that was left in production gets `errorCode` 5 and no other hint.',
  ],
  [
    'Callbacks',
    'The address is reached from the internet by HTTPS on port 443, with a certificate of a known authority. It answers 200 at once, and refuses a forged callback.',
  ],
  [
    'Card data',
    "If cards are typed on the gateway's page, your server never sees a number. If your page takes them, none is in a log or a database: search your logs after a test run.",
  ],
  ['Leftovers', 'Outside of tests there is no `jsonParams.scenario`, and no call below `/sandbox`.'],
  [
    'Rights of the login',
    'The bank may have to switch on holds, stored cards, payments without the customer and payments by card number. tillbox permits them all.',
  ],
  [
    'Status answers',
    'The shop asks `getOrderStatusExtended.do` before it ships, and compares codes rather than texts.',
  ],
  [
    'Contract',
    'Your Pact passes `tillbox verify` here, and the contract of tillbox passes it at the test host of the bank.',
  ],
  [
    'The first real payment',
    'Pay a small amount with your own card, and refund it. Compare status, callbacks and the statement of the bank with what tillbox has.',
  ],
] as const satisfies readonly (readonly [head: string, text: string])[];
