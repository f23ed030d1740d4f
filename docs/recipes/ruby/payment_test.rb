# frozen_string_literal: true

# A shop's payments against a running tillbox: ruby payment_test.rb

require 'json'
require 'minitest/autorun'
require 'net/http'
require 'openssl'
require 'socket'

TILLBOX_URL = ENV.fetch('TILLBOX_URL', 'http://127.0.0.1:8080')
TILLBOX_TOKEN = ENV.fetch('TILLBOX_TOKEN', '')
# The name under which the gateway reaches these tests.
SHOP_HOST = ENV.fetch('SHOP_HOST', '127.0.0.1')

# tillbox's control API.
module Sandbox
  module_function

  def make_merchant(**settings) = call(Net::HTTP::Post, '/merchants', settings)

  def set_scenario(login, name) = call(Net::HTTP::Put, "/merchants/#{login}/scenario", { name: })

  def advance_clock(login, by) = call(Net::HTTP::Post, "/merchants/#{login}/clock/advance", { by: })

  def call(verb, path, body)
    uri = URI("#{TILLBOX_URL}/sandbox#{path}")
    request = verb.new(uri, 'Content-Type' => 'application/json')
    request['Authorization'] = "Bearer #{TILLBOX_TOKEN}" unless TILLBOX_TOKEN.empty?
    request.body = body.to_json
    answer = Net::HTTP.start(uri.host, uri.port) { |http| http.request(request) }
    raise "#{request.method} #{path}: #{answer.body}" unless answer.is_a?(Net::HTTPSuccess)

    JSON.parse(answer.body, symbolize_names: true)
  end
end

# A shop with a merchant of its own. In your tests this is your shop, with the merchant's address and login.
class Shop
  attr_reader :login

  def initialize(**settings)
    Sandbox.make_merchant(**settings) => { login:, password:, restUrl: }
    @login = login
    @password = password
    @rest_url = restUrl
  end

  def register
    call('register.do', amount: 1_500_000, returnUrl: 'https://shop.example/return').fetch(:orderId)
  end

  def status(order_id)
    call('getOrderStatusExtended.do', orderId: order_id).values_at(:orderStatus, :actionCode)
  end

  # What the payment page sends when the customer presses the button; this card asks for no 3-D Secure.
  def pay(order_id)
    card = { '$PAN' => '4444555511113333', '$EXPIRY' => '203412', '$CVC' => '123', 'TEXT' => 'TEST CARDHOLDER' }
    post('processform.do', { 'MDORDER' => order_id, **card })
  end

  private

  def call(endpoint, **fields) = post(endpoint, { userName: @login, password: @password, **fields })

  def post(endpoint, fields)
    answer = Net::HTTP.post_form(URI(@rest_url + endpoint), fields)
    answer.value # raises unless the answer is a success
    JSON.parse(answer.body, symbolize_names: true)
  end
end

# Receives callbacks. In your tests this is the endpoint of your shop.
class CallbackReceiver
  def initialize
    @server = TCPServer.new('0.0.0.0', 0)
    @received = Queue.new
    @thread = Thread.new { loop { receive(@server.accept) } }
  end

  def url = "http://#{SHOP_HOST}:#{@server.addr[1]}/callback"

  def callbacks = Array.new(@received.size) { @received.pop }

  def stop
    @thread.kill.join
    @server.close
  end

  private

  def receive(connection)
    _method, address = connection.gets("\r\n\r\n").split # a callback by GET ends with its headers
    @received << URI.decode_www_form(URI(address).query).to_h
    connection.print "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
  ensure
    connection.close
  end
end

# Checks a callback: its checksum is HMAC-SHA256 of `name;value;` for every other parameter, by name.
def genuine?(callback, token)
  signed = callback.except('checksum', 'sign_alias').sort.map { |name, value| "#{name};#{value};" }.join
  expected = OpenSSL::HMAC.hexdigest('SHA256', token, signed).upcase
  OpenSSL.secure_compare(expected, callback.fetch('checksum'))
end

class PaymentTest < Minitest::Test
  parallelize_me!

  def test_a_customer_pays_and_returns_to_the_shop
    shop = Shop.new
    order_id = shop.register

    answer = shop.pay(order_id)

    assert_operator answer[:redirect], :start_with?, "https://shop.example/return?orderId=#{order_id}"
    assert_equal [2, 0], shop.status(order_id)
  end

  def test_a_card_without_money_is_declined
    shop = Shop.new
    Sandbox.set_scenario(shop.login, 'declined-insufficient-funds')
    order_id = shop.register

    answer = shop.pay(order_id)

    assert_includes answer[:error], 'Not enough money'
    assert_equal [0, 116], shop.status(order_id)
  end

  def test_an_order_that_is_not_paid_within_twenty_minutes_is_closed
    shop = Shop.new
    order_id = shop.register

    Sandbox.advance_clock(shop.login, '20m')

    assert_equal 6, shop.status(order_id).first
  end

  def test_the_gateway_sends_a_callback_with_a_checksum
    receiver = CallbackReceiver.new
    shop = Shop.new(callbacks: { url: receiver.url, token: 'secret' })
    order_id = shop.register

    shop.pay(order_id)
    Sandbox.advance_clock(shop.login, 0) # waits for callbacks that are on their way

    callback, *others = receiver.callbacks
    assert_empty others
    assert_equal [order_id, 'deposited', '1'], callback.values_at('mdOrder', 'operation', 'status')
    assert genuine?(callback, 'secret')
    refute genuine?(callback.merge('status' => '0'), 'secret')
  ensure
    receiver&.stop
  end
end
