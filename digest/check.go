package digest

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"

	"rashomon"
)

// check returns an error where a digest names what it does not have: such has not been drawn from a document.
func (d *Digest) check() error {
	if err := d.checkExtents(reflect.ValueOf(d).Elem()); err != nil {
		return err
	}
	if d.Folded != "" {
		return errors.New("it is folded")
	}
	for i := 1; i < len(d.Sentences); i++ {
		if d.Sentences[i].Extent.Start < d.Sentences[i-1].Extent.Start {
			return fmt.Errorf("sentence %d stands before the one before it", i+1)
		}
	}
	return cmp.Or(
		errors.Join(d.checkStatements(), d.checkEvents(), d.checkClauses(), d.checkQuantities(), d.checkRest()),
		checkEnds("statement", len(d.Statements), func(i int) int { return d.Statements[i].Within }),
		checkEnds("clause", len(d.Clauses), func(i int) int { return d.Clauses[i].Above }),
		checkEnds("quantity", len(d.Quantities), func(i int) int { return d.Quantities[i].PartOf }),
	)
}

// checkExtents checks that all extents are of the text.
func (d *Digest) checkExtents(v reflect.Value) error {
	if v.Type() == reflect.TypeFor[rashomon.Extent]() {
		if start, end := v.Field(0).Int(), v.Field(1).Int(); start < 0 || end < start || end > int64(len(d.Text)) {
			return fmt.Errorf("%d-%d is not in the text", start, end)
		}
		return nil
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if err := d.checkExtents(v.Field(i)); err != nil {
				return err
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if err := d.checkExtents(v.Index(i)); err != nil {
				return err
			}
		}
	}
	return nil
}

// checkEnds checks that the way from each element to the one above it ends.
func checkEnds(what string, n int, above func(int) int) error {
	for i := range n {
		steps := 0
		for at := i; at != rashomon.None; at = above(at) {
			if steps++; steps > n {
				return fmt.Errorf("%s %d stands within itself", what, i+1)
			}
		}
	}
	return nil
}

// reaches returns an error where an index is none of a list of n.
func reaches(what string, n int, indexes ...int) error {
	for _, i := range indexes {
		if i < 0 || i >= n {
			return fmt.Errorf("%s %d is named, of %d", what, i, n)
		}
	}
	return nil
}

// mayReach is reaches for what may be None.
func mayReach(what string, n int, indexes ...int) error {
	for _, i := range indexes {
		if i != rashomon.None {
			if err := reaches(what, n, i); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Digest) checkStatements() error {
	for _, s := range d.Statements {
		if err := cmp.Or(
			mayReach("statement", len(d.Statements), s.Within), mayReach("entity", len(d.Entities), s.Holder),
		); err != nil {
			return err
		}
	}
	return nil
}

func (d *Digest) checkEvents() error {
	for _, e := range d.Events {
		if err := cmp.Or(
			reaches("entity", len(d.Entities), e.Actors...), reaches("entity", len(d.Entities), e.Recipients...),
			mayReach("entity", len(d.Entities), e.Place), mayReach("time", len(d.Timexes), e.Time),
			reaches("quantity", len(d.Quantities), e.Quantities...), mayReach("statement", len(d.Statements), e.Statement),
			reaches("sentence", len(d.Sentences), e.Sentence), d.checkRoles(e.Roles),
		); err != nil {
			return err
		}
	}
	return nil
}

func (d *Digest) checkRoles(roles []Role) error {
	for _, r := range roles {
		if err := cmp.Or(
			mayReach("entity", len(d.Entities), r.Entity, r.Owner), mayReach("quantity", len(d.Quantities), r.Quantity),
			mayReach("time", len(d.Timexes), r.Timex),
		); err != nil {
			return err
		}
	}
	return nil
}

func (d *Digest) checkClauses() error {
	for _, c := range d.Clauses {
		if err := cmp.Or(
			reaches("sentence", len(d.Sentences), c.Sentence), mayReach("statement", len(d.Statements), c.Statement),
			mayReach("clause", len(d.Clauses), c.Above), mayReach("event", len(d.Events), c.Event), d.checkRoles(c.Roles),
		); err != nil {
			return err
		}
	}
	return nil
}

func (d *Digest) checkQuantities() error {
	for _, q := range d.Quantities {
		if err := cmp.Or(
			mayReach("time", len(d.Timexes), q.Period), mayReach("quantity", len(d.Quantities), q.PartOf),
			reaches("sentence", len(d.Sentences), q.Sentence), mayReach("statement", len(d.Statements), q.Statement),
			reaches("event", len(d.Events), q.Events...),
		); err != nil {
			return err
		}
	}
	return nil
}

// checkRest checks what refers to one thing or two.
func (d *Digest) checkRest() error {
	var errs []error
	for _, s := range d.Sentences {
		errs = append(errs, mayReach("statement", len(d.Statements), s.Statement))
	}
	for _, t := range d.Timexes {
		errs = append(errs, reaches("sentence", len(d.Sentences), t.Sentence))
	}
	for _, l := range d.Labels {
		errs = append(errs, reaches("entity", len(d.Entities), l.Entity))
	}
	for _, l := range d.Loaded {
		errs = append(errs, mayReach("statement", len(d.Statements), l.Statement))
	}
	for _, s := range d.Stances {
		errs = append(errs, reaches("entity", len(d.Entities), s.Entity))
		errs = append(errs, mayReach("statement", len(d.Statements), s.Statement))
	}
	return errors.Join(errs...)
}
