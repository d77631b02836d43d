package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/textproto"
	"net/url"
	"strings"
	"time"

	"rashomon"
)

const (
	// DefaultTimeout bounds one fetch, redirects included.
	DefaultTimeout = 30 * time.Second
	// DefaultRedirects is how many redirects are followed; more than three are rare outside of circles.
	DefaultRedirects = 5
	// DefaultUserAgent names the program to servers.
	DefaultUserAgent = "rashomon"
)

// A Fetcher fetches pages from the web. It refuses addresses within private networks, so that a list of addresses from
// somebody else cannot reach what only this machine may reach. It keeps no cookies, sends no credentials and uses no
// proxy. The zero value works.
type Fetcher struct {
	AllowPrivate bool          // allow addresses in private networks, and this machine's
	Limit        int64         // bytes of a page, after decompression; 0 stands for DefaultLimit
	Timeout      time.Duration // 0 stands for DefaultTimeout
	Redirects    int           // 0 stands for DefaultRedirects, less than 0 for none at all
	UserAgent    string        // empty: DefaultUserAgent
}

// Fetch returns the page that a server sends under an address, as it would be in a file, under the address that
// redirects led to. Of the headers it keeps the charset. A feed, which holds many documents, has the format "feed".
// Errors are *rashomon.Error, or the context's.
func (f Fetcher) Fetch(ctx context.Context, address string) (rashomon.Original, error) {
	limited, cancel := context.WithTimeout(ctx, cmp.Or(f.Timeout, DefaultTimeout))
	defer cancel()
	client := f.client()
	defer client.CloseIdleConnections()
	page, err := f.get(limited, client, address)
	switch {
	case ctx.Err() != nil:
		return rashomon.Original{}, ctx.Err()
	case err != nil:
		return rashomon.Original{}, f.fetchError(address, err)
	}
	return page, nil
}

// get returns the page under the address that it came from.
func (f Fetcher) get(ctx context.Context, client *http.Client, address string) (page rashomon.Original, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return page, badAddress(address, err)
	}
	request.Header.Set("User-Agent", cmp.Or(f.UserAgent, DefaultUserAgent))
	if err := checkURL(request.URL); err != nil {
		return page, err
	}
	answer, err := client.Do(request)
	if err != nil {
		return page, err
	}
	defer answer.Body.Close()
	if err := statusError(answer.StatusCode); err != nil {
		return page, err
	}
	limit := cmp.Or(f.Limit, DefaultLimit)
	body, err := io.ReadAll(io.LimitReader(answer.Body, limit+1))
	if err != nil {
		return page, err
	}
	if int64(len(body)) > limit {
		return page, tooLarge("", limit)
	}
	page, err = pageOf(response{header: textproto.MIMEHeader(answer.Header), body: body}, limit)
	from, _, _ := strings.Cut(answer.Request.URL.String(), "#")
	page.Name, page.Address = from, from
	page.Told = []rashomon.Detail{{Field: rashomon.FieldURL, Value: from, Rule: "fetch/address"}}
	return page, err
}

func badAddress(address string, err error) error {
	cause := "this is no address"
	if !strings.Contains(address, "@") { // what is wrong may be quoted, and be part of a password
		cause += ": " + innermost(err).Error()
	}
	return &rashomon.Error{Kind: rashomon.ErrorUsage, Cause: cause, Remedy: "write it as https://example.org/page"}
}

// pageOf returns the page that a response sends; one that cannot be read is an error.
func pageOf(r response, limit int64) (rashomon.Original, error) {
	page, err := r.page(limit)
	if err == nil && page.Format == "" {
		err = &rashomon.Error{
			Kind:   rashomon.ErrorUnsupported,
			Cause:  fmt.Sprintf("what is there is of the type %q, which is no page, text, PDF or feed", r.header.Get("Content-Type")),
			Remedy: "download it and name the file",
		}
	}
	return page, err
}

func (f Fetcher) client() *http.Client {
	dialer := &net.Dialer{}
	if !f.AllowPrivate {
		dialer.ControlContext = refusePrivate
	}
	return &http.Client{
		Transport: &http.Transport{
			DialContext:            dialer.DialContext,
			ForceAttemptHTTP2:      true,
			MaxResponseHeaderBytes: 1 << 20, // as much as Go's server takes of a request
		},
		CheckRedirect: f.checkRedirect,
	}
}

func (f Fetcher) checkRedirect(request *http.Request, via []*http.Request) error {
	request.Header.Del("Referer")
	if most := max(cmp.Or(f.Redirects, DefaultRedirects), 0); len(via) > most {
		return &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Cause: fmt.Sprintf("more than %d redirects", most),
			Remedy: "name the address that they lead to",
		}
	}
	return checkURL(request.URL)
}

// checkURL refuses what is not of the web, and credentials, which do not belong into a list of sources.
func checkURL(address *url.URL) error {
	switch {
	case address.Scheme != "http" && address.Scheme != "https":
		return &rashomon.Error{
			Kind:   rashomon.ErrorDenied,
			Cause:  fmt.Sprintf("it leads to an address of the scheme %q; only http and https are fetched", address.Scheme),
			Remedy: "save the page as a file and read that",
		}
	case address.Host == "":
		return &rashomon.Error{Kind: rashomon.ErrorUsage, Cause: "the address names no host"}
	case address.User != nil:
		return &rashomon.Error{
			Kind: rashomon.ErrorDenied, Cause: "the address holds a name or password",
			Remedy: "download the page and name the file",
		}
	}
	return nil
}

func statusError(status int) error {
	e := &rashomon.Error{Cause: fmt.Sprintf("the server answered %d %s", status, http.StatusText(status))}
	switch {
	case status == http.StatusOK:
		return nil
	case status == http.StatusNotFound, status == http.StatusGone:
		e.Kind, e.Remedy = rashomon.ErrorNotFound, "check the address"
	case status == http.StatusUnauthorized, status == http.StatusForbidden,
		status == http.StatusUnavailableForLegalReasons:
		e.Kind, e.Remedy = rashomon.ErrorDenied, "save the page from a browser and name the file"
	default:
		e.Kind, e.Remedy = rashomon.ErrorUnreachable, "try again later"
	}
	return e
}

func (f Fetcher) fetchError(address string, err error) error {
	address = withoutPassword(address)
	var known *rashomon.Error
	var timeout interface{ Timeout() bool }
	switch {
	case errors.As(err, &known):
		return placed(known, address)
	case errors.As(err, &timeout) && timeout.Timeout():
		return &rashomon.Error{
			Kind: rashomon.ErrorUnreachable, Place: address,
			Cause:  fmt.Sprintf("no whole answer within %v", cmp.Or(f.Timeout, DefaultTimeout)),
			Remedy: "try again later", Err: err,
		}
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorUnreachable, Place: address, Cause: "it cannot be reached: " + innermost(err).Error(),
		Remedy: "try again later", Err: err,
	}
}

// fetch yields what is under an address.
func (o *opener) fetch(address string) bool {
	fetcher := o.Fetch
	fetcher.Limit = cmp.Or(fetcher.Limit, o.limit())
	page, err := fetcher.Fetch(o.ctx, address)
	if err != nil {
		return o.fail(err)
	}
	return o.page(stream{}, page)
}
