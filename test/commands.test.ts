import { importTests } from './helpers/import-tests.ts';

importTests('simulator/commands', 'simulator/runtime');
