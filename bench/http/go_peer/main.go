// The same routes in Go, as one would write them there with chi and pgx: the server's own statements on the server's own
// tables, answers with the same fields. No token check, rate limit, contact filter or access log: the peer has less to do.
//
//	go_peer PORT CONNINFO STATEMENTS_JSON
package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/go-chi/chi"
	"github.com/jackc/pgx/v4"
	"github.com/jackc/pgx/v4/pgxpool"
)

const farFuture = int64(1<<63 - 1) // chat.send: this message needs none of the sender's last ones

type peer struct {
	pool *pgxpool.Pool
	sql  map[string]string
}

// A card that is JSON already, with more fields written behind its own.
func joined(card []byte, more ...[]byte) []byte {
	out := append(make([]byte, 0, 2048), card[:len(card)-1]...)
	for _, m := range more {
		out = append(append(out, ','), m...)
	}
	return append(out, '}')
}

func field(name string, value interface{}) []byte {
	if raw, ok := value.([]byte); ok {
		value = json.RawMessage(raw)
	}
	text, _ := json.Marshal(value)
	return append([]byte(`"`+name+`":`), text...)
}

func answer(w http.ResponseWriter, status int, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(body)
}

func refuse(w http.ResponseWriter, err error) {
	if errors.Is(err, pgx.ErrNoRows) {
		answer(w, 404, []byte(`{"code":"not_found"}`))
		return
	}
	if !errors.Is(err, context.Canceled) { // the load generator hangs up at the end
		log.Println(err)
	}
	answer(w, 500, []byte(`{"code":"internal"}`))
}

func (p *peer) listing(w http.ResponseWriter, r *http.Request) {
	var card, detail, driver []byte
	var version, driverVersion int64
	var status, driverID string
	var published, favourite bool
	row := p.pool.QueryRow(r.Context(), p.sql["listings.page"], chi.URLParam(r, "id"), r.Header.Get("X-User"))
	err := row.Scan(&card, &detail, &version, &status, &driverID, &driver, &driverVersion, &published, &favourite)
	if err != nil || status != "published" {
		refuse(w, err)
		return
	}
	w.Header().Set("ETag", strconv.Quote(strconv.FormatInt(version, 10)+"."+strconv.FormatInt(driverVersion, 10)))
	answer(w, 200, joined(card, detail[1:len(detail)-1], field("version", version), field("driver", driver),
		field("favourite", favourite)))
}

func list(w http.ResponseWriter, rows pgx.Rows, err error, limit int, nextCursor func(id string) string) {
	if err != nil {
		refuse(w, err)
		return
	}
	defer rows.Close()
	items := make([]json.RawMessage, 0, limit)
	var last, next string
	for rows.Next() {
		var card, driver []byte
		var id string
		var favourite bool
		if err := rows.Scan(&id, &card, &driver, &favourite); err != nil {
			refuse(w, err)
			return
		}
		if len(items) == limit {
			next = nextCursor(last)
			break
		}
		last = id
		items = append(items, joined(card, field("driver", driver), field("favourite", favourite)))
	}
	body, _ := json.Marshal(map[string]interface{}{"items": items, "next_cursor": next})
	answer(w, 200, body)
}

func limitOf(r *http.Request) int {
	limit, err := strconv.Atoi(r.URL.Query().Get("limit"))
	if err != nil || limit < 1 || limit > 100 {
		return 20
	}
	return limit
}

func (p *peer) userListings(w http.ResponseWriter, r *http.Request) {
	limit := limitOf(r)
	rows, err := p.pool.Query(r.Context(), p.sql["listings.published_of"], chi.URLParam(r, "id"), nil, limit+1,
		r.Header.Get("X-User"))
	list(w, rows, err, limit, func(id string) string { return hex.EncodeToString([]byte(id)) })
}

func (p *peer) search(w http.ResponseWriter, r *http.Request) {
	limit := limitOf(r)
	query := r.URL.Query()
	price, _ := strconv.ParseInt(query.Get("price_to"), 10, 64)
	rows, err := p.pool.Query(r.Context(), p.sql["bench.search"], query.Get("brand"), price, limit+1)
	list(w, rows, err, limit, func(id string) string { return hex.EncodeToString([]byte(id)) })
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

type storing func(ctx context.Context, m *message, now time.Time, key string, hash []byte) error

func (p *peer) send(w http.ResponseWriter, r *http.Request, store storing) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<16))
	var in struct {
		ClientID    string   `json:"client_id"`
		Body        string   `json:"body"`
		Attachments []string `json:"attachments"`
	}
	if err == nil {
		err = json.Unmarshal(body, &in)
	}
	if err != nil || in.Body == "" {
		answer(w, 400, []byte(`{"code":"bad_request"}`))
		return
	}
	now := time.Now().UTC()
	m := message{newUUID(), chi.URLParam(r, "id"), 0, r.Header.Get("X-User"), in.ClientID, in.Body, false,
		json.RawMessage(`{"contact_attempts":0,"kinds":[]}`), []string{}, now.Format("2006-01-02T15:04:05.000Z")}
	key := r.Header.Get("Idempotency-Key")
	hash := sha256.Sum256(append([]byte("POST\n"+r.URL.Path+"?\n"), body...))
	if key != "" {
		var status int
		var storedHash []byte
		var stored string
		err := p.pool.QueryRow(r.Context(), p.sql["idempotency.find_answer"], m.SenderID, key).Scan(&storedHash, &status, &stored)
		if err == nil {
			answer(w, status, []byte(stored))
			return
		}
	}
	if err = store(r.Context(), &m, now, key, hash[:]); err != nil {
		refuse(w, err)
		return
	}
	text, _ := json.Marshal(&m)
	answer(w, 201, text)
}

// One statement writes the message, its row of the outbox and, with a key, the stored answer: as our server does.
func (p *peer) inOneStatement(ctx context.Context, m *message, now time.Time, key string, hash []byte) error {
	text, _ := json.Marshal(m)
	before, after := cut(text)
	args := []interface{}{m.ConversationID, m.SenderID, m.ClientID, m.ID, m.Body, m.Body, m.Masked, string(m.Flags), 0,
		m.Attachments, now, farFuture, now.Add(-24 * time.Hour), before, after, before, after, nil, now, []string{}}
	name := "chat.send"
	if key != "" {
		name = "chat.send_keyed"
		args = append(args, m.SenderID, key, hash)
	}
	var open, draftDropped bool
	return p.pool.QueryRow(ctx, p.sql[name], args...).Scan(&m.Seq, &open, &draftDropped)
}

// The same rows in the transaction that one would write first.
func (p *peer) inTransaction(ctx context.Context, m *message, now time.Time, key string, hash []byte) error {
	tx, err := p.pool.Begin(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback(ctx)
	var buyer, driver string
	var muted bool
	err = tx.QueryRow(ctx, `select exists (select from mutes where conversation_id = $1 and user_id = $2 and until_at > $3)
		or exists (select from user_mutes where user_id = $2 and until_at > $3)`, m.ConversationID, m.SenderID, now).Scan(&muted)
	if err != nil || muted {
		return errors.New("muted")
	}
	err = tx.QueryRow(ctx, `update conversations set last_seq = last_seq + 1, last_message_at = $3,
		buyer_read_seq = case when buyer_id = $2 then last_seq + 1 else buyer_read_seq end,
		driver_read_seq = case when driver_id = $2 then last_seq + 1 else driver_read_seq end
		where id = $1 and $2 in (buyer_id, driver_id) returning last_seq, buyer_id::text, driver_id::text`,
		m.ConversationID, m.SenderID, now).Scan(&m.Seq, &buyer, &driver)
	if err != nil {
		return err
	}
	_, err = tx.Exec(ctx, `insert into messages (id, conversation_id, seq, sender_id, client_id, body, redacted_body, masked,
		flags, contact_attempts, attachments, created_at) values ($1, $2, $3, $4, $5, $6, $6, false, $7, 0, '{}', $8)`,
		m.ID, m.ConversationID, m.Seq, m.SenderID, m.ClientID, m.Body, string(m.Flags), now)
	if err != nil {
		return err
	}
	text, _ := json.Marshal(m)
	event := `{"users":["` + buyer + `","` + driver + `"],"type":"message","fields":{"message":` + string(text) + `}}`
	_, err = tx.Exec(ctx, `insert into outbox (topic, key, payload, created_at, available_at) values ('ws', $1, $2, $3, $3)`,
		m.ConversationID, event, now)
	if err != nil {
		return err
	}
	if key != "" {
		_, err = tx.Exec(ctx, `insert into idempotency_keys (owner, key, request_hash, status, answer, created_at)
			values ($1, $2, $3, 201, $4, $5)`, m.SenderID, key, hash, string(text), now)
		if err != nil {
			return err
		}
	}
	return tx.Commit(ctx)
}

// The message as JSON, cut where its number goes.
func cut(text []byte) (string, string) {
	const mark = `"seq":0`
	for i := 0; i+len(mark) <= len(text); i++ {
		if string(text[i:i+len(mark)]) == mark {
			return string(text[:i+len(mark)-1]), string(text[i+len(mark):])
		}
	}
	return string(text), ""
}

func main() {
	text, err := os.ReadFile(os.Args[3])
	p := &peer{}
	if err == nil {
		err = json.Unmarshal(text, &p.sql)
	}
	if err == nil {
		p.pool, err = pgxpool.Connect(context.Background(), os.Args[2]+" pool_max_conns=16")
	}
	if err != nil {
		log.Fatal(err)
	}
	r := chi.NewRouter()
	r.Get("/api/v1/listings/{id}", p.listing)
	r.Get("/api/v1/users/{id}/listings", p.userListings)
	r.Get("/api/v1/search", p.search)
	r.Post("/api/v1/conversations/{id}/messages", func(w http.ResponseWriter, r *http.Request) { p.send(w, r, p.inOneStatement) })
	r.Post("/tx/api/v1/conversations/{id}/messages", func(w http.ResponseWriter, r *http.Request) { p.send(w, r, p.inTransaction) })
	log.Fatal(http.ListenAndServe("127.0.0.1:"+os.Args[1], r))
}
