<?php

// A shop that takes callbacks: PHP_CLI_SERVER_WORKERS=4 php -S 127.0.0.1:3001 receiver.php

declare(strict_types=1);

define('GATEWAY_URL', getenv('GATEWAY_URL') ?: 'http://127.0.0.1:8080/payment/rest/');
define('GATEWAY_USER', getenv('GATEWAY_USER') ?: 'test_user');
define('GATEWAY_PASSWORD', getenv('GATEWAY_PASSWORD') ?: 'test_user_password');
// What the bank has set for the merchant: hmac, rsa or jwt, with a token or the certificate of the gateway.
define('PROOF', getenv('CALLBACK_PROOF') ?: 'hmac');
define('TOKEN', getenv('CALLBACK_TOKEN') ?: '');
define('CERTIFICATE', getenv('CALLBACK_CERTIFICATE') ?: '');
define('ORDERS', getenv('ORDERS') ?: sys_get_temp_dir() . '/orders');

/** Changes an order while no other process can, and returns it; null if there is none. */
function change(string $number, callable $work): ?array
{
    $file = fopen(ORDERS . '/' . basename($number) . '.json', 'r+') ?: null;
    if ($file === null) {
        return null;
    }
    flock($file, LOCK_EX);
    $order = $work(json_decode(stream_get_contents($file), true));
    rewind($file);
    ftruncate($file, 0);
    fwrite($file, json_encode($order));
    fclose($file);
    return $order;
}

/** Works on an order while no other process does. Reading it needs no turn. */
function inTurn(string $number, callable $work): int
{
    $turn = fopen(ORDERS . "/$number.turn", 'c');
    flock($turn, LOCK_EX);
    try {
        return $work();
    } finally {
        fclose($turn);
    }
}

function find(string $number): ?array
{
    $file = ORDERS . '/' . basename($number) . '.json';
    return is_file($file) ? change($number, fn (array $order) => $order) : null;
}

/** One call of the gateway; null if it does not answer. */
function call(string $endpoint, array $fields): ?array
{
    $login = ['userName' => GATEWAY_USER, 'password' => GATEWAY_PASSWORD];
    $context = stream_context_create(['http' => [
        'method' => 'POST',
        'header' => 'Content-Type: application/x-www-form-urlencoded',
        'content' => http_build_query($login + $fields),
        'timeout' => 8,
    ]]);
    $text = @file_get_contents(GATEWAY_URL . $endpoint, false, $context);
    return $text === false ? null : json_decode($text, true);
}

/** `name;value;` for every parameter but the checksum and the name of the key, by name. */
function signedText(array $callback): string
{
    unset($callback['checksum'], $callback['sign_alias']);
    ksort($callback, SORT_STRING);
    $text = '';
    foreach ($callback as $name => $value) {
        $text .= "$name;$value;";
    }
    return $text;
}

/** The claims of a token that is signed with our key and valid now. */
function readToken(string $token): ?array
{
    $parts = explode('.', trim($token));
    if (count($parts) !== 3) {
        return null;
    }
    $read = fn (string $part) => json_decode(base64_decode(strtr($part, '-_', '+/')), true);
    $signature = base64_decode(strtr($parts[2], '-_', '+/'));
    $right = hash_hmac('sha256', "$parts[0].$parts[1]", base64_decode(TOKEN), true);
    $claims = $read($parts[1]);
    $isOurs = ($read($parts[0])['alg'] ?? '') === 'HS256' && hash_equals($right, $signature);
    return $isOurs && $claims['nbf'] <= time() && $claims['exp'] > time() ? $claims['payload'] : null;
}

/** The parameters of a callback that the gateway has signed; null for any other. */
function readCallback(): ?array
{
    $sent = $_SERVER['REQUEST_METHOD'] === 'POST' ? file_get_contents('php://input') : $_SERVER['QUERY_STRING'] ?? '';
    if (PROOF === 'jwt') {
        return readToken($sent);
    }
    // parse_str turns points and spaces in names into underscores, and the checksum needs them.
    $callback = [];
    foreach (explode('&', $sent) as $pair) {
        [$name, $value] = array_map('urldecode', explode('=', $pair, 2) + [1 => '']);
        $callback[$name] = $value;
    }
    $checksum = $callback['checksum'] ?? '';
    if (PROOF === 'rsa') {
        $bytes = preg_match('/^([0-9a-f]{2})+$/i', $checksum) ? hex2bin($checksum) : '';
        $isGenuine = openssl_verify(signedText($callback), $bytes, CERTIFICATE, OPENSSL_ALGO_SHA512) === 1;
    } else {
        $isGenuine = hash_equals(hash_hmac('sha256', signedText($callback), TOKEN), strtolower($checksum));
    }
    return $isGenuine ? $callback : null;
}

/** The state of an order, as the gateway has it; null if it does not say. */
function askState(array $order): ?string
{
    $answer = call('getOrderStatusExtended.do', ['orderId' => $order['orderId']]);
    if (($answer['errorCode'] ?? '') !== '0' || $answer['orderNumber'] !== $order['number']) {
        return null;
    }
    return match ($answer['orderStatus']) {
        1 => 'held',
        2 => 'paid',
        3 => 'reversed',
        4 => $answer['paymentAmountInfo']['depositedAmount'] > 0 ? 'partly refunded' : 'refunded',
        6 => 'declined',
        default => 'new',
    };
}

/** The HTTP status for a callback. Any but 200 makes the gateway send it again. */
function handleCallback(): int
{
    $callback = readCallback();
    if ($callback === null) {
        return 403;
    }
    $order = find($callback['orderNumber'] ?? '');
    // The login may have other shops, and a stored card has no order.
    if ($order === null || $order['orderId'] !== ($callback['mdOrder'] ?? '')) {
        return 200;
    }
    // An answer that another callback has overtaken would be old, so the next one asks when this one has written.
    return inTurn($order['number'], fn () => update($order));
}

/** The callback is a hint that may be late or repeated: the state comes from the gateway. */
function update(array $order): int
{
    $state = askState($order);
    if ($state === null) {
        return 503;
    }
    change($order['number'], function (array $order) use ($state) {
        if ($state === 'paid' && $order['deliveries'] === 0) {
            $order['deliveries']++;
        }
        return ['state' => $state] + $order;
    });
    return 200;
}

function answer(int $status, array $body = []): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode($body, JSON_FORCE_OBJECT);
}

@mkdir(ORDERS, 0700, true);
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path === '/callback') {
    answer(handleCallback());
} elseif ($path === '/buy') {
    $number = 'S-' . bin2hex(random_bytes(6));
    $wanted = ['orderNumber' => $number, 'amount' => 1_500_000, 'returnUrl' => 'https://shop.example/return'];
    $orderId = call(getenv('REGISTER') ?: 'register.do', $wanted)['orderId'] ?? null;
    $order = ['number' => $number, 'orderId' => $orderId, 'state' => 'new', 'deliveries' => 0];
    if ($orderId !== null) {
        file_put_contents(ORDERS . "/$number.json", json_encode($order));
    }
    answer($orderId === null ? 503 : 201, $order);
} else {
    $order = find(basename($path));
    answer($order === null ? 404 : 200, $order ?? []);
}
