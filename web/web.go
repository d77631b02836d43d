// Package web serves an archive to a browser: the pages of package ui, and under /api/v1 everything that they show, as JSON.
//
// Who reads waits for nobody: requests are answered from a view of the archive that is made beside them, anew when the archive
// has changed. Documents that somebody adds are read beside them too. Nothing is fetched from any other host, but by the server
// the pages that somebody asks it to fetch.
package web

import (
	"context"
	"io/fs"
	"log/slog"
	"net/http"
	"runtime"
	"sync/atomic"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"rashomon/archive"
	"rashomon/source"
)

// Config is what a server needs to know.
type Config struct {
	Version string       // of the program
	Pages   fs.FS        // the built front end
	Log     *slog.Logger // what goes wrong, and each request
	Now     func() time.Time

	// Hosts are the names, without port, by which a browser may ask for the pages: a page of another site whose name is made to lead
	// here (DNS rebinding) reads nothing.
	Hosts []string
	// Fetch is how pages of the web are fetched that somebody asks for. Those in private networks are refused unless it allows them.
	Fetch source.Fetcher
	// TokenSHA256 is the hash of the token that every request must carry, or nil where none is asked for.
	TokenSHA256 []byte
	Limits      Limits
}

// A Server answers requests. It is safe for concurrent use.
type Server struct {
	config  Config
	archive *archive.Archive
	boards  *boards
	jobs    *jobs
	metrics *metrics
	ids     *ids

	asking   *throttle    // by everybody
	guessing *throttle    // of tokens
	making   turns        // of answers
	spooled  atomic.Int64 // bytes that were handed in and wait to be read
}

// New returns a server of an archive. Its view of the archive is made, and documents are read, in the background until the
// context ends.
func New(ctx context.Context, a *archive.Archive, config Config) *Server {
	s := &Server{
		config: config, archive: a, boards: newBoards(ctx, a, config), metrics: newMetrics(), ids: newIDs(config.Now()),
		asking: newThrottle(config.Limits.PerSecond, config.Limits.Burst), guessing: newThrottle(guessesPerSecond, guessesAtOnce),
		making: make(turns, 2*runtime.GOMAXPROCS(0)), // of which some wait for the disk
	}
	s.jobs = newJobs(ctx, a, s.boards.after, config.Log)
	s.metrics.watch(s.boards, config.Now)
	s.metrics.queue(s)
	return s
}

// Wait waits until nothing goes on in the background any more, which comes soon after the end of the context that [New] was
// given, or until another context ends. The archive is closed after that.
func (s *Server) Wait(ctx context.Context) {
	ended := make(chan struct{})
	go func() {
		s.jobs.group.Wait()
		s.boards.group.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-ctx.Done():
	}
}

// Handler returns all that is served: the API, its description, and the pages.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	s.describe(mux)
	mux.Handle("GET /healthz", named("health", http.HandlerFunc(s.health)))
	mux.Handle("GET /readyz", named("health", http.HandlerFunc(s.health)))
	mux.Handle("GET /metrics", named("metrics", s.metrics.handler()))
	mux.Handle("/api/", http.HandlerFunc(s.nothing))
	mux.Handle("/", named("page", s.pages()))
	return s.guarded(mux)
}

func init() { huma.DefaultArrayNullable = false } // no list of ours is ever null

// describe adds the operations of the API to a mux, with its description in OpenAPI 3.1 at /api/v1/openapi.json.
func (s *Server) describe(mux *http.ServeMux) huma.API {
	config := huma.DefaultConfig("Rashomon", s.config.Version)
	config.Info.Description = "What several accounts tell of the same events, on whose word, and where they agree, differ, deny or keep silent."
	config.OpenAPIPath, config.SchemasPath, config.DocsPath = "/api/v1/openapi", "/api/v1/schemas",
		"" // huma's page loads from another host
	config.CreateHooks = nil // no "$schema" in every answer
	config.Transformers = append(config.Transformers, traced)
	api := humago.New(mux, config)
	api.UseMiddleware(namedByAPI)
	s.operations(described{api, s})
	return api
}

// described is the API of a server while operations are added to it.
type described struct {
	huma.API
	server *Server
}

// operations are all that can be asked.
func (s *Server) operations(api described) {
	get(api, "overview", "/overview", "What was read, by whom, and where it parts", s.overview)
	getKept(api, "list-documents", "/documents", "The documents", s.documents)
	getKept(api, "read-document", "/documents/{id}", "A document, its text in pieces with what was found in it", s.document)
	get(api, "list-differences", "/differences", "Where accounts differ", s.differences)
	get(api, "read-difference", "/differences/{id}", "A difference, with all that stand with it as one question", s.difference)
	get(api, "difference-passages", "/differences/{id}/passages", "The further passages on its question", s.passagesOfDifference)
	get(api, "list-agreements", "/agreements", "Where independent accounts agree", s.agreements)
	get(api, "read-agreement", "/agreements/{id}", "An agreement", s.agreement)
	get(api, "agreement-passages", "/agreements/{id}/passages", "All passages that say so", s.passagesOfAgreement)
	get(api, "list-happenings", "/happenings", "What happened, as accounts tell it", s.happenings)
	get(api, "read-happening", "/happenings/{id}", "All that accounts tell of a happening", s.happening)
	get(api, "matrix", "/matrix", "Happenings by accounts: tells, differs, denies, silent", s.matrix)
	get(api, "list-parties", "/parties", "Who takes part", s.parties)
	get(api, "read-party", "/parties/{id}", "All that accounts tell of a party", s.party)
	get(api, "timeline", "/timeline", "What happened by day", s.timeline)
	get(api, "lanes", "/lanes", "What each account tells, by the times that it tells itself", s.lanes)
	get(api, "map", "/map", "Where accounts set what happened", s.worldMap)
	get(api, "place", "/map/{id}", "What accounts set at a place, or nowhere", s.placedAt)
	get(api, "network", "/network", "Who is told to do what to whom", s.network)
	get(api, "edge", "/network/{from}/{to}", "The passages in which one party is told to do something to another", s.edge)
	get(api, "list-echoes", "/echoes", "What repeats what", s.echoes)
	get(api, "list-predictions", "/predictions", "What was foretold, and what came of it", s.predictions)
	get(api, "list-positions", "/positions", "Who sides with whom, in its own voice", s.positions)
	get(api, "list-changes", "/changes", "How what is told changed over the days", s.changes)
	getKept(api, "list-corrections", "/corrections", "What people corrected", s.corrections)
	post(api, "correct", "/corrections", "Correct what was found: a record of its own, kept with author and reason, that can be undone", s.correct)
	s.adding(api)
	getKept(api, "search", "/search", "Documents that tell of something, by words", s.search)
	get(api, "search-deeds", "/deeds", "Who did what to whom, on whose word", s.deeds)
	getKept(api, "report", "/report", "All of it in one file, to be sent or printed", s.report)
	get(api, "why", "/why/{id}", "What has an id: a difference, an agreement, an echo, a change, a happening or a party", s.why)
	getKept(api, "why-found", "/why/{id}/{finding}", "The rule and the passage behind something found in a document", s.whyFound)
}

// post adds an operation that writes, and answers with what became of it.
func post[In, Out any](api described, id, path, summary string, answer func(context.Context, *In) (*Out, error)) {
	huma.Register(api, huma.Operation{
		OperationID: id, Method: http.MethodPost, Path: "/api/v1" + path, Summary: summary, MaxBodyBytes: longestCorrection,
		Errors: []int{http.StatusBadRequest, http.StatusNotFound, http.StatusRequestEntityTooLarge},
	}, func(ctx context.Context, in *In) (*Out, error) {
		out, err := answer(ctx, in)
		return out, api.server.problem(ctx, err)
	})
}

// longestCorrection is how many bytes a correction may have: its fields are bounded one by one besides.
const longestCorrection = 64 << 10

// get adds an operation that tells of the view of the archive and of nothing else: until that changes, so does no answer.
func get[In, Out any](api described, id, path, summary string, answer func(context.Context, *In) (*Out, error)) {
	look(api, api.server.fromView, id, path, summary, answer)
}

// getKept adds one that tells also of what the archive holds beyond the view.
func getKept[In, Out any](api described, id, path, summary string, answer func(context.Context, *In) (*Out, error)) {
	look(api, api.server.fromArchive, id, path, summary, answer)
}

// look adds an operation that changes nothing, and is answered from somewhere.
func look[In, Out any](
	api described, from func(huma.Context, func(huma.Context)), id, path, summary string,
	answer func(context.Context, *In) (*Out, error),
) {
	huma.Register(api, huma.Operation{
		OperationID: id, Method: http.MethodGet, Path: "/api/v1" + path, Summary: summary,
		Errors: []int{http.StatusBadRequest, http.StatusNotFound}, Middlewares: huma.Middlewares{from},
	}, func(ctx context.Context, in *In) (*Out, error) {
		out, err := answer(ctx, in)
		return out, api.server.problem(ctx, err)
	})
}

// A Body is an answer.
type Body[T any] struct{ Body T }

func body[T any](value T) *Body[T] { return &Body[T]{value} }
