/** Calls of the control API, and what they show. */
import '../simulator/control/control-api.test.ts';
import '../simulator/control/control-callbacks.test.ts';
import '../simulator/control/control-orders.test.ts';
import '../simulator/control/control-reference.test.ts';
import '../simulator/inspection/inspection.test.ts';
import '../simulator/inspection/journal.test.ts';
import '../simulator/sharing/merchant-clocks.test.ts';
import '../simulator/control/metrics.test.ts';
import '../simulator/provider-states/provider-states.test.ts';
import '../simulator/control/ready.test.ts';
import '../simulator/control/reset-scenario.test.ts';
import '../simulator/inspection/timeline.test.ts';
