package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/ui"
	"rashomon/web"
)

// serving is what `serve` lets a user say.
type serving struct {
	listen    string
	tokenFile string
	verbose   bool
}

func (p program) serveCommand() *cobra.Command {
	var s serving
	command := &cobra.Command{
		Use:   "serve",
		Short: "Open the archive in a browser: the accounts side by side",
		Long: `Open the archive in a browser: what was read, where the accounts part, happenings
by accounts, every text with what was found in it. Under the pages lies an API,
described at /api/v1/openapi.json.

It listens on this machine alone. To listen elsewhere it demands a token, the
first line of a file that --token-file names, which everybody must then give; put
a server that speaks TLS before it.`,
		Example: "  rashomon serve\n  rashomon --archive case/rashomon.db serve --listen 127.0.0.1:9000",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			token, err := s.check()
			if err != nil {
				return err
			}
			nothing := func(context.Context, *archive.Archive) error { return nil }
			if err := p.withArchive(cmd, true, nothing); err != nil { // one that is not there is not made
				return err
			}
			return p.withArchive(cmd, false, func(ctx context.Context, a *archive.Archive) error { return p.serve(ctx, a, s, token) })
		},
	}
	command.Flags().StringVar(&s.listen, "listen", "127.0.0.1:8080", "the `ADDRESS` to listen on")
	command.Flags().StringVar(&s.tokenFile, "token-file", "", "ask for the token that stands in this `FILE`")
	command.Flags().BoolVar(&s.verbose, "verbose", false, "log every request")
	return command
}

// shortestToken is how many characters a token has at least: 16 of 64 signs are 96 bits.
const shortestToken = 16

// check refuses to listen to others without a token, and returns the hash of the token, or nil where there is none.
func (s *serving) check() ([]byte, error) {
	host, _, err := net.SplitHostPort(s.listen)
	if err != nil {
		return nil, usage("--listen "+s.listen, "write it as 127.0.0.1:8080")
	}
	if s.tokenFile == "" {
		if !isLoopback(host) {
			return nil, usage("--listen "+s.listen+" lets other machines in, and no token is given", "name a file with a token by --token-file, or listen on 127.0.0.1")
		}
		return nil, nil
	}
	data, err := os.ReadFile(s.tokenFile)
	if err != nil {
		return nil, fileError(s.tokenFile, err)
	}
	token, _, _ := strings.Cut(string(data), "\n")
	if token = strings.TrimSpace(token); len(token) < shortestToken {
		return nil, usage(fmt.Sprintf("the token in %s has %d characters", s.tokenFile, len(token)), fmt.Sprintf("give one of %d or more", shortestToken))
	}
	sum := sha256.Sum256([]byte(token))
	return sum[:], nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// Limits of one connection: a slow one blocks nobody, but is not kept for ever either.
const (
	headerTime = 10 * time.Second
	bodyTime   = 10 * time.Minute // the largest document on a slow line
	idleTime   = 2 * time.Minute
	stopTime   = 10 * time.Second // for answers under way when the server stops
)

// serve answers requests until the context ends.
func (p program) serve(ctx context.Context, a *archive.Archive, s serving, token []byte) error {
	listener, err := net.Listen("tcp", s.listen)
	if err != nil {
		return &rashomon.Error{Kind: rashomon.ErrorBusy, Place: s.listen, Cause: "cannot listen there: " + err.Error(), Remedy: "choose another port by --listen", Err: err}
	}
	level := slog.LevelInfo
	if s.verbose {
		level = slog.LevelDebug
	}
	log := slog.New(slog.NewTextHandler(p.stderr, &slog.HandlerOptions{Level: level}))
	server := &http.Server{
		Handler:           web.New(ctx, a, web.Config{Version: version(), Pages: ui.Pages(), Log: log, Now: p.now, Hosts: s.hosts(), TokenSHA256: token}).Handler(),
		ReadHeaderTimeout: headerTime, ReadTimeout: bodyTime, IdleTimeout: idleTime, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	fmt.Fprintf(p.stdout, "Open http://%s in a browser. Ctrl-C stops.\n", listener.Addr())
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		ending, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
		defer cancel()
		stopped <- server.Shutdown(ending)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// hosts are the names by which a browser may ask: of a server that listens to others, any, since it asks for a token.
func (s *serving) hosts() []string {
	host, _, _ := net.SplitHostPort(s.listen) // checked before
	if !isLoopback(host) {
		return nil
	}
	return []string{"localhost", "127.0.0.1", "::1", host}
}
