import { importTests } from './helpers/import-tests.ts';

importTests('simulator/banks', 'simulator/data', 'simulator/domain', 'simulator/scenario-engine');
