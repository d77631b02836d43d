package frame

import (
	"slices"
	"strings"
	"testing"

	"rashomon"
)

// All files of knowledge load, say where they come from, and name nothing that the code does not know.
func TestTemplatesLoad(t *testing.T) {
	t.Parallel()
	files := []string{bylineFile, dateLineFile, creditFile, mastheadFile, captionFile, signatureFile, boilerplateFile}
	kinds := []string{
		string(rashomon.PartByline), string(rashomon.PartBoilerplate), string(rashomon.PartCaption),
		string(rashomon.PartHeadline), kindDocument, kindSalutation,
	}
	for _, file := range files {
		if !strings.HasPrefix(file, "# ") {
			t.Errorf("the file that begins %.40q does not begin with a comment", file)
		}
		for _, tmpl := range readTemplates(file) {
			if !slices.Contains(kinds, tmpl.kind) || !strings.HasPrefix(tmpl.rule, "text/") {
				t.Errorf("rule %q gives a part of kind %q", tmpl.rule, tmpl.kind)
			}
			if !slices.Contains([]string{zoneHead, zoneFoot, zoneAny, zoneAnywhere}, tmpl.zone) {
				t.Errorf("rule %q stands in no zone %q", tmpl.rule, tmpl.zone)
			}
			for _, e := range tmpl.elements {
				if e.slot != "" && e.slot != anyText && slots[e.slot] == nil {
					t.Errorf("rule %q has a slot %q that nothing fills", tmpl.rule, e.slot)
				}
				if e.slot == "" && slices.Contains(e.words, "") {
					t.Errorf("rule %q has an empty word among %q", tmpl.rule, e.words)
				}
			}
		}
	}
}

func TestWordListsLoad(t *testing.T) {
	t.Parallel()
	for file, lists := range map[string][]string{
		agencyFile: {"agencies"},
		nameFile:   {"particles", "joints", "honorifics", "given names", "family names", "not names"},
		outletFile: {"last words", "first words", "states", "subtitles", "small words"},
		placeFile:  {"not places", "with the", "nowhere", "place words", "no date", "particles", "tags"},
		roleFile:   {"writers", "joints", "offices"},
	} {
		loaded := readWordLists(file)
		for _, name := range lists {
			if len(loaded[name].phrases) == 0 || loaded[name].phrases[""] {
				t.Errorf("the list %q is empty or holds an empty word", name)
			}
		}
		if len(loaded) != len(lists) {
			t.Errorf("got %d lists, want %q", len(loaded), lists)
		}
		if !strings.HasPrefix(file, "# ") {
			t.Errorf("the file that begins %.40q does not say where it comes from", file)
		}
	}
	if got := len(agencyNames()["agencies"].phrases); got < 80 {
		t.Errorf("got %d names of agencies, want at least 80", got)
	}
}

// Every agency in the list is found by its name, in a credit and behind a dateline.
func TestAgenciesAreFound(t *testing.T) {
	t.Parallel()
	for _, s := range readSections(agencyFile)[:1] {
		for _, line := range s.lines {
			for name := range strings.SplitSeq(line, "|") {
				name = strings.TrimSpace(name)
				if got := readAgency(name + " said"); got != len(name) {
					t.Errorf("%q: got an agency of %d bytes, want %d", name, got, len(name))
				}
			}
		}
	}
}

// BenchmarkFirst measures what the first text costs more than others: all knowledge is read.
func BenchmarkFirst(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		indexTemplates(captionFile, bylineFile, dateLineFile, creditFile, mastheadFile, signatureFile, boilerplateFile)
		for _, file := range []string{agencyFile, nameFile, outletFile, placeFile, roleFile} {
			readWordLists(file)
		}
		readAbbreviations(agencyFile)
	}
}
