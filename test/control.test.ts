import { importTests } from './helpers/import-tests.ts';

importTests('simulator/control', 'simulator/inspection', 'simulator/provider-states');
