package ground

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// An echoed passage is a passage of an echo.
type echoed struct {
	extent rashomon.Extent
	echo   *rashomon.Echo
	sum    [16]byte // of the echo and of those by which its root goes back further, see waySum
}

// setEchoes finds of each document the passages that echoes are of, the shortest first: what repeats a sentence tells more of
// it than what repeats the text. Something has changed for a document if its echoes have, or how their roots go back further.
func (g *Ground) setEchoes() {
	next := map[string][]echoed{}
	for i := range g.Links.Echoes {
		echo := &g.Links.Echoes[i]
		for _, passage := range echo.Passages {
			next[passage.Document] = append(next[passage.Document], echoed{extent: passage.Extent, echo: echo})
		}
	}
	before := map[string][]echoed{}
	for document, s := range g.sites {
		slices.SortFunc(next[document], func(a, b echoed) int {
			return cmp.Or(
				cmp.Compare(a.extent.Len(), b.extent.Len()), cmp.Compare(a.extent.Start, b.extent.Start), cmp.Compare(a.echo.ID, b.echo.ID),
			)
		})
		before[document], s.echoed = s.echoed, next[document]
	}
	sums := map[*rashomon.Echo][16]byte{}
	for document, s := range g.sites {
		for i := range s.echoed {
			echo := s.echoed[i].echo
			if _, known := sums[echo]; !known {
				sums[echo] = waySum(g.stepsFrom(echo))
			}
			s.echoed[i].sum = sums[echo]
		}
		if !slices.EqualFunc(before[document], s.echoed, echoed.same) {
			g.changed[document] |= echoedAnew
		}
	}
}

func (e echoed) same(other echoed) bool { return e.extent == other.extent && e.sum == other.sum }

// Roots returns the independent origins of passages that say the same, sorted. Passages that go back to one document
// count once, and so do passages laid to one holder, and a passage laid to the publisher of another.
func (g *Ground) Roots(passages []rashomon.Passage) []string {
	roots := make([]string, len(passages))
	first := map[origin]int{} // by what makes two passages one: the first that has it
	joined := make([]int, len(passages))
	for i, passage := range passages {
		roots[i], joined[i] = g.Root(passage), i
		for _, of := range [...]origin{g.voice(passage), {document: roots[i]}} {
			if at, known := first[of]; known {
				joinAll(joined, i, at)
			} else if of != (origin{}) {
				first[of] = i
			}
		}
	}
	best := map[int]string{}
	for i, root := range roots {
		if old, known := best[joined[i]]; !known || g.earlier(root, old) {
			best[joined[i]] = root
		}
	}
	var out []string
	for _, root := range best {
		out = append(out, root)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// joinAll gives all that are joined with one thing the number of another.
func joinAll(joined []int, a, b int) {
	from, to := joined[a], joined[b]
	for i := range joined {
		if joined[i] == from {
			joined[i] = to
		}
	}
}

func (g *Ground) earlier(a, b string) bool {
	p, q := g.Head(a), g.Head(b)
	if p == nil || q == nil || p.Published == "" || q.Published == "" || p.Published == q.Published {
		return a < b
	}
	return p.Published < q.Published
}

// Root returns the document that a passage goes back to: the root of the echo that it is of, from there on its root
// again, or its own.
func (g *Ground) Root(passage rashomon.Passage) string {
	steps := g.steps(passage)
	if len(steps) == 0 {
		return passage.Document
	}
	return steps[len(steps)-1].Root
}

// steps returns the echoes by which a passage goes back to its root.
func (g *Ground) steps(passage rashomon.Passage) []*rashomon.Echo {
	first := g.step([]rashomon.Passage{passage}, nil)
	if first == nil {
		return nil
	}
	return g.stepsFrom(first)
}

// stepsFrom returns the echoes by which the passages of an echo go back to their root, itself the first.
func (g *Ground) stepsFrom(first *rashomon.Echo) []*rashomon.Echo {
	steps := []*rashomon.Echo{first}
	for {
		last := steps[len(steps)-1]
		at := slices.DeleteFunc(slices.Clone(last.Passages), func(p rashomon.Passage) bool { return p.Document != last.Root })
		next := g.step(at, steps)
		if next == nil {
			return steps
		}
		steps = append(steps, next)
	}
}

// step returns the echo that leads from passages of one document to another one, or nil. From a document as a whole
// only an echo of it as a whole leads on: what one of its sentences goes back to, the others need not.
func (g *Ground) step(at []rashomon.Passage, before []*rashomon.Echo) *rashomon.Echo {
	for _, passage := range at {
		whole := g.isWhole(passage)
		for _, candidate := range g.echoesOf(passage.Document) {
			overlaps := candidate.extent.Start < passage.Extent.End && passage.Extent.Start < candidate.extent.End
			if !overlaps || whole && candidate.extent != passage.Extent {
				continue
			}
			if candidate.echo.Root != passage.Document && !slices.Contains(before, candidate.echo) {
				return candidate.echo
			}
		}
	}
	return nil
}

// echoesOf returns the echoed passages of a document.
func (g *Ground) echoesOf(document string) []echoed {
	if s := g.sites[document]; s != nil {
		return s.echoed
	}
	return nil
}

// isWhole reports whether a passage is a document as a whole.
func (g *Ground) isWhole(p rashomon.Passage) bool {
	d := g.Head(p.Document)
	return d != nil && p.Extent.Len() == len(d.Text)
}

// IsCopied reports whether a passage stands in the document that it goes back to, or is a copy of what that has: a reprint,
// an agency's words, or a quotation.
func (g *Ground) IsCopied(passage rashomon.Passage, root string) bool {
	return passage.Document == root || slices.ContainsFunc(g.echoesOf(passage.Document), func(candidate echoed) bool {
		echo := candidate.echo
		overlaps := candidate.extent.Start < passage.Extent.End && passage.Extent.Start < candidate.extent.End
		return overlaps && echo.Root == root && echo.Kind != rashomon.EchoSharedSource
	})
}

// Chain returns how a passage came down, for people: whoever published it, those it goes through, and last who stands
// behind the root: "The Harbour Post", "Transmarine Press", "hospital staff".
func (g *Ground) Chain(passage rashomon.Passage) []string {
	chain := []string{g.publisher(passage.Document)}
	source := ""
	for _, echo := range g.steps(passage) {
		chain, source = append(chain, g.publisher(echo.Root)), echo.Source
	}
	if len(chain) == 1 {
		if said := g.speechOf(passage); said != nil {
			chain = append(chain, g.Digest(passage.Document).Chain(said.statement)...)
		}
	} else if source != "" {
		chain = append(chain, source)
	}
	return slices.Compact(chain)
}

func (g *Ground) publisher(document string) string {
	if d := g.Head(document); d != nil {
		return d.By()
	}
	return document
}

// An origin is what makes passages one: the document that they go back to, or whose word they are.
type origin struct {
	document, publisher string
	party               int // by its number from 1
}

// voice returns whose word a passage is: the party that it is laid to or, where it is laid to nobody, the party that published it, or
// the publisher's name.
func (g *Ground) voice(passage rashomon.Passage) origin {
	s := g.sites[passage.Document]
	if s == nil {
		return origin{}
	}
	if said := g.speechOf(passage); said != nil {
		return origin{party: g.Party(passage.Document, said.holder) + 1}
	}
	if s.publisher != rashomon.None {
		return origin{party: s.publisher + 1}
	}
	return origin{publisher: strings.ToLower(s.head.Source)}
}

// A speech is a stretch of what a statement says.
type speech struct {
	content   rashomon.Extent
	statement int
	holder    int // an entity that is no group, or None
}

// speeches returns what the statements of a document say.
func speeches(d *digest.Digest) []speech {
	var found []speech
	for i, statement := range d.Statements {
		holder := statement.Holder
		if holder != rashomon.None && d.Entities[holder].Type == rashomon.EntityGroup {
			holder = rashomon.None
		}
		for _, content := range statement.Content {
			found = append(found, speech{content, i, holder})
		}
	}
	return found
}

// speechOf returns that of the outermost statement that holds a passage, or nil: whoever is quoted by the one is behind both.
func (g *Ground) speechOf(p rashomon.Passage) *speech {
	s := g.sites[p.Document]
	if s == nil {
		return nil
	}
	for i := len(s.speeches) - 1; i >= 0; i-- {
		said := &s.speeches[i]
		if said.content.Contains(p.Extent) || p.Extent.Contains(said.content) && 2*said.content.Len() >= p.Extent.Len() {
			return said
		}
	}
	return nil
}
