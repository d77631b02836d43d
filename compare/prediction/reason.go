package prediction

import (
	"fmt"

	"rashomon"
	"rashomon/digest"
)

// why tells people what came of something foretold, and who tells it.
func (t *trial) why(outcome rashomon.Outcome, verdicts []verdict) string {
	foretold := "It was foretold"
	if t.by.day != "" {
		foretold += " for " + t.by.day + " at the latest"
	}
	if t.ought {
		return "It should have come, the text says, and so it did not."
	}
	if len(verdicts) == 0 {
		return foretold + "; no account tells what came of it."
	}
	v := verdicts[0]
	told := fmt.Sprintf("%s tells %q", teller(v.telling.d), v.telling.d.Quote(v.side().Extent))
	switch {
	case v.likely && outcome == rashomon.OutcomeFulfilled:
		return fmt.Sprintf("%s, and by its words this may tell that it came: %s.", foretold, told)
	case v.likely:
		return fmt.Sprintf("%s, and by its words this may tell that it did not come: %s.", foretold, told)
	}
	switch outcome {
	case rashomon.OutcomeFulfilled:
		return fmt.Sprintf("%s, and so it came: %s.", foretold, told)
	case rashomon.OutcomeFailed:
		return fmt.Sprintf("%s, and it did not come: %s.", foretold, told)
	}
	return fmt.Sprintf("%s; it is too early to say: %s.", foretold, told)
}

// teller names a document for people.
func teller(d *digest.Digest) string {
	name := d.By()
	if d.Published != "" {
		name += " (" + day(d.Published) + ")"
	}
	return name
}
