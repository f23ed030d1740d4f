import { importTests } from './helpers/ava/import-tests.ts';

importTests('simulator/banks', 'simulator/data', 'simulator/domain', 'simulator/scenario-engine');
