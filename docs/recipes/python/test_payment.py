"""A shop's payments against a running tillbox: python3 -m unittest"""

import hashlib
import hmac
import os
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qsl, quote, urlsplit

import requests

TILLBOX_URL = os.environ.get("TILLBOX_URL", "http://127.0.0.1:8080")
TILLBOX_TOKEN = os.environ.get("TILLBOX_TOKEN", "")
# The name under which the gateway reaches these tests.
SHOP_HOST = os.environ.get("SHOP_HOST", "127.0.0.1")
# tillbox mutate breaks the gateway of this merchant: those of the tests share its break.
SHARED = {"breakOf": os.environ["TILLBOX_LOGIN"]} if "TILLBOX_LOGIN" in os.environ else {}


def sandbox(method, path, body=None):
    """One call of tillbox's control API."""
    headers = {"Authorization": f"Bearer {TILLBOX_TOKEN}"} if TILLBOX_TOKEN else {}
    answer = requests.request(method, f"{TILLBOX_URL}/sandbox{path}", json=body, headers=headers, timeout=30)
    assert answer.ok, f"{method} {path}: {answer.text}"
    return answer.json() if answer.content else None


class Shop:
    """A shop with a merchant of its own. In your tests this is your shop, with the merchant's address and login."""

    def __init__(self, **settings):
        self.merchant = sandbox("POST", "/merchants", {**SHARED, **settings})
        self.path = f"/merchants/{quote(self.merchant['login'])}"

    def call(self, endpoint, **fields):
        login = {"userName": self.merchant["login"], "password": self.merchant["password"]}
        answer = requests.post(self.merchant["restUrl"] + endpoint, data={**login, **fields}, timeout=10)
        answer.raise_for_status()
        return answer.json()

    def register(self):
        order = {"orderNumber": "n-1", "amount": 1_500_000, "returnUrl": "https://shop.example/return"}
        answer = self.call("register.do", **order)
        form = urlsplit(answer["formUrl"])  # the customer is sent there
        assert form.netloc and dict(parse_qsl(form.query))["mdOrder"] == answer["orderId"], answer["formUrl"]
        return answer["orderId"]

    def status(self, order_id):
        """What a shop decides by: the state, its reason, and the money."""
        answer = self.call("getOrderStatusExtended.do", orderId=order_id)
        money = answer["paymentAmountInfo"]
        state = answer["errorCode"], answer["orderStatus"], answer["actionCode"], money["paymentState"]
        return state, (answer["amount"], answer["currency"], money["depositedAmount"], money["refundedAmount"])

    def receipt(self, order_id):
        """What a shop prints for the customer."""
        answer = self.call("getOrderStatusExtended.do", orderId=order_id)
        is_today = abs(time.time() - answer["date"] / 1000) < 86_400
        return answer["orderNumber"], is_today, answer["cardAuthInfo"]["maskedPan"], answer["attributes"][0]["value"]

    def refund(self, order_id, amount):
        return self.call("refund.do", orderId=order_id, amount=amount)["errorCode"]


def pay(shop, order_id):
    """What the payment page sends when the customer presses the button; this card asks for no 3-D Secure."""
    card = {"$PAN": "4444555511113333", "$EXPIRY": "203412", "$CVC": "123", "TEXT": "TEST CARDHOLDER"}
    url = shop.merchant["restUrl"] + "processform.do"
    return requests.post(url, data={"MDORDER": order_id, **card}, timeout=10).json()


def is_genuine(callback, token):
    """The checksum of a callback: HMAC-SHA256 of `name;value;` for every other parameter, by name."""
    text = "".join(f"{name};{callback[name]};" for name in sorted(callback) if name not in ("checksum", "sign_alias"))
    expected = hmac.new(token.encode(), text.encode(), hashlib.sha256).hexdigest().upper()
    return hmac.compare_digest(expected, callback["checksum"])


class Receiver(HTTPServer):
    """Hears the gateway's callbacks."""

    def __init__(self):
        super().__init__(("", 0), ReceivesCallback)
        self.callbacks = []
        self.url = f"http://{SHOP_HOST}:{self.server_port}/callback"
        threading.Thread(target=self.serve_forever, daemon=True).start()


class ReceivesCallback(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.callbacks.append(dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True)))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


class PaymentTest(unittest.TestCase):
    def test_a_customer_pays_and_comes_back_to_the_shop(self):
        shop = Shop()
        order_id = shop.register()

        answer = pay(shop, order_id)

        self.assertTrue(answer["redirect"].startswith(f"https://shop.example/return?orderId={order_id}"))
        self.assertEqual(shop.status(order_id), (("0", 2, 0, "DEPOSITED"), (1_500_000, "398", 1_500_000, 0)))
        self.assertEqual(shop.receipt(order_id), ("n-1", True, "444455**3333", order_id))

    def test_a_card_without_money_is_declined(self):
        shop = Shop()
        sandbox("PUT", f"{shop.path}/scenario", {"name": "declined-insufficient-funds"})
        order_id = shop.register()

        answer = pay(shop, order_id)

        self.assertIn("Not enough money", answer["error"])
        self.assertEqual(shop.status(order_id), (("0", 0, 116, "CREATED"), (1_500_000, "398", 0, 0)))

    def test_nobody_pays_within_twenty_minutes_and_the_order_is_closed(self):
        shop = Shop()
        order_id = shop.register()

        sandbox("POST", f"{shop.path}/clock/advance", {"by": "20m"})

        self.assertEqual(shop.status(order_id), (("0", 6, -2014, "DECLINED"), (1_500_000, "398", 0, 0)))

    def test_the_shop_refunds_a_part_and_no_more_than_was_paid(self):
        shop = Shop()
        order_id = shop.register()
        pay(shop, order_id)

        self.assertEqual(shop.refund(order_id, 500_000), "0")
        self.assertEqual(shop.status(order_id), (("0", 4, 0, "REFUNDED"), (1_500_000, "398", 1_000_000, 500_000)))
        self.assertEqual(shop.refund(order_id, 1_500_000), "7")
        self.assertEqual(shop.status(order_id)[1], (1_500_000, "398", 1_000_000, 500_000))

    def test_an_unknown_order_and_one_that_nobody_has_paid_cannot_be_refunded(self):
        shop = Shop()

        self.assertEqual(shop.refund("00000000-0000-0000-0000-000000000000", 500), "6")
        self.assertEqual(shop.refund(shop.register(), 500), "7")

    def test_the_gateway_tells_the_shop_with_a_checksum(self):
        receiver = Receiver()
        self.addCleanup(receiver.server_close)
        self.addCleanup(receiver.shutdown)
        shop = Shop(callbacks={"url": receiver.url, "token": "secret"})
        order_id = shop.register()

        pay(shop, order_id)
        sandbox("POST", f"{shop.path}/clock/advance", {"by": 0})  # waits for callbacks that are on their way

        (callback,) = receiver.callbacks
        self.assertEqual((callback["mdOrder"], callback["operation"], callback["status"]), (order_id, "deposited", "1"))
        self.assertTrue(is_genuine(callback, "secret"))
        self.assertFalse(is_genuine({**callback, "status": "0"}, "secret"))


if __name__ == "__main__":
    unittest.main()
