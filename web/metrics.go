package web

import (
	"math"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"rashomon"
)

// metrics are what /metrics tells, in the form of Prometheus. The values of every label are few, whatever is asked for.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec   // by operation and status
	seconds  *prometheus.HistogramVec // by operation
	running  prometheus.Gauge
	refused  *prometheus.CounterVec // by reason
	errors   *prometheus.CounterVec // by kind
}

// timeLimits are the upper limits of the classes of answering times, in seconds: around 0.3, what a page may take of the server.
var timeLimits = []float64{.001, .003, .01, .03, .1, .2, .3, .5, 1, 3, 10}

func newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "rashomon_requests_total", Help: "Requests answered.",
		}, []string{"operation", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "rashomon_request_seconds", Help: "How long answering took.", Buckets: timeLimits,
		}, []string{"operation"}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{Name: "rashomon_requests_running", Help: "Requests being answered now."}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "rashomon_requests_refused_total", Help: "Requests refused before they were looked into.",
		}, []string{"reason"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "rashomon_errors_total", Help: "Errors met while answering, also those of whoever asked.",
		}, []string{"kind"}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.running, m.refused, m.errors,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	return m
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{DisableCompression: true}) // it is done for all answers
}

func (m *metrics) answered(asked *request, status int, took time.Duration) {
	m.requests.WithLabelValues(asked.operation, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(asked.operation).Observe(took.Seconds())
}

// met counts an error of a kind; one of no kind is a bug of ours.
func (m *metrics) met(kind rashomon.ErrorKind) {
	if kind == "" {
		kind = "bug"
	}
	m.errors.WithLabelValues(string(kind)).Inc()
}

// watch tells of the view of the archive, as it is whenever somebody asks.
func (m *metrics) watch(b *boards, now func() time.Time) {
	gauge := func(name, help string, value func(*board) float64) {
		m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 {
			if current := b.now.Load(); current != nil {
				return value(current)
			}
			return math.NaN()
		}))
	}
	gauge("rashomon_view_age_seconds", "How long ago the view of the archive was made.",
		func(b *board) float64 { return now().Sub(b.made).Seconds() })
	gauge("rashomon_view_making_seconds", "How long making the view took.", func(b *board) float64 { return b.took.Seconds() })
	gauge("rashomon_documents_compared", "Documents that are set side by side.",
		func(b *board) float64 { return float64(len(b.Digests)) })
	gauge("rashomon_documents_waiting", "Documents that are kept and not set side by side.",
		func(b *board) float64 { return float64(b.waiting) })
}

// queue tells of what waits to be read.
func (m *metrics) queue(s *Server) {
	m.registry.MustRegister(
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "rashomon_readings_unfinished", Help: "Requests to read documents that are not done.",
		}, func() float64 { return float64(s.jobs.unfinished()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "rashomon_readings_bytes", Help: "Bytes that were handed in and are not read yet.",
		}, func() float64 { return float64(s.spooled.Load()) }),
	)
}
