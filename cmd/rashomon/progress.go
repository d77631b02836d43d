package main

import (
	"fmt"
	"io"
	"os"
	"sync/atomic"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// A progress shows on standard error how far long work has come. It shows nothing when standard error is no terminal.
// How much there is to do is not known before it is done, so it counts and tells the pace.
type progress struct {
	bars             *mpb.Progress // nil when nothing is shown
	bar              *mpb.Bar
	documents, words atomic.Int64
	failures         atomic.Int64
	began            time.Time
}

func (p program) newProgress(doing string) *progress {
	shown := &progress{began: p.now()}
	if !isTerminal(p.stderr) {
		return shown
	}
	shown.bars = mpb.New(mpb.WithOutput(p.stderr), mpb.WithRefreshRate(200*time.Millisecond))
	count := decor.Any(func(decor.Statistics) string {
		text := fmt.Sprintf(" %s: %s, %s", doing, plural(int(shown.documents.Load()), "document", "documents"), plural(int(shown.words.Load()), "word", "words"))
		if failures := shown.failures.Load(); failures > 0 {
			text += fmt.Sprintf(", %d not read", failures)
		}
		seconds := p.now().Sub(shown.began).Seconds()
		return text + fmt.Sprintf(", %s words/s", thousands(int(float64(shown.words.Load())/max(seconds, 0.1))))
	})
	shown.bar = shown.bars.AddSpinner(0, mpb.AppendDecorators(count), mpb.BarRemoveOnComplete(), mpb.BarWidth(1))
	return shown
}

// done counts a document and its words.
func (s *progress) done(words int) {
	s.documents.Add(1)
	s.words.Add(int64(words))
}

// failed counts a document that could not be read.
func (s *progress) failed() { s.failures.Add(1) }

// print runs a function that prints whole lines, with the bar out of its way.
func (s *progress) print(lines func()) {
	if s.bars == nil {
		lines()
		return
	}
	s.bars.Write([]byte("\r")) // clears the bar's line before the next refresh
	lines()
}

// stop takes the bar away. It may be called twice.
func (s *progress) stop() {
	if s.bars == nil {
		return
	}
	s.bar.Abort(true)
	s.bars.Wait()
	s.bars = nil
}

func isTerminal(w io.Writer) bool {
	file, isFile := w.(*os.File)
	return isFile && term.IsTerminal(int(file.Fd()))
}
