import { importTests } from './helpers/ava/import-tests.ts';

importTests(
  'simulator/banks',
  'simulator/breaks',
  'simulator/callbacks',
  'simulator/data',
  'simulator/domain',
  'simulator/gateway',
  'simulator/masking',
  'simulator/scenario-engine',
  'simulator/text',
);
