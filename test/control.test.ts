import { importTests } from './helpers/ava/import-tests.ts';

importTests('simulator/control', 'simulator/inspection', 'simulator/provider-states', 'simulator/recording', 'torture');
