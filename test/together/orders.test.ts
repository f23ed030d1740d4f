/** An order from its registration to its last refund. */
import '../simulator/merchant-state.test.ts';
import '../simulator/money.test.ts';
import '../simulator/register.test.ts';
import '../simulator/request-signature.test.ts';
import '../simulator/requests.test.ts';
import '../simulator/status.test.ts';
