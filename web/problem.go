package web

import (
	"context"
	"errors"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rashomon"
)

// statuses are what errors come to over HTTP.
var statuses = map[rashomon.ErrorKind]int{
	rashomon.ErrorInvalid:     http.StatusUnprocessableEntity,
	rashomon.ErrorUnsupported: http.StatusUnsupportedMediaType,
	rashomon.ErrorTooLarge:    http.StatusRequestEntityTooLarge,
	rashomon.ErrorNotFound:    http.StatusNotFound,
	rashomon.ErrorDenied:      http.StatusForbidden,
	rashomon.ErrorUnreachable: http.StatusBadGateway,
	rashomon.ErrorBusy:        http.StatusServiceUnavailable,
	rashomon.ErrorFull:        http.StatusInsufficientStorage,
	rashomon.ErrorNewer:       http.StatusConflict,
	rashomon.ErrorCorrupt:     http.StatusInternalServerError,
	rashomon.ErrorUsage:       http.StatusBadRequest,
}

// problem returns an error as application/problem+json tells it (RFC 9457), or nil. What went wrong inside goes into the log.
func (s *Server) problem(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	var ours *rashomon.Error
	var told huma.StatusError
	switch {
	case errors.As(err, &told):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return huma.Error503ServiceUnavailable("it took too long")
	case !errors.As(err, &ours) || statuses[ours.Kind] == 0:
		s.metrics.met("")
		requestOf(ctx).failure = err
		return huma.Error500InternalServerError("something went wrong inside; it is in the log")
	}
	s.metrics.met(ours.Kind)
	status := statuses[ours.Kind]
	if status >= http.StatusInternalServerError {
		requestOf(ctx).failure = err
	}
	place := ours.Place
	if place == s.archive.Path() { // where it lies is no matter of who reads it
		place = ""
	}
	return huma.NewError(status, ours.Cause, &huma.ErrorDetail{Message: ours.Remedy, Location: place})
}

// traced names in a problem the request that it came of.
func traced(ctx huma.Context, _ string, body any) (any, error) {
	if problem, ok := body.(*huma.ErrorModel); ok {
		problem.Instance = instance(ctx.Context())
	}
	return body, nil
}

// nothing is there: an address of the API that there is not.
func (s *Server) nothing(w http.ResponseWriter, r *http.Request) {
	refuse(w, r, http.StatusNotFound, "there is no "+r.Method+" "+r.URL.Path+"; see /api/v1/openapi.json")
}

// unknown is the error of an id that nothing has.
func unknown(place, id string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorNotFound, Place: place, Cause: "nothing has the id " + id, Remedy: "ids stand in the lists of the API",
	}
}

// unknown is the error of an id that nothing on a board has.
func (b *board) unknown(place, id string) error {
	if b.Later == nil {
		return unknown(place, id)
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorNotFound, Place: place, Cause: "nothing that had been published by then has the id " + id,
		Remedy: "ask for a later day",
	}
}
