<?php

// A shop's payments against a running tillbox: php payment_test.php

declare(strict_types=1);

define('TILLBOX_URL', getenv('TILLBOX_URL') ?: 'http://127.0.0.1:8080');
define('TILLBOX_TOKEN', getenv('TILLBOX_TOKEN') ?: '');
// The name under which the gateway reaches these tests.
define('SHOP_HOST', getenv('SHOP_HOST') ?: '127.0.0.1');
// tillbox mutate breaks the gateway of this merchant: those of the tests share its break.
define('SHARED', getenv('TILLBOX_LOGIN') ? ['breakOf' => getenv('TILLBOX_LOGIN')] : []);

function http(string $method, string $url, string $body = '', array $headers = []): array
{
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
    ] + ($body === '' ? [] : [CURLOPT_POSTFIELDS => $body]));
    $text = curl_exec($curl);
    if ($text === false || curl_getinfo($curl, CURLINFO_RESPONSE_CODE) >= 300) {
        throw new RuntimeException("$method $url: " . ($text ?: curl_error($curl)));
    }
    return json_decode($text, true) ?? [];
}

/** One call of tillbox's control API. */
function sandbox(string $method, string $path, array $body = []): array
{
    $headers = ['Content-Type: application/json'];
    if (TILLBOX_TOKEN !== '') {
        $headers[] = 'Authorization: Bearer ' . TILLBOX_TOKEN;
    }
    return http($method, TILLBOX_URL . "/sandbox$path", json_encode((object) $body), $headers);
}

/** A shop with a merchant of its own. In your tests this is your shop, with the merchant's address and login. */
final class Shop
{
    public readonly array $merchant;
    public readonly string $path;

    public function __construct(array $settings = [])
    {
        $this->merchant = sandbox('POST', '/merchants', SHARED + $settings);
        $this->path = '/merchants/' . rawurlencode($this->merchant['login']);
    }

    public function call(string $endpoint, array $fields): array
    {
        $login = ['userName' => $this->merchant['login'], 'password' => $this->merchant['password']];
        return http('POST', $this->merchant['restUrl'] . $endpoint, http_build_query($login + $fields));
    }

    public function register(): string
    {
        $order = ['amount' => 1_500_000, 'returnUrl' => 'https://shop.example/return'];
        $answer = $this->call('register.do', ['orderNumber' => 'n-1'] + $order);
        // The customer is sent there.
        same(1, preg_match("~^https?://\\S+[?&]mdOrder={$answer['orderId']}(&|$)~", $answer['formUrl']));
        return $answer['orderId'];
    }

    /** What a shop decides by: the state, its reason, and the money. */
    public function status(string $orderId): array
    {
        $answer = $this->call('getOrderStatusExtended.do', ['orderId' => $orderId]);
        $money = $answer['paymentAmountInfo'];
        return [
            [$answer['errorCode'], $answer['orderStatus'], $answer['actionCode'], $money['paymentState']],
            [$answer['amount'], $answer['currency'], $money['depositedAmount'], $money['refundedAmount']],
        ];
    }

    /** What a shop prints for the customer. */
    public function receipt(string $orderId): array
    {
        $answer = $this->call('getOrderStatusExtended.do', ['orderId' => $orderId]);
        $isToday = abs(time() - $answer['date'] / 1000) < 86_400;
        return [$answer['orderNumber'], $isToday, $answer['cardAuthInfo']['maskedPan'], $answer['attributes'][0]['value']];
    }
}

/** What the payment page sends when the customer presses the button; this card asks for no 3-D Secure. */
function pay(Shop $shop, string $orderId): array
{
    $card = ['$PAN' => '4444555511113333', '$EXPIRY' => '203412', '$CVC' => '123', 'TEXT' => 'TEST CARDHOLDER'];
    return http('POST', $shop->merchant['restUrl'] . 'processform.do', http_build_query(['MDORDER' => $orderId] + $card));
}

/** The checksum of a callback: HMAC-SHA256 of `name;value;` for every other parameter, by name. */
function isGenuine(array $callback, string $token): bool
{
    $checksum = $callback['checksum'];
    unset($callback['checksum'], $callback['sign_alias']);
    ksort($callback, SORT_STRING);
    $text = '';
    foreach ($callback as $name => $value) {
        $text .= "$name;$value;";
    }
    return hash_equals(strtoupper(hash_hmac('sha256', $text, $token)), $checksum);
}

/** Waits for one callback, answers it, and gives its parameters. */
function hear($server): array
{
    $connection = stream_socket_accept($server, 10);
    [, $address] = explode(' ', fgets($connection));
    while (trim(fgets($connection)) !== '') {
        // The headers are not needed, but a request is read to its end.
    }
    fwrite($connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    fclose($connection);
    parse_str(parse_url($address, PHP_URL_QUERY), $callback);
    return $callback;
}

function same(mixed $expected, mixed $actual): void
{
    if ($expected !== $actual) {
        throw new RuntimeException('expected ' . json_encode($expected) . ', got ' . json_encode($actual));
    }
}

$tests = [
    'a customer pays and comes back to the shop' => function () {
        $shop = new Shop();
        $orderId = $shop->register();

        $answer = pay($shop, $orderId);

        same(true, str_starts_with($answer['redirect'], "https://shop.example/return?orderId=$orderId"));
        same([['0', 2, 0, 'DEPOSITED'], [1_500_000, '398', 1_500_000, 0]], $shop->status($orderId));
        same(['n-1', true, '444455**3333', $orderId], $shop->receipt($orderId));
    },

    'a card without money is declined' => function () {
        $shop = new Shop();
        sandbox('PUT', "{$shop->path}/scenario", ['name' => 'declined-insufficient-funds']);
        $orderId = $shop->register();

        $answer = pay($shop, $orderId);

        same(true, str_contains($answer['error'], 'Not enough money'));
        same([['0', 0, 116, 'CREATED'], [1_500_000, '398', 0, 0]], $shop->status($orderId));
    },

    'nobody pays within twenty minutes, and the order is closed' => function () {
        $shop = new Shop();
        $orderId = $shop->register();

        sandbox('POST', "{$shop->path}/clock/advance", ['by' => '20m']);

        same([['0', 6, -2014, 'DECLINED'], [1_500_000, '398', 0, 0]], $shop->status($orderId));
    },

    'the shop refunds a part, and no more than was paid' => function () {
        $shop = new Shop();
        $orderId = $shop->register();
        pay($shop, $orderId);

        $refund = fn (int $amount) => $shop->call('refund.do', ['orderId' => $orderId, 'amount' => $amount]);
        same('0', $refund(500_000)['errorCode']);
        same([['0', 4, 0, 'REFUNDED'], [1_500_000, '398', 1_000_000, 500_000]], $shop->status($orderId));
        same('7', $refund(1_500_000)['errorCode']);
        same([1_500_000, '398', 1_000_000, 500_000], $shop->status($orderId)[1]);
    },

    'an order that there is not, and one that nobody has paid, cannot be refunded' => function () {
        $shop = new Shop();
        $refund = fn (string $orderId) => $shop->call('refund.do', ['orderId' => $orderId, 'amount' => 500]);

        same('6', $refund('00000000-0000-0000-0000-000000000000')['errorCode']);
        same('7', $refund($shop->register())['errorCode']);
    },

    'the gateway tells the shop, with a checksum' => function () {
        $server = stream_socket_server('tcp://0.0.0.0:0');
        $port = parse_url('tcp://' . stream_socket_get_name($server, false), PHP_URL_PORT);
        $shop = new Shop(['callbacks' => ['url' => 'http://' . SHOP_HOST . ":$port/callback", 'token' => 'secret']]);
        $orderId = $shop->register();

        pay($shop, $orderId);
        $callback = hear($server);

        same([$orderId, 'deposited', '1'], [$callback['mdOrder'], $callback['operation'], $callback['status']]);
        same(true, isGenuine($callback, 'secret'));
        same(false, isGenuine(['status' => '0'] + $callback, 'secret'));
    },
];

$failed = 0;
foreach ($tests as $title => $test) {
    try {
        $test();
        echo "ok - $title\n";
    } catch (Throwable $error) {
        $failed++;
        echo "not ok - $title: {$error->getMessage()}\n";
    }
}
exit($failed > 0 ? 1 : 0);
