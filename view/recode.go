package view

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/event/plover"
)

// CheckCodes returns an error of kind ErrorUsage where an event is recoded by a type or mode that PLOVER does not have. Those of
// occurrences are not PLOVER's, and any word is a mode of theirs.
func CheckCodes(c rashomon.Correction) error {
	types := EventTypes()
	switch {
	case c.Kind != rashomon.CorrectionRecode || len(c.Targets) == 0 || c.Targets[0].Kind != rashomon.TargetEvent:
		return nil
	case c.Type != "" && !slices.Contains(types, c.Type):
		return &rashomon.Error{Kind: rashomon.ErrorUsage, Cause: "PLOVER has no type " + c.Type,
			Remedy: "give one of " + strings.Join(types, ", ")}
	case c.Mode != "" && c.Type != rashomon.TypeOccurrence && !slices.ContainsFunc(plover.Modes(c.Type),
		func(m plover.Mode) bool { return m.Name == c.Mode }):
		return &rashomon.Error{
			Kind: rashomon.ErrorUsage, Cause: strings.TrimSpace("PLOVER has no mode " + c.Mode + " of the type " + c.Type),
			Remedy: "give with the type the one that the mode is of, and one of its modes",
		}
	}
	return nil
}

// EventTypes are the types that an event may be of.
func EventTypes() []string {
	names := []string{rashomon.TypeOccurrence}
	for _, t := range plover.Types() {
		names = append(names, t.Name)
	}
	return names
}
