/** The pages that a payer sees. */
import '../simulator/card-page-stored-cards.test.ts';
import '../simulator/card-page-wallets.test.ts';
import '../simulator/page-faults.test.ts';
import '../simulator/page-safety.test.ts';
import '../simulator/portal.test.ts';
