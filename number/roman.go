package number

var romanValues = [128]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}

// roman reads a Roman number of two letters or more after a word with a capital: "Chapter VII". One letter is an
// initial as often.
func (r reader) roman(i int) (reading, bool) {
	text, before := r.quote(i), r.quote(i-1)
	if len(text) < 2 || before == "" || before[0] < 'A' || before[0] > 'Z' || !isRoman(text) {
		return reading{}, false
	}
	return value(i, i+1, float64(romanValue(text)), Roman, ruleRoman), true
}

// isRoman reports whether a word is a Roman number in its one proper form.
func isRoman(text string) bool {
	if text == "" || len(text) > len("MMMDCCCLXXXVIII") {
		return false
	}
	for i := range len(text) {
		if text[i] >= 0x80 || romanValues[text[i]] == 0 {
			return false
		}
	}
	return text == toRoman(romanValue(text))
}

// romanValue adds up the letters; one before a greater one is taken off.
func romanValue(text string) int {
	sum := 0
	for i := range len(text) {
		v := romanValues[text[i]]
		if i+1 < len(text) && v < romanValues[text[i+1]] {
			v = -v
		}
		sum += v
	}
	return sum
}

var romanForms = []struct {
	value int
	form  string
}{
	{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"},
	{5, "V"}, {4, "IV"}, {1, "I"},
}

func toRoman(v int) string {
	text := ""
	for _, step := range romanForms {
		for ; v >= step.value; v -= step.value {
			text += step.form
		}
	}
	return text
}
