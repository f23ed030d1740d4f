import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A shop's payments against a running tillbox. */
class PaymentTest {
    @Test
    void customerPaysAndReturnsToTheShop() throws Exception {
        var shop = new Shop(Map.of());
        var orderId = shop.register();

        var answer = shop.pay(orderId);

        var redirect = answer.get("redirect").getAsString();
        assertTrue(redirect.startsWith("https://shop.example/return?orderId=" + orderId), redirect);
        assertEquals(new Status(2, 0), shop.status(orderId));
    }

    @Test
    void cardWithoutMoneyIsDeclined() throws Exception {
        var shop = new Shop(Map.of());
        Sandbox.setScenario(shop.login, "declined-insufficient-funds");
        var orderId = shop.register();

        var answer = shop.pay(orderId);

        var error = answer.get("error").getAsString();
        assertTrue(error.contains("Not enough money"), error);
        assertEquals(new Status(0, 116), shop.status(orderId));
    }

    @Test
    void orderThatIsNotPaidWithinTwentyMinutesIsClosed() throws Exception {
        var shop = new Shop(Map.of());
        var orderId = shop.register();

        Sandbox.advanceClock(shop.login, "20m");

        assertEquals(6, shop.status(orderId).orderStatus());
    }

    @Test
    void gatewaySendsACallbackWithAChecksum() throws Exception {
        try (var receiver = new CallbackReceiver()) {
            var shop = new Shop(Map.of("callbacks", Map.of("url", receiver.url(), "token", "secret")));
            var orderId = shop.register();

            shop.pay(orderId);
            Sandbox.advanceClock(shop.login, 0); // waits for callbacks that are on their way

            var callback = receiver.received.remove();
            assertNull(receiver.received.peek());
            assertEquals(orderId, callback.get("mdOrder"));
            assertEquals("deposited", callback.get("operation"));
            assertEquals("1", callback.get("status"));
            assertTrue(isGenuine(callback, "secret"));
            callback.put("status", "0");
            assertFalse(isGenuine(callback, "secret"));
        }
    }

    /** Checks a callback: its checksum is HMAC-SHA256 of {@code name;value;} for every other parameter, by name. */
    static boolean isGenuine(Map<String, String> callback, String token) throws GeneralSecurityException {
        var signed = new TreeMap<>(callback);
        signed.keySet().removeAll(Set.of("checksum", "sign_alias"));
        var text = new StringBuilder();
        signed.forEach((name, value) -> text.append(name).append(';').append(value).append(';'));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var expected = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
        return MessageDigest.isEqual(expected, HexFormat.of().parseHex(callback.get("checksum")));
    }

    record Status(int orderStatus, int actionCode) {}

    /** A shop with a merchant of its own. In your tests this is your shop, with the merchant's address and login. */
    static class Shop {
        final String login;
        private final String password;
        private final String restUrl;

        Shop(Map<String, ?> settings) throws Exception {
            var merchant = Sandbox.makeMerchant(settings);
            login = merchant.get("login").getAsString();
            password = merchant.get("password").getAsString();
            restUrl = merchant.get("restUrl").getAsString();
        }

        String register() throws Exception {
            var order = Map.of("amount", "1500000", "returnUrl", "https://shop.example/return");
            return call("register.do", order).get("orderId").getAsString();
        }

        Status status(String orderId) throws Exception {
            var answer = call("getOrderStatusExtended.do", Map.of("orderId", orderId));
            return new Status(answer.get("orderStatus").getAsInt(), answer.get("actionCode").getAsInt());
        }

        /** Sends what the payment page sends when the customer presses the button; this card asks for no 3-D Secure. */
        JsonObject pay(String orderId) throws Exception {
            return post("processform.do", Map.of(
                "MDORDER", orderId,
                "$PAN", "4444555511113333",
                "$EXPIRY", "203412",
                "$CVC", "123",
                "TEXT", "TEST CARDHOLDER"));
        }

        private JsonObject call(String endpoint, Map<String, String> fields) throws Exception {
            var withLogin = new HashMap<>(fields);
            withLogin.put("userName", login);
            withLogin.put("password", password);
            return post(endpoint, withLogin);
        }

        private JsonObject post(String endpoint, Map<String, String> fields) throws Exception {
            var form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
            return Http.send(HttpRequest.newBuilder(URI.create(restUrl + endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /** tillbox's control API. */
    static class Sandbox {
        static JsonObject makeMerchant(Map<String, ?> settings) throws Exception {
            return call("POST", "/merchants", settings);
        }

        static void setScenario(String login, String name) throws Exception {
            call("PUT", "/merchants/" + login + "/scenario", Map.of("name", name));
        }

        static void advanceClock(String login, Object by) throws Exception {
            call("POST", "/merchants/" + login + "/clock/advance", Map.of("by", by));
        }

        private static JsonObject call(String method, String path, Map<String, ?> body) throws Exception {
            var url = System.getenv().getOrDefault("TILLBOX_URL", "http://127.0.0.1:8080") + "/sandbox" + path;
            var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(new Gson().toJson(body)));
            var token = System.getenv().getOrDefault("TILLBOX_TOKEN", "");
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
            return Http.send(request);
        }
    }

    static class Http {
        private static final HttpClient client = HttpClient.newHttpClient();

        static JsonObject send(HttpRequest.Builder request) throws IOException, InterruptedException {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IOException(answer.request().method() + " " + answer.uri() + ": " + answer.body());
            }
            return new Gson().fromJson(answer.body(), JsonObject.class);
        }
    }

    /** Receives callbacks. In your tests this is the endpoint of your shop. */
    static class CallbackReceiver implements AutoCloseable {
        final Queue<Map<String, String>> received = new ConcurrentLinkedQueue<>();
        private final HttpServer server;

        CallbackReceiver() throws IOException {
            server = HttpServer.create(new InetSocketAddress(0), 0);
            server.createContext("/callback", this::receive);
            server.start();
        }

        /** SHOP_HOST is the name under which the gateway reaches these tests. */
        String url() {
            var host = System.getenv().getOrDefault("SHOP_HOST", "127.0.0.1");
            return "http://" + host + ":" + server.getAddress().getPort() + "/callback";
        }

        private void receive(HttpExchange exchange) throws IOException {
            var callback = new HashMap<String, String>();
            for (var field : exchange.getRequestURI().getRawQuery().split("&")) {
                var parts = field.split("=", 2);
                callback.put(decode(parts[0]), decode(parts[1]));
            }
            received.add(callback);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        }

        private static String decode(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
