import { importTests } from './helpers/ava/import-tests.ts';

importTests(
  'simulator/banks',
  'simulator/breaks',
  'simulator/data',
  'simulator/domain',
  'simulator/masking',
  'simulator/scenario-engine',
  'simulator/text',
);
