package gazetteer

import (
	"strconv"
	"strings"
)

// length reads a length that ends at a token, in kilometres, with its error: "150 kilometres", "30km", "a dozen miles",
// "50 miles (80 km)".
func (p phrase) length(i int) (kilometres, spread float64, start int, found bool) {
	if p.at(i) == ")" {
		const most = 6 // tokens in brackets
		for open := i - 1; open > i-most; open-- {
			if p.at(open) == "(" {
				i = open - 1
				break
			}
		}
	}
	unit, found := p.words.lengths[p.at(i)]
	if !found {
		return p.lengthInOne(i)
	}
	number, start, found := p.number(i - 1)
	if !found {
		return 0, 0, i, false
	}
	kilometres, spread = number*unit, numberSpread(number)*unit
	return kilometres, spread, start, true
}

// lengthInOne reads "30km".
func (p phrase) lengthInOne(i int) (kilometres, spread float64, start int, found bool) {
	word := p.at(i)
	digits := strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyz")
	unit, isUnit := p.words.lengths[word[len(digits):]]
	number, err := parseNumber(digits)
	if !isUnit || err != nil {
		return 0, 0, i, false
	}
	return number * unit, numberSpread(number) * unit, i, true
}

// number reads a number in digits or in words that ends at a token: "1,200", "a few", "two dozen", "a hundred", "half a".
func (p phrase) number(i int) (number float64, start int, found bool) {
	if p.at(i) == "-" {
		i-- // "a 50-mile stretch"
	}
	if number, err := parseNumber(p.at(i)); err == nil {
		return number, i, true
	}
	start = i + 1
	for {
		_, isNumber := p.words.numbers[p.at(start-1)]
		isJoint := start <= i && (p.at(start-1) == "-" || p.at(start-1) == "and")
		if !isNumber && !isJoint {
			break
		}
		start--
	}
	for at := start; at <= i; at++ {
		value, isNumber := p.words.numbers[p.at(at)]
		if isNumber {
			number, found = addNumber(number, value), true
		}
	}
	return number, start, found && number > 0
}

// addNumber adds the next word of a number: "two" and "hundred" are 200, "twenty" and "five" 25, "a" and "few" 3.
func addNumber(number, next float64) float64 {
	switch {
	case number == 0:
		return next
	case next >= 100 || next == 12:
		return number * next
	case number < 1 || number == 1:
		return number * next
	}
	return number + next
}

func parseNumber(digits string) (float64, error) {
	if digits == "" || digits[0] < '0' || digits[0] > '9' {
		return 0, strconv.ErrSyntax
	}
	number, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil || number <= 0 || number > farthest {
		return 0, strconv.ErrRange
	}
	return number, nil
}

// farthest is the longest distance that a number can stand for: halfway around Earth, in yards.
const farthest = 22e6

// numberSpread returns the error of a number as it is said: half of its last digit that is not zero, at least a tenth.
func numberSpread(number float64) float64 {
	step := 1.0
	for number >= 10*step && int(number)%int(10*step) == 0 {
		step *= 10
	}
	return max(step/2, number/10)
}
