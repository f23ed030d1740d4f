/** Parts of the simulator that need no simulator. */
import '../simulator/config.test.ts';
import '../simulator/data.test.ts';
import '../simulator/fits-pattern.test.ts';
import '../simulator/hide-pans.test.ts';
import '../simulator/print-explanation.test.ts';
import '../simulator/read-json.test.ts';
import '../simulator/scenario-engine.test.ts';
import '../simulator/task-schedule.test.ts';
