// The same relay in Go with gorilla/websocket, as one would write it there: a goroutine that reads and one that writes for
// each socket, a bounded channel between them, a sharded map of users. Speaks the frames of bench_ws_server.
//
//	go run main.go PORT
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

const (
	shardCount   = 64
	queueLength  = 64
	messageBytes = 64 * 1024
	authTimeout  = 5 * time.Second
	pingPeriod   = 25 * time.Second
	pongWait     = 75 * time.Second
)

type client struct {
	conn *websocket.Conn
	out  chan []byte
}

type shard struct {
	sync.RWMutex
	clients map[string]*client
}

var shards [shardCount]shard

func shardOf(user string) *shard {
	return &shards[user[len(user)-1]%shardCount]
}

type clientFrame struct {
	Type        string `json:"type"`
	AccessToken string `json:"access_token"`
	To          string `json:"to"`
	Body        string `json:"body"`
}

type relayFrame struct {
	Type string `json:"type"`
	Body string `json:"body"`
}

type readyFrame struct {
	Type   string `json:"type"`
	UserID string `json:"user_id"`
	Seq    int64  `json:"seq"`
	Resync bool   `json:"resync"`
}

func (c *client) write() {
	pings := time.NewTicker(pingPeriod)
	defer pings.Stop()
	for {
		select {
		case message, open := <-c.out:
			if !open || c.conn.WriteMessage(websocket.TextMessage, message) != nil {
				return
			}
		case <-pings.C:
			if c.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(time.Second)) != nil {
				return
			}
		}
	}
}

func (c *client) read() {
	var frame clientFrame
	c.conn.SetReadDeadline(time.Now().Add(authTimeout))
	if c.conn.ReadJSON(&frame) != nil || frame.Type != "auth" || len(frame.AccessToken) != 36 {
		return
	}
	user := frame.AccessToken
	s := shardOf(user)
	s.Lock()
	s.clients[user] = c
	s.Unlock()
	defer func() {
		s.Lock()
		if s.clients[user] == c {
			delete(s.clients, user)
		}
		s.Unlock()
	}()
	ready, _ := json.Marshal(readyFrame{Type: "ready", UserID: user})
	c.out <- ready
	c.conn.SetReadDeadline(time.Now().Add(pongWait))
	c.conn.SetPongHandler(func(string) error { return c.conn.SetReadDeadline(time.Now().Add(pongWait)) })
	for {
		_, text, err := c.conn.ReadMessage()
		if err != nil {
			return
		}
		var frame clientFrame
		if json.Unmarshal(text, &frame) != nil || frame.Type != "relay" || len(frame.To) != 36 {
			continue
		}
		message, _ := json.Marshal(relayFrame{Type: "relay", Body: frame.Body})
		t := shardOf(frame.To)
		t.RLock()
		if peer := t.clients[frame.To]; peer != nil {
			select {
			case peer.out <- message:
			default: // reads too slowly
			}
		}
		t.RUnlock()
	}
}

func main() {
	for i := range shards {
		shards[i].clients = map[string]*client{}
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
		c.read()
		close(c.out)
		conn.Close()
	})
	fmt.Println(http.ListenAndServe("127.0.0.1:"+os.Args[1], nil))
}
