import test from 'ava';
import { leafOf } from '../../../contracts/drift/shape/leaf-form.ts';

test('ids of twenty letters and digits have one form, whatever they are made of', (t) => {
  const ids = [
    'AFABTRfUVxlCoHAAZBOF',
    'kIjdZ7cQ2bA1mnDfGh0e',
    '7abcdefGHIJKLMNopqr8',
    '12abcdefGHIJKLMNopqr',
    'Abcdefghijklmnopq123',
  ];

  for (const id of ids) t.is(leafOf(id, 'orderId').form, 'of 20 letters and digits', id);
});

test('masked numbers and codes keep their own forms', (t) => {
  const forms = {
    '400000XXXXXX0000': 'of 6 digits, XXXXXX and 4 digits',
    '400000**0000': 'of 6 digits, ** and 4 digits',
    '4000000000000000000XXXX000': 'in Latin letters',
    '5': '"5"',
    PAYMENT_DECLINED: '"PAYMENT_DECLINED"',
    '12345678901234567890': 'of 20 digits',
  };

  t.deepEqual(Object.fromEntries(Object.keys(forms).map((text) => [text, leafOf(text, 'x').form])), forms);
});
