package rashomon

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// Check verifies all layers against each other and names what does not fit; nil means that the document is sound:
//
//   - the text is valid UTF-8, and every extent lies in it, on the borders of code points;
//   - parts, sentences and tokens are in order and disjoint; only white space lies between parts and between tokens of a
//     sentence; sentences hold every token; a part's border lies in no token;
//   - the heads of a sentence with a tree form one tree;
//   - every index points at something or is None where that is allowed; statements nest without a circle;
//   - every finding names its rule, and its kind is one of the known ones; every entity is mentioned.
func (d *Document) Check() error {
	for _, check := range []func() error{
		d.checkText, d.checkDetails, d.checkParts, d.checkTokens, d.checkSentences, d.checkTrees,
		d.checkEntities, d.checkTimexes, d.checkQuantities, d.checkStatements, d.checkEvents, d.checkLabels,
		d.checkLoadedWords, d.checkStances, d.checkWritten,
	} {
		if err := check(); err != nil {
			return fmt.Errorf("document %s: %w", d.ID, err)
		}
	}
	return nil
}

func (d *Document) checkText() error {
	if !utf8.ValidString(d.Text) {
		return errors.New("the text is not valid UTF-8")
	}
	if len(d.SHA256) != 64 || d.ID != d.SHA256[:IDLength] {
		return fmt.Errorf("the id is not the beginning of the hash %q", d.SHA256)
	}
	return nil
}

func (d *Document) checkDetails() error {
	for i, detail := range d.Details {
		where := fmt.Sprintf("detail %d", i+1)
		if err := oneOf(where+": field", detail.Field, fields); err != nil {
			return err
		}
		if strings.TrimSpace(detail.Value) == "" {
			return fmt.Errorf("%s: no value", where)
		}
		if err := d.checkFinding(where, detail.Extent, detail.Rule); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkParts() error {
	end := 0
	for i, part := range d.Parts {
		where := fmt.Sprintf("part %d", i+1)
		if err := oneOf(where+": kind", part.Kind, partKinds); err != nil {
			return err
		}
		if err := d.checkFinding(where, part.Extent, part.Rule); err != nil {
			return err
		}
		if err := d.checkNext(where, end, part.Extent); err != nil {
			return err
		}
		end = part.Extent.End
	}
	if len(d.Parts) > 0 {
		return d.checkNext("the end of the text", end, Extent{len(d.Text), len(d.Text) + 1})
	}
	return nil
}

func (d *Document) checkTokens() error {
	end := 0
	for i, token := range d.Tokens {
		where := fmt.Sprintf("token %d", i+1)
		if err := d.checkFinding(where, token.Extent, token.Rule); err != nil {
			return err
		}
		if err := d.checkNext(where, end, token.Extent); err != nil {
			return err
		}
		if token.Joined && (i == 0 || token.Extent.Start != end) {
			return fmt.Errorf("%s: joined to a word that it does not touch", where)
		}
		end = token.Extent.End
	}
	return d.checkTokensInParts()
}

func (d *Document) checkTokensInParts() error {
	part := 0
	for i, token := range d.Tokens {
		for part < len(d.Parts) && d.Parts[part].Extent.End <= token.Extent.Start {
			part++
		}
		if part < len(d.Parts) && !d.Parts[part].Extent.Contains(token.Extent) {
			return fmt.Errorf("token %d: not within part %d", i+1, part+1)
		}
	}
	return nil
}

func (d *Document) checkSentences() error {
	end := 0
	for i, sentence := range d.Sentences {
		where := fmt.Sprintf("sentence %d", i+1)
		if sentence.Span.Start != end || sentence.Span.Empty() {
			return fmt.Errorf("%s: tokens %v do not follow token %d", where, sentence.Span, end)
		}
		if err := d.checkSpanned(where, sentence.Span, sentence.Rule); err != nil {
			return err
		}
		extent := d.Extent(sentence.Span)
		if part := d.PartOf(extent.Start); part != None && !d.Parts[part].Extent.Contains(extent) {
			return fmt.Errorf("%s: crosses the border of part %d", where, part+1)
		}
		end = sentence.Span.End
	}
	if end != len(d.Tokens) {
		return fmt.Errorf("token %d stands in no sentence", end+1)
	}
	return nil
}

func (d *Document) checkTrees() error {
	for i, sentence := range d.Sentences {
		if d.Tokens[sentence.Span.Start].Relation == "" {
			continue
		}
		if err := d.checkTree(sentence.Span); err != nil {
			return fmt.Errorf("sentence %d: %w", i+1, err)
		}
	}
	return nil
}

// checkTree verifies that every token of a sentence reaches its one root.
func (d *Document) checkTree(span Span) error {
	roots := 0
	for i := span.Start; i < span.End; i++ {
		token := d.Tokens[i]
		switch head := i + token.Head; {
		case token.Relation == "":
			return fmt.Errorf("token %d has no relation, others of the sentence have", i+1)
		case head < span.Start || head >= span.End:
			return fmt.Errorf("token %d has its head outside the sentence", i+1)
		case token.Head == 0:
			roots++
		}
	}
	if roots != 1 {
		return fmt.Errorf("%d roots, want one", roots)
	}
	return d.checkCircles(span)
}

// checkCircles climbs from each token to the root, or to a token from which the root is known to be reached, so that
// the whole costs one step a token.
func (d *Document) checkCircles(span Span) error {
	reaches := make([]bool, span.Len())
	for i := span.Start; i < span.End; i++ {
		top, steps := i, 0
		for ; d.Tokens[top].Head != 0 && !reaches[top-span.Start]; top += d.Tokens[top].Head {
			if steps++; steps > span.Len() {
				return fmt.Errorf("token %d stands in a circle of heads", i+1)
			}
		}
		for at := i; at != top; at += d.Tokens[at].Head {
			reaches[at-span.Start] = true
		}
	}
	return nil
}

func (d *Document) checkEntities() error {
	mentioned := make([]bool, len(d.Entities))
	for i, mention := range d.Mentions {
		where := fmt.Sprintf("mention %d", i+1)
		if err := errors.Join(
			d.checkSpanned(where, mention.Span, mention.Rule),
			oneOf(where+": kind", mention.Kind, mentionKinds),
			index(where+": entity", mention.Entity, len(d.Entities)),
			d.checkOptional(where+": title", mention.Title), d.checkOptional(where+": distancing", mention.Distancing),
			d.checkAntecedent(where, i),
		); err != nil {
			return err
		}
		if mention.Head < mention.Span.Start || mention.Head >= mention.Span.End {
			return fmt.Errorf("%s: head %d outside %v", where, mention.Head, mention.Span)
		}
		mentioned[mention.Entity] = true
	}
	for i, entity := range d.Entities {
		where := fmt.Sprintf("entity %d", i+1)
		if err := errors.Join(oneOf(where+": type", entity.Type, entityTypes), ruled(where, entity.Rule)); err != nil {
			return err
		}
		if !mentioned[i] {
			return fmt.Errorf("%s: never mentioned", where)
		}
		if err := entity.Location.check(where + ": location"); err != nil {
			return err
		}
	}
	return nil
}

// checkAntecedent verifies that a mention was joined to another one of its own entity, with a reason.
func (d *Document) checkAntecedent(where string, i int) error {
	mention := d.Mentions[i]
	if mention.Antecedent == None {
		return nil
	}
	if err := index(where+": antecedent", mention.Antecedent, len(d.Mentions)); err != nil {
		return err
	}
	switch {
	case mention.Antecedent == i || d.Mentions[mention.Antecedent].Entity != mention.Entity:
		return fmt.Errorf("%s: antecedent %d is not another mention of its entity", where, mention.Antecedent+1)
	case mention.Reason == "":
		return fmt.Errorf("%s: an antecedent without a reason", where)
	}
	return nil
}

func (l *Location) check(where string) error {
	if l == nil {
		return nil
	}
	if !(math.Abs(l.Latitude) <= 90 && math.Abs(l.Longitude) <= 180) {
		return fmt.Errorf("%s: %v, %v is nowhere on Earth", where, l.Latitude, l.Longitude)
	}
	if !(l.Score >= 0 && l.Score <= 1 && l.Radius >= 0) {
		return fmt.Errorf("%s: score %v or radius %v", where, l.Score, l.Radius)
	}
	err := errors.Join(oneOf(where+": precision", l.Precision, precisions), ruled(where, l.Rule))
	for _, alternative := range l.Alternatives {
		err = errors.Join(err, alternative.check(where+": alternative"))
	}
	return err
}

func (d *Document) checkTimexes() error {
	for i, timex := range d.Timexes {
		where := fmt.Sprintf("timex %d", i+1)
		if err := errors.Join(
			d.checkSpanned(where, timex.Span, timex.Rule), oneOf(where+": type", timex.Type, timexTypes),
			oneOf(where+": grain", timex.Grain, grains), oneOf(where+": anchor", timex.Anchor, anchors),
			indexOrNone(where+": anchor", timex.AnchorTimex, len(d.Timexes)),
		); err != nil {
			return err
		}
		if (timex.Anchor == AnchorTimex) != (timex.AnchorTimex != None) {
			return fmt.Errorf("%s: anchor %q and anchor timex %d", where, timex.Anchor, timex.AnchorTimex)
		}
	}
	return nil
}

func (d *Document) checkQuantities() error {
	for i, quantity := range d.Quantities {
		where := fmt.Sprintf("quantity %d", i+1)
		if err := errors.Join(
			d.checkSpanned(where, quantity.Span, quantity.Rule), d.checkOptional(where+": counted", quantity.Counted),
			oneOf(where+": kind", quantity.Kind, quantityKinds),
			indexOrNone(where+": period", quantity.Period, len(d.Timexes)),
			indexOrNone(where+": part of", quantity.PartOf, len(d.Quantities)),
		); err != nil {
			return err
		}
		if quantity.PartOf == i {
			return fmt.Errorf("%s: part of itself", where)
		}
		if quantity.Low != nil && quantity.High != nil && *quantity.Low > *quantity.High {
			return fmt.Errorf("%s: low %v above high %v", where, *quantity.Low, *quantity.High)
		}
	}
	return nil
}

func (d *Document) checkStatements() error {
	for i, statement := range d.Statements {
		where := fmt.Sprintf("statement %d", i+1)
		err := errors.Join(
			oneOf(where+": kind", statement.Kind, statementKinds), ruled(where, statement.Rule),
			oneOf(where+": type", statement.Type, statementTypes), oneOf(where+": act", statement.Act, acts),
			oneOf(where+": source", statement.SourceKind, sourceKinds), oneOf(where+": involvement", statement.Involvement, involvements),
			indexOrNone(where+": within", statement.Within, len(d.Statements)),
			indexOrNone(where+": holder", statement.Holder, len(d.Entities)),
			d.checkOptional(where+": source", statement.Source), d.checkOptional(where+": cue", statement.Cue),
		)
		for _, span := range statement.Content {
			err = errors.Join(err, d.checkSpanned(where+": content", span, statement.Rule))
		}
		if err == nil && len(statement.Content) == 0 {
			err = fmt.Errorf("%s: no content", where)
		}
		if err != nil {
			return err
		}
	}
	return d.checkNesting()
}

func (d *Document) checkNesting() error {
	for i := range d.Statements {
		depth := 0
		for at := i; at != None; at = d.Statements[at].Within {
			if depth++; depth > len(d.Statements) {
				return fmt.Errorf("statement %d stands within itself", i+1)
			}
		}
	}
	return nil
}

func (d *Document) checkEvents() error {
	for i, event := range d.Events {
		where := fmt.Sprintf("event %d", i+1)
		err := errors.Join(
			d.checkSpanned(where, event.Trigger, event.Rule), oneOf(where+": status", event.Status, statuses),
			indexOrNone(where+": place", event.Place, len(d.Entities)),
			indexOrNone(where+": time", event.Time, len(d.Timexes)),
			indexOrNone(where+": statement", event.Statement, len(d.Statements)),
			checkOrigin(where+": place", event.PlaceFrom, event.Place), checkOrigin(where+": time", event.TimeFrom, event.Time),
			oneOf(where+": agency", event.Agency, agencies), d.checkViews(where, event.Views),
		)
		for _, entity := range slices.Concat(event.Actors, event.Recipients) {
			err = errors.Join(err, index(where+": actor or recipient", entity, len(d.Entities)))
		}
		for _, quantity := range event.Quantities {
			err = errors.Join(err, index(where+": quantity", quantity, len(d.Quantities)))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkOrigin verifies that only what is there came from somewhere.
func checkOrigin(where string, origin Origin, at int) error {
	if origin != "" && at == None {
		return fmt.Errorf("%s: index %d from %q", where, at, origin)
	}
	return oneOf(where+": origin", origin, origins)
}

func (d *Document) checkViews(where string, views []View) error {
	var err error
	for i, view := range views {
		where := fmt.Sprintf("%s: view %d", where, i+1)
		err = errors.Join(
			err, indexOrNone(where+": statement", view.Statement, len(d.Statements)), oneOf(where+": status", view.Status, statuses),
			ruled(where, view.Rule),
		)
	}
	return err
}

func (d *Document) checkLabels() error {
	for i, label := range d.Labels {
		where := fmt.Sprintf("label %d", i+1)
		if err := errors.Join(
			d.checkSpanned(where, label.Span, label.Rule), index(where+": entity", label.Entity, len(d.Entities)),
		); err != nil {
			return err
		}
		if err := checkValence(where, label.Valence); err != nil {
			return err
		}
	}
	return nil
}

func checkValence(where string, valence int) error {
	if valence < -1 || valence > 1 {
		return fmt.Errorf("%s: valence %d", where, valence)
	}
	return nil
}

func (d *Document) checkLoadedWords() error {
	for i, word := range d.LoadedWords {
		where := fmt.Sprintf("loaded word %d", i+1)
		if err := errors.Join(
			d.checkSpanned(where, word.Span, word.Rule), checkValence(where, word.Valence),
			indexOrNone(where+": statement", word.Statement, len(d.Statements)),
		); err != nil {
			return err
		}
	}
	return nil
}

func (d *Document) checkStances() error {
	for i, stance := range d.Stances {
		where := fmt.Sprintf("stance %d", i+1)
		err := errors.Join(
			index(where+": mention", stance.Mention, len(d.Mentions)), oneOf(where+": value", stance.Value, stanceValues),
			indexOrNone(where+": statement", stance.Statement, len(d.Statements)), ruled(where, stance.Rule),
		)
		for _, span := range stance.Evidence {
			err = errors.Join(err, d.checkSpanned(where+": evidence", span, stance.Rule))
		}
		if err == nil && !(stance.Probability > 0 && stance.Probability <= 1) {
			err = fmt.Errorf("%s: probability %v", where, stance.Probability)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// checkFinding verifies an extent, which may be empty only as the zero Extent, and a rule.
func (d *Document) checkFinding(where string, e Extent, rule string) error {
	if err := ruled(where, rule); err != nil {
		return err
	}
	if e == (Extent{}) && strings.HasPrefix(where, "detail") {
		return nil
	}
	if e.Start < 0 || e.End > len(d.Text) || e.Empty() {
		return fmt.Errorf("%s: extent %v is empty or outside the text of %d bytes", where, e, len(d.Text))
	}
	if !runeBorder(d.Text, e.Start) || !runeBorder(d.Text, e.End) {
		return fmt.Errorf("%s: extent %v cuts a code point", where, e)
	}
	return nil
}

// checkNext verifies that an extent begins at or after the end of the one before, with only white space between.
func (d *Document) checkNext(where string, end int, e Extent) error {
	if e.Start < end {
		return fmt.Errorf("%s: begins at %d, before the one before it ends at %d", where, e.Start, end)
	}
	if gap := strings.TrimSpace(d.Text[end:e.Start]); gap != "" {
		return fmt.Errorf("%s: %q before it belongs to nothing", where, gap)
	}
	return nil
}

func (d *Document) checkSpanned(where string, s Span, rule string) error {
	if s.Empty() {
		return fmt.Errorf("%s: empty span %v", where, s)
	}
	return errors.Join(ruled(where, rule), d.checkOptional(where, s))
}

func (d *Document) checkOptional(where string, s Span) error {
	if s.Start < 0 || s.End < s.Start || s.End > len(d.Tokens) {
		return fmt.Errorf("%s: span %v outside the %d tokens", where, s, len(d.Tokens))
	}
	return nil
}

func ruled(where, rule string) error {
	if rule == "" {
		return fmt.Errorf("%s: names no rule", where)
	}
	return nil
}

func oneOf[T comparable](where string, value T, known []T) error {
	if !slices.Contains(known, value) {
		return fmt.Errorf("%s: unknown %v", where, value)
	}
	return nil
}

func index(where string, i, length int) error {
	if i < 0 || i >= length {
		return fmt.Errorf("%s: index %d of %d", where, i, length)
	}
	return nil
}

func indexOrNone(where string, i, length int) error {
	if i == None {
		return nil
	}
	return index(where, i, length)
}

func runeBorder(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
