package source

import (
	"context"
	_ "embed"
	"fmt"
	"net/netip"
	"strings"
	"syscall"

	"rashomon"
)

//go:embed networks.txt
var networkList string

var privateNetworks = readNetworks(networkList)

func readNetworks(list string) []netip.Prefix {
	var networks []netip.Prefix
	for line := range strings.Lines(list) {
		network, _, _ := strings.Cut(line, "#")
		if network = strings.TrimSpace(network); network != "" {
			networks = append(networks, netip.MustParsePrefix(network))
		}
	}
	return networks
}

// isPrivate reports whether an address is one that a public page cannot have.
func isPrivate(address netip.Addr) bool {
	address = address.Unmap().WithZone("")
	for _, network := range privateNetworks {
		if network.Contains(address) {
			return true
		}
	}
	return false
}

// refusePrivate is called for every address that is about to be dialled, when its name has been resolved: a name that
// leads elsewhere the second time it is asked for does not get past.
func refusePrivate(_ context.Context, _, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || isPrivate(to.Addr()) {
		return &rashomon.Error{
			Kind: rashomon.ErrorDenied, Cause: fmt.Sprintf("it leads to %s, which is in a private network", address),
			Remedy: "allow private networks with --allow-private if you trust it",
		}
	}
	return nil
}
