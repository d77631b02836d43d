package report

import (
	"math"

	"rashomon/view"
)

// Figures are what the figures on one question come to, as intervals on one axis.
type Figures struct {
	Ticks []Tick
	IsLog bool
	Band  *Span    // from the lowest to the highest used; nil where none was used
	Best  *float64 // its place
	Rows  []FigureRow
}

// A Tick is a number on the axis.
type Tick struct {
	Text string
	At   float64
}

// A Span is a stretch of the axis.
type Span struct {
	From, To float64
	IsOpen   [2]bool // below, above: no bound is told there
}

// A FigureRow is one figure.
type FigureRow struct {
	Whose  string
	Words  string // as the account has it
	Bounds string
	Span   *Span // nil where it is of no known size
	Use    string
	Reason string
	Cite   int
}

// axisWidth is how long the axis is, in units of the drawing; axisMargin what is left free on both sides.
const (
	axisWidth  = 240
	axisMargin = 14
)

func (d *draft) figures() Section {
	all := onRows(d, d.view.Figures, func(r view.Reconciliation) bool { return len(r.Used)+len(r.SetAside) > 1 })
	note := "Figures on one question, as intervals on one axis. What was used gives the band; what was set aside has its reason beside it. " +
		"The best is the one that a rule, told with it, prefers: nobody knows it to be right."
	nothing := "No two figures on one question were found."
	return section(d, "figures", "Figures and their arithmetic", []string{note}, whole(d, all), nothing, func(f found[view.Reconciliation]) Entry {
		e := Entry{Title: asked(f.it.Question), Lines: []Line{{Text: comesTo(f.it) + sentence(f.it.Why)}}, Figures: d.drawn(f.it)}
		e.Lines = append(e.Lines, d.on(f.on.ID, f.on.Title)...)
		return e
	})
}

// comesTo tells what figures come to.
func comesTo(r view.Reconciliation) string {
	switch {
	case r.Low == nil && r.High == nil && r.Best == nil:
		return "No figure could be used. "
	case r.Best == nil:
		return "From the figures used: " + bounds(r.Low, r.High) + ". "
	}
	return "From the figures used: " + bounds(r.Low, r.High) + "; best " + bounds(r.Best, r.Best) + ". "
}

// drawn places figures on an axis.
func (d *draft) drawn(r view.Reconciliation) *Figures {
	numbers := []*float64{r.Low, r.Best, r.High}
	for _, f := range append(append([]view.Figure{}, r.Used...), r.SetAside...) {
		numbers = append(numbers, f.Low, f.High)
	}
	axis := newAxis(numbers)
	out := &Figures{Ticks: axis.ticks, IsLog: axis.isLog, Band: axis.span(r.Low, r.High)}
	if r.Best != nil {
		best := axis.place(*r.Best)
		out.Best = &best
	}
	add := func(use string, figures []view.Figure) {
		for _, f := range figures {
			out.Rows = append(out.Rows, FigureRow{
				whose(f.Quotation), tidy(f.Value), bounds(f.Low, f.High), axis.span(f.Low, f.High), use, sentence(f.Reason),
				d.cite(f.Quotation),
			})
		}
	}
	add("Used", r.Used)
	add("Set aside", r.SetAside)
	return out
}

// An axis places numbers.
type axis struct {
	from, to float64 // or their logarithms
	isLog    bool
	ticks    []Tick
}

// farApart is the ratio of the largest to the smallest number above which the small ones could not be told apart on an even axis.
const farApart = 60

func newAxis(numbers []*float64) axis {
	least, most, known := math.Inf(1), math.Inf(-1), false
	for _, n := range numbers {
		if n != nil {
			least, most, known = min(least, *n), max(most, *n), true
		}
	}
	switch {
	case !known:
		return axis{to: 1}
	case least > 0 && most/least > farApart:
		return logarithmic(least, most)
	}
	return even(min(0, least), max(most, 1))
}

func even(from, most float64) axis {
	step := niceStep((most - from) / 4)
	a := axis{from: math.Floor(from/step) * step, to: math.Ceil(most/step) * step}
	for n := a.from; n <= a.to+step/2; n += step {
		a.ticks = append(a.ticks, a.tick(n))
	}
	return a
}

func logarithmic(least, most float64) axis {
	a := axis{from: math.Floor(math.Log10(least)), to: math.Ceil(math.Log10(most)), isLog: true}
	for n := a.from; n <= a.to; n++ {
		a.ticks = append(a.ticks, a.tick(math.Pow(10, n)))
	}
	return a
}

// niceStep rounds up to 1, 2 or 5 times a power of ten.
func niceStep(step float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(step)))
	for _, n := range []float64{1, 2, 5} {
		if n*power >= step {
			return n * power
		}
	}
	return 10 * power
}

func (a axis) tick(n float64) Tick { return Tick{bounds(&n, &n), a.place(n)} }

// place returns where a number stands, to a tenth of a unit.
func (a axis) place(n float64) float64 {
	if a.isLog {
		n = math.Log10(n)
	}
	return math.Round(10*(axisMargin+(n-a.from)/(a.to-a.from)*(axisWidth-2*axisMargin))) / 10
}

// span returns the stretch between two bounds, or nil where none is known.
func (a axis) span(low, high *float64) *Span {
	if low == nil && high == nil {
		return nil
	}
	s := &Span{From: axisMargin, To: axisWidth - axisMargin, IsOpen: [2]bool{low == nil, high == nil}}
	if low != nil {
		s.From = a.place(*low)
	}
	if high != nil {
		s.To = a.place(*high)
	}
	return s
}
