package petrarch

import (
	"slices"

	"rashomon"
)

// Options change how documents are coded. The zero value is how PETRARCH is set up.
type Options struct {
	// AllowMonads keeps events of which only one side is known; the other is "---".
	AllowMonads bool
	// Begin, Middle and End tell how many words may stand before the first comma, between two commas and after the
	// last one for what stands there to be passed over.
	Begin, Middle, End Range
}

// A Range is how many words, from Min to Max; none where Max is 0.
type Range struct{ Min, Max int }

func (r Range) holds(n int) bool { return r.Max > 0 && n >= r.Min && n <= r.Max }

// An Outcome tells that a document was not coded, and why.
type Outcome string

// The outcomes. A sentence is discarded alone: that is the outcome of a document whose sentences all are.
const (
	OutcomeSentences Outcome = "sentencediscard"
	OutcomeStory     Outcome = "storydiscard"
)

// A Coding is what a dictionary makes of a document.
type Coding struct {
	Events  []Event
	Issues  []Issue
	Outcome Outcome
	Lines   []string // of the dictionary, that the outcome comes from
}

// An Event is one coded event. Source or Target is "---" where only one is known, and begins so where somebody has no
// country: "---REB".
type Event struct {
	Source, Target, Code string
	Sentence             int           // index into the document's Sentences
	Trigger              rashomon.Span // the verb
	SourceSpan           rashomon.Span // the words that gave Source; empty for "---"
	TargetSpan           rashomon.Span
	Lines                []string // of the dictionary, "file:line": of the verb, its pattern, the actors and agents
}

// An Issue is something that a sentence is about.
type Issue struct {
	Code     string
	Sentence int // index into the document's Sentences
	Span     rashomon.Span
	Line     string // of the dictionary
}

// sentenceLimit is how many tokens a sentence may have: longer ones are tables and lists, which tell of no event that
// could be read off them.
const sentenceLimit = 500

// Code codes a document, which must have been parsed. Actors whose code depends on the time have that of the day of
// its publication; where that is not known, only what holds at all times is.
func (d *Dictionary) Code(doc *rashomon.Document, options Options) Coding {
	tree := doc.Tree()
	var sentences []*sentence
	for _, known := range doc.Sentences {
		sentences = append(sentences, d.newSentence(doc, tree, known.Span, options))
	}
	coding, discarded := d.discard(sentences)
	if coding.Outcome != OutcomeStory {
		for i, s := range sentences {
			if !discarded[i] && s.span.Len() <= sentenceLimit {
				coding.Events = append(coding.Events, s.events(i)...)
			}
		}
	}
	coding.Issues = d.findIssues(sentences)
	return coding
}

// discard tells which sentences are not coded.
func (d *Dictionary) discard(sentences []*sentence) (Coding, []bool) {
	var coding Coding
	discarded := make([]bool, len(sentences))
	count := 0
	for i, s := range sentences {
		for at := range s.words {
			found, n := d.discards.longest(s.words[at:])
			if n == 0 {
				continue
			}
			if *found.value {
				return Coding{Outcome: OutcomeStory, Lines: []string{d.place(found.at)}}, nil
			}
			if !discarded[i] {
				discarded[i] = true
				count++
				coding.Lines = append(coding.Lines, d.place(found.at))
			}
		}
	}
	if count > 0 && count == len(sentences) {
		coding.Outcome = OutcomeSentences
	}
	return coding, discarded
}

// events codes a sentence.
func (s *sentence) events(index int) []Event {
	s.dropBetweenCommas()
	s.findHits()
	s.findMentions()
	var found []coded
	if s.dictionary.nested {
		found = s.codeClauses()
	} else {
		found = s.codeSequence()
	}
	var out []Event
	for _, c := range found {
		out = s.pair(out, c)
	}
	for i := range out {
		out[i].Sentence = index
	}
	return out
}

// A coded event is one whose sides may be several actors each.
type coded struct {
	sources, targets []side
	code             string
	trigger          rashomon.Span
	at               []position
}

// A side is one actor and the words that speak of it.
type side struct {
	actorCode
	span rashomon.Span
}

func (m mention) sides() []side {
	var out []side
	for _, code := range m.codes {
		out = append(out, side{code, m.span})
	}
	return out
}

// pair makes an event of each source and each target that differ, unless there is one like it.
func (s *sentence) pair(events []Event, c coded) []Event {
	if s.options.AllowMonads {
		nobody := []side{{actorCode: actorCode{code: nullCode}}}
		if len(c.targets) == 0 && len(c.sources) > 0 {
			c.targets = nobody
		} else if len(c.sources) == 0 && len(c.targets) > 0 {
			c.sources = nobody
		}
	}
	for _, source := range c.sources {
		for _, target := range c.targets {
			e := Event{
				Source: source.code, Target: target.code, Code: c.code, Trigger: c.trigger,
				SourceSpan: source.span, TargetSpan: target.span,
			}
			if e.Source == e.Target || slices.ContainsFunc(events, e.same) {
				continue
			}
			for _, at := range slices.Concat(c.at, source.at, target.at) {
				if place := s.dictionary.place(at); !slices.Contains(e.Lines, place) {
					e.Lines = append(e.Lines, place)
				}
			}
			events = append(events, e)
		}
	}
	return events
}

func (e Event) same(other Event) bool {
	return e.Source == other.Source && e.Target == other.Target && e.Code == other.Code
}

// findIssues finds what sentences are about.
func (d *Dictionary) findIssues(sentences []*sentence) []Issue {
	type found struct {
		Issue
		section int
	}
	var all []found
	barred := map[int]bool{} // sections, in the whole document
	for i, s := range sentences {
		barredHere := map[int]bool{}
		var here []found
		for at := 0; at < len(s.words); {
			entry, n := d.issues.longest(s.words[at:])
			if n == 0 {
				at++
				continue
			}
			switch value := entry.value; {
			case value.code != "":
				here = append(here, found{Issue{value.code, i, s.tokens(at, at+n), d.place(entry.at)}, value.section})
			case value.inDocument:
				barred[value.section] = true
			default:
				barredHere[value.section] = true
			}
			at += n
		}
		for _, f := range here {
			if !barredHere[f.section] {
				all = append(all, f)
			}
		}
	}
	var issues []Issue
	for _, f := range all {
		if !barred[f.section] {
			issues = append(issues, f.Issue)
		}
	}
	return issues
}
