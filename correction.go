package rashomon

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A CorrectionKind tells what a person corrects.
type CorrectionKind string

// The kinds of correction.
const (
	CorrectionMerge   CorrectionKind = "merge"   // two parties, or two happenings, are one
	CorrectionSplit   CorrectionKind = "split"   // they are not
	CorrectionRecode  CorrectionKind = "recode"  // a party has another type or codes; an event another type, mode or status
	CorrectionRedate  CorrectionKind = "redate"  // a document, an event or a happening is of another day
	CorrectionDismiss CorrectionKind = "dismiss" // a finding is not to be shown
	CorrectionUndo    CorrectionKind = "undo"    // an earlier correction does not hold
)

// A TargetKind tells what a correction speaks of.
type TargetKind string

// The kinds of target, with the passages that name one.
const (
	TargetDocument   TargetKind = "document"   // its text as a whole: an empty extent
	TargetParty      TargetKind = "party"      // a mention of it
	TargetEvent      TargetKind = "event"      // its trigger
	TargetHappening  TargetKind = "happening"  // the trigger of one of its events
	TargetDifference TargetKind = "difference" // its two sides
	TargetAgreement  TargetKind = "agreement"  // all that agree
	TargetEcho       TargetKind = "echo"       // all that go back to one root
	TargetPosition   TargetKind = "position"   // the first evidence, and a mention of the party
	TargetPrediction TargetKind = "prediction" // the prediction
)

// A Target is what a correction speaks of, named by where it stands in the texts, so that a later reading, which numbers
// its findings anew, still has it.
type Target struct {
	Kind     TargetKind `json:"kind"`
	Rule     string     `json:"rule,omitempty"` // that found a difference, an agreement or an echo
	Passages []Passage  `json:"passages"`
}

// Equal reports whether two targets are the same.
func (t Target) Equal(other Target) bool {
	return t.Kind == other.Kind && t.Rule == other.Rule && slices.Equal(t.Passages, other.Passages)
}

// A Correction is what a person says against what was found. It is kept as it was made, replayed over every later reading,
// and taken back by another alone.
type Correction struct {
	Number  int64          `json:"-"` // in the archive
	Time    time.Time      `json:"-"` // when it was made, by the archive's clock
	Kind    CorrectionKind `json:"kind"`
	Author  string         `json:"author"`
	Reason  string         `json:"reason"`
	Targets []Target       `json:"targets,omitempty"` // two of a merge or split, none of an undo, else one
	Type    string         `json:"type,omitempty"`    // of a party or an event, as recoded; "" leaves it
	Mode    string         `json:"mode,omitempty"`
	Status  Status         `json:"status,omitempty"`
	Codes   []string       `json:"codes,omitempty"`
	Day     string         `json:"day,omitempty"`    // ISO 8601, as redated
	Undoes  int64          `json:"undoes,omitempty"` // the number of another
}

// Same reports whether two corrections say the same, whenever they were made.
func (c Correction) Same(other Correction) bool {
	return c.Kind == other.Kind && c.Author == other.Author && c.Reason == other.Reason && c.Type == other.Type &&
		c.Mode == other.Mode && c.Status == other.Status && c.Day == other.Day && c.Undoes == other.Undoes &&
		slices.Equal(c.Codes, other.Codes) && slices.EqualFunc(c.Targets, other.Targets, Target.Equal)
}

// Describe tells what is corrected in a few words, without the texts that it stands in.
func (c Correction) Describe() string {
	words := []string{string(c.Kind)}
	if c.Kind == CorrectionUndo {
		words = append(words, strconv.FormatInt(c.Undoes, 10))
	}
	for _, target := range c.Targets {
		words = append(words, target.describe())
	}
	for _, change := range [][2]string{
		{"type", c.Type}, {"mode", c.Mode}, {"status", string(c.Status)}, {"codes", strings.Join(c.Codes, " ")}, {"day", c.Day},
	} {
		if change[1] != "" {
			words = append(words, change[0]+"="+change[1])
		}
	}
	return strings.Join(words, " ")
}

// describe names a target by its first passage, as "party 9f2c17d0a4b35e86/120-240".
func (t Target) describe() string {
	if len(t.Passages) == 0 {
		return string(t.Kind)
	}
	first := t.Passages[0]
	if t.Kind == TargetDocument {
		return "document " + first.Document
	}
	return fmt.Sprintf("%s %s/%d-%d", t.Kind, first.Document, first.Extent.Start, first.Extent.End)
}

// correctable are the kinds of target of each kind of correction.
var correctable = map[CorrectionKind][]TargetKind{
	CorrectionMerge:  {TargetParty, TargetHappening},
	CorrectionSplit:  {TargetParty, TargetHappening},
	CorrectionRecode: {TargetParty, TargetEvent},
	CorrectionRedate: {TargetDocument, TargetEvent, TargetHappening},
	CorrectionDismiss: {
		TargetEvent, TargetDifference, TargetAgreement, TargetEcho, TargetPosition, TargetPrediction,
	},
	CorrectionUndo: nil,
}

// passages are how many passages name a target of a kind, at least and at most; 0 stands for any number.
var passages = map[TargetKind][2]int{
	TargetDocument: {1, 1}, TargetParty: {1, 1}, TargetEvent: {1, 1}, TargetHappening: {1, 1}, TargetDifference: {2, 2},
	TargetAgreement: {2, 0}, TargetEcho: {2, 0}, TargetPosition: {2, 2}, TargetPrediction: {1, 1},
}

// Check returns an error of kind ErrorUsage where a correction says too little, too much or what cannot be.
func (c Correction) Check() error {
	for _, check := range []func(Correction) (cause, remedy string){
		Correction.checkWords, Correction.checkTargets, Correction.checkChange,
	} {
		if cause, remedy := check(c); cause != "" {
			return &Error{Kind: ErrorUsage, Place: "correction", Cause: cause, Remedy: remedy}
		}
	}
	return nil
}

func (c Correction) checkWords() (cause, remedy string) {
	switch {
	case strings.TrimSpace(c.Author) == "":
		return "nobody is named as its author", "say who corrects"
	case strings.TrimSpace(c.Reason) == "":
		return "no reason is given", "say why"
	}
	return "", ""
}

func (c Correction) checkTargets() (cause, remedy string) {
	kinds, known := correctable[c.Kind]
	if !known {
		return fmt.Sprintf("there is no correction %q", c.Kind), "merge, split, recode, redate, dismiss or undo"
	}
	want := 1
	switch c.Kind {
	case CorrectionMerge, CorrectionSplit:
		want = 2
	case CorrectionUndo:
		want = 0
	}
	if len(c.Targets) != want {
		return fmt.Sprintf("%d things are named to %s, not %d", len(c.Targets), c.Kind, want), "name as many as it takes"
	}
	for _, target := range c.Targets {
		if !slices.Contains(kinds, target.Kind) {
			return fmt.Sprintf("nobody can %s a %q", c.Kind, target.Kind), "name another thing"
		}
		if !target.isNamed() {
			return fmt.Sprintf("%d passages do not name a %s", len(target.Passages), target.Kind), "name it by where it stands"
		}
	}
	return c.checkTwo()
}

// checkTwo refuses to join or part what is of two kinds, or one and the same.
func (c Correction) checkTwo() (cause, remedy string) {
	if len(c.Targets) < 2 {
		return "", ""
	}
	a, b := c.Targets[0], c.Targets[1]
	switch {
	case a.Kind != b.Kind:
		return fmt.Sprintf("one is a %s, the other a %s", a.Kind, b.Kind), "name two parties or two happenings"
	case a.Equal(b):
		return "both are the same", "name another thing"
	}
	return "", ""
}

func (t Target) isNamed() bool {
	bounds := passages[t.Kind]
	for _, p := range t.Passages {
		if p.Document == "" || p.Extent.Start < 0 || p.Extent.Empty() != (t.Kind == TargetDocument) {
			return false
		}
	}
	return len(t.Passages) >= bounds[0] && (bounds[1] == 0 || len(t.Passages) <= bounds[1])
}

func (c Correction) checkChange() (cause, remedy string) {
	if (c.Day != "") != (c.Kind == CorrectionRedate) || c.Day != "" && !isDay(c.Day) {
		return fmt.Sprintf("%q is no day for a %s", c.Day, c.Kind), "a redate, and nothing else, takes a day, as 2011-07-05"
	}
	if (c.Undoes > 0) != (c.Kind == CorrectionUndo) || c.Undoes < 0 {
		return "an undo, and nothing else, names another correction", "give its number"
	}
	recodes := c.Type != "" || c.Mode != "" || c.Status != "" || len(c.Codes) > 0
	if recodes != (c.Kind == CorrectionRecode) {
		return "a recode, and nothing else, gives a type, a mode, codes or a status", "say what is to be changed"
	}
	if c.Kind == CorrectionRecode {
		return c.checkCodes()
	}
	return "", ""
}

func (c Correction) checkCodes() (cause, remedy string) {
	isParty := c.Targets[0].Kind == TargetParty
	switch {
	case isParty && (c.Mode != "" || c.Status != ""):
		return "a party has no mode and no status", "give a type or codes"
	case !isParty && len(c.Codes) > 0:
		return "an event has no codes", "give a type, a mode or a status"
	case isParty && c.Type != "" && !slices.Contains(entityTypes, EntityType(c.Type)):
		return fmt.Sprintf("there is no type %q of parties", c.Type), fmt.Sprintf("give one of %v", entityTypes)
	case c.Status != "" && !slices.Contains(statuses, c.Status):
		return fmt.Sprintf("there is no status %q", c.Status), fmt.Sprintf("give one of %v", statuses)
	}
	return "", ""
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// Undone returns of each correction that was taken back by which. An undo that is undone itself takes nothing back.
func Undone(corrections []Correction) map[int64]int64 {
	undone := map[int64]int64{}
	for _, c := range slices.Backward(corrections) {
		if c.Kind == CorrectionUndo && undone[c.Number] == 0 {
			undone[c.Undoes] = c.Number
		}
	}
	return undone
}

// Active returns the corrections that hold, in their order, without the undoing.
func Active(corrections []Correction) []Correction {
	undone := Undone(corrections)
	var active []Correction
	for _, c := range corrections {
		if c.Kind != CorrectionUndo && undone[c.Number] == 0 {
			active = append(active, c)
		}
	}
	return active
}
