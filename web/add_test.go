package web_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon/source"
	"rashomon/web"
)

// A sent part of a form: a field, or a file where it has a name.
type sent struct{ field, file, content string }

// form returns the request that hands documents in.
func form(t testing.TB, api string, parts ...sent) *http.Request {
	t.Helper()
	var body bytes.Buffer
	w := multipart.NewWriter(&body)
	for _, part := range parts {
		out, err := w.CreateFormField(part.field)
		if part.file != "" {
			out, err = w.CreateFormFile(part.field, part.file)
		}
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.WriteString(out, part.content)
	}
	_ = w.Close()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, api+"/documents", &body)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", w.FormDataContentType())
	return r
}

// begun asks for a job and returns its id.
func begun(t *testing.T, r *http.Request) string {
	t.Helper()
	response, body := ask(t, r)
	var started struct{ ID, Events string }
	if err := json.Unmarshal([]byte(body), &started); err != nil || response.StatusCode != http.StatusAccepted || started.ID == "" {
		t.Fatalf("%s %s", response.Status, body)
	}
	if want := "/api/v1/jobs/" + started.ID; response.Header.Get("Location") != want || started.Events != want+"/events" {
		t.Errorf("%v %+v", response.Header, started)
	}
	return started.ID
}

// followed follows a job from an event on until its last event.
func followed(t *testing.T, api, id string, last int) []web.Event {
	t.Helper()
	r := request(t, http.MethodGet, api+"/jobs/"+id+"/events", "")
	r.Header.Set("Last-Event-ID", strconv.Itoa(last))
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != "text/event-stream" {
		t.Fatalf("%s %v", response.Status, response.Header)
	}
	var events []web.Event
	for lines := bufio.NewScanner(response.Body); lines.Scan(); {
		data, found := strings.CutPrefix(lines.Text(), "data: ")
		if !found {
			continue
		}
		var event web.Event
		if err := json.Unmarshal([]byte(data), &event); err != nil {
			t.Fatal(err)
		}
		events = append(events, event)
	}
	return events
}

func kinds(events []web.Event) string {
	var words []string
	for _, event := range events {
		words = append(words, string(event.Kind))
	}
	return strings.Join(words, " ")
}

// TestAdd hands files in, follows what becomes of them, and sees them among the documents.
func TestAdd(t *testing.T) {
	t.Parallel()
	api := serve(t, config()).URL + "/api/v1"
	first := sent{"file", `C:\reports\ferry.txt`, "The ferry sank near Karsova. Nine people drowned.\n"}
	parts := []sent{first, {"source", "", "Coastline News"}, {"published", "", "2031-03-14"},
		{"file", "broken.pdf", "%PDF-1.4 and so on"}}
	id := begun(t, form(t, api, parts...))
	events := followed(t, api, id, 0)
	if kinds(events) != "queued read refused kept done" {
		t.Fatalf("%+v", events)
	}
	kept, refused, done := events[3], events[2], events[4]
	if kept.Name != "ferry.txt" || kept.Source != "Coastline News" || kept.Published != "2031-03-14" || len(kept.Unknown) != 0 ||
		kept.Words != 8 {
		t.Errorf("%+v", kept)
	}
	if refused.Name != "broken.pdf" || refused.Reason == "" {
		t.Errorf("%+v", refused)
	}
	if done.Sum != (web.Progress{Read: 1, Kept: 1, Refused: 1}) || done.Reason != "" {
		t.Errorf("%+v", done)
	}
	if again := followed(t, api, id, 3); kinds(again) != "kept done" || again[0].Number != 4 {
		t.Errorf("from the fourth on: %+v", again)
	}
	if found := all(t, api+"/documents", 200); len(found) != 1 || found[0]["id"] != kept.Document ||
		found[0]["source"] != "Coastline News" {
		t.Errorf("%v", found)
	}
	if events := followed(t, api, begun(t, form(t, api, parts[:3]...)), 0); kinds(events) != "queued known done" ||
		events[1].Document != kept.Document {
		t.Errorf("again: %+v", events)
	}
	var answer web.JobAnswer
	if fetch(t, api+"/jobs/"+id+"?after=4", &answer); !answer.Done || kinds(answer.Events) != "done" {
		t.Errorf("%+v", answer)
	}
}

// TestAddPasted pastes a text, and states afterwards what it does not tell.
func TestAddPasted(t *testing.T) {
	t.Parallel()
	api := serve(t, config()).URL + "/api/v1"
	events := followed(t, api, begun(t, form(t, api, sent{"text", "", "<b>Nine</b> people drowned when the ferry sank."},
		sent{"title", "", "A ferry"})), 0)
	kept := events[2]
	if kept.Kind != web.EventKept || kept.Title != "A ferry" || !slices.Equal(kept.Unknown, []string{"source", "published"}) {
		t.Fatalf("%+v", events)
	}
	var reading struct {
		Parts []struct{ Pieces []struct{ Text string } }
	}
	fetch(t, api+"/documents/"+kept.Document, &reading)
	var text strings.Builder
	for _, piece := range reading.Parts[0].Pieces {
		text.WriteString(piece.Text)
	}
	if text.String() != "<b>Nine</b> people drowned when the ferry sank." {
		t.Errorf("the text is not as it was pasted: %q", text.String())
	}
	id := begun(t, posted(t, api+"/documents/"+kept.Document+"/details", `{"source": "A. Keeper", "published": "2031-03"}`))
	if events := followed(t, api, id, 0); kinds(events) != "queued read kept done" || events[2].Source != "A. Keeper" ||
		events[2].Title != "A ferry" || events[2].Document != kept.Document {
		t.Errorf("%+v", events)
	}
	if found := all(t, api+"/documents", 200); len(found) != 1 || found[0]["published"] != "2031-03" {
		t.Errorf("%v", found)
	}
}

// TestRefusedAdding: what cannot be is refused at once, by a problem that names the field.
func TestRefusedAdding(t *testing.T) {
	t.Parallel()
	api := serve(t, config()).URL + "/api/v1"
	many := slices.Repeat([]sent{{"file", "a.txt", "A."}}, 101)
	text := sent{"text", "", "Nine drowned."}
	for name, c := range map[string]struct {
		request *http.Request
		status  int
		place   string
	}{
		"nothing":            {form(t, api), 400, "body.file"},
		"no file chosen":     {form(t, api, sent{"file", "", ""}), 400, "body.file"},
		"no day":             {form(t, api, text, sent{"published", "", "last week"}), 400, "body.published"},
		"no language":        {form(t, api, text, sent{"language", "", "english"}), 400, "body.language"},
		"two lines":          {form(t, api, text, sent{"source", "", "a\nb"}), 400, "body.source"},
		"long source":        {form(t, api, text, sent{"source", "", strings.Repeat("x", 3000)}), 400, "body.source"},
		"longer source":      {form(t, api, text, sent{"source", "", strings.Repeat("x", 5000)}), 413, "body.source"},
		"long text":          {form(t, api, sent{"text", "", strings.Repeat("x", 5<<20)}), 413, "body.text"},
		"no such field":      {form(t, api, text, sent{"<b>", "", "x"}), 400, "body.<b>"},
		"no text":            {form(t, api, sent{"text", "", "\xff"}), 400, "body.text"},
		"many files":         {form(t, api, many...), 413, "body.file"},
		"many parts":         {form(t, api, slices.Repeat([]sent{{"title", "", "x"}}, 300)...), 413, "body.file"},
		"no form":            {posted(t, api+"/documents", `{"text": "x"}`), 415, "header.Content-Type"},
		"no address":         {posted(t, api+"/fetch", `{"address": "/etc/passwd"}`), 400, "body.address"},
		"another scheme":     {posted(t, api+"/fetch", `{"address": "file:///etc/passwd"}`), 400, "body.address"},
		"no day of a page":   {posted(t, api+"/fetch", `{"address": "http://x.example/", "published": "soon"}`), 400, "body.published"},
		"nothing stated":     {posted(t, api+"/documents/0000000000000000/details", `{}`), 400, "body"},
		"no document":        {posted(t, api+"/documents/0000000000000000/details", `{"source": "x"}`), 404, "path.id"},
		"no job":             {request(t, http.MethodGet, api+"/jobs/x", ""), 404, "path.id"},
		"no job to follow":   {request(t, http.MethodGet, api+"/jobs/x/events", ""), 404, "path.id"},
		"no job to be ended": {request(t, http.MethodDelete, api+"/jobs/x", ""), 404, "path.id"},
	} {
		response, body := ask(t, c.request)
		var problem struct{ Errors []struct{ Location string } }
		if err := json.Unmarshal([]byte(body), &problem); err != nil || response.StatusCode != c.status || len(problem.Errors) == 0 ||
			problem.Errors[0].Location != c.place {
			t.Errorf("%s: %s %s, want %d at %s", name, response.Status, body, c.status, c.place)
		}
	}
	r := form(t, api, text)
	r.Header.Set("Sec-Fetch-Site", "cross-site")
	if response, body := ask(t, r); response.StatusCode != http.StatusForbidden {
		t.Errorf("of another site: %s %s", response.Status, body)
	}
	if found := all(t, api+"/documents", 200); len(found) != 0 {
		t.Errorf("%v", found)
	}
}

// TestSlowUpload: whoever sends slowly, or hangs up in the middle, keeps nobody waiting and leaves nothing.
func TestSlowUpload(t *testing.T) {
	t.Parallel()
	server := serve(t, config())
	slow, err := net.Dial("tcp", strings.TrimPrefix(server.URL, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = slow.Close() })
	fmt.Fprintf(slow, "POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n"+
		"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.txt\"\r\n\r\nThe ferry")
	api := server.URL + "/api/v1"
	events := followed(t, api, begun(t, form(t, api, sent{"text", "", "Nine drowned."})), 0)
	if kinds(events) != "queued read kept done" {
		t.Errorf("%+v", events)
	}
	if err := slow.Close(); err != nil {
		t.Fatal(err)
	}
	if found := all(t, api+"/documents", 200); len(found) != 1 {
		t.Errorf("%v", found)
	}
}

// TestLongReading: a long job keeps no short one waiting, and can be stopped.
func TestLongReading(t *testing.T) {
	t.Parallel()
	api := serve(t, config()).URL + "/api/v1"
	var lines strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&lines, `{"text": "Report %d: nine people drowned when the ferry sank near Karsova."}`+"\n", i)
	}
	long := begun(t, form(t, api, sent{"file", "long.jsonl", lines.String()}))
	short := followed(t, api, begun(t, form(t, api, sent{"text", "", "Twelve drowned."})), 0)
	if kinds(short) != "queued read kept done" {
		t.Errorf("%+v", short)
	}
	if response, body := ask(t, request(t, http.MethodDelete, api+"/jobs/"+long, "")); response.StatusCode != http.StatusNoContent {
		t.Fatalf("%s %s", response.Status, body)
	}
	events := followed(t, api, long, 0)
	done := events[len(events)-1]
	if done.Kind != web.EventDone || done.Reason == "" || done.Sum.Kept == 0 || done.Sum.Kept == 5000 {
		t.Errorf("%+v", done)
	}
	if len(events) > 1200 {
		t.Errorf("%d events are remembered one by one", len(events))
	}
	if found := all(t, api+"/documents", 200); len(found) != done.Sum.Kept+1 {
		t.Errorf("%d documents, want %d and the short one", len(found), done.Sum.Kept)
	}
}

// TestFetchPage has pages fetched: never one of this machine, unless that is allowed.
func TestFetchPage(t *testing.T) {
	t.Parallel()
	pages := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		_, _ = io.WriteString(w, "<html><title>A ferry</title><article><h1>A ferry sank</h1><p>Nine people drowned when the ferry sank near Karsova on Monday night.</p></article>")
	}))
	defer pages.Close()
	asked := fmt.Sprintf(`{"address": "%s/ferry", "source": "Coastline News"}`, pages.URL)

	closed := serve(t, config()).URL + "/api/v1"
	if events := followed(t, closed, begun(t, posted(t, closed+"/fetch", asked)), 0); kinds(events) != "queued refused done" ||
		!strings.Contains(events[1].Reason, "private network") {
		t.Errorf("%+v", events)
	}
	allowing := config()
	allowing.Fetch = source.Fetcher{AllowPrivate: true}
	open := serve(t, allowing).URL + "/api/v1"
	events := followed(t, open, begun(t, posted(t, open+"/fetch", asked)), 0)
	if kinds(events) != "queued read kept done" || events[2].Source != "Coastline News" || events[2].Name != pages.URL+"/ferry" {
		t.Errorf("%+v", events)
	}
}
