/** The pages that a payer sees. */
import '../simulator/card-page/stored-cards.test.ts';
import '../simulator/card-page/wallets.test.ts';
import '../simulator/http/page-faults.test.ts';
import '../simulator/card-page/page-safety.test.ts';
import '../simulator/gateway/portal/portal.test.ts';
