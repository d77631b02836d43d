package petrarch

import (
	"fmt"
	"strings"
)

// An agent is a kind of people that a phrase stands for, whoever's they are.
type agent struct {
	code   string
	before bool // the code goes before that of the actor: [NGO~]
}

const agentRemedy = "write [~CODE], or [CODE~] where it goes before the actor's"

// expansionLimit is how many phrases one line may stand for through its substitutions; those in use have at most five.
const expansionLimit = 1000

// readAgents reads a file of agents: a phrase, its plural in braces where that is not regular, and a code. What stands
// between exclamation marks is a set of words, given as !SET! = WORD, WORD.
func (d *Dictionary) readAgents(f *file, content string) {
	sets := map[string][]string{}
	for text := range f.lines(content) {
		text = strings.TrimSpace(text)
		name, list, isSet := strings.Cut(text, "=")
		if isSet && strings.HasPrefix(name, "!") && !strings.Contains(text, "[") {
			readSubstitution(f, sets, strings.TrimSpace(name), list)
			continue
		}
		before, codes, ok := cutCodes(text)
		if !ok || len(codes) != 1 {
			f.damaged("an agent without its one code in square brackets", agentRemedy)
			continue
		}
		value, ok := readAgentCode(codes[0])
		if !ok {
			f.damaged(fmt.Sprintf("%q is no code of an agent", codes[0]), agentRemedy)
			continue
		}
		for _, p := range agentPhrases(f, sets, before) {
			d.agents.add(p, &value, f.position())
		}
	}
}

func readSubstitution(f *file, sets map[string][]string, name, list string) {
	var words []string
	for word := range strings.SplitSeq(list, ",") {
		if word = strings.TrimSpace(word); word != "" {
			words = append(words, word)
		}
	}
	if len(name) < len("!A!") || !strings.HasSuffix(name, "!") || len(words) == 0 {
		f.damaged("a set of words that cannot be read", "write !SET! = WORD, WORD")
		return
	}
	sets[name] = words
}

func readAgentCode(text string) (agent, bool) {
	code := strings.ReplaceAll(text, " ", "")
	bare := strings.ToUpper(strings.Trim(code, "~"))
	marked := len(bare) < len(code) && !strings.Contains(bare, "~")
	return agent{code: bare, before: strings.HasSuffix(code, "~")}, marked && bare != ""
}

// agentPhrases returns the phrases that a line stands for: singular and plural, with every word of a set.
func agentPhrases(f *file, sets map[string][]string, text string) []phrase {
	singular, irregular, given := strings.Cut(text, "{")
	irregular, _, closed := strings.Cut(irregular, "}")
	if given && !closed {
		f.damaged("a brace that does not close", "write {PLURAL}, or {} where there is none")
		return nil
	}
	singular, irregular = strings.TrimSpace(singular), strings.TrimSpace(irregular)
	forms := substitute(singular, sets)
	switch {
	case irregular != "":
		forms = append(forms, irregular)
	case !given && len(forms) == 1 && !strings.HasSuffix(singular, "_"):
		forms = append(forms, plural(strings.ToUpper(singular)))
	}
	var out []phrase
	for _, form := range forms {
		if p := readPhrase(form); len(p.words) > 0 {
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		f.damaged("an agent without a word", "")
	}
	return out
}

// substitute puts every word of the sets that a phrase names into it. A set that is not given stays as it is written,
// and so matches nothing.
func substitute(text string, sets map[string][]string) []string {
	forms := []string{text}
	for n := 0; n < len(forms) && len(forms) < expansionLimit; {
		start := strings.IndexByte(forms[n], '!')
		end := strings.IndexByte(forms[n][start+1:], '!') + start + 1
		if start < 0 || end <= start || sets[forms[n][start:end+1]] == nil {
			n++
			continue
		}
		var filled []string
		for _, word := range sets[forms[n][start:end+1]] {
			filled = append(filled, forms[n][:start]+word+forms[n][end+1:])
		}
		forms = append(append(forms[:n:n], filled...), forms[n+1:]...)
	}
	return forms
}
