package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rashomon"
	"rashomon/archive"
	"rashomon/source"
	"rashomon/view"
)

// tour reads the unpacked case into the archive and shows what a user would look at first, command by command.
func (p program) tour(ctx context.Context, a *archive.Archive, folder string, kept bool) error {
	fmt.Fprintln(p.stdout, strings.Join(wrap("Eight accounts of one invented event: a government, an opposition paper, an agency and two who "+
		"print it, an eyewitness, a human-rights group, a correction. As text, HTML, Markdown and PDF.", p.width()), "\n"))
	p.step("rashomon read accounts/")
	originals := source.Options{}.Originals(ctx, []string{filepath.Join(folder, "accounts")})
	if err := p.take(ctx, a, originals, telling{quiet: true}, cores()); err != nil {
		return err
	}
	p.step("rashomon list")
	if err := p.list(ctx, a, false); err != nil {
		return err
	}
	if err := p.tourDetails(ctx, a); err != nil {
		return err
	}
	if err := p.tourTree(ctx, a); err != nil {
		return err
	}
	if err := p.tourFound(ctx, a); err != nil {
		return err
	}
	if err := p.tourStatement(ctx, a); err != nil {
		return err
	}
	if err := p.tourEvent(ctx, a); err != nil {
		return err
	}
	p.step("rashomon verify")
	if err := p.verify(ctx, a, false, false); err != nil {
		return err
	}
	if err := p.tourComparison(ctx, a); err != nil {
		return err
	}
	if kept {
		fmt.Fprintf(p.stdout, "\nThe accounts and the archive are in %s. See them in a browser:\n  rashomon --archive %s serve\n", folder, filepath.Join(folder, defaultArchive))
	} else {
		fmt.Fprintln(p.stdout, "\nNothing was left behind. To keep the case, and see it in a browser:\n  rashomon demo --keep case\n  rashomon --archive case/rashomon.db serve")
	}
	return nil
}

// tourEvent shows why the first deed was found that somebody is told to have done.
func (p program) tourEvent(ctx context.Context, a *archive.Archive) error {
	doc, err := a.Document(ctx, agencyReport)
	if err != nil {
		return err
	}
	first := slices.IndexFunc(doc.Events, func(e rashomon.Event) bool { return len(e.Actors) > 0 && e.Type != rashomon.TypeOccurrence })
	if first == rashomon.None {
		return nil
	}
	event := fmt.Sprint("v", first+1)
	p.step("rashomon why " + agencyReport + "/" + event)
	return p.whyNamed(ctx, a, agencyReport, event, false)
}

// tourComparison sets the accounts side by side, which is what all the rest is for.
func (p program) tourComparison(ctx context.Context, a *archive.Archive) error {
	v, err := view.Open(ctx, a, view.Options{})
	if err != nil {
		return err
	}
	s := newSheet(p.style(), p.width())
	p.step("rashomon matrix --top 12")
	s.matrix(p.stdout, v, v.Matrix(), 12)
	p.step("rashomon compare --top 6")
	return s.comparison(p.stdout, v, "", 6)
}

// tourDetails shows of each account what it says of itself, and on what that stands.
func (p program) tourDetails(ctx context.Context, a *archive.Archive) error {
	p.step("rashomon show, of each the head: what it says of itself, and how that is known")
	for summary, err := range a.List(ctx) {
		if err != nil {
			return err
		}
		doc, err := a.Document(ctx, summary.ID)
		if err != nil {
			return err
		}
		var head strings.Builder
		p.showHead(&head, doc)
		fmt.Fprintln(p.stdout, head.String())
	}
	return nil
}

// agencyReport is the document whose findings the tour shows.
const agencyReport = "4a941826fcf8c60b"

// tourTree shows the grammar of a sentence: three residents, and what they said.
func (p program) tourTree(ctx context.Context, a *archive.Archive) error {
	const sentence = "n9"
	p.step("rashomon why " + agencyReport + "/" + sentence)
	return p.whyNamed(ctx, a, agencyReport, sentence, false)
}

// tourFound shows who and what a document speaks of, and why the mentions of the one that it speaks of most are taken for
// the same.
func (p program) tourFound(ctx context.Context, a *archive.Archive) error {
	doc, err := a.Document(ctx, agencyReport)
	if err != nil {
		return err
	}
	p.step("rashomon show " + agencyReport + ", what stands below the text")
	var found strings.Builder
	p.showFound(&found, doc)
	fmt.Fprint(p.stdout, strings.TrimSuffix(found.String(), "\n"))
	most := fmt.Sprint("e", 1+mostMentioned(doc))
	p.step("rashomon why " + agencyReport + "/" + most)
	return p.whyNamed(ctx, a, agencyReport, most, false)
}

// tourStatement shows the longest chain of those on whose word the document tells something, and how it is known.
func (p program) tourStatement(ctx context.Context, a *archive.Archive) error {
	doc, err := a.Document(ctx, agencyReport)
	if err != nil || len(doc.Statements) == 0 {
		return err
	}
	deepest := 0
	for i := range doc.Statements {
		if len(chainTo(doc, i)) > len(chainTo(doc, deepest)) {
			deepest = i
		}
	}
	statement := fmt.Sprint("s", deepest+1)
	p.step("rashomon why " + agencyReport + "/" + statement)
	return p.whyNamed(ctx, a, agencyReport, statement, false)
}

// mostMentioned returns the party that a document names and speaks of most often, the first of equals.
func mostMentioned(doc *rashomon.Document) int {
	most, mentions := 0, mentionsOf(doc)
	for i, entity := range doc.Entities {
		if slices.Contains(actors, entity.Type) && mentions[i][0].Kind == rashomon.MentionName && len(mentions[i]) > len(mentions[most]) {
			most = i
		}
	}
	return most
}

// step prints the command that the following output is of.
func (p program) step(command string) { fmt.Fprintf(p.stdout, "\n$ %s\n", command) }
