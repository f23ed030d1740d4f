/** What the client does at a gateway, and in a shop. */
import '../client/gateway/at-once-calls.test.ts';
import '../client/gateway/binding-calls.test.ts';
import '../client/callbacks/callback-receiver.test.ts';
import '../client/gateway/json-calls.test.ts';
import '../client/customer/payer-habits.test.ts';
import '../client/customer/payer.test.ts';
import '../client/gateway/payment-calls.test.ts';
import '../client/gateway/raw-refunds.test.ts';
import '../client/gateway/reach.test.ts';
import '../client/customer/read-form.test.ts';
import '../client/customer/read-pages.test.ts';
import '../client/gateway/se-token.test.ts';
import '../client/shop/callbacks.test.ts';
import '../client/shop/shop.test.ts';
import '../client/gateway/stored-card-calls.test.ts';
import '../client/gateway/wallet-calls.test.ts';
