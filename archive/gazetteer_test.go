package archive_test

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
)

// hamlet returns a place of our own.
func hamlet(number int) archive.AddedPlace {
	return archive.AddedPlace{
		Place: archive.Place{
			Name: fmt.Sprintf("Hamlet %d", number), Precision: rashomon.PrecisionTown, Latitude: 30.25, Longitude: -17.5,
			Radius: 2, Country: "LBY", Province: "LY.76", GeoNames: 900_000_000 + number, Population: 100 * number,
			IsCapital: number == 1,
		},
		Folded: []string{fmt.Sprintf("hamlet %d", number), "hamlet"}, Keys: []string{"hmlt"},
	}
}

// hamlets yields so many places, and then an error if one is given.
func hamlets(count int, err error) iter.Seq2[archive.AddedPlace, error] {
	return func(yield func(archive.AddedPlace, error) bool) {
		for i := range count {
			if !yield(hamlet(i+1), nil) {
				return
			}
		}
		if err != nil {
			yield(archive.AddedPlace{}, err)
		}
	}
}

func addHamlets(t testing.TB, a *archive.Archive, name string, count int) {
	t.Helper()
	must(t, a.AddGazetteer(context.Background(), name, sha256.Sum256([]byte(name)), hamlets(count, nil)))
}

func wantVersion(t testing.TB, a *archive.Archive, want string) {
	t.Helper()
	got, err := a.GazetteerVersion(context.Background())
	must(t, err)
	if got != want {
		t.Errorf("got the version %q, want %q", got, want)
	}
}

func TestGazetteersAreAddedFoundAndRemoved(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := empty(t)
	wantVersion(t, a, "")
	addHamlets(t, a, "one.txt", 3)
	addHamlets(t, a, "two.txt", 1)
	wantVersion(t, a, "+gazetteer2:fc260066")
	verified(t, a)

	got, err := a.PlacesNamed(ctx, "hamlet 3")
	must(t, err)
	if diff := cmp.Diff(got, []archive.Place{hamlet(3).Place}); diff != "" {
		t.Errorf("by name: got - want +\n%s", diff)
	}
	got, err = a.PlacesSpelled(ctx, "hmlt")
	must(t, err)
	want := []archive.Place{hamlet(3).Place, hamlet(2).Place, hamlet(1).Place, hamlet(1).Place}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("by key: got - want +\n%s", diff)
	}
	if got, err := a.PlacesNamed(ctx, "hmlt"); err != nil || len(got) > 0 {
		t.Errorf("a key as a name: got %v, %v", got, err)
	}

	must(t, a.RemoveGazetteer(ctx, "one.txt", "an archivist", "it is out of date"))
	wantVersion(t, a, "+gazetteer3:4988681f")
	verified(t, a)
	if got, err := a.PlacesNamed(ctx, "hamlet 3"); err != nil || len(got) > 0 {
		t.Errorf("after its removal: got %v, %v", got, err)
	}
	if got, err := a.PlacesNamed(ctx, "hamlet 1"); err != nil || len(got) != 1 {
		t.Errorf("of the other: got %v, %v", got, err)
	}
	listed, err := a.Gazetteers(ctx)
	must(t, err)
	sum := sha256.Sum256([]byte("two.txt"))
	wantList := []archive.Gazetteer{{Name: "two.txt", SHA256: fmt.Sprintf("%x", sum), Places: 1, Added: noon()}}
	if diff := cmp.Diff(listed, wantList); diff != "" {
		t.Errorf("the list: got - want +\n%s", diff)
	}
	addHamlets(t, a, "one.txt", 2) // again, and numbered behind
	verified(t, a)
}

func TestGazetteersInTheCustodyLog(t *testing.T) {
	t.Parallel()
	a := empty(t)
	addHamlets(t, a, "one.txt", 2)
	must(t, a.RemoveGazetteer(context.Background(), fmt.Sprintf("%x", sha256.Sum256([]byte("one.txt")))[:6], "me", "why not"))
	var told []string
	for entry, err := range a.Custody(context.Background()) {
		must(t, err)
		told = append(told, fmt.Sprintf("%s: %s", entry.Kind, entry.Describe()))
	}
	id := fmt.Sprintf("%x", sha256.Sum256([]byte("one.txt")))[:rashomon.IDLength]
	want := []string{
		"created: the archive", "gazetteer added: " + id + " one.txt, 2 places",
		"gazetteer removed: " + id + " one.txt by me: why not",
	}
	if diff := cmp.Diff(told, want); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

func TestAGazetteerIsAddedAsAWholeOrNotAtAll(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	a := empty(t)
	failure := errors.New("the file ends")
	if err := a.AddGazetteer(ctx, "x.txt", [32]byte{1}, hamlets(5, failure)); !errors.Is(err, failure) {
		t.Errorf("got %v, want %v", err, failure)
	}
	wantKind(t, a.AddGazetteer(ctx, "x.txt", [32]byte{1}, hamlets(0, nil)), rashomon.ErrorInvalid)
	if got, err := a.PlacesNamed(ctx, "hamlet"); err != nil || len(got) > 0 {
		t.Errorf("got %v, %v", got, err)
	}
	wantVersion(t, a, "")
	addHamlets(t, a, "x.txt", 1)
	sum := sha256.Sum256([]byte("x.txt"))
	wantKind(t, a.AddGazetteer(ctx, "y.txt", sum, hamlets(1, nil)), rashomon.ErrorUsage)
	wantKind(t, a.RemoveGazetteer(ctx, "z.txt", "me", "why"), rashomon.ErrorNotFound)
	wantKind(t, a.RemoveGazetteer(ctx, "", "me", "why"), rashomon.ErrorNotFound)
	wantKind(t, a.RemoveGazetteer(ctx, "x.txt", "", "why"), rashomon.ErrorUsage)
	verified(t, a)
}

// TestVerifyFindsEveryChangeOfPlaces changes every value of every row that a gazetteer has, one at a time, and takes
// every row away.
func TestVerifyFindsEveryChangeOfPlaces(t *testing.T) {
	t.Parallel()
	path := rashomontest.Archive(t, "places.db")
	a := open(t, path)
	addHamlets(t, a, "one.txt", 2)
	addHamlets(t, a, "two.txt", 1)
	db := raw(t, path)
	for _, table := range []string{"gazetteer", "place"} {
		for _, column := range columns(t, db, table) {
			for _, value := range values(t, db, table, column) {
				for _, other := range append(changes(value.value), changedNumber(value.value)...) {
					value.row = set(t, db, table, column, value.row, other)
					if len(problems(t, a)) == 0 {
						t.Errorf("%s.%s of row %v: %v made %v: got no problem", table, column, value.row, value.value, other)
					}
					value.row = set(t, db, table, column, value.row, value.value)
				}
			}
		}
	}
	verified(t, a)
	for _, statement := range []string{
		`UPDATE place_form SET form = 'other' WHERE form = 'hamlet 2'`, `UPDATE place_form SET kind = 'key' WHERE form = 'hamlet 2'`,
		`UPDATE place_form SET place = 77 WHERE form = 'hamlet 2'`, `DELETE FROM place_form WHERE form = 'hamlet 2'`,
		`DELETE FROM place WHERE number = 2`, `DELETE FROM gazetteer WHERE name = 'two.txt'`,
		`INSERT INTO place_form (form, kind, place) VALUES ('more', 'name', 1)`,
	} {
		path := rashomontest.Archive(t, "lost.db")
		lost := open(t, path)
		addHamlets(t, lost, "one.txt", 2)
		addHamlets(t, lost, "two.txt", 1)
		execute(t, raw(t, path), statement)
		if len(problems(t, lost)) == 0 {
			t.Errorf("%s: got no problem", statement)
		}
	}
}

func changedNumber(value any) []any {
	if number, ok := value.(float64); ok {
		return []any{number + 0.5}
	}
	return nil
}

func BenchmarkAddGazetteer(b *testing.B) {
	a := empty(b)
	number := 0
	b.ReportAllocs()
	for b.Loop() {
		number++
		name := fmt.Sprint(number)
		must(b, a.AddGazetteer(context.Background(), name, sha256.Sum256([]byte(name)), hamlets(1000, nil)))
	}
	b.ReportMetric(float64(1000*b.N)/b.Elapsed().Seconds(), "places/s")
}
