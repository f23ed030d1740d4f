<?php

// A shop's payments against a running tillbox: phpunit PaymentTest.php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;

final class PaymentTest extends TestCase
{
    public function testCustomerPaysAndReturnsToTheShop(): void
    {
        $shop = new Shop();
        $orderId = $shop->register();

        $answer = $shop->pay($orderId);

        $this->assertStringStartsWith("https://shop.example/return?orderId=$orderId", $answer['redirect']);
        $this->assertSame([2, 0], $shop->status($orderId));
    }

    public function testCardWithoutMoneyIsDeclined(): void
    {
        $shop = new Shop();
        Sandbox::setScenario($shop->login, 'declined-insufficient-funds');
        $orderId = $shop->register();

        $answer = $shop->pay($orderId);

        $this->assertStringContainsString('Not enough money', $answer['error']);
        $this->assertSame([0, 116], $shop->status($orderId));
    }

    public function testOrderThatIsNotPaidWithinTwentyMinutesIsClosed(): void
    {
        $shop = new Shop();
        $orderId = $shop->register();

        Sandbox::advanceClock($shop->login, '20m');

        $this->assertSame(6, $shop->status($orderId)[0]);
    }

    public function testGatewaySendsACallbackWithAChecksum(): void
    {
        $receiver = new CallbackReceiver();
        $shop = new Shop(['callbacks' => ['url' => $receiver->url, 'token' => 'secret']]);
        $orderId = $shop->register();

        $shop->pay($orderId);
        $callback = $receiver->receive();

        $this->assertSame($orderId, $callback['mdOrder']);
        $this->assertSame(['deposited', '1'], [$callback['operation'], $callback['status']]);
        $this->assertTrue(isGenuine($callback, 'secret'));
        $this->assertFalse(isGenuine(['status' => '0'] + $callback, 'secret'));
    }
}

/** tillbox's control API. */
final class Sandbox
{
    public static function makeMerchant(array $settings): array
    {
        return self::call('POST', '/merchants', $settings);
    }

    public static function setScenario(string $login, string $name): void
    {
        self::call('PUT', "/merchants/$login/scenario", ['name' => $name]);
    }

    public static function advanceClock(string $login, string $by): void
    {
        self::call('POST', "/merchants/$login/clock/advance", ['by' => $by]);
    }

    private static function call(string $method, string $path, array $body): array
    {
        $headers = ['Content-Type: application/json'];
        if ($token = getenv('TILLBOX_TOKEN')) {
            $headers[] = "Authorization: Bearer $token";
        }
        $url = (getenv('TILLBOX_URL') ?: 'http://127.0.0.1:8080') . "/sandbox$path";
        return request($method, $url, json_encode((object) $body), $headers);
    }
}

/** A shop with a merchant of its own. In your tests this is your shop, with the merchant's address and login. */
final class Shop
{
    public readonly string $login;
    private readonly string $password;
    private readonly string $restUrl;

    public function __construct(array $settings = [])
    {
        ['login' => $this->login, 'password' => $this->password, 'restUrl' => $this->restUrl]
            = Sandbox::makeMerchant($settings);
    }

    public function register(): string
    {
        $order = ['amount' => 1_500_000, 'returnUrl' => 'https://shop.example/return'];
        return $this->call('register.do', $order)['orderId'];
    }

    /** @return array{int, int} orderStatus and actionCode */
    public function status(string $orderId): array
    {
        $answer = $this->call('getOrderStatusExtended.do', ['orderId' => $orderId]);
        return [$answer['orderStatus'], $answer['actionCode']];
    }

    /** What the payment page sends when the customer presses the button; this card asks for no 3-D Secure. */
    public function pay(string $orderId): array
    {
        $card = ['$PAN' => '4444555511113333', '$EXPIRY' => '203412', '$CVC' => '123', 'TEXT' => 'TEST CARDHOLDER'];
        return $this->post('processform.do', ['MDORDER' => $orderId] + $card);
    }

    private function call(string $endpoint, array $fields): array
    {
        return $this->post($endpoint, ['userName' => $this->login, 'password' => $this->password] + $fields);
    }

    private function post(string $endpoint, array $fields): array
    {
        return request('POST', $this->restUrl . $endpoint, http_build_query($fields));
    }
}

/** Receives callbacks. In your tests this is the endpoint of your shop. */
final class CallbackReceiver
{
    public readonly string $url;
    /** @var resource */
    private $server;

    public function __construct()
    {
        $this->server = stream_socket_server('tcp://0.0.0.0:0');
        $port = parse_url('tcp://' . stream_socket_get_name($this->server, false), PHP_URL_PORT);
        // SHOP_HOST: the name under which the gateway reaches these tests.
        $this->url = 'http://' . (getenv('SHOP_HOST') ?: '127.0.0.1') . ":$port/callback";
    }

    /** Waits for one callback, answers it, and returns its parameters. */
    public function receive(): array
    {
        $connection = stream_socket_accept($this->server, 10);
        [, $address] = explode(' ', fgets($connection));
        while (trim(fgets($connection)) !== '') {
            // The headers are not needed, but a request is read to its end.
        }
        fwrite($connection, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        fclose($connection);
        parse_str(parse_url($address, PHP_URL_QUERY), $callback);
        return $callback;
    }
}

/** Checks a callback: its checksum is HMAC-SHA256 of `name;value;` for every other parameter, by name. */
function isGenuine(array $callback, string $token): bool
{
    $checksum = $callback['checksum'];
    unset($callback['checksum'], $callback['sign_alias']);
    ksort($callback, SORT_STRING);
    $signed = '';
    foreach ($callback as $name => $value) {
        $signed .= "$name;$value;";
    }
    return hash_equals(strtoupper(hash_hmac('sha256', $signed, $token)), $checksum);
}

function request(string $method, string $url, string $body, array $headers = []): array
{
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $method,
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_POSTFIELDS => $body,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 30,
    ]);
    $text = curl_exec($curl);
    if ($text === false || curl_getinfo($curl, CURLINFO_RESPONSE_CODE) >= 300) {
        throw new RuntimeException("$method $url: " . ($text ?: curl_error($curl)));
    }
    return json_decode($text, true, flags: JSON_THROW_ON_ERROR);
}
