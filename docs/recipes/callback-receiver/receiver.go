// A shop that takes callbacks: go run receiver.go
package main

import (
	"crypto"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"path"
	"sort"
	"strings"
	"sync"
	"time"
)

func setting(name, usual string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return usual
}

var (
	gatewayURL  = setting("GATEWAY_URL", "http://127.0.0.1:8080/payment/rest/")
	user        = setting("GATEWAY_USER", "test_user")
	password    = setting("GATEWAY_PASSWORD", "test_user_password")
	proof       = setting("CALLBACK_PROOF", "hmac")
	token       = setting("CALLBACK_TOKEN", "")
	certificate = setting("CALLBACK_CERTIFICATE", "")
	gateway     = http.Client{Timeout: 8 * time.Second}
)

type order struct {
	Number     string `json:"number"`
	OrderID    string `json:"orderId"`
	State      string `json:"state"`
	Deliveries int    `json:"deliveries"`
	// Whose turn it is to ask for the state and to write it.
	turn *sync.Mutex
}

// The orders, for one process. Several processes need a database that does the same.
var (
	lock   sync.Mutex
	orders = map[string]order{}
)

func find(number string) (order, bool) {
	lock.Lock()
	defer lock.Unlock()
	found, ok := orders[number]
	return found, ok
}

func keepState(number, state string) {
	lock.Lock()
	defer lock.Unlock()
	kept := orders[number]
	kept.State = state
	if state == "paid" && kept.Deliveries == 0 {
		kept.Deliveries++
	}
	orders[number] = kept
}

// What register.do and getOrderStatusExtended.do answer, as far as the shop reads it.
type gatewayAnswer struct {
	ErrorCode         string
	OrderID           string
	OrderNumber       string
	OrderStatus       int
	PaymentAmountInfo struct{ DepositedAmount int }
}

func call(endpoint string, fields url.Values) (answer gatewayAnswer, err error) {
	fields.Set("userName", user)
	fields.Set("password", password)
	response, err := gateway.PostForm(gatewayURL+endpoint, fields)
	if err != nil {
		return
	}
	defer response.Body.Close()
	err = json.NewDecoder(response.Body).Decode(&answer)
	return
}

// `name;value;` for every parameter but the checksum and the name of the key, by name.
func signedText(callback url.Values) []byte {
	names := []string{}
	for name := range callback {
		if name != "checksum" && name != "sign_alias" {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	text := ""
	for _, name := range names {
		text += name + ";" + callback.Get(name) + ";"
	}
	return []byte(text)
}

func hmacOf(key, text []byte) []byte {
	sum := hmac.New(sha256.New, key)
	sum.Write(text)
	return sum.Sum(nil)
}

func holdsRSA(text, signature []byte) bool {
	block, _ := pem.Decode([]byte(certificate))
	if block == nil {
		return false
	}
	parsed, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		return false
	}
	key, isRSA := parsed.PublicKey.(*rsa.PublicKey)
	digest := sha512.Sum512(text)
	return isRSA && rsa.VerifyPKCS1v15(key, crypto.SHA512, digest[:], signature) == nil
}

// The content of a token that is signed with our key and valid now.
func readToken(sent string) (url.Values, bool) {
	parts := strings.Split(strings.TrimSpace(sent), ".")
	if len(parts) != 3 {
		return nil, false
	}
	read := func(part string, into any) bool {
		text, err := base64.RawURLEncoding.DecodeString(part)
		return err == nil && json.Unmarshal(text, into) == nil
	}
	var head struct{ Alg string }
	var claims struct {
		Nbf, Exp int64
		Payload  map[string]string
	}
	key, keyErr := base64.StdEncoding.DecodeString(token)
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	right := hmacOf(key, []byte(parts[0]+"."+parts[1]))
	if keyErr != nil || err != nil || !read(parts[0], &head) || head.Alg != "HS256" || !hmac.Equal(right, signature) {
		return nil, false
	}
	now := time.Now().Unix()
	if !read(parts[1], &claims) || claims.Nbf > now || claims.Exp <= now {
		return nil, false
	}
	callback := url.Values{}
	for name, value := range claims.Payload {
		callback.Set(name, value)
	}
	return callback, true
}

// The parameters of a callback that the gateway has signed.
func readCallback(sent string) (url.Values, bool) {
	if proof == "jwt" {
		return readToken(sent)
	}
	callback, err := url.ParseQuery(sent)
	if err != nil {
		return nil, false
	}
	checksum, err := hex.DecodeString(callback.Get("checksum"))
	if err != nil {
		return nil, false
	}
	if proof == "rsa" {
		return callback, holdsRSA(signedText(callback), checksum)
	}
	return callback, hmac.Equal(hmacOf([]byte(token), signedText(callback)), checksum)
}

// The state of an order, as the gateway has it.
func askState(wanted order) (string, bool) {
	answer, err := call("getOrderStatusExtended.do", url.Values{"orderId": {wanted.OrderID}})
	if err != nil || answer.ErrorCode != "0" || answer.OrderNumber != wanted.Number {
		return "", false
	}
	switch answer.OrderStatus {
	case 1:
		return "held", true
	case 2:
		return "paid", true
	case 3:
		return "reversed", true
	case 4:
		if answer.PaymentAmountInfo.DepositedAmount > 0 {
			return "partly refunded", true
		}
		return "refunded", true
	case 6:
		return "declined", true
	}
	return "new", true
}

// The HTTP status for a callback. Any but 200 makes the gateway send it again.
func handleCallback(sent string) int {
	callback, isGenuine := readCallback(sent)
	if !isGenuine {
		return http.StatusForbidden
	}
	// The login may have other shops, and a stored card has no order.
	known, ok := find(callback.Get("orderNumber"))
	if !ok || known.OrderID != callback.Get("mdOrder") {
		return http.StatusOK
	}
	// The callback is a hint that may be late or repeated: the state comes from the gateway.
	// An answer that another callback has overtaken would be old, so the next one asks when this one has written.
	known.turn.Lock()
	defer known.turn.Unlock()
	state, ok := askState(known)
	if !ok {
		return http.StatusServiceUnavailable
	}
	keepState(known.Number, state)
	return http.StatusOK
}

func buy() (int, order) {
	random := make([]byte, 6)
	rand.Read(random)
	bought := order{Number: "S-" + hex.EncodeToString(random), State: "new", turn: &sync.Mutex{}}
	wanted := url.Values{"orderNumber": {bought.Number}, "amount": {"1500000"}, "returnUrl": {"https://shop.example/return"}}
	answer, err := call(setting("REGISTER", "register.do"), wanted)
	if err != nil || answer.OrderID == "" {
		return http.StatusServiceUnavailable, bought
	}
	bought.OrderID = answer.OrderID
	lock.Lock()
	defer lock.Unlock()
	orders[bought.Number] = bought
	return http.StatusCreated, bought
}

func handle(response http.ResponseWriter, request *http.Request) {
	answer := func(status int, body order) {
		response.Header().Set("Content-Type", "application/json")
		response.WriteHeader(status)
		json.NewEncoder(response).Encode(body)
	}
	switch request.URL.Path {
	case "/callback":
		sent := request.URL.RawQuery
		if request.Method == http.MethodPost {
			body, _ := io.ReadAll(request.Body)
			sent = string(body)
		}
		answer(handleCallback(sent), order{})
	case "/buy":
		answer(buy())
	default:
		found, ok := find(path.Base(request.URL.Path))
		if !ok {
			answer(http.StatusNotFound, found)
			return
		}
		answer(http.StatusOK, found)
	}
}

func main() {
	http.HandleFunc("/", handle)
	log.Fatal(http.ListenAndServe("127.0.0.1:"+setting("PORT", "3001"), nil))
}
