package rashomon

// A ReportKind tells how a report stands to those before it.
type ReportKind string

// The kinds of report.
const (
	ReportFirst      ReportKind = "first"      // of the first day on which anybody told it
	ReportLater      ReportKind = "later"      // it tells something else
	ReportCorrection ReportKind = "correction" // its source says that what it told before was wrong, and what is right
	ReportRetraction ReportKind = "retraction" // its source takes back what it told before, and puts nothing in its place
)

// A Report is what a document told on a question when it was published.
type Report struct {
	Side
	Kind      ReportKind
	Published string // the day, ISO 8601
	Value     string // for people: "at least 11"; "" where the passage itself is the answer
	Replaces  int    // index of the report of the same source that it takes the place of, or None
}

// A Change is how what is told on one question changed from report to report: over the days of publication, and within
// one source. What is told again is no report of its own, and what nobody dates is left out.
type Change struct {
	ID        string
	Kind      PointKind
	Happening string   // id, or "" where it is on none
	Question  string   // for people: "how many were killed"
	Reports   []Report // by day; two or more, of two days or more
	Why       string
	Rule      string
}
