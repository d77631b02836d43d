package web

import (
	"net"
	"sync"
)

// A Gate is a listener that keeps at most so many connections of one address open, so that nobody who opens many and says nothing
// takes those of all others. It closes what goes beyond.
type Gate struct {
	net.Listener
	PerAddress int

	lock sync.Mutex
	open map[string]int
}

// Accept waits for the next connection that may be kept.
func (g *Gate) Accept() (net.Conn, error) {
	for {
		connection, err := g.Listener.Accept()
		if err != nil {
			return nil, err
		}
		address, _, _ := net.SplitHostPort(connection.RemoteAddr().String())
		if g.enter(address) {
			return &gated{Conn: connection, leave: sync.OnceFunc(func() { g.leave(address) })}, nil
		}
		_ = connection.Close()
	}
}

func (g *Gate) enter(address string) bool {
	g.lock.Lock()
	defer g.lock.Unlock()
	if g.open[address] >= g.PerAddress {
		return false
	}
	if g.open == nil {
		g.open = map[string]int{}
	}
	g.open[address]++
	return true
}

func (g *Gate) leave(address string) {
	g.lock.Lock()
	defer g.lock.Unlock()
	if g.open[address]--; g.open[address] == 0 {
		delete(g.open, address)
	}
}

// A gated connection is counted until it is closed.
type gated struct {
	net.Conn
	leave func()
}

func (g *gated) Close() error {
	g.leave()
	return g.Conn.Close()
}
