# The quick start of the README: npm start, an order by curl, paid by the built-in customer.

free_port() {
  node -e '
    const tryOne = () => {
      const port = 20000 + Math.floor(Math.random() * 12000);
      const server = require("net").createServer();
      server.once("error", tryOne).listen(port, () => server.close(() => console.log(port)));
    };
    tryOne();'
}

gateway_answers() {
  local try
  for try in $(seq 100); do
    [ "$(curl -sf "$origin/sandbox/health")" = '{"status":"ok"}' ] && return
    sleep 0.1
  done
  echo "no answer after $try tries"
  cat "$logs/server"
  return 1
}

field() {
  node -p 'const value = JSON.parse(process.argv[1])[process.argv[2]]; value === undefined ? "" : String(value)' "$1" "$2"
}

registers() {
  local answer
  answer=$(curl -sS "$origin/payment/rest/register.do" \
    --data amount=1000 --data currency=398 --data userName=test_user --data password=test_user_password \
    --data-urlencode returnUrl=https://shop.example/return --data description=my_first_order --data language=en)
  echo "$answer"
  field "$answer" orderId >"$logs/order-id"
  field "$answer" formUrl >"$logs/form-url"
  [ -s "$logs/order-id" ] && [ -s "$logs/form-url" ]
}

pays() {
  npm run --silent pay -- "$(cat "$logs/form-url")"
}

is_paid() {
  local answer
  answer=$(curl -sS "$origin/payment/rest/getOrderStatusExtended.do" \
    --data userName=test_user --data password=test_user_password --data "orderId=$(cat "$logs/order-id")")
  echo "$answer"
  [ "$(field "$answer" orderStatus)" = 2 ]
}

quick_start() {
  local port shop_port server
  port=$(free_port)
  shop_port=$(free_port)
  origin=http://127.0.0.1:$port
  PORT=$port SHOP_PORT=$shop_port setsid npm start >"$logs/server" 2>&1 </dev/null &
  server=$!
  check 'quick start: npm start answers' gateway_answers
  check 'quick start: curl registers an order' registers
  check 'quick start: npm run pay pays it' pays
  check 'quick start: curl sees it deposited' is_paid
  kill -- "-$server" 2>/dev/null || true
}
