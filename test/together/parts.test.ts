/** Parts of the simulator that need no simulator. */
import '../simulator/commands/config.test.ts';
import '../simulator/data/data.test.ts';
import '../simulator/domain/fits-pattern.test.ts';
import '../simulator/domain/hide-pans.test.ts';
import '../simulator/scenario-engine/print-explanation.test.ts';
import '../simulator/http/read-json.test.ts';
import '../simulator/scenario-engine/scenario-engine.test.ts';
import '../simulator/domain/task-schedule.test.ts';
