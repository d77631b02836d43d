package digest_test

import (
	"bytes"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rashomon"
	"rashomon/digest"
	"rashomon/digest/digesttest"
)

// TestEncode: what was stored comes back as it was.
func TestEncode(t *testing.T) {
	t.Parallel()
	for _, d := range digesttest.Case(t) {
		got, err := digest.Decode(digest.Encode(d))
		if err != nil {
			t.Fatalf("%s: %v", d.Name, err)
		}
		if diff := cmp.Diff(got, d, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-got +want): %s", d.Name, diff)
		}
	}
}

// sample returns a digest with values that no document need have.
func sample() *digest.Digest {
	high := -12.5
	d := &digest.Digest{
		Document: "a1", Authors: []string{"", "Öz"}, Text: "Nobody came.", Sentences: []digest.Sentence{},
		Entities: []digest.Entity{{Location: &rashomon.Location{Latitude: -1, Alternatives: []rashomon.Location{{Name: "x"}}}}},
		Loaded:   []digest.Loaded{{Valence: -1, Statement: rashomon.None}},
		Statements: []digest.Statement{{
			Within: rashomon.None, Holder: rashomon.None, Content: []rashomon.Extent{{Start: 0, End: 12}},
		}},
	}
	quantity := digest.Quantity{Period: rashomon.None, PartOf: rashomon.None, Statement: 0, High: &high}
	d.Sentences, d.Quantities = []digest.Sentence{{Statement: rashomon.None}}, []digest.Quantity{quantity}
	return d
}

// TestEveryField stores values of every kind.
func TestEveryField(t *testing.T) {
	t.Parallel()
	d := sample()
	got, err := digest.Decode(digest.Encode(d))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, d, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-got +want): %s", diff)
	}
}

// TestDecodeEveryField gives every field of everything in a digest a value that no other has.
func TestDecodeEveryField(t *testing.T) {
	t.Parallel()
	d, n := new(digest.Digest), 0
	fill(reflect.ValueOf(d).Elem(), &n, 3)
	d.Folded = "" // else it would be taken for what is folded
	if _, err := digest.Decode(digest.Encode(d)); err == nil {
		t.Error("extents behind the text, and no error")
	}
	d.Text = strings.Repeat("x", n+1)
	got := *d
	got.Folded = string(digest.Encode(d))
	if diff := cmp.Diff(got.Whole(), d); diff != "" {
		t.Errorf("(-got +want): %s", diff)
	}
}

// fill fills a value with numbers, counted on, and lists with two of them each.
func fill(v reflect.Value, n *int, deep int) {
	*n++
	switch v.Kind() {
	case reflect.String:
		v.SetString(strconv.Itoa(*n))
	case reflect.Bool:
		v.SetBool(*n%2 == 0)
	case reflect.Float64:
		v.SetFloat(float64(*n))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n, deep)
	case reflect.Slice:
		if deep == 0 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n, deep-1)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n, deep)
		}
	default:
		v.SetInt(int64(*n))
	}
}

// TestDecodeRefuses what no document gives.
func TestDecodeRefuses(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*digest.Digest){
		"an extent behind the text":     func(d *digest.Digest) { d.Sentences[0].Extent.End = 1_000_000 },
		"an extent that ends too early": func(d *digest.Digest) { d.Events[0].Extent = rashomon.Extent{Start: 5, End: 4} },
		"an extent of a role":           func(d *digest.Digest) { d.Clauses[0].Roles = []digest.Role{{Extent: rashomon.Extent{End: -1}}} },
		"an actor that is not there":    func(d *digest.Digest) { d.Events[0].Actors = []int{999} },
		"a sentence that is not there":  func(d *digest.Digest) { d.Clauses[0].Sentence = rashomon.None },
		"a statement within itself":     func(d *digest.Digest) { d.Statements[0].Within = 0 },
		"a clause above itself":         func(d *digest.Digest) { d.Clauses[0].Above = 0 },
		"a stance towards nobody":       func(d *digest.Digest) { d.Stances = []digest.Stance{{Entity: -2}} },
		"a text that is no UTF-8":       func(d *digest.Digest) { d.Title = "\xff" },
		"sentences out of order":        func(d *digest.Digest) { d.Sentences[0], d.Sentences[1] = d.Sentences[1], d.Sentences[0] },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, err := digest.Decode(digest.Encode(digesttest.Case(t)[0]))
			if err != nil {
				t.Fatal(err)
			}
			change(d)
			_, err = digest.Decode(digest.Encode(d))
			if ours, is := err.(*rashomon.Error); !is || ours.Kind != rashomon.ErrorCorrupt {
				t.Errorf("got %v, want an error of kind %s", err, rashomon.ErrorCorrupt)
			}
		})
	}
}

// FuzzDecode: what can be decoded is the same when it is stored and decoded again, and is stored in the same bytes ever after.
func FuzzDecode(f *testing.F) {
	f.Add(digest.Encode(sample())) // to read the case in every worker would take longer than to fuzz
	f.Add(digest.Encode(new(digest.Digest)))
	f.Add([]byte{})
	f.Add(bytes.Repeat([]byte{0xff}, 40))
	f.Add(append(bytes.Repeat([]byte{0}, 9), bytes.Repeat([]byte{0x80}, 9)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := digest.Decode(data)
		if err != nil {
			return
		}
		stored := digest.Encode(d)
		again, err := digest.Decode(stored)
		if err != nil {
			t.Fatalf("stored again: %v", err)
		}
		if diff := cmp.Diff(again, d, cmpopts.EquateNaNs()); diff != "" {
			t.Errorf("(-stored again +before): %s", diff)
		}
		if !bytes.Equal(digest.Encode(again), stored) {
			t.Error("stored a second time, it is in other bytes")
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	data := digest.Encode(digesttest.Case(b)[0])
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := digest.Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}
