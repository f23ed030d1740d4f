/** The tests of a tiny shop, each asked for by its name: what they do not look at, they do not notice. */
const { TILLBOX_REST_URL: rest, TILLBOX_LOGIN: userName, TILLBOX_PASSWORD: password } = process.env;
const asked = new Set(process.argv.slice(2));

const call = async (name, fields) => {
  const body = new URLSearchParams({ userName, password, ...fields });
  return (await fetch(rest + name, { method: 'POST', body })).json();
};

const isTrue = (claim, what) => {
  if (claim) return;
  console.error(`not so: ${what}, with the password ${password} and the card 4444555511113333`);
  process.exit(1);
};

if (asked.has('fails')) isTrue(false, 'anything');
if (asked.has('calls') || asked.has('amount') || asked.has('waits') || asked.has('gives-up')) {
  const { orderId } = await call('register.do', { amount: '1500', returnUrl: 'https://shop.example/' });
  const ask = () => call('getOrderStatusExtended.do', { orderId });
  const { amount } = await ask().catch(async () => {
    // A shop that asks for ever.
    if (asked.has('waits')) await new Promise((resolve) => setTimeout(resolve, 600_000));
    return {};
  });
  if (asked.has('amount')) isTrue(amount === 1500, 'the amount is 1500');
  if (asked.has('gives-up') && amount !== 1500) process.exit(127);
}
