/** Calls of the control API, and what they show. */
import '../simulator/control-api.test.ts';
import '../simulator/control-callbacks.test.ts';
import '../simulator/control-orders.test.ts';
import '../simulator/control-reference.test.ts';
import '../simulator/inspection.test.ts';
import '../simulator/journal.test.ts';
import '../simulator/merchant-clocks.test.ts';
import '../simulator/metrics.test.ts';
import '../simulator/provider-states.test.ts';
import '../simulator/ready.test.ts';
import '../simulator/reset-scenario.test.ts';
import '../simulator/timeline.test.ts';
