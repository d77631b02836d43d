package datafile_test

import (
	"errors"
	"slices"
	"testing"
	"testing/fstest"

	"rashomon/datafile"
)

func TestEach(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"ports.txt": {Data: []byte("# a comment\n\n Velm | 3 \nOsterna|\n")}}
	var got []string
	if err := datafile.Each(files, "ports.txt", 2, func(columns []string) error {
		got = append(got, columns...)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if want := []string{"Velm", "3", "Osterna", ""}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEachNamesTheLine(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"ports.txt": {Data: []byte("Velm | 3\nOsterna\n")}}
	for _, test := range []struct {
		path string
		read func([]string) error
		want string
	}{
		{"ports.txt", func([]string) error { return nil }, "ports.txt:2: got 1 columns, want 2"},
		{"ports.txt", func([]string) error { return errors.New("shut") }, "ports.txt:1: shut"},
		{"none.txt", nil, "open none.txt: file does not exist"},
	} {
		if err := datafile.Each(files, test.path, 2, test.read); err == nil || err.Error() != test.want {
			t.Errorf("got %v, want %s", err, test.want)
		}
	}
}

func TestClasses(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"words.txt": {Data: []byte("water | lake sea\nwater | river\nland | field")}}
	classes := datafile.Classes{}
	if err := datafile.Each(files, "words.txt", 2, classes.Add); err != nil {
		t.Fatal(err)
	}
	for _, word := range []string{"lake", "river"} {
		if !classes.Has("water", word) || classes.Has("land", word) || classes.Has("fire", word) {
			t.Errorf("%s: got %v, want it in water alone", word, classes)
		}
	}
}
