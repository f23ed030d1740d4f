/** Values in place of those of the recorded run: no pact holds a customer, an id or a time of it. */
export const neutral = {
  userName: 'test_user',
  /** The state gives the real one, which stands in no pact. */
  password: 'given-by-the-state',
  wrongPassword: 'not-the-password',
  orderId: '019b6f10-3c2a-7c41-9f6e-5a1200b4e001',
  orderNumber: 'shop-1001',
  bindingId: '019b6f10-3c2a-7c41-9f6e-5a1200b4e0b1',
  /** Any other id. */
  id: '019b6f10-3c2a-7c41-9f6e-5a1200b4e0c1',
  letters: 'aB3dE6gH9jK2mN5pQ8sT',
  clientId: 'aida',
  description: 'An order of the shop',
  email: 'customer@shop.example',
  phone: '77010000000',
  externalRefundId: 'refund-1',
  text: 'text',
  returnUrl: 'https://shop.example/return',
  formUrl: 'https://gateway.example/payment/merchants/payment_en.html?mdOrder=019b6f10-3c2a-7c41-9f6e-5a1200b4e001',
  dateMs: 1_767_254_400_000,
  date: '2026-01-01T08:00:00',
  ip: '203.0.113.10',
} as const;
