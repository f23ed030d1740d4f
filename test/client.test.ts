import { importTests } from './helpers/ava/import-tests.ts';

importTests('client', 'docs', 'simulator/commands', 'simulator/runtime');
