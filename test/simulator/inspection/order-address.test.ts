import test from 'ava';
import { orderPageAddress, orderPageBeside } from '../../../simulator/inspection/orders/order-address.ts';

test('the address of an order`s page is beside the control API, whatever the letters of its id', (t) => {
  t.is(orderPageAddress('http://127.0.0.1:8080', 'a-1'), 'http://127.0.0.1:8080/orders/a-1');
  t.is(orderPageBeside('http://127.0.0.1:9000/sandbox', 'a-1'), 'http://127.0.0.1:9000/orders/a-1');
  t.is(new URL(orderPageAddress('https://pay.example', 'x/?#')).pathname, '/orders/x%2F%3F%23');
});
