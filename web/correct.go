package web

import (
	"context"
	"errors"
	"slices"
	"strings"

	"rashomon"
	"rashomon/view"
)

// Correcting is what a person corrects, as `rashomon merge`, `split`, `recode`, `redate`, `dismiss` and `undo` take it.
type Correcting struct {
	Body struct {
		Kind    rashomon.CorrectionKind `json:"kind" enum:"merge,split,recode,redate,dismiss,undo"`
		Author  string                  `json:"author" minLength:"1" maxLength:"200" doc:"who corrects"`
		Reason  string                  `json:"reason" minLength:"1" maxLength:"2000" doc:"why; it is kept with the correction"`
		Names   []string                `json:"names,omitempty" maxItems:"100" doc:"ids of what is meant, as c1d27a44, p3f09, 9f2c/v3; two of a merge or split; of a dismissal any number, each a correction of its own"`
		Type    string                  `json:"type,omitempty" maxLength:"40"`
		Mode    string                  `json:"mode,omitempty" maxLength:"40"`
		Status  rashomon.Status         `json:"status,omitempty" enum:"actual,denied,possible,future,hypothetical"`
		Codes   []string                `json:"codes,omitempty" maxItems:"20"`
		Day     string                  `json:"day,omitempty" maxLength:"10" doc:"of a redate, as 2011-07-05"`
		KnownOn string                  `json:"known_on,omitempty" pattern:"^\\d{4}(-\\d{2}(-\\d{2})?)?$" doc:"the names are those of what was known on this day; the correction holds for all"`
		Undoes  int64                   `json:"undoes,omitempty" minimum:"1" doc:"of an undo: the number of a correction"`
	}
}

// Corrected is what became of it.
type Corrected struct {
	Numbers []int64 `json:"numbers" doc:"of the corrections; of one that was said before and holds, the number that it has"`
}

func (s *Server) correct(ctx context.Context, in *Correcting) (*Body[Corrected], error) {
	b, err := s.boards.asOf(ctx, KnownOn{in.Body.KnownOn})
	if err != nil {
		return nil, err
	}
	targets, err := view.Targets(ctx, s.archive, b.View, in.Body.Kind, in.Body.Names)
	if err != nil {
		return nil, err
	}
	var out Corrected
	for _, targets := range together(in.Body.Kind, targets) {
		correction := rashomon.Correction{
			Kind: in.Body.Kind, Author: strings.TrimSpace(in.Body.Author), Reason: strings.TrimSpace(in.Body.Reason), Targets: targets,
			Type: in.Body.Type, Mode: in.Body.Mode, Status: in.Body.Status, Codes: in.Body.Codes, Day: in.Body.Day, Undoes: in.Body.Undoes,
		}
		var wrong *rashomon.Error
		if err := view.CheckCodes(correction); errors.As(err, &wrong) {
			wrong.Place = "body.type"
			return nil, wrong
		}
		number, _, err := s.archive.Correct(ctx, correction)
		if err != nil {
			return nil, err
		}
		out.Numbers = append(out.Numbers, number)
	}
	return body(out), s.boards.after(ctx)
}

// together returns the targets of each correction: of a dismissal one, else all.
func together(kind rashomon.CorrectionKind, targets []rashomon.Target) [][]rashomon.Target {
	if kind == rashomon.CorrectionDismiss && len(targets) > 0 {
		return slices.Collect(slices.Chunk(targets, 1))
	}
	return [][]rashomon.Target{targets}
}
