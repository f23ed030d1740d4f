/** What the client does at a gateway, and in a shop. */
import '../client/at-once-calls.test.ts';
import '../client/binding-calls.test.ts';
import '../client/callback-receiver.test.ts';
import '../client/json-calls.test.ts';
import '../client/payer-habits.test.ts';
import '../client/payer.test.ts';
import '../client/payment-calls.test.ts';
import '../client/raw-refunds.test.ts';
import '../client/reach.test.ts';
import '../client/read-form.test.ts';
import '../client/se-token.test.ts';
import '../client/shop-callbacks.test.ts';
import '../client/shop.test.ts';
import '../client/stored-card-calls.test.ts';
import '../client/wallet-calls.test.ts';
