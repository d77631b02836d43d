package main

import (
	"bufio"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"html"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// codesText says what no source does: whose dependent territories are, and where PLOVER's code is not that of GeoNames.
//
//go:embed codes.txt
var codesText string

// A profile is what the sources say of one country.
type profile struct {
	code          string // of its parties
	name, capital string // in GeoNames
	isDependent   bool
	facts         map[string]json.RawMessage
}

// readProfiles joins the two sources by the country codes of the Factbook, which are the "fips" of GeoNames.
func readProfiles(folder string) ([]profile, error) {
	countries, err := readCountryInfo(filepath.Join(folder, "countryInfo.txt"))
	if err != nil {
		return nil, err
	}
	file, err := os.Open(filepath.Join(folder, "factbook.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(unzipped)
	lines.Buffer(nil, 1<<24)
	var profiles []profile
	for lines.Scan() {
		p, found, err := readProfile(lines.Bytes(), countries)
		if err != nil {
			return nil, err
		}
		if found {
			profiles = append(profiles, p)
		}
	}
	return profiles, lines.Err()
}

func readProfile(line []byte, countries map[string]profile) (profile, bool, error) {
	var facts map[string]json.RawMessage
	var name string
	if err := json.Unmarshal(line, &facts); err != nil {
		return profile{}, false, err
	}
	if err := json.Unmarshal(facts["file"], &name); err != nil {
		return profile{}, false, err
	}
	p, found := countries[strings.ToUpper(strings.TrimSuffix(path.Base(name), ".json"))]
	p.facts = facts
	return p, found, nil
}

// readCountryInfo returns the countries of GeoNames by FIPS code.
func readCountryInfo(name string) (map[string]profile, error) {
	content, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	others := otherCodes()
	countries := map[string]profile{}
	for line := range strings.Lines(string(content)) {
		fields := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(fields) < 6 || fields[3] == "" {
			continue
		}
		p := profile{code: fields[1], name: fields[4], capital: fields[5]}
		if other := others[p.code]; other != "" {
			p.code, p.isDependent = other, other != "KOS"
		}
		countries[fields[3]] = p
	}
	return countries, nil
}

func otherCodes() map[string]string {
	others := map[string]string{}
	for line := range strings.Lines(codesText) {
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] != "#" {
			others[fields[0]] = fields[1]
		}
	}
	return others
}

// text returns the text of a field of the profile, down a path of headings, without markup; "" where there is none.
func (p profile) text(headings ...string) string {
	facts := p.facts
	for _, heading := range headings {
		var below map[string]json.RawMessage
		if json.Unmarshal(facts[heading], &below) != nil {
			return ""
		}
		facts = below
	}
	var text string
	if json.Unmarshal(facts["text"], &text) != nil {
		return ""
	}
	return html.UnescapeString(text)
}

var markup = regexp.MustCompile(`<[^>]*>`)

// plain removes markup and joins white space.
func plain(text string) string {
	return strings.Join(strings.Fields(markup.ReplaceAllString(text, " ")), " ")
}
