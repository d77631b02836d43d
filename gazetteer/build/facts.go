package main

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// The facts are what the files say, as they say it.
type facts struct {
	countries []country // in the order of the file
	byCode    map[string]*country
	provinces []province
	towns5000 []town
	large     []large
}

// A country is a line of countryInfo.txt with its profile of the World Factbook.
type country struct {
	alpha2, alpha3, fips, name, capital string
	area, population                    float64
	geonames                            int
	profile                             profile
}

// A province is a line of admin1CodesASCII.txt.
type province struct {
	code, name, plain string
	geonames          int
}

// A town is a line of cities5000.csv, with what is known beyond it.
type town struct {
	alpha2, name        string
	latitude, longitude float64

	large      bool   // with 15,000 people or more
	subcountry string // the name of its province as the other list has it
	province   string // its code
	geonames   int
	isCapital  bool
	population float64
}

// A large is a line of cities15000-geonameid.csv.
type large struct {
	name, country, subcountry string
	geonames                  int
}

func readFacts(folder string) (*facts, error) {
	f := &facts{byCode: map[string]*country{}}
	for _, step := range []struct {
		file string
		read func(path string) error
	}{
		{"countryInfo.txt", f.readCountries}, {"admin1CodesASCII.txt", f.readProvinces},
		{"cities5000.csv", f.readTowns}, {"cities15000-geonameid.csv", f.readLarge}, {"factbook.jsonl.gz", f.readProfiles},
	} {
		if err := step.read(filepath.Join(folder, step.file)); err != nil {
			return nil, fmt.Errorf("%s: %w", step.file, err)
		}
	}
	return f, nil
}

// gone are countries that GeoNames keeps in its list after their end: Netherlands Antilles, Serbia and Montenegro.
var gone = map[string]bool{"AN": true, "CS": true}

func (f *facts) readCountries(path string) error {
	err := eachRow(path, 17, func(row []string) error {
		if row[0] == "ISO" || gone[row[0]] { // the names of the columns
			return nil
		}
		c := country{alpha2: row[0], alpha3: row[1], fips: row[3], name: row[4], capital: strings.TrimSpace(row[5])}
		numbers, err := parseAll(row[6], row[7], row[16])
		if err != nil {
			return err
		}
		c.area, c.population, c.geonames = numbers[0], numbers[1], int(numbers[2])
		f.countries = append(f.countries, c)
		return nil
	})
	for i := range f.countries {
		f.byCode[f.countries[i].alpha2] = &f.countries[i]
	}
	return err
}

func (f *facts) readProvinces(path string) error {
	return eachRow(path, 4, func(row []string) error {
		geonames, err := strconv.Atoi(row[3])
		f.provinces = append(f.provinces, province{row[0], row[1], row[2], geonames})
		return err
	})
}

func (f *facts) readTowns(path string) error {
	return eachRecord(path, func(row []string) error {
		numbers, err := parseAll(row[2], row[3])
		if err != nil {
			return err
		}
		f.towns5000 = append(f.towns5000, town{alpha2: row[0], name: row[1], latitude: numbers[0], longitude: numbers[1]})
		return nil
	})
}

func (f *facts) readLarge(path string) error {
	return eachRecord(path, func(row []string) error {
		geonames, err := strconv.Atoi(row[3])
		f.large = append(f.large, large{row[0], row[1], row[2], geonames})
		return err
	})
}

// eachRow reads lines of columns between tabs, without comments.
func eachRow(path string, columns int, read func([]string) error) error {
	content, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	number := 0
	for line := range strings.Lines(string(content)) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) < columns {
			return fmt.Errorf("line %d has %d columns, want %d", number, len(row), columns)
		}
		if err := read(row); err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
	}
	return nil
}

// eachRecord reads the records of a CSV file of four columns after its first line.
func eachRecord(path string, read func([]string) error) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	in := csv.NewReader(bufio.NewReader(file))
	in.FieldsPerRecord = 4
	records, err := in.ReadAll()
	if err != nil || len(records) == 0 {
		return fmt.Errorf("%d records: %w", len(records), err)
	}
	for i, record := range records[1:] {
		if err := read(record); err != nil {
			return fmt.Errorf("record %d: %w", i+2, err)
		}
	}
	return nil
}

func parseAll(texts ...string) ([]float64, error) {
	numbers := make([]float64, len(texts))
	for i, text := range texts {
		if text == "" {
			continue
		}
		var err error
		if numbers[i], err = strconv.ParseFloat(text, 64); err != nil {
			return nil, err
		}
	}
	return numbers, nil
}

// A profile is what we use of a country's profile in the World Factbook; its file is named after the FIPS 10-4 code.
type profile struct {
	long, short, noun, adjective   string
	coordinates, capital, capitals string
	cities                         string
}

func (f *facts) readProfiles(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	unpacked, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	byFIPS := map[string]*country{}
	for i := range f.countries {
		byFIPS[f.countries[i].fips] = &f.countries[i]
	}
	lines := bufio.NewScanner(unpacked)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var page map[string]any
		if err := json.Unmarshal(lines.Bytes(), &page); err != nil {
			return err
		}
		name, _ := page["file"].(string)
		code := strings.ToUpper(strings.TrimSuffix(filepath.Base(name), ".json"))
		if c := byFIPS[code]; c != nil && code != "" {
			c.profile = newProfile(page)
		}
	}
	return lines.Err()
}

func newProfile(page map[string]any) profile {
	return profile{
		long:        textAt(page, "Government", "Country name", "conventional long form"),
		short:       textAt(page, "Government", "Country name", "conventional short form"),
		noun:        textAt(page, "People and Society", "Nationality", "noun"),
		adjective:   textAt(page, "People and Society", "Nationality", "adjective"),
		coordinates: textAt(page, "Geography", "Geographic coordinates"),
		capital:     textAt(page, "Government", "Capital", "geographic coordinates"),
		capitals:    textAt(page, "Government", "Capital", "name"),
		cities:      textAt(page, "People and Society", "Major urban areas - population"),
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// textAt returns the text at the end of a path through a page, plain, or "".
func textAt(page map[string]any, path ...string) string {
	for _, step := range path {
		page, _ = page[step].(map[string]any)
	}
	text, _ := page["text"].(string)
	text = strings.ReplaceAll(html.UnescapeString(tag.ReplaceAllString(text, " ")), "\u00a0", " ")
	text = strings.TrimSpace(text)
	if strings.EqualFold(text, "none") {
		return ""
	}
	return text
}
