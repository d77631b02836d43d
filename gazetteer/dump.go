package gazetteer

import (
	"archive/zip"
	"bufio"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/gazetteer/spelling"
)

// A DumpPlace is a place of a dump, with the forms that [Source] finds it by.
type DumpPlace struct {
	Place
	Folded []string // its names, folded
	Keys   []string // the spelling keys of its main names
}

// Limits of a dump. All of GeoNames has thirteen million lines, the longest of some twelve thousand bytes.
const (
	mostLines      = 30_000_000
	mostLineBytes  = 1 << 16
	mostUnpacked   = int64(8) << 30
	mostNames      = 500 // of one place
	mostNameLength = 200 // bytes, as the format says of names
)

// columns of the format, https://download.geonames.org/export/dump/readme.txt.
const (
	columnID = iota
	columnName
	columnASCIIName
	columnAlternateNames
	columnLatitude
	columnLongitude
	columnClass
	columnCode
	columnCountry
	_
	columnProvince
	_
	_
	_
	columnPopulation
	_
	_
	_
	_
	columns
)

// ReadDump reads places in the dump format of GeoNames (allCountries, a country, cities500 ...), from the text itself or
// from the zip file in which it comes. Lines of what is no place (roads, what a survey has taken back) are passed over. A
// line that cannot be read yields an error of kind ErrorInvalid that names it, and the rest goes on; an error of another
// kind ends it. Memory is bounded by one line.
func (g *Gazetteer) ReadDump(name string, file io.ReaderAt, size int64) iter.Seq2[DumpPlace, error] {
	return func(yield func(DumpPlace, error) bool) {
		text, place, err := openDump(name, file, size)
		if err != nil {
			yield(DumpPlace{}, err)
			return
		}
		defer text.Close()
		g.readLines(place, text, yield)
	}
}

// openDump opens the text of a dump, and says what errors call it.
func openDump(name string, file io.ReaderAt, size int64) (io.ReadCloser, string, error) {
	head := make([]byte, 4)
	n, err := file.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return nil, name, dumpError(rashomon.ErrorInvalid, name, "cannot be read: "+err.Error(), "", err)
	}
	if string(head[:n]) != "PK\x03\x04" {
		return io.NopCloser(io.NewSectionReader(file, 0, size)), name, nil
	}
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return nil, name, dumpError(rashomon.ErrorInvalid, name, "the zip file is damaged: "+err.Error(), "fetch it again", err)
	}
	var found []*zip.File
	for _, member := range archive.File {
		base := filepath.Base(member.Name)
		if strings.HasSuffix(base, ".txt") && base != "readme.txt" && base != "iso-languagecodes.txt" {
			found = append(found, member)
		}
	}
	if len(found) != 1 {
		cause := fmt.Sprintf("the zip file has %d text files, of which one must be the dump", len(found))
		return nil, name, dumpError(rashomon.ErrorInvalid, name, cause, "unpack it and name the file", nil)
	}
	place := name + ": " + found[0].Name
	if found[0].UncompressedSize64 > uint64(mostUnpacked) {
		return nil, place, dumpError(rashomon.ErrorTooLarge, place, "it unpacks to more than 8 GiB", "split it", nil)
	}
	text, err := found[0].Open()
	if err != nil {
		return nil, place, dumpError(rashomon.ErrorInvalid, place, "cannot be unpacked: "+err.Error(), "fetch it again", err)
	}
	return text, place, nil
}

func (g *Gazetteer) readLines(place string, text io.Reader, yield func(DumpPlace, error) bool) {
	lines := bufio.NewScanner(text)
	lines.Buffer(make([]byte, 0, mostLineBytes), mostLineBytes)
	number, size := 0, int64(0)
	for lines.Scan() {
		number, size = number+1, size+int64(len(lines.Bytes()))
		if number > mostLines || size > mostUnpacked {
			cause := "more than 30 million lines or 8 GiB"
			yield(DumpPlace{}, dumpError(rashomon.ErrorTooLarge, place, cause, "split it", nil))
			return
		}
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		found, isPlace, cause := g.readLine(lines.Text())
		where := fmt.Sprintf("%s:%d", place, number)
		switch {
		case cause != "":
			remedy := "give a file of GeoNames' dump, 19 columns between tabs"
			if !yield(DumpPlace{}, dumpError(rashomon.ErrorInvalid, where, cause, remedy, nil)) {
				return
			}
		case isPlace && !yield(found, nil):
			return
		}
	}
	where := fmt.Sprintf("%s:%d", place, number+1)
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		cause := fmt.Sprintf("a line of more than %d bytes", mostLineBytes)
		yield(DumpPlace{}, dumpError(rashomon.ErrorTooLarge, where, cause, "give a file of GeoNames' dump", err))
	case err != nil:
		yield(DumpPlace{}, dumpError(rashomon.ErrorCorrupt, where, "cannot be read: "+err.Error(), "fetch it again", err))
	}
}

// readLine reads one line; the cause says why it cannot be read.
func (g *Gazetteer) readLine(line string) (place DumpPlace, isPlace bool, cause string) {
	fields := strings.Split(line, "\t")
	if len(fields) != columns {
		return place, false, fmt.Sprintf("%d columns, want %d", len(fields), columns)
	}
	if !utf8.ValidString(line) {
		return place, false, "not valid UTF-8"
	}
	id, err := strconv.Atoi(fields[columnID])
	if err != nil || id <= 0 {
		return place, false, "its number is not a number"
	}
	name := strings.TrimSpace(fields[columnName])
	if spelling.Fold(name) == "" || len(name) > mostNameLength {
		return place, false, "no name, or one of more than 200 bytes"
	}
	latitude, errLatitude := strconv.ParseFloat(fields[columnLatitude], 64)
	longitude, errLongitude := strconv.ParseFloat(fields[columnLongitude], 64)
	isOnEarth := latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180
	if errLatitude != nil || errLongitude != nil || !isOnEarth {
		return place, false, "its coordinates are nowhere on Earth"
	}
	population, err := parsePopulation(fields[columnPopulation])
	if err != nil {
		return place, false, "its population is not a number"
	}
	feature, isPlace := g.features.find(fields[columnClass], fields[columnCode])
	country := g.lists.alpha3[fields[columnCountry]]
	place.Place = Place{
		Name: name, Precision: feature.precision, Latitude: latitude, Longitude: longitude, Radius: feature.radius,
		Country: country, GeoNames: id, Population: population, IsCapital: fields[columnCode] == "PPLC",
	}
	if fields[columnProvince] != "" && fields[columnProvince] != "00" {
		place.Province = fields[columnCountry] + "." + fields[columnProvince]
	}
	place.finish(g)
	place.addNames(fields)
	return place, isPlace, ""
}

// finish sets the radius of what a feature code alone does not give one, and drops the population of what has none.
func (p *DumpPlace) finish(g *Gazetteer) {
	switch p.Precision {
	case rashomon.PrecisionTown:
		p.Radius = townRadius(p.Population)
		return
	case rashomon.PrecisionCountry:
		p.Radius = max(1, g.lists.countries[p.Country].Radius)
		return
	}
	p.Population = 0
}

// addNames sets the forms that a place is found by: those of its names in Latin letters that are no codes.
func (p *DumpPlace) addNames(fields []string) {
	isProvince := p.Precision == rashomon.PrecisionProvince
	for _, name := range []string{fields[columnName], fields[columnASCIIName]} {
		folded := spelling.Fold(name)
		p.addForm(&p.Folded, folded)
		if isProvince {
			folded = spelling.Plain(folded)
		}
		if spelling.HasKeys(p.Country) {
			p.addForm(&p.Keys, spelling.Key(folded))
		}
	}
	for name := range strings.SplitSeq(fields[columnAlternateNames], ",") {
		if isName(name) {
			p.addForm(&p.Folded, spelling.Fold(name))
		}
	}
	if isProvince {
		p.addForm(&p.Folded, spelling.Plain(p.Folded[0]))
	}
}

func (p *DumpPlace) addForm(to *[]string, form string) {
	if form != "" && len(*to) < mostNames && len(form) <= mostNameLength && !slices.Contains(*to, form) {
		*to = append(*to, form)
	}
}

// isName reports whether an alternate name is one in Latin letters, not the code of an airport ("BEN").
func isName(name string) bool {
	const longestCode = 4
	isCode := len(name) <= longestCode && strings.ToUpper(name) == name
	isForeign := strings.ContainsFunc(name, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) })
	return !isCode && !isForeign && utf8.RuneCountInString(name) > 1
}

func parsePopulation(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	const most = 20_000_000_000 // more than there are people
	population, err := strconv.ParseInt(text, 10, 64)
	if err != nil || population < 0 || population > most {
		return 0, errors.New("not a population")
	}
	return int(min(population, math.MaxInt32)), nil
}

func dumpError(kind rashomon.ErrorKind, place, cause, remedy string, beneath error) error {
	return &rashomon.Error{Kind: kind, Place: place, Cause: cause, Remedy: remedy, Err: beneath}
}
