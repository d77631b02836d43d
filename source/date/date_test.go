package date

import (
	"testing"

	"rashomon/rashomontest"
)

func TestDateCases(t *testing.T) {
	t.Parallel()
	rashomontest.RunCases(t, "testdata/date.cases", func(c rashomontest.Case) []rashomontest.Finding {
		value, length := Read(c.Phrase)
		if length == 0 {
			return nil
		}
		if value == "" {
			value = "unknown"
		}
		return []rashomontest.Finding{{End: length, Value: value}}
	})
}
