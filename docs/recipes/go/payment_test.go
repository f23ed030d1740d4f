// A shop's payments against a running tillbox: go test
package shop

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"sort"
	"strings"
	"testing"
)

func setting(name, otherwise string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return otherwise
}

// object is any JSON object: a body that is sent, or an answer.
type object = map[string]any

// sandbox makes one call of tillbox's control API and reads its answer into out, unless that is nil.
func sandbox(t *testing.T, method, path string, body object, out any) {
	t.Helper()
	sent, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	address := setting("TILLBOX_URL", "http://127.0.0.1:8080") + "/sandbox" + path
	request, err := http.NewRequest(method, address, bytes.NewReader(sent))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if token := os.Getenv("TILLBOX_TOKEN"); token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	text, _ := io.ReadAll(answer.Body)
	if answer.StatusCode >= 300 {
		t.Fatalf("%s %s: %s", method, path, text)
	}
	if out != nil {
		if err := json.Unmarshal(text, out); err != nil {
			t.Fatal(err)
		}
	}
}

// shop has a merchant of its own. In your tests this is your shop, with the merchant's address and login.
type shop struct {
	t        *testing.T
	merchant struct{ Login, Password, RestUrl string }
}

func newShop(t *testing.T, settings object) *shop {
	t.Helper()
	s := &shop{t: t}
	sandbox(t, "POST", "/merchants", settings, &s.merchant)
	return s
}

func (s *shop) path(rest string) string {
	return "/merchants/" + url.PathEscape(s.merchant.Login) + rest
}

func (s *shop) post(endpoint string, fields url.Values) object {
	s.t.Helper()
	answer, err := http.PostForm(s.merchant.RestUrl+endpoint, fields)
	if err != nil {
		s.t.Fatal(err)
	}
	defer answer.Body.Close()
	var read object
	if err := json.NewDecoder(answer.Body).Decode(&read); err != nil {
		s.t.Fatal(err)
	}
	return read
}

func (s *shop) call(endpoint string, fields url.Values) object {
	s.t.Helper()
	fields.Set("userName", s.merchant.Login)
	fields.Set("password", s.merchant.Password)
	return s.post(endpoint, fields)
}

func (s *shop) register() string {
	s.t.Helper()
	order := url.Values{"amount": {"1500000"}, "returnUrl": {"https://shop.example/return"}}
	return fmt.Sprint(s.call("register.do", order)["orderId"])
}

// status gives orderStatus and actionCode.
func (s *shop) status(orderId string) [2]any {
	s.t.Helper()
	answer := s.call("getOrderStatusExtended.do", url.Values{"orderId": {orderId}})
	return [2]any{answer["orderStatus"], answer["actionCode"]}
}

// pay sends what the payment page sends when the customer presses the button; this card asks for no 3-D Secure.
func (s *shop) pay(orderId string) object {
	s.t.Helper()
	return s.post("processform.do", url.Values{
		"MDORDER": {orderId},
		"$PAN":    {"4444555511113333"},
		"$EXPIRY": {"203412"},
		"$CVC":    {"123"},
		"TEXT":    {"TEST CARDHOLDER"},
	})
}

// isGenuine checks a callback: its checksum is HMAC-SHA256 of `name;value;` for every other parameter, by name.
func isGenuine(callback url.Values, token string) bool {
	var names []string
	for name := range callback {
		if name != "checksum" && name != "sign_alias" {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	mac := hmac.New(sha256.New, []byte(token))
	for _, name := range names {
		fmt.Fprintf(mac, "%s;%s;", name, callback.Get(name))
	}
	expected := strings.ToUpper(hex.EncodeToString(mac.Sum(nil)))
	return hmac.Equal([]byte(expected), []byte(callback.Get("checksum")))
}

// receiver hears the gateway's callbacks; it gives its address, and what it hears.
func receiver(t *testing.T) (string, <-chan url.Values) {
	t.Helper()
	heard := make(chan url.Values, 10)
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(_ http.ResponseWriter, request *http.Request) {
		heard <- request.URL.Query()
	}))
	listener, err := net.Listen("tcp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	server.Listener.Close()
	server.Listener = listener
	server.Start()
	t.Cleanup(server.Close)
	// SHOP_HOST: the name under which the gateway reaches these tests.
	port := listener.Addr().(*net.TCPAddr).Port
	return fmt.Sprintf("http://%s:%d/callback", setting("SHOP_HOST", "127.0.0.1"), port), heard
}

func same(t *testing.T, got, want any) {
	t.Helper()
	if got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestCustomerPaysAndComesBackToTheShop(t *testing.T) {
	t.Parallel()
	shop := newShop(t, object{})
	orderId := shop.register()

	redirect := fmt.Sprint(shop.pay(orderId)["redirect"])

	same(t, strings.HasPrefix(redirect, "https://shop.example/return?orderId="+orderId), true)
	same(t, shop.status(orderId), [2]any{2.0, 0.0})
}

func TestCardWithoutMoneyIsDeclined(t *testing.T) {
	t.Parallel()
	shop := newShop(t, object{})
	sandbox(t, "PUT", shop.path("/scenario"), object{"name": "declined-insufficient-funds"}, nil)
	orderId := shop.register()

	reason := fmt.Sprint(shop.pay(orderId)["error"])

	same(t, strings.Contains(reason, "Not enough money"), true)
	same(t, shop.status(orderId), [2]any{0.0, 116.0})
}

func TestNobodyPaysWithinTwentyMinutesAndTheOrderIsClosed(t *testing.T) {
	t.Parallel()
	shop := newShop(t, object{})
	orderId := shop.register()

	sandbox(t, "POST", shop.path("/clock/advance"), object{"by": "20m"}, nil)

	same(t, shop.status(orderId)[0], 6.0)
}

func TestGatewayTellsTheShopWithAChecksum(t *testing.T) {
	t.Parallel()
	address, heard := receiver(t)
	shop := newShop(t, object{"callbacks": object{"url": address, "token": "secret"}})
	orderId := shop.register()

	shop.pay(orderId)
	sandbox(t, "POST", shop.path("/clock/advance"), object{"by": 0}, nil) // waits for callbacks that are on their way

	if len(heard) != 1 {
		t.Fatalf("%d callbacks came", len(heard))
	}
	callback := <-heard
	same(t, callback.Get("mdOrder"), orderId)
	same(t, callback.Get("operation"), "deposited")
	same(t, callback.Get("status"), "1")
	same(t, isGenuine(callback, "secret"), true)
	callback.Set("status", "0")
	same(t, isGenuine(callback, "secret"), false)
}
