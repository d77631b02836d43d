package segment

import "strings"

// cut appends the word from start to end, cut where it is written as one and read as more: do n't, we 'll, can not,
// the ministers ', 430 km.
func (t *tokenizer) cut(start, end int, rule string) int {
	if parts := t.contraction(start, end); parts != nil {
		return t.cutAt(start, end, parts)
	}
	if rule == ruleNumber {
		if unit := t.unit(start, end); unit < end {
			t.add(start, unit, ruleNumber)
			return t.add(unit, end, ruleUnit)
		}
	}
	if stop := t.elided(start, end); stop > end {
		return t.add(start, stop, ruleElision)
	}
	return t.possessive(t.endings(start, end, rule))
}

// contraction returns the lengths of the parts but the last, if the lexicon has the word.
func (t *tokenizer) contraction(start, end int) []int {
	f := fold(t.text[start:end])
	return contractions[string(f.key())]
}

// cutAt appends the parts of a contraction. A length in the lexicon counts an apostrophe as one byte.
func (t *tokenizer) cutAt(start, end int, parts []int) int {
	add := t.add
	for _, length := range parts {
		part := start
		for range length {
			part += max(1, t.apostrophe(part))
		}
		start = add(start, part, ruleContraction)
		add = t.join
	}
	return t.join(start, end, ruleContraction)
}

// endings appends the word from start to end with its endings cut off ('s 're n't), of which it may have several
// (should n't 've).
func (t *tokenizer) endings(start, end int, rule string) int {
	var borders [3]int // of endings, from the last; nobody writes more
	n, stop := 0, end
	for n < len(borders) {
		border := t.ending(start, stop)
		if border <= start {
			break
		}
		borders[n], stop = border, border
		n++
	}
	if n == 0 {
		return t.add(start, end, rule)
	}
	t.add(start, stop, rule)
	for ; n > 0; n-- {
		next := end
		if n > 1 {
			next = borders[n-2]
		}
		t.join(borders[n-1], next, endingRule(t.text[borders[n-1]:next]))
	}
	return end
}

// ending returns where the ending of the word from start to end begins, or start.
func (t *tokenizer) ending(start, end int) int {
	word := t.text[start:end]
	apostrophe := max(strings.LastIndexByte(word, '\''), strings.LastIndex(word, "’"))
	if apostrophe <= 0 {
		return start
	}
	if apostrophe > 1 && classOfWord(endings, word[apostrophe-1:]) == "any" { // n't
		return start + apostrophe - 1
	}
	switch class := classOfWord(endings, word[apostrophe:]); {
	case class == "" || isDecade(word[:apostrophe]):
		return start
	case class != "any" && !strings.EqualFold(class, word[:apostrophe]):
		return start
	}
	return start + apostrophe
}

// isDecade reports whether a number is one of years in tens, whose plural some write with an apostrophe: the 1930's.
func isDecade(number string) bool {
	return (len(number) == 2 || len(number) == 4) && digits(number, 0, 4) == len(number) && number[len(number)-1] == '0'
}

func endingRule(ending string) string {
	if f := fold(ending); string(f.key()) == "'s" {
		return rulePossessive
	}
	return ruleContraction
}

// clitic reports whether an ending lies around the apostrophe of the given size at i.
func (t *tokenizer) clitic(i, size int) bool {
	stop := t.run(i + size)
	return classOfWord(endings, t.text[i:stop]) != "" || i > 0 && classOfWord(endings, t.text[i-1:stop]) != ""
}

// possessive appends the apostrophe at end when it makes a genitive (the ministers'), and returns where the word ends.
func (t *tokenizer) possessive(end int) int {
	size := t.apostrophe(end)
	if size == 0 || t.quoted || t.byte(end-1)|0x20 != 's' {
		return end
	}
	if c, _ := t.class(end + size); c.isWord() || t.apostrophe(end+size) > 0 {
		return end
	}
	return t.join(end, end+size, rulePossessive)
}

// elided returns where a word whose apostrophe at the end stands for a letter ends (goin', ol'), or end.
func (t *tokenizer) elided(start, end int) int {
	size := t.apostrophe(end)
	if size == 0 || t.quoted || t.apostrophe(end+size) > 0 {
		return end
	}
	word := t.text[start:end]
	if contains(elisions, t.text[start:end+size]) || len(word) >= len("goin") && strings.HasSuffix(word, "in") {
		return end + size
	}
	return end
}
