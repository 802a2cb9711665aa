// The chat in Go with gorilla/websocket and pgx, as one would write it there: a goroutine that reads and one that writes for each
// socket; every message is looked at by a contact filter of regular expressions, and committed with its numbered events for both
// sides in one statement before anybody hears of it. The server's own tables and access tokens.
//
//	go_chat PORT CONNINFO TOKEN_SECRET
package main

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"github.com/jackc/pgx/v4/pgxpool"
)

const (
	shardCount   = 64
	queueLength  = 64
	messageBytes = 64 * 1024
	authTimeout  = 5 * time.Second
	pingPeriod   = 25 * time.Second
	pongWait     = 75 * time.Second
)

var contacts = []*regexp.Regexp{
	regexp.MustCompile(`(?:\+?\d[\s().-]*){10,15}`),
	regexp.MustCompile(`(?i)[\w.+-]+@[\w-]+\.[\w.]+`),
	regexp.MustCompile(`(?i)(?:https?://|www\.|t\.me/|wa\.me/)\S+`),
	regexp.MustCompile(`(?:^|\s)@[A-Za-z]\w{3,}`),
	regexp.MustCompile(`(?i)(?:телеграм|телега|ватсап|вотсап|вайбер|telegram|whatsapp|viber)\S*\s+\S+`),
}

// One statement: the message gets its number, and both sides their numbered event, or nothing happens.
const store = `
with moved as (
    update conversations set last_seq = last_seq + 1, last_message_at = $8,
        buyer_read_seq = case when buyer_id = $2 then last_seq + 1 else buyer_read_seq end,
        driver_read_seq = case when driver_id = $2 then last_seq + 1 else driver_read_seq end
    where id = $1 and $2 in (buyer_id, driver_id)
        and not exists (select from mutes where conversation_id = $1 and user_id = $2 and until_at > $8)
        and not exists (select from user_mutes where user_id = $2 and until_at > $8)
    returning last_seq, buyer_id, driver_id, $10::text || last_seq || $11::text as message
), stored as (
    insert into messages (id, conversation_id, seq, sender_id, client_id, body, redacted_body, masked, flags, contact_attempts,
        attachments, created_at)
    select $3, $1, last_seq, $2, $4, $5, $6, $7, '{"contact_attempts":0,"kinds":[]}', $9, '{}', $8 from moved
), counted as (
    insert into user_event_counters as c (user_id, seq) select u, 1 from moved, unnest(array[buyer_id, driver_id]) u order by u
    on conflict (user_id) do update set seq = c.seq + 1 returning c.user_id, c.seq
)
insert into user_events (user_id, seq, type, frame, created_at)
select user_id, seq, 'message', ('{"type":"message","seq":' || seq || ',"message":' || message || '}')::json, $8
from counted, moved returning user_id::text, frame::text`

type client struct {
	conn *websocket.Conn
	user string
	out  chan []byte
}

type shard struct {
	sync.RWMutex
	clients map[string][]*client
}

type server struct {
	pool   *pgxpool.Pool
	key    []byte
	shards [shardCount]shard
}

func (s *server) shardOf(user string) *shard { return &s.shards[user[len(user)-1]%shardCount] }

type clientFrame struct {
	Type           string `json:"type"`
	AccessToken    string `json:"access_token"`
	ConversationID string `json:"conversation_id"`
	ClientID       string `json:"client_id"`
	Body           string `json:"body"`
}

type message struct {
	ID             string          `json:"id"`
	ConversationID string          `json:"conversation_id"`
	Seq            int64           `json:"seq"`
	SenderID       string          `json:"sender_id"`
	ClientID       string          `json:"client_id"`
	Body           string          `json:"body"`
	Masked         bool            `json:"masked"`
	Flags          json.RawMessage `json:"flags"`
	Attachments    []string        `json:"attachments"`
	CreatedAt      string          `json:"created_at"`
}

func newUUID() string {
	var b [16]byte
	rand.Read(b[:])
	text := hex.EncodeToString(b[:])
	return text[:8] + "-" + text[8:12] + "-" + text[12:16] + "-" + text[16:20] + "-" + text[20:]
}

// The user of a valid token, or nothing.
func (s *server) userOf(token string) string {
	parts := strings.Split(token, ".")
	if len(parts) != 3 {
		return ""
	}
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(parts[0] + "." + parts[1]))
	given, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil || !hmac.Equal(given, mac.Sum(nil)) {
		return ""
	}
	var claims struct {
		Sub string `json:"sub"`
		Exp int64  `json:"exp"`
	}
	payload, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil || json.Unmarshal(payload, &claims) != nil || claims.Exp < time.Now().Unix() || len(claims.Sub) != 36 {
		return ""
	}
	return claims.Sub
}

func (c *client) write() {
	pings := time.NewTicker(pingPeriod)
	defer pings.Stop()
	for {
		select {
		case frame, open := <-c.out:
			if !open || c.conn.WriteMessage(websocket.TextMessage, frame) != nil {
				return
			}
		case <-pings.C:
			if c.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(time.Second)) != nil {
				return
			}
		}
	}
}

func redact(body string) (string, int) {
	found := 0
	for _, contact := range contacts {
		body = contact.ReplaceAllStringFunc(body, func(string) string { found++; return "•••" })
	}
	return body, found
}

func (s *server) tell(user string, but *client, frame []byte) {
	t := s.shardOf(user)
	t.RLock()
	defer t.RUnlock()
	for _, c := range t.clients[user] {
		if c == but {
			continue
		}
		select {
		case c.out <- frame:
		default: // reads too slowly
		}
	}
}

func (s *server) send(c *client, frame *clientFrame) error {
	now := time.Now().UTC()
	redacted, found := redact(frame.Body)
	m := message{newUUID(), frame.ConversationID, 0, c.user, frame.ClientID, redacted, found > 0,
		json.RawMessage(`{"contact_attempts":` + strconv.Itoa(found) + `,"kinds":[]}`), []string{}, now.Format("2006-01-02T15:04:05.000Z")}
	text, _ := json.Marshal(&m)
	const mark = `"seq":0`
	at := strings.Index(string(text), mark) + len(mark) - 1
	rows, err := s.pool.Query(context.Background(), store, m.ConversationID, c.user, m.ID, m.ClientID, frame.Body, redacted,
		m.Masked, now, found, string(text[:at]), string(text[at+1:]))
	if err != nil {
		return err
	}
	type event struct {
		user  string
		frame []byte
	}
	var events []event
	for rows.Next() {
		var e event
		if err := rows.Scan(&e.user, &e.frame); err != nil {
			rows.Close()
			return err
		}
		events = append(events, e)
	}
	if rows.Close(); rows.Err() != nil {
		return rows.Err()
	}
	for _, e := range events {
		if e.user == c.user {
			ack := append([]byte(`{"type":"ack","client_id":"`+m.ClientID+`",`), e.frame[strings.Index(string(e.frame), `"message"`):]...)
			c.out <- ack
		}
		s.tell(e.user, c, e.frame)
	}
	return nil
}

func (s *server) read(c *client) {
	var frame clientFrame
	c.conn.SetReadDeadline(time.Now().Add(authTimeout))
	if c.conn.ReadJSON(&frame) != nil || frame.Type != "auth" {
		return
	}
	if c.user = s.userOf(frame.AccessToken); c.user == "" {
		return
	}
	t := s.shardOf(c.user)
	t.Lock()
	t.clients[c.user] = append(t.clients[c.user], c)
	t.Unlock()
	defer func() {
		t.Lock()
		mine := t.clients[c.user]
		for i, other := range mine {
			if other == c {
				t.clients[c.user] = append(mine[:i], mine[i+1:]...)
				break
			}
		}
		t.Unlock()
	}()
	c.out <- []byte(`{"type":"ready","user_id":"` + c.user + `","seq":0,"resync":false}`)
	c.conn.SetReadDeadline(time.Now().Add(pongWait))
	c.conn.SetPongHandler(func(string) error { return c.conn.SetReadDeadline(time.Now().Add(pongWait)) })
	for {
		_, text, err := c.conn.ReadMessage()
		if err != nil {
			return
		}
		var frame clientFrame
		if json.Unmarshal(text, &frame) != nil || frame.Type != "message.send" {
			continue
		}
		if err := s.send(c, &frame); err != nil {
			log.Println(err)
			c.out <- []byte(`{"type":"error","code":"internal"}`)
		}
	}
}

func main() {
	mac := hmac.New(sha256.New, []byte(os.Args[3]))
	mac.Write([]byte("cargo access token v1"))
	s := &server{key: mac.Sum(nil)}
	for i := range s.shards {
		s.shards[i].clients = map[string][]*client{}
	}
	var err error
	if s.pool, err = pgxpool.Connect(context.Background(), os.Args[2]+" pool_max_conns=16"); err != nil {
		log.Fatal(err)
	}
	upgrader := websocket.Upgrader{
		ReadBufferSize:  1024,
		WriteBufferSize: 1024,
		Subprotocols:    []string{"cargo.v1"},
		CheckOrigin:     func(*http.Request) bool { return true },
	}
	http.HandleFunc("/ws", func(w http.ResponseWriter, r *http.Request) {
		conn, err := upgrader.Upgrade(w, r, nil)
		if err != nil {
			return
		}
		conn.SetReadLimit(messageBytes)
		c := &client{conn: conn, out: make(chan []byte, queueLength)}
		go c.write()
		s.read(c)
		conn.Close()
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
