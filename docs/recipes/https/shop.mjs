// A shop as it goes to production: with the address of the bank in its code.
const gateway = 'https://securepayments.berekebank.kz/payment/rest/';

const answer = await fetch(`${gateway}register.do`, {
  method: 'POST',
  body: new URLSearchParams({
    userName: 'test_user',
    password: 'test_user_password',
    amount: '1500000',
    returnUrl: 'https://shop.example/return',
  }),
});
const { orderId, formUrl } = await answer.json();
console.log(orderId, formUrl);
