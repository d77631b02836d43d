package party

import "rashomon"

// A byname is two entities of which a document says that one is called by the name of the other: "the Ferry Quarter,
// which its people call the Slips".
type byname struct{ a, b int }

// A mentioned is a name where it stands.
type mentioned struct {
	extent rashomon.Extent
	entity int
	fellow fellow
}

// bynames returns the by-names among the names of a document, which are in the order of the text.
func bynames(text string, names []mentioned) []byname {
	var found []byname
	whole := rashomon.None // what the name before is a by-name of
	for i := 1; i < len(names); i++ {
		a, b := names[i-1], names[i]
		if a.extent.End > b.extent.Start {
			continue
		}
		between := text[a.extent.End:b.extent.Start]
		switch {
		case len(between) > longestBetween:
			whole = rashomon.None
		case matches("first", between):
			whole = a.entity
		case whole == rashomon.None || !matches("further", between):
			whole = rashomon.None
		}
		if whole != rashomon.None && whole != b.entity {
			found = append(found, byname{whole, b.entity})
		}
	}
	return found
}

// longestBetween is how many bytes may stand between a name and its by-name.
const longestBetween = 70

func matches(which, between string) bool {
	for _, pattern := range known().bynames[which] {
		if pattern.MatchString(between) {
			return true
		}
	}
	return false
}
