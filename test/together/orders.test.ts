/** An order from its registration to its last refund. */
import '../simulator/merchants/merchant-state.test.ts';
import '../simulator/gateway/money/money.test.ts';
import '../simulator/gateway/orders/register.test.ts';
import '../simulator/http/request-signature.test.ts';
import '../simulator/http/requests.test.ts';
import '../simulator/gateway/status/status.test.ts';
