import test from 'ava';
import { isControlApiCurrent } from './generate/control-api.ts';

test('the types of the control API in the client are those of its document (write them with: npm run docs)', (t) => {
  t.true(isControlApiCurrent());
});
