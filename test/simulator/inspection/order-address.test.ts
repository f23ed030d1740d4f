import test from 'ava';
import { orderPageAddress } from '../../../simulator/inspection/order-address.ts';

test('the address of an order`s page names the login, whatever its letters', (t) => {
  t.is(
    orderPageAddress('http://127.0.0.1:8080', 'test_user', 'a-1'),
    'http://127.0.0.1:8080/orders/a-1?merchant=test_user',
  );
  const odd = new URL(orderPageAddress('https://pay.example', 'a&b c', 'x/?#'));
  t.is(odd.pathname, '/orders/x%2F%3F%23');
  t.is(odd.searchParams.get('merchant'), 'a&b c');
});
