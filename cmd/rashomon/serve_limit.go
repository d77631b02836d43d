package main

import (
	"fmt"
	"net"

	"golang.org/x/net/netutil"

	"rashomon/web"
)

// How many connections are open at once, in all and of one address; a browser opens six. Those that a server on this machine passes
// on, or one user's programs, are of one address.
const (
	connections       = 1000
	connectionsOfEach = 100
)

// How many requests one address may make a second, unless --rate tells: one user with many tabs and programs, or one of a team, some
// pages a second. Five times as many may come at once.
const (
	rateOfUser   = 1000
	rateOfMember = 50
	burst        = 5
)

// checkLimits refuses limits that let nobody in, or everybody.
func (s *serving) checkLimits() error {
	if s.perSecond < 0 {
		return usage(fmt.Sprint("--rate ", s.perSecond), "give a number above 0")
	}
	if s.behindProxy && s.tokenFile == "" {
		return usage("--behind-proxy lets other machines in, and no token is given", "name a file with a token by --token-file")
	}
	return nil
}

// limits are what one client may ask.
func (s *serving) limits() web.Limits {
	perSecond := s.perSecond
	switch {
	case perSecond > 0:
	case s.tokenFile == "":
		perSecond = rateOfUser
	default:
		perSecond = rateOfMember
	}
	return web.Limits{PerSecond: float64(perSecond), Burst: burst * perSecond, BehindProxy: s.behindProxy}
}

// gate bounds the connections of a listener.
func (s *serving) gate(listener net.Listener) net.Listener {
	each := connectionsOfEach
	if s.behindProxy || s.tokenFile == "" {
		each = connections
	}
	return netutil.LimitListener(&web.Gate{Listener: listener, PerAddress: each}, connections)
}
