package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rashomon"
	"rashomon/archive"
	"rashomon/source"
	"rashomon/ui"
	"rashomon/web"
)

// serving is what `serve` lets a user say.
type serving struct {
	listen    string
	tokenFile string
	logLevel  string
	level     slog.Level // the same
	logFormat string

	perSecond   int
	behindProxy bool
}

func (p program) serveCommand() *cobra.Command {
	var s serving
	command := &cobra.Command{
		Use:   "serve",
		Short: "Open the archive in a browser: the accounts side by side",
		Long: `Open the archive in a browser: what was read, where the accounts part, happenings
by accounts, every text with what was found in it. Under the pages lies an API,
described at /api/v1/openapi.json. An archive that is not there is made; the page
Add takes documents.

It listens on this machine alone. To listen elsewhere it demands a token, the
first line of a file that --token-file names, which everybody must then give; put
a server that speaks TLS before it, on the same machine, and say --behind-proxy.

/healthz says whether it is alive, /readyz whether there is something to show,
/metrics what it does, in the form of Prometheus, to whoever has the token.`,
		Example: "  rashomon serve\n  rashomon --archive case/rashomon.db serve --listen 127.0.0.1:9000",
		Args:    exactly(0, "no arguments"),
		RunE: func(cmd *cobra.Command, _ []string) error {
			token, err := s.check()
			if err != nil {
				return err
			}
			if err := s.checkLimits(); err != nil {
				return err
			}
			if err := s.checkLog(); err != nil {
				return err
			}
			if err := p.tellOfNew(cmd); err != nil {
				return err
			}
			return p.withArchive(cmd, false, func(ctx context.Context, a *archive.Archive) error { return p.serve(ctx, a, s, token) })
		},
	}
	command.Flags().StringVar(&s.listen, "listen", "127.0.0.1:8080", "the `ADDRESS` to listen on")
	command.Flags().StringVar(&s.tokenFile, "token-file", "", "ask for the token that stands in this `FILE`")
	command.Flags().IntVar(&s.perSecond, "rate", 0, "how many requests one address may make a second (default 1000; with a token 50)")
	command.Flags().BoolVar(&s.behindProxy, "behind-proxy", false, "a server on this machine passes requests on; X-Forwarded-For tells whose\nthey are, X-Forwarded-Proto whether they came by https")
	command.Flags().StringVar(&s.logLevel, "log-level", "warn", "how much to log: debug (also addresses, with the words that are searched for),\ninfo (every request), warn or error")
	command.Flags().StringVar(&s.logFormat, "log-format", "text", "text, or json: one object a line")
	return command
}

// tellOfNew says that there is no archive yet, since its name may have been misspelt: it will be made.
func (p program) tellOfNew(cmd *cobra.Command) error {
	err := p.withArchive(cmd, true, func(context.Context, *archive.Archive) error { return nil })
	var ours *rashomon.Error
	if !errors.As(err, &ours) || ours.Kind != rashomon.ErrorNotFound {
		return err
	}
	fmt.Fprintf(p.stderr, "%s: a new archive, still empty. Add documents on the page Add, or by `rashomon read`.\n", ours.Place)
	return nil
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

// checkLog refuses a level or form of the log that there is not.
func (s *serving) checkLog() error {
	if err := s.level.UnmarshalText([]byte(s.logLevel)); err != nil {
		return usage("--log-level "+s.logLevel, "write debug, info, warn or error")
	}
	if s.logFormat != "text" && s.logFormat != "json" {
		return usage("--log-format "+s.logFormat, "write text or json")
	}
	return nil
}

// logs returns what writes the log.
func (s *serving) logs(to io.Writer) slog.Handler {
	options := &slog.HandlerOptions{Level: s.level}
	if s.logFormat == "json" {
		return slog.NewJSONHandler(to, options)
	}
	return slog.NewTextHandler(to, options)
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
	headerSize = 32 << 10
	stopTime   = 10 * time.Second // for answers under way when the server stops
)

// serve answers requests until the context ends.
func (p program) serve(ctx context.Context, a *archive.Archive, s serving, token []byte) error {
	listener, err := net.Listen("tcp", s.listen)
	if err != nil {
		return &rashomon.Error{Kind: rashomon.ErrorBusy, Place: s.listen, Cause: "cannot listen there: " + err.Error(), Remedy: "choose another port by --listen", Err: err}
	}
	log := slog.New(s.logs(p.stderr))
	app := web.New(ctx, a, web.Config{
		Version: version(), Pages: ui.Pages(), Log: log, Now: p.now, Hosts: s.hosts(), TokenSHA256: token, Limits: s.limits(),
		Fetch: source.Fetcher{UserAgent: "rashomon/" + release},
	})
	server := &http.Server{
		Handler:           app.Handler(),
		ReadHeaderTimeout: headerTime, ReadTimeout: bodyTime, IdleTimeout: idleTime, MaxHeaderBytes: headerSize,
		ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelDebug),
	}
	fmt.Fprintf(p.stdout, "Open http://%s in a browser. Ctrl-C stops.\n", listener.Addr())
	stopped := make(chan struct{})
	go func() {
		defer close(stopped)
		<-ctx.Done()
		stop(context.WithoutCancel(ctx), server, app, log)
	}()
	if err := server.Serve(s.gate(listener)); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	<-stopped
	return nil
}

// stop takes no more requests, and lets those under way come to their end, within a limit. What one has written is in the archive or
// is not: each change is one transaction.
func stop(ctx context.Context, server *http.Server, app *web.Server, log *slog.Logger) {
	ending, cancel := context.WithTimeout(ctx, stopTime)
	defer cancel()
	if err := server.Shutdown(ending); err != nil {
		log.Warn("some requests were cut off", "after", stopTime, "error", err)
		_ = server.Close() // what they were about was told
	}
	app.Wait(ending)
}

// hosts are the names by which a browser may ask. Where a token is asked for, any: a browser gives it only to the host that it was
// typed for.
func (s *serving) hosts() []string {
	if s.tokenFile != "" {
		return nil
	}
	host, _, _ := net.SplitHostPort(s.listen) // checked before
	return []string{"localhost", "127.0.0.1", "::1", host}
}
