package web

import (
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limits are what one client may ask. The zero value limits nothing.
type Limits struct {
	PerSecond float64 // requests, in the long run
	Burst     int     // requests at once: a page asks for a dozen things
	// BehindProxy says that a server on this machine passes requests on, and tells in X-Forwarded-For whose they are. Without it
	// that header, which anybody can write, says nothing.
	BehindProxy bool
}

// Of wrong tokens an address may give ten at once, then one every two seconds: the shortest token that is taken, 16 letters of a
// human choice, is out of reach.
const (
	guessesPerSecond = 0.5
	guessesAtOnce    = 10
)

// Longest addresses that are looked into: the longest of ours is a search with a full set of filters.
const (
	longestPath  = 1 << 10
	longestQuery = 4 << 10
)

// limited refuses what is too long, and clients that ask too often.
func (s *Server) limited(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if len(r.URL.Path) > longestPath || len(r.URL.RawQuery) > longestQuery {
			s.refuse(w, r, http.StatusRequestURITooLong, "address", "the address is too long")
			return
		}
		if wait := s.asking.take(s.client(r), s.config.Now()); wait > 0 {
			s.refuseFor(w, r, http.StatusTooManyRequests, wait, "rate", "too many requests at once; ask again in a moment")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// refuse answers with a problem before a request is looked into, and counts it by the reason.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, reason, detail string) {
	s.metrics.refused.WithLabelValues(reason).Inc()
	refuse(w, r, status, detail)
}

// refuseFor refuses a request for a while.
func (s *Server) refuseFor(w http.ResponseWriter, r *http.Request, status int, wait time.Duration, reason, detail string) {
	w.Header().Set("Retry-After", strconv.Itoa(int(math.Ceil(wait.Seconds()))))
	s.refuse(w, r, status, reason, detail)
}

// client returns whom a request counts for: an address, or of IPv6 the network that one household or office has.
func (s *Server) client(r *http.Request) string {
	host := peer(r)
	address, err := netip.ParseAddr(host)
	if err != nil {
		return host
	}
	if s.config.Limits.BehindProxy && address.IsLoopback() {
		if passed, err := netip.ParseAddr(strings.TrimSpace(lastForwarded(r))); err == nil {
			address = passed
		}
	}
	address = address.Unmap().WithZone("")
	if address.Is6() {
		return netip.PrefixFrom(address, 64).Masked().String()
	}
	return address.String()
}

// lastForwarded returns what the last server in between said of whose request it is: what stands before it, anybody may have
// written.
func lastForwarded(r *http.Request) string {
	all := strings.Join(r.Header.Values("X-Forwarded-For"), ",")
	return all[strings.LastIndexByte(all, ',')+1:]
}

// A throttle limits how often each of many clients does something.
type throttle struct {
	limit rate.Limit
	burst int

	lock         sync.Mutex
	recent, past map[string]*rate.Limiter // those seen since the two changed places, and those seen before
}

// clientsKept is how many clients are remembered at least, and half of how many at most: some hundred bytes each.
const clientsKept = 10_000

func newThrottle(perSecond float64, burst int) *throttle {
	return &throttle{limit: rate.Limit(perSecond), burst: burst, recent: map[string]*rate.Limiter{}}
}

// of returns the limiter of a client. The one least lately seen is forgotten when there are too many.
func (t *throttle) of(client string) *rate.Limiter {
	t.lock.Lock()
	defer t.lock.Unlock()
	if known := t.recent[client]; known != nil {
		return known
	}
	if len(t.recent) >= clientsKept {
		t.recent, t.past = map[string]*rate.Limiter{}, t.recent
	}
	known := t.past[client]
	if known == nil {
		known = rate.NewLimiter(t.limit, t.burst)
	}
	t.recent[client] = known
	return known
}

// take counts one time, or returns how long the client has to wait for the next.
func (t *throttle) take(client string, now time.Time) time.Duration {
	if t.burst == 0 {
		return 0
	}
	turn := t.of(client).ReserveN(now, 1)
	wait := turn.DelayFrom(now)
	if wait > 0 {
		turn.CancelAt(now)
	}
	return wait
}

// left returns how long a client has to wait for the next time, without counting one.
func (t *throttle) left(client string, now time.Time) time.Duration {
	if missing := 1 - t.of(client).TokensAt(now); missing > 0 {
		return time.Duration(missing / float64(t.limit) * float64(time.Second))
	}
	return 0
}
