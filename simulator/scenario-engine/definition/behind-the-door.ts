export { checkText } from './check-text.ts';
export { checkScenarios, loadScenarios, readScenarios } from './load-scenarios.ts';
export { parseScenario } from './parse-scenario.ts';
export { readScenarioText, whyNotWritable, writeScenarioText } from './scenario-text.ts';
export { stampOf, watchFolder } from './watch-folder.ts';
export { writeBody } from './write-body.ts';
