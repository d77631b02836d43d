package main

import (
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// Readers of a load: people at pages, who look at each for a while.
const (
	loadReaders   = 200
	loadDocuments = 1000
	loadPause     = time.Second // on average between two pages
)

// BenchmarkReadersWhileReading serves an archive to 200 readers while 1,000 documents are read into it by another process, and
// reports how long they wait. Run it with -benchtime 1x on a machine that does nothing else.
func BenchmarkReadersWhileReading(b *testing.B) {
	for b.Loop() {
		l := newLoad(b, loadDocuments)
		l.run(loadReaders, loadPause)
		slices.Sort(l.took)
		b.ReportMetric(float64(len(l.took)), "requests")
		b.ReportMetric(float64(l.took[len(l.took)/2])/1e6, "p50-ms")
		b.ReportMetric(float64(l.took[len(l.took)*99/100])/1e6, "p99-ms")
		b.ReportMetric(float64(l.took[len(l.took)-1])/1e6, "max-ms")
	}
}

// TestReadersWhileReading does the same with fewer of both: nobody gets an error.
func TestReadersWhileReading(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it reads documents with the trained model")
	}
	l := newLoad(t, 60)
	l.run(20, loadPause/20)
	if len(l.took) == 0 {
		t.Error("nobody read anything")
	}
}

// A load is a server, readers of its pages, and documents that are read meanwhile.
type load struct {
	testing.TB
	archive string
	input   string
	server  *served

	lock sync.Mutex
	took []time.Duration
}

// ferryAccount is what one of many accounts of many events says.
func ferryAccount(i int) string {
	ships, towns := []string{"Aurora", "Bellona", "Cormorant", "Dunlin", "Egret"}, []string{"Karsova", "Velden", "Mirov", "Tannau"}
	speakers := []string{"the coast guard", "the harbour union", "the ministry", "a survivor"}
	event := i / 5 // that five tell of
	return fmt.Sprintf("The ferry %s sank near %s on %d May 2015. %d people drowned, %s said. Rescuers shelled nobody, and the harbour union "+
		"denied that the captain had fled. The police arrested %d sailors in %s. The opposition will protest in June, %s said.\n",
		ships[event%5], towns[event%4], 1+event%28, 5+i%3, speakers[i%4], 1+i%2, towns[(event+1)%4], speakers[(i+1)%4])
}

func newLoad(tb testing.TB, documents int) *load {
	folder := tb.TempDir()
	l := &load{TB: tb, archive: filepath.Join(folder, "rashomon.db"), input: writeVariations(tb, folder, documents, ferryAccount)}
	first := writeVariations(tb, tb.TempDir(), max(documents/5, 5), func(i int) string { return "Corrected report.\n\n" + ferryAccount(i) })
	started(tb, "--archive", l.archive, "read", first).mustRun()
	l.server = servedBy(tb, "--archive", l.archive, "serve", "--listen", "127.0.0.1:0")
	return l
}

// run reads the documents, with readers at the pages until that is done.
func (l *load) run(readers int, pause time.Duration) {
	stop := make(chan struct{})
	var group sync.WaitGroup
	for i := range readers {
		group.Go(func() { l.walk(rand.New(rand.NewPCG(uint64(i), 0)), pause, stop) })
	}
	started(l, "--archive", l.archive, "read", l.input).mustRun()
	close(stop)
	group.Wait()
	l.server.stop(os.Interrupt)
}

// places are what the pages ask for; {id} is that of something in the list before it.
var places = []string{
	"/overview", "/differences", "/why/{id}", "/matrix?limit=50", "/happenings?told=1", "/happenings/{id}", "/documents", "/documents/{id}",
	"/parties", "/parties/{id}", "/timeline", "/agreements", "/why/{id}", "/echoes", "/predictions", "/positions", "/changes",
	"/corrections", "/search?q=ferry",
}

// walk goes from place to place.
func (l *load) walk(random *rand.Rand, pause time.Duration, stop <-chan struct{}) {
	reader := loadReader{load: l, client: &http.Client{Transport: &http.Transport{}}, tags: map[string]string{}}
	defer reader.client.CloseIdleConnections()
	for i := random.IntN(len(places)); ; i++ {
		select {
		case <-stop:
			return
		case <-time.After(time.Duration(random.Int64N(int64(2 * pause)))):
			reader.look(places[i%len(places)], random)
		}
	}
}

// A loadReader is somebody at a browser, which keeps what it has seen.
type loadReader struct {
	*load
	client *http.Client
	tags   map[string]string // of what was seen, by address
	ids    []string          // in the list seen last
}

func (r *loadReader) look(place string, random *rand.Rand) {
	if strings.Contains(place, "{id}") {
		if len(r.ids) == 0 {
			return
		}
		place = strings.Replace(place, "{id}", r.ids[random.IntN(len(r.ids))], 1)
	}
	request, err := http.NewRequest(http.MethodGet, r.server.address+"/api/v1"+place, nil)
	if err != nil {
		r.Error(err)
		return
	}
	request.Header.Set("If-None-Match", r.tags[place])
	began := time.Now()
	response, err := r.client.Do(request)
	if err != nil {
		r.Error(err)
		return
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	took := time.Since(began)
	r.lock.Lock()
	r.took = append(r.took, took)
	r.lock.Unlock()
	switch {
	case err != nil:
		r.Error(err)
	case response.StatusCode == http.StatusOK:
		r.tags[place] = response.Header.Get("ETag")
		r.see(body)
	case response.StatusCode == http.StatusNotFound && strings.Contains(place, "/"): // it is another since the list was seen
	case response.StatusCode != http.StatusNotModified:
		r.Errorf("%s: %s %s", place, response.Status, body)
	}
}

func (r *loadReader) see(body []byte) {
	var list struct{ Items []struct{ ID string } }
	if json.Unmarshal(body, &list) != nil || len(list.Items) == 0 {
		return
	}
	r.ids = nil
	for _, item := range list.Items {
		r.ids = append(r.ids, item.ID)
	}
}
