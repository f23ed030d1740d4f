"""A shop that takes callbacks: python3 receiver.py"""

import base64
import hashlib
import hmac
import json
import os
import secrets
import sqlite3
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import URLError
from urllib.parse import parse_qsl, urlencode, urlsplit
from urllib.request import urlopen

GATEWAY_URL = os.environ.get("GATEWAY_URL", "http://127.0.0.1:8080/payment/rest/")
GATEWAY_USER = os.environ.get("GATEWAY_USER", "test_user")
GATEWAY_PASSWORD = os.environ.get("GATEWAY_PASSWORD", "test_user_password")
# What the bank has set for the merchant: hmac or jwt. The standard library of Python cannot check RSA.
PROOF = os.environ.get("CALLBACK_PROOF", "hmac")
TOKEN = os.environ.get("CALLBACK_TOKEN", "")
REGISTER = os.environ.get("REGISTER", "register.do")
ORDERS = os.environ.get("ORDERS", "orders.sqlite")


def database():
    connection = sqlite3.connect(ORDERS, timeout=10)
    connection.row_factory = sqlite3.Row
    return connection


def find(number):
    with database() as orders:
        return orders.execute("SELECT * FROM orders WHERE number = ?", [number]).fetchone()


def keep_state(order, state):
    """Keeps the state; False if another callback has written since the order was read. Of several at once, one delivers."""
    number, version = order["number"], order["version"]
    with database() as orders:
        kept = orders.execute(
            "UPDATE orders SET state = ?, version = version + 1 WHERE number = ? AND version = ?",
            [state, number, version],
        )
        if kept.rowcount == 1 and state == "paid":
            orders.execute("UPDATE orders SET deliveries = 1 WHERE number = ? AND deliveries = 0", [number])
        return kept.rowcount == 1


def call(endpoint, **fields):
    """One call of the gateway; None if it does not answer."""
    body = urlencode({"userName": GATEWAY_USER, "password": GATEWAY_PASSWORD, **fields}).encode()
    try:
        with urlopen(GATEWAY_URL + endpoint, body, timeout=8) as answer:
            return json.load(answer)
    except (URLError, OSError, ValueError):
        return None


def signed_text(callback):
    """`name;value;` for every parameter but the checksum and the name of the key, by name."""
    names = sorted(name for name in callback if name not in ("checksum", "sign_alias"))
    return "".join(f"{name};{callback[name]};" for name in names)


def decoded(part):
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def read_token(token):
    """The payload of a token that is signed with our key and valid now; None for any other."""
    try:
        head, claims, signature = token.strip().split(".")
        right = hmac.new(base64.b64decode(TOKEN), f"{head}.{claims}".encode(), hashlib.sha256).digest()
        if json.loads(decoded(head))["alg"] != "HS256" or not hmac.compare_digest(right, decoded(signature)):
            return None
        content = json.loads(decoded(claims))
        return content["payload"] if content["nbf"] <= time.time() < content["exp"] else None
    except (ValueError, KeyError, TypeError):
        return None


def read_callback(sent):
    """The parameters of a callback that the gateway has signed; None for any other."""
    if PROOF == "jwt":
        return read_token(sent)
    callback = dict(parse_qsl(sent, keep_blank_values=True))
    right = hmac.new(TOKEN.encode(), signed_text(callback).encode(), hashlib.sha256).hexdigest()
    return callback if hmac.compare_digest(right.encode(), callback.get("checksum", "").lower().encode()) else None


def ask_state(order):
    """The state of an order, as the gateway has it; None if it does not say."""
    answer = call("getOrderStatusExtended.do", orderId=order["orderId"])
    if answer is None or answer.get("errorCode") != "0" or answer["orderNumber"] != order["number"]:
        return None
    if answer["orderStatus"] == 4:
        return "partly refunded" if answer["paymentAmountInfo"]["depositedAmount"] > 0 else "refunded"
    return {1: "held", 2: "paid", 3: "reversed", 6: "declined"}.get(answer["orderStatus"], "new")


def handle_callback(sent):
    """The HTTP status for a callback. Any but 200 makes the gateway send it again."""
    callback = read_callback(sent)
    if callback is None:
        return 403
    order = find(callback.get("orderNumber"))
    # The login may have other shops, and a stored card has no order.
    if order is None or order["orderId"] != callback.get("mdOrder"):
        return 200
    # The callback is a hint that may be late or repeated: the state comes from the gateway.
    # An answer that another callback has overtaken may be old, so the shop asks again.
    for _ in range(3):
        state = ask_state(order)
        if state is None:
            return 503
        if keep_state(order, state):
            return 200
        order = find(order["number"])
    return 503


def buy():
    number = f"S-{secrets.token_hex(6)}"
    answer = call(REGISTER, orderNumber=number, amount=1_500_000, returnUrl="https://shop.example/return")
    if answer is None or "orderId" not in answer:
        return 503, {}
    with database() as orders:
        orders.execute("INSERT INTO orders VALUES (?, ?, 'new', 0, 0)", [number, answer["orderId"]])
    return 201, {"number": number}


class Shop(BaseHTTPRequestHandler):
    def do_GET(self):
        self.handle_request("")

    def do_POST(self):
        self.handle_request(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())

    def handle_request(self, body):
        address = urlsplit(self.path)
        if address.path == "/callback":
            self.answer(handle_callback(body or address.query))
        elif address.path == "/buy":
            self.answer(*buy())
        else:
            order = find(address.path.rsplit("/", 1)[-1])
            shown = ("number", "state", "deliveries")
            self.answer(404 if order is None else 200, {name: order[name] for name in shown if order})

    def answer(self, status, content=None):
        body = json.dumps(content or {}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


columns = "number TEXT PRIMARY KEY, orderId TEXT, state TEXT, deliveries INT, version INT"
with database() as orders:
    orders.execute(f"CREATE TABLE IF NOT EXISTS orders ({columns})")
ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "3001"))), Shop).serve_forever()
